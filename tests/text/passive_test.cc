#include "lint/text/passive.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "lint/source/source.h"
#include "lint/text/participles.h"

namespace candor {
namespace {

std::string word_of(const Document& document, std::uint32_t token) { return std::string(document.word(token)); }

// "auxiliary participle" of each clause, then whether it is not finite, joined by "; ".
std::string passives(const std::string& text) {
  Problem problem;
  const std::optional<Source> source = Source::from_bytes("test.txt", text, problem);
  if (!source) return "unreadable: " + problem.message;
  const Document document = read_document(*source, Format::plain);
  std::vector<PassiveClause> clauses;
  for (const Sentence& sentence : document.sentences()) find_passives(document, sentence, clauses);

  std::string out;
  for (const PassiveClause& clause : clauses) {
    if (!out.empty()) out += "; ";
    out += word_of(document, clause.auxiliary) + ' ' + word_of(document, clause.participle);
    if (!clause.finite) out += " (not finite)";
  }
  return out;
}

TEST(PassiveTest, FindsRegularParticiples) {
  EXPECT_EQ(passives("The deadline was missed."), "was missed");
  EXPECT_EQ(passives("My credentials are verified every year."), "are verified");
  EXPECT_EQ(passives("The terms were agreed."), "were agreed");
}

TEST(PassiveTest, FindsIrregularParticiples) {
  EXPECT_EQ(passives("The form was sent late."), "was sent");
  EXPECT_EQ(passives("Mistakes were made."), "were made");
  EXPECT_EQ(passives("The clinic was shut in spring."), "was shut");
  EXPECT_EQ(passives("My brother was born in Lagos."), "was born");
}

TEST(PassiveTest, LooksPastAdverbs) {
  EXPECT_EQ(passives("The score was never properly reported."), "was reported");
  EXPECT_EQ(passives("The results are not yet all known."), "are known");
  EXPECT_EQ(passives("The delay was in part caused by rain."), "was caused");
  EXPECT_EQ(passives("The ward was for the most part staffed by nurses."), "was staffed");
}

TEST(PassiveTest, LooksPastParentheses) {
  EXPECT_EQ(passives("The leave was, however, approved."), "was approved");
  EXPECT_EQ(passives("The report was (to my surprise) accepted."), "was accepted");
  EXPECT_EQ(passives("The request was \"politely\" declined."), "was declined");
}

TEST(PassiveTest, DoesNotTakeAClauseBetweenCommasForAParenthesis) {
  EXPECT_EQ(passives("As busy as it was, the ward was calm, furnished with plants."), "");
}

TEST(PassiveTest, FindsContractions) {
  EXPECT_EQ(passives("It wasn't finished."), "wasn't finished");
  EXPECT_EQ(passives("It's been reviewed."), "been reviewed");
  EXPECT_EQ(passives("I'd been warned."), "been warned");
  EXPECT_EQ(passives("I'm required to repeat it."), "i'm required");
  EXPECT_EQ(passives("They're trained in teams."), "they're trained");
  EXPECT_EQ(passives("It's called triage."), "it's called");
}

TEST(PassiveTest, TakesApostropheSForHasWhereTheVerbIsActive) {
  EXPECT_EQ(passives("He's taken the exam."), "");
  EXPECT_EQ(passives("She's published papers."), "");
  EXPECT_EQ(passives("She's picked up the basics."), "");
  EXPECT_EQ(passives("He's arrived."), "");
}

TEST(PassiveTest, DoesNotTakeAPossessorForAnAuxiliary) {
  EXPECT_EQ(passives("I read the hospital's revised policy."), "");
}

TEST(PassiveTest, DoesNotTakeTheActivePerfect) {
  EXPECT_EQ(passives("I've finished the course and I had passed the exam."), "");
}

TEST(PassiveTest, FindsPerfectModalAndProgressiveChains) {
  EXPECT_EQ(passives("The file has been lost."), "been lost");
  EXPECT_EQ(passives("The appeal will be heard in May."), "be heard");
  EXPECT_EQ(passives("The case is being reviewed."), "being reviewed");
  EXPECT_EQ(passives("It could have been avoided."), "been avoided");
  EXPECT_EQ(passives("I am going to be examined."), "be examined");
}

TEST(PassiveTest, TellsInfinitivesAndGerundsFromFiniteClauses) {
  EXPECT_EQ(passives("It had to be repeated."), "be repeated (not finite)");
  EXPECT_EQ(passives("I remember being told."), "being told (not finite)");
  EXPECT_EQ(passives("Having been dismissed, I applied elsewhere."), "been dismissed (not finite)");
  EXPECT_EQ(passives("It seems to have been forgotten."), "been forgotten (not finite)");
  EXPECT_EQ(passives("I hope to get hired."), "get hired (not finite)");
  EXPECT_EQ(passives("The tool was built to be used by nurses."), "was built; be used (not finite)");
}

TEST(PassiveTest, FindsGetPassives) {
  EXPECT_EQ(passives("I got rejected twice."), "got rejected");
  EXPECT_EQ(passives("Patients get moved at night."), "get moved");
}

TEST(PassiveTest, DoesNotTakeGetBeforeAnAdjective) {
  EXPECT_EQ(passives("I got tired."), "");
  EXPECT_EQ(passives("We got used to it."), "");
  EXPECT_EQ(passives("We got lost."), "");
}

TEST(PassiveTest, FindsQuestions) {
  EXPECT_EQ(passives("Was the exam taken?"), "was taken");
  EXPECT_EQ(passives("Where were you told this?"), "were told");
  EXPECT_EQ(passives("What is it called?"), "is called");
  EXPECT_EQ(passives("Why are residents paid so little?"), "are paid");
}

TEST(PassiveTest, FindsInversionAfterAFrontedAdverb) {
  EXPECT_EQ(passives("Never was I asked about it."), "was asked");
  EXPECT_EQ(passives("Rarely are we given a second chance."), "are given");
}

TEST(PassiveTest, DoesNotTakeAParticipleWithinTheSubjectOfAQuestion) {
  EXPECT_EQ(passives("Is the revised plan better?"), "");
  EXPECT_EQ(passives("Is that a limited offer?"), "");
}

TEST(PassiveTest, FindsAFrontedParticiple) { EXPECT_EQ(passives("Attached is my transcript."), "is attached"); }

TEST(PassiveTest, DoesNotTakeANameForAFrontedParticiple) {
  EXPECT_EQ(passives("Khaled was the chief resident."), "");
  EXPECT_EQ(passives("Interested are only a few."), "");
}

TEST(PassiveTest, FindsJoinedParticiples) {
  EXPECT_EQ(passives("The essays were graded and returned."), "were graded; were returned");
  EXPECT_EQ(passives("The exam was taken and failed."), "was taken; was failed");
}

TEST(PassiveTest, FindsParticiplesInAList) {
  EXPECT_EQ(passives("The draft was reviewed, revised and sent."), "was reviewed; was revised; was sent");
  EXPECT_EQ(passives("I was called, then given a date."), "was called; was given");
}

TEST(PassiveTest, DoesNotJoinAnActiveVerb) {
  EXPECT_EQ(passives("I was admitted and worked there for a year."), "was admitted");
  EXPECT_EQ(passives("I was hired and trained the others."), "was hired");
  EXPECT_EQ(passives("I was treated and returned to work."), "was treated");
  EXPECT_EQ(passives("When I was hired, trained staff helped me."), "was hired");
}

TEST(PassiveTest, DoesNotTakeAdjectives) {
  EXPECT_EQ(passives("I am interested in surgery."), "");
  EXPECT_EQ(passives("We were excited and tired."), "");
  EXPECT_EQ(passives("I was very relieved."), "");
  EXPECT_EQ(passives("The outcome was unexpected."), "");
  EXPECT_EQ(passives("I am board-certified."), "");
  EXPECT_EQ(passives("She is well-known and open-minded."), "");
  EXPECT_EQ(passives("He is kindhearted."), "");
}

TEST(PassiveTest, TakesAnAdjectiveWithAnAgent) {
  EXPECT_EQ(passives("I was fascinated by the heart."), "was fascinated");
  EXPECT_EQ(passives("The town was unaffected by the flood."), "was unaffected");
}

TEST(PassiveTest, TakesACompoundVerb) {
  EXPECT_EQ(passives("She was re-elected, and the paper was co-authored."), "was re-elected; was co-authored");
}

TEST(PassiveTest, DoesNotTakeWordsThatOnlyLookLikeParticiples) {
  EXPECT_EQ(passives("There was need for speed."), "");
  EXPECT_EQ(passives("There were a hundred; it is sacred."), "");
  EXPECT_EQ(passives("I was premed."), "");
}

TEST(PassiveTest, DoesNotTakeANounAfterBeen) { EXPECT_EQ(passives("I have been a nurse and it has been hard."), ""); }

TEST(PassiveTest, DoesNotTakeAParticipleThatModifiesANoun) {
  EXPECT_EQ(passives("The results obtained are a mixed bag."), "");
}

TEST(PassiveTest, DoesNotTakeGone) { EXPECT_EQ(passives("The chance is gone."), ""); }

TEST(PassiveTest, TellsAccustomedFromEmployed) {
  EXPECT_EQ(passives("I am used to long nights."), "");
  EXPECT_EQ(passives("The staff were used to working late."), "");
  EXPECT_EQ(passives("The scale is used to measure pain."), "is used");
}

TEST(PassiveTest, TellsBeingDoneFromHavingFinished) {
  EXPECT_EQ(passives("I'm done with excuses."), "");
  EXPECT_EQ(passives("The clerk is done sorting."), "");
  EXPECT_EQ(passives("The work was done with care."), "was done");
}

TEST(PassiveTest, TellsDeterminedPeopleFromWhatWasDetermined) {
  EXPECT_EQ(passives("I am determined to pass."), "");
  EXPECT_EQ(passives("The cause was determined later."), "was determined");
}

TEST(PassiveTest, TakesSupposedToForAPassive) { EXPECT_EQ(passives("I was supposed to report it."), "was supposed"); }

TEST(PassiveTest, DoesNotTakeHumanBeingForAnAuxiliary) { EXPECT_EQ(passives("He met a human being lost at sea."), ""); }

TEST(PassiveTest, FindsEveryClauseOfASentence) {
  EXPECT_EQ(passives("The exam was failed and my contract was not renewed."), "was failed; was renewed");
}

TEST(PassiveTest, AppendsToWhatIsThere) {
  Problem problem;
  const std::optional<Source> source = Source::from_bytes("test.txt", "It was lost.", problem);
  ASSERT_TRUE(source);
  const Document document = read_document(*source, Format::plain);
  std::vector<PassiveClause> clauses(1);
  find_passives(document, document.sentences()[0], clauses);
  ASSERT_EQ(clauses.size(), 2U);
  EXPECT_EQ(clauses[1], (PassiveClause{.auxiliary = 1, .participle = 2}));
}

TEST(ParticipleTest, TellsKindsApart) {
  EXPECT_EQ(participle("graded"), Participle::verbal);
  EXPECT_EQ(participle("written"), Participle::verbal);
  EXPECT_EQ(participle("reminded"), Participle::verbal);
  EXPECT_EQ(participle("uncovered"), Participle::verbal);
  EXPECT_EQ(participle("under-reported"), Participle::verbal);
  EXPECT_EQ(participle("tired"), Participle::adjectival);
  EXPECT_EQ(participle("uninsured"), Participle::adjectival);
  EXPECT_EQ(participle("self-taught"), Participle::adjectival);
  EXPECT_EQ(participle("need"), Participle::none);
  EXPECT_EQ(participle("wrote"), Participle::none);
  EXPECT_EQ(participle("-"), Participle::none);
  EXPECT_EQ(participle(""), Participle::none);
}

}  // namespace
}  // namespace candor
