#include "lint/rule/pattern.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/support/rules.h"

namespace candor {
namespace {

constexpr std::string_view kClasses = R"TOML(
[class.exam]
nouns = ["exam", "step 1", "step 2", "step 2 ck"]
[class.course]
nouns = ["course"]
[class.self]
words = ["i", "me", "my"]
[class.fail]
verbs = ["fail", "flunk"]
[alike]
sick = "ill unwell poorly"
tired = "weary exhausted"
[fragment]
never = "(not|never)"
owned = "<self> (own )?<course>"
)TOML";

// The words that the pattern finds in the text's first sentence; "-" where it finds none.
std::string found(std::string_view pattern, std::string sentence) {
  const Rules rules(std::string(kClasses) + "[[signal]]\nname = \"s\"\npatterns = ['''" + std::string(pattern) +
                    "''']\n");
  for (const std::string& line : rules.said()) ADD_FAILURE() << line;
  if (!rules.problems.empty()) return "!";
  const Text text(std::move(sentence));
  const auto hit = signal_hit(rules, "s", text);
  return hit ? std::string(text.source.slice(text.document.source_of(hit->tokens))) : "-";
}

// What is wrong with the pattern: "offset: message".
std::string fault(std::string_view source, const Fragments& fragments = {}) {
  LexiconBuilder lexicon;
  lexicon.add_class("exam");
  lexicon.add_class("school-person");
  Pattern pattern;
  PatternError error;
  if (translate_pattern(source, fragments, lexicon, pattern, error)) return "";
  return std::to_string(error.offset) + ": " + error.message;
}

Pattern translated(std::string_view source) {
  LexiconBuilder lexicon;
  lexicon.add_class("exam");
  lexicon.add_class("course");
  Pattern pattern;
  PatternError error;
  EXPECT_TRUE(translate_pattern(source, {}, lexicon, pattern, error)) << error.message;
  return pattern;
}

TEST(Pattern, AWordFindsThatWordWhateverItsCase) {
  EXPECT_EQ(found("failed", "I FAILED the exam."), "FAILED");
  EXPECT_EQ(found("failed", "I prefailed and failedly left."), "-");
}

TEST(Pattern, BlanksPartWords) {
  EXPECT_EQ(found("did not", "I did not go."), "did not");
  EXPECT_EQ(found("did not", "I did, not he."), "-") << "a comma is a word of its own here";
}

TEST(Pattern, RegexSyntaxWorksInsideAWord) {
  EXPECT_EQ(found("fail(ed|ing)?", "I kept failing."), "failing");
  EXPECT_EQ(found("fail(ed|ing)?", "I fail."), "fail");
  EXPECT_EQ(found("exams?", "Two exams."), "exams");
  EXPECT_EQ(found("201[0-9]", "In 2017 I left."), "2017");
}

TEST(Pattern, AClassFindsEveryInflectionAndPhrase) {
  EXPECT_EQ(found("<fail>", "I was flunking."), "flunking");
  EXPECT_EQ(found("<fail> <exam>", "I failed Step 2 CK twice."), "failed Step 2 CK");
  EXPECT_EQ(found("<exam> twice", "I failed step 1 twice."), "step 1 twice");
}

TEST(Pattern, AClassMayBeOneOfSeveralOrBothOfTwo) {
  EXPECT_EQ(found("<exam|course>", "The course ended."), "course");
  EXPECT_EQ(found("<fail&past>", "I fail, I failed."), "failed");
  EXPECT_EQ(found("<fail&past>", "I was failing and walked."), "-");
}

TEST(Pattern, ANegatedClassTakesAnyOtherWord) {
  EXPECT_EQ(found("<!self> failed", "He failed."), "He failed");
  EXPECT_EQ(found("<!self> failed", "I failed."), "-");
}

TEST(Pattern, AGapPassesUpToThatManyWordsButNoMark) {
  EXPECT_EQ(found("i <0-2> failed", "I then simply failed."), "I then simply failed");
  EXPECT_EQ(found("i <0-2> failed", "I failed."), "I failed");
  EXPECT_EQ(found("i <0-2> failed", "I then very simply failed."), "-");
  EXPECT_EQ(found("i <1-2> failed", "I failed."), "-");
  EXPECT_EQ(found("i <0-4> failed", "I left, then failed."), "-");
  EXPECT_EQ(found("i <0-4,> failed", "I left, then failed."), "I left, then failed");
  EXPECT_EQ(found("i <0-4,> failed", "I left; then failed."), "-");
}

TEST(Pattern, AFragmentStandsInPlace) {
  EXPECT_EQ(found("did <never> <fail>", "I did not fail."), "did not fail");
  EXPECT_EQ(found("<owned>", "It was my own course."), "my own course");
}

TEST(Pattern, GroupsMayBeLeftOut) {
  EXPECT_EQ(found("was (very )?late", "I was late."), "was late");
  EXPECT_EQ(found("was (very )?late", "I was very late."), "was very late");
}

TEST(Pattern, StartAndEndAreTheSentences) {
  EXPECT_EQ(found("^failed", "Failed again."), "Failed");
  EXPECT_EQ(found("^failed", "I failed again."), "-");
  EXPECT_EQ(found("failed$", "Then I failed."), "failed.") << "the closing mark belongs to the match";
  EXPECT_EQ(found("failed$", "I was told (I failed.)"), "failed.)");
  EXPECT_EQ(found("failed$", "I failed twice."), "-");
}

TEST(Pattern, BuiltInClassesTellTheForm) {
  EXPECT_EQ(found("<year>", "In 2019 I left."), "2019");
  EXPECT_EQ(found("<number>", "I saw 40 rooms."), "40");
  EXPECT_EQ(found("<adverb>", "I went hurriedly."), "hurriedly") << "an unknown word by its ending";
  EXPECT_EQ(found("<name>", "Then Pavel left."), "Pavel");
  EXPECT_EQ(found("<name>", "Pavel left."), "-") << "every sentence starts with a capital";
}

TEST(Pattern, EveryFaultIsSaidWithItsPlace) {
  EXPECT_EQ(fault("failed <exam"), "7: a '<' that is never closed by '>'");
  EXPECT_EQ(fault("the <exm>"), "4: no word class <exm>; did you mean <exam>?");
  EXPECT_EQ(fault("<zzzzzzzz>"), "0: no word class <zzzzzzzz>");
  EXPECT_EQ(fault("a (b c"), "2: a '(' that is never closed");
  EXPECT_EQ(fault("a [bc d"), "2: a '[' that is never closed by ']'");
  for (const char* source : {"", "^", "$", "(|)"}) EXPECT_EQ(fault(source), "0: there is no word in it") << source;
  EXPECT_EQ(fault("a b) c"), "3: an unexpected ')'");
  EXPECT_EQ(fault("<0> a"), "0: a gap is written <0-4> or <0-4,>");
  EXPECT_EQ(fault("(<!exam>) a"), "8: a negated class must stand before a blank, not before ')'");
  EXPECT_NE(fault("a **").find("RE2 refuses the pattern: "), std::string::npos);
  EXPECT_EQ(fault("Failed"), "0: 'F' never matches: words are read in lower case");
  EXPECT_EQ(fault("(if|^had) late"), "4: '^' stands only at the start of a pattern; here it never matches");
  EXPECT_EQ(fault("failed( again|$)"), "14: '$' stands only at the end of a pattern; here it never matches");
}

TEST(Pattern, ABlankThatNothingCanMatchIsAFault) {
  constexpr std::string_view kTwice = "a blank here never matches: the word before it has ended already";
  EXPECT_EQ(fault("^ failed"), "1: " + std::string(kTwice));
  EXPECT_EQ(fault(" failed"), "0: " + std::string(kTwice));
  EXPECT_EQ(fault("i  failed"), "2: " + std::string(kTwice));
  EXPECT_EQ(fault("(very )? late"), "8: " + std::string(kTwice));
  constexpr std::string_view kAtEnd = "a pattern ends with a word; with a blank at its end it never matches";
  for (const char* source : {"failed ", "failed (again )?", "failed (again |twice )", "failed <0-3>"}) {
    EXPECT_EQ(fault(source), std::to_string(std::string_view(source).size()) + ": " + std::string(kAtEnd)) << source;
  }
  for (const char* source :
       {"(very )?late", "(has)? ?failed", "late (again)?", "i <0-2> failed", "failed(again |twice)"}) {
    EXPECT_EQ(fault(source), "") << source;
  }
}

TEST(Pattern, InsideAWordAProgramKnowsSpellingsAndShapes) {
  for (const char* source :
       {"hospitali[sz]ed", "(colleague|friend)s?", "20[0-9][0-9]", "phil[a-z]*", "[a-z]+'s", "[0-9]+",
        "sat (again|in|,|\\.)", "sat [.,;]", "(was ){0,2}failed", "(has)? ?failed", "\\( failed"}) {
    EXPECT_TRUE(translated(source).exact) << source;
  }
  EXPECT_FALSE(translated("fail.+").exact);
  EXPECT_FALSE(translated("late (again)? then").exact) << "one way through it never matches";
  EXPECT_EQ(found("(colleague|friend)s?", "My friends left."), "friends");
  EXPECT_EQ(found("20[0-9][0-9]", "Then 2019 came."), "2019");
  EXPECT_EQ(found("[a-z]+'s", "The dean's word."), "dean's");
  EXPECT_EQ(found("failed (,|\\.)", "I failed."), "failed.");
  EXPECT_EQ(found("failed [.,]", "I failed, and left."), "failed,");
  EXPECT_EQ(found("excuses ,? ?but", "No excuses, but work."), "excuses, but");
  EXPECT_EQ(found("excuses ,? ?but", "No excuses but work."), "excuses but");
}

// A match is where RE2 finds it: the first place, then the first branch and the most repetitions.
TEST(Pattern, TheWordsOfAMatchAreThoseThatRe2Takes) {
  EXPECT_EQ(found("i <0-4> failed", "I failed and then failed."), "I failed and then failed");
  EXPECT_EQ(found("was (very )*late", "It was very very late."), "was very very late");
  EXPECT_EQ(found("was( very)*", "It was very very late."), "was very very");
  EXPECT_EQ(found("was( very)*?", "It was very very late."), "was");
  EXPECT_EQ(found("(late|late again)", "Late again."), "Late");
  EXPECT_EQ(found("(late again|late)", "Late again."), "Late again");
}

TEST(Pattern, AGroupFindsTheWordsThatAreUsedAlike) {
  EXPECT_EQ(found("<~sick>", "I was unwell."), "unwell");
  EXPECT_EQ(found("<~sick>", "I was weary."), "-");
  EXPECT_EQ(found("<~tired>", "I was weary."), "weary") << "each group is a pattern of its own";
}

TEST(Pattern, AGroupThatNobodyNamedOrThatNeedsARegexIsAFault) {
  EXPECT_EQ(fault("<~sick>"), "0: no group of words used alike <~sick>");
  LexiconBuilder lexicon;
  lexicon.add_alike("sick");
  Pattern pattern;
  PatternError error;
  EXPECT_FALSE(translate_pattern("<~sik>", {}, lexicon, pattern, error));
  EXPECT_EQ(error.message, "no group of words used alike <~sik>; did you mean <~sick>?");
  EXPECT_FALSE(translate_pattern("fail.+ <~sick>", {}, lexicon, pattern, error));
  EXPECT_EQ(error.message, "a group of words used alike (<~NAME>) stands only in patterns that need no regex");
}

TEST(Pattern, AFragmentThatContainsItselfIsAFault) {
  EXPECT_EQ(fault("<loop>", {{"loop", "a <loop>"}}), "0: fragment <loop> contains itself");
}

TEST(Pattern, NeedsNameWhatASentenceMustHave) {
  EXPECT_EQ(translated("failed the <exam>").needs.size(), 3U);
  EXPECT_EQ(translated("(very )?late").needs.size(), 1U) << "what may be left out is no need";
  const Pattern either = translated("failed|flunked");
  ASSERT_EQ(either.needs.size(), 1U);
  EXPECT_EQ(either.needs[0].size(), 2U) << "one of the branches' needs";
  EXPECT_TRUE(translated("fail.+").needs.empty()) << "no whole word";
  EXPECT_TRUE(translated("failed|fl.+").needs.empty()) << "one branch can do without";
}

TEST(Pattern, TheRarestNeedComesFirst) {
  const auto rarest = [](std::string_view source) { return translated(source).needs.at(0); };
  LexiconBuilder lexicon;
  Pattern pattern;
  PatternError error;
  ASSERT_TRUE(translate_pattern("the invigilator", {}, lexicon, pattern, error));
  EXPECT_EQ(pattern.needs[0], std::vector<Feature>{lexicon.add_literal("invigilator")});
  EXPECT_NE(rarest("<past> invigilator"), std::vector<Feature>{feature(Builtin::past)});
}

TEST(Pattern, NoClassByteIsABlankABraceOrATilde) {
  std::set<char> bytes;
  for (Feature f = 0; f < kMostClasses; ++f) {
    const char byte = class_byte(f);
    EXPECT_TRUE(bytes.insert(byte).second) << f;
    EXPECT_EQ(std::string_view(" {}~").find(byte), std::string_view::npos) << f;
  }
}

}  // namespace
}  // namespace candor
