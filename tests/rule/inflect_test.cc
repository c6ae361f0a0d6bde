#include "lint/rule/inflect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace candor {
namespace {

using Words = std::set<std::string>;

Words verb(std::string_view base) {
  Words words;
  for (const Inflected& form : inflect_verb(base)) words.insert(form.text);
  return words;
}
Words verb(std::string_view base, Form form) {
  Words words;
  for (const Inflected& inflected : inflect_verb(base)) {
    if (inflected.form == form) words.insert(inflected.text);
  }
  return words;
}
std::string plural(std::string_view noun) { return inflect_noun(noun)[1].text; }

TEST(Inflect, ARegularVerbHasItsFourForms) { EXPECT_EQ(verb("work"), (Words{"work", "works", "worked", "working"})); }

TEST(Inflect, AFinalEGivesWay) { EXPECT_EQ(verb("blame"), (Words{"blame", "blames", "blamed", "blaming"})); }

TEST(Inflect, AFinalEEOrIEStays) {
  EXPECT_EQ(verb("agree", Form::ing), Words{"agreeing"});
  EXPECT_EQ(verb("lie", Form::ing), Words{"lying"});
}

TEST(Inflect, AYAfterAConsonantBecomesI) {
  EXPECT_EQ(verb("study"), (Words{"study", "studies", "studied", "studying"}));
  EXPECT_EQ(verb("delay"), (Words{"delay", "delays", "delayed", "delaying"}));
}

TEST(Inflect, AHissTakesEs) {
  for (const auto& [base, third] :
       {std::pair{"pass", "passes"}, {"fix", "fixes"}, {"teach", "teaches"}, {"push", "pushes"}, {"undo", "undoes"}}) {
    EXPECT_EQ(verb(base, Form::third), Words{third});
  }
}

TEST(Inflect, AShortVowelDoublesTheConsonant) {
  EXPECT_EQ(verb("plan"), (Words{"plan", "plans", "planned", "planning"}));
  EXPECT_EQ(verb("quit", Form::ing), Words{"quitting"});
}

TEST(Inflect, ALongVowelOrAClusterDoesNotDouble) {
  EXPECT_EQ(verb("repeat", Form::past), Words{"repeated"});
  EXPECT_EQ(verb("help", Form::past), Words{"helped"});
  EXPECT_EQ(verb("fix", Form::past), Words{"fixed"});
}

TEST(Inflect, StressOnTheLastSyllableDoubles) {
  EXPECT_EQ(verb("submit", Form::past), Words{"submitted"});
  EXPECT_EQ(verb("expel", Form::participle), Words{"expelled"});
  EXPECT_EQ(verb("begin", Form::ing), Words{"beginning"});
  EXPECT_EQ(verb("visit", Form::past), Words{"visited"});
}

TEST(Inflect, BothSpellingsOfTravelledAreKnown) {
  EXPECT_EQ(verb("travel", Form::past), (Words{"traveled", "travelled"}));
  EXPECT_EQ(verb("travel", Form::ing), (Words{"traveling", "travelling"}));
}

TEST(Inflect, IrregularVerbsKeepPastAndParticipleApart) {
  EXPECT_EQ(verb("take", Form::past), Words{"took"});
  EXPECT_EQ(verb("take", Form::participle), Words{"taken"});
  EXPECT_EQ(verb("weep", Form::past), Words{"wept"});
}

TEST(Inflect, IrregularVerbsHaveEveryAlternative) {
  EXPECT_EQ(verb("prove", Form::participle), (Words{"proved", "proven"}));
  EXPECT_EQ(verb("learn", Form::past), (Words{"learned", "learnt"}));
}

TEST(Inflect, BeAndHaveAreWhole) {
  EXPECT_EQ(verb("be"), (Words{"be", "am", "are", "is", "was", "were", "been", "being"}));
  EXPECT_EQ(verb("have"), (Words{"have", "has", "had", "having"}));
}

TEST(Inflect, TheFirstWordOfAVerbPhraseIsInflected) {
  EXPECT_EQ(verb("put off"), (Words{"put off", "puts off", "putting off"}));
  EXPECT_EQ(verb("let me down", Form::third), Words{"lets me down"});
}

TEST(Inflect, EveryFormOfEveryVerbIsNamedOnce) {
  for (const char* base : {"be", "study", "put off", "travel", "take"}) {
    std::set<std::pair<std::string, Form>> seen;
    for (const Inflected& form : inflect_verb(base))
      EXPECT_TRUE(seen.insert({form.text, form.form}).second) << form.text;
  }
}

TEST(Inflect, ANounHasSingularThenPlural) {
  const auto forms = inflect_noun("exam");
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].text, "exam");
  EXPECT_EQ(forms[1].text, "exams");
  EXPECT_EQ(forms[1].form, Form::plural);
}

TEST(Inflect, PluralsFollowTheEnding) {
  for (const auto& [one, many] : {std::pair{"century", "centuries"},
                                  {"essay", "essays"},
                                  {"box", "boxes"},
                                  {"diagnosis", "diagnoses"},
                                  {"child", "children"},
                                  {"grandchild", "grandchildren"},
                                  {"chairman", "chairmen"},
                                  {"woman", "women"},
                                  {"human", "humans"},
                                  {"midwife", "midwives"},
                                  {"person", "people"},
                                  {"chairperson", "chairpersons"}}) {
    EXPECT_EQ(plural(one), many);
  }
}

TEST(Inflect, TheLastWordOfANounPhraseIsInflected) { EXPECT_EQ(plural("question bank"), "question banks"); }

}  // namespace
}  // namespace candor
