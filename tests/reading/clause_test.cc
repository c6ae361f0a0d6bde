// Where sentences are cut into clauses, who acts in each, and what its verb makes of a date.
#include "lint/reading/clause.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

constexpr std::string_view kActors[] = {"none", "self", "own", "other"};
constexpr std::string_view kActs[] = {"none", "start", "arrive", "end", "award", "whole", "deed", "exam"};

using Words = std::vector<std::string>;

// The clauses of the first sentence, as `told` puts each into words.
template <typename Told>
Words clauses_of(const std::string& sentence, Told told) {
  PathTexts path;
  const MarkedText& text = path.add("statement.md", sentence + "\n").timeline().texts.front();
  Words words;
  for (const Clause& clause : read_clauses(text, text.text.document.sentences().front()))
    words.push_back(told(text, clause));
  return words;
}

Words cut(const std::string& sentence) {
  return clauses_of(
      sentence, [](const MarkedText& text, const Clause& clause) { return std::string(text.slice(clause.source)); });
}

// "self start" of "I joined the clinic".
Words acts(const std::string& sentence) {
  return clauses_of(sentence, [](const MarkedText&, const Clause& clause) {
    return std::string(kActors[static_cast<std::size_t>(clause.actor)]) + " " +
           std::string(kActs[static_cast<std::size_t>(clause.act)]);
  });
}

TEST(Clauses, AreCutAtTheNextVerbOfTheSameSubject) {
  EXPECT_EQ(cut("I joined the Tern Clinic in 2019 and left it in 2021."),
            (Words{"I joined the Tern Clinic in 2019", "and left it in 2021."}));
  EXPECT_EQ(cut("I joined the Tern Clinic with a map and a lamp."),
            Words{"I joined the Tern Clinic with a map and a lamp."});
}

TEST(Clauses, AreCutAtTheNextSubject) {
  EXPECT_EQ(cut("I left Bergen in 2021 because my father fell ill."),
            (Words{"I left Bergen in 2021", "because my father fell ill."}));
  EXPECT_EQ(cut("I left Bergen in 2021 because of the rain."), Words{"I left Bergen in 2021 because of the rain."});
}

TEST(Clauses, TakeInTheAdverbialsInFrontAndBehind) {
  EXPECT_EQ(cut("In June 2019, after a long winter, I joined the Tern Clinic."),
            Words{"In June 2019, after a long winter, I joined the Tern Clinic."});
  EXPECT_EQ(cut("I joined the Tern Clinic (with two friends) in June 2019."),
            Words{"I joined the Tern Clinic (with two friends) in June 2019."});
}

TEST(Clauses, ADateBehindAnAndLeadsWhatFollows) {
  EXPECT_EQ(cut("I left Bergen by boat and until May 2020 I sold lamps."),
            (Words{"I left Bergen by boat", "and until May 2020 I sold lamps."}));
}

TEST(Clauses, ACircumstanceBetweenCommasIsNoClauseOfItsOwn) {
  EXPECT_EQ(acts("In May 2019, with my badge not yet printed, I joined the Tern Clinic."), Words{"self start"});
}

TEST(Clauses, ACleftIsOneClauseWithItsDate) {
  EXPECT_EQ(acts("It was in March 2021 that I left the Tern Clinic."), Words{"self end"});
  EXPECT_EQ(acts("March 2021 was when I left the Tern Clinic."), Words{"self end"});
}

TEST(Clauses, ALengthBelongsToTheStayThatIsToldBehindIt) {
  EXPECT_EQ(cut("I was tired, and in the ten months that I was medical officer the ward grew.").back(),
            "in the ten months that I was medical officer the ward grew.");
}

TEST(Clauses, ARelativeIsLinkedToTheClauseBefore) {
  const auto linked = [](const std::string& sentence) {
    return clauses_of(sentence, [](const MarkedText&, const Clause& clause) {
      return std::string(clause.linked ? "linked" : "free");
    });
  };
  EXPECT_EQ(linked("I joined the Tern Clinic, which opened in 1952."), (Words{"free", "linked"}));
  EXPECT_EQ(linked("I joined the Tern Clinic, and it opened in 1952."), (Words{"free", "free"}));
}

TEST(ClauseActor, IsTheWriterAThingOfTheWritersOrSomebodyElse) {
  EXPECT_EQ(acts("I joined the Tern Clinic in 2019."), Words{"self start"});
  EXPECT_EQ(acts("My internship began in 2019."), Words{"own start"});
  EXPECT_EQ(acts("My father joined the Tern Clinic in 1985."), Words{"other start"});
  EXPECT_EQ(acts("Three months in Toledo."), Words{"none none"});
}

TEST(ClauseActor, IsTheWriterWhereSomebodyHiresOrTeachesMe) {
  EXPECT_EQ(acts("The Tern Clinic hired me in 2019."), Words{"self start"});
  EXPECT_EQ(acts("The Tern Clinic hired her in 2019."), Words{"other start"});
  EXPECT_EQ(acts("My wife joined me in 2019."), Words{"other start"});
}

TEST(ClauseActor, OfAParticipleInFrontIsThatOfTheClauseBehind) {
  EXPECT_EQ(acts("After finishing the course in 2019, I sold lamps.").front(), "self end");
  EXPECT_EQ(acts("After finishing the course in 2019, my brother sold lamps.").front(), "none end");
}

TEST(ClauseActor, BehindAnAsideIsTheWriterAgain) {
  EXPECT_EQ(acts("I fed my father, who was ill, and left the ward in 2019.").back(), "self end");
  EXPECT_EQ(acts("I fed an aunt who fell ill and left the ward in 2019.").back(), "other end");
}

TEST(ClauseActor, OfWhatAThingDidIsTheThing) {
  EXPECT_EQ(acts("The cohort that I look after was recruited in 2011."), Words{"other start"});
  EXPECT_EQ(acts("The cohort that I joined in 2011."), Words{"self start"});
}

TEST(ClauseAct, IsWhatTheVerbMakesOfADate) {
  EXPECT_EQ(acts("I joined the Tern Clinic in 2019."), Words{"self start"});
  EXPECT_EQ(acts("I moved to Bergen in 2019."), Words{"self arrive"});
  EXPECT_EQ(acts("I left the Tern Clinic in 2019."), Words{"self end"});
  EXPECT_EQ(acts("I received a diploma in 2019."), Words{"self award"});
  EXPECT_EQ(acts("I worked at the Tern Clinic in 2019."), Words{"self whole"});
  EXPECT_EQ(acts("I presented an audit in 2019."), Words{"self deed"});
  EXPECT_EQ(acts("I passed Step 1 in 2019."), Words{"self exam"});
}

TEST(ClauseAct, OfTheVerbThatSaysMoreComesBeforeWas) {
  EXPECT_EQ(acts("I was hired by the Tern Clinic in 2019."), Words{"self start"});
  EXPECT_EQ(acts("I was at the Tern Clinic in 2019."), Words{"self whole"});
}

TEST(Clauses, TakeInAnAdverbialOfSeveralParts) {
  EXPECT_EQ(cut("I studied with a tutor and finally, in October 2024, I passed."),
            (Words{"I studied with a tutor", "and finally, in October 2024, I passed."}));
}

TEST(Clauses, ForItIsAnObject) {
  EXPECT_EQ(cut("I sat for it in November."), Words{"I sat for it in November."});
  EXPECT_EQ(cut("I sat in November, for it took me a year."), (Words{"I sat in November,", "for it took me a year."}));
}

TEST(Clauses, AnExamMayLeadItsOwn) {
  EXPECT_EQ(cut("I prepared for Step 1 in the bus, and the Step 2 CK I sat in May 2024."),
            (Words{"I prepared for Step 1 in the bus", ", and the Step 2 CK I sat in May 2024."}));
}

}  // namespace
}  // namespace candor
