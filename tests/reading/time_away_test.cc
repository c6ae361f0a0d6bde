// What prose tells of time outside training and clinical work.
#include "lint/reading/time_away.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

// One sentence of a statement, or of an answer about interruptions.
class Told {
 public:
  explicit Told(const std::string& sentence, SectionKind section = SectionKind::personal_statement)
      : text_(path_.add("statement.md", sentence + "\n").timeline().texts.front()),
        sentence_(text_.text.document.sentences().front()),
        section_(section) {}

  [[nodiscard]] const MarkedText& text() const { return text_; }
  [[nodiscard]] Span span() const { return sentence_.source; }
  // "2020-03/2021-06", "../2021-06", "undated"; "nothing" where no time away is told.
  [[nodiscard]] std::string away() const {
    const std::optional<Event> event = read();
    if (!event) return "nothing";
    if (!event->dated()) return "undated";
    return (event->start ? to_value(event->start->date) : "..") + "/" +
           (event->end ? to_value(event->end->date) : "..");
  }
  [[nodiscard]] std::optional<Event> read() const {
    return read_time_away(text_, sentence_, read_clauses(text_, sentence_), section_);
  }

 private:
  PathTexts path_;
  const MarkedText& text_;
  const Sentence& sentence_;
  SectionKind section_;
};

TEST(TimeAway, HasTheEndsOfItsRange) {
  EXPECT_EQ(Told("I was on a leave of absence from March 2020 to June 2021.").away(), "2020-03/2021-06");
  EXPECT_EQ(Told("From March 2020 to June 2021 I cared for my mother.").away(), "2020-03/2021-06");
  EXPECT_EQ(Told("There was a gap in my training from March 2020 to June 2021.").away(), "2020-03/2021-06");
}

TEST(TimeAway, HasTheEndThatIsToldAlone) {
  EXPECT_EQ(Told("I was away from medicine until June 2021.").away(), "../2021-06");
  EXPECT_EQ(Told("I took a leave of absence in March 2020.").away(), "2020-03/..");
}

TEST(TimeAway, MayBeToldByALengthAndAReasonAlone) {
  EXPECT_EQ(Told("For eight months I cared for my mother.").away(), "undated");
  EXPECT_EQ(Told("For eight months I painted roses.").away(), "nothing");
  EXPECT_EQ(Told("For eight months I cared for the dying as a registrar.").away(), "nothing");
}

TEST(TimeAway, OfSomebodyElseIsNotTheWriters) {
  EXPECT_EQ(Told("My sister was out of work for a year.").away(), "nothing");
  EXPECT_EQ(Told("I was out of work for a year.").away(), "undated");
}

TEST(TimeAway, IsNotToldByTheQuestionOfAForm) {
  EXPECT_EQ(Told("Explain any leave of absence of more than three months.", SectionKind::interruption).away(),
            "nothing");
}

TEST(TimeAway, HasItsLengthWhichMayBeOfAPart) {
  const auto read = [](const std::string& sentence) { return Told(sentence).read().value(); };
  EXPECT_EQ(read("I took eight months off to care for my mother.").length.value().in_months(), 8);
  EXPECT_FALSE(read("I took eight months off to care for my mother.").partial);
  EXPECT_TRUE(read("For the first eight months of my leave I cared for my mother.").partial);
}

TEST(Leave, IsToldInSetWords) {
  const auto tells = [](const std::string& sentence) {
    const Told told(sentence);
    return tells_of_leave(told.text(), told.span());
  };
  EXPECT_TRUE(tells("I took a leave of absence."));
  EXPECT_TRUE(tells("I stopped working at the end of March 2020."));
  EXPECT_FALSE(tells("I stopped working at the Tern Clinic in March 2020."));
  EXPECT_FALSE(tells("Three months out of college I met a surgeon."));
}

TEST(DenialOfWork, StandsShortlyBeforeAWordOfWork) {
  const auto denies = [](const std::string& sentence) {
    const Told told(sentence);
    return denies_work(told.text(), told.span());
  };
  EXPECT_TRUE(denies("For a year I did not see a patient."));
  EXPECT_FALSE(denies("For a year I did not tell my aunt what had become of the patient."));
  EXPECT_FALSE(denies("By noon we had run out of hospital beds."));
}

TEST(TimeAway, AnAnswerThatOpensWithItsMonths) {
  const auto answer = [](const std::string& sentence) { return Told(sentence, SectionKind::interruption).away(); };
  EXPECT_EQ(answer("May 2022 to July 2023: at home with my father, who was ill."), "2022-05/2023-07");
  EXPECT_EQ(answer("September 2022 to April 2023: in Kottayam."), "2022-09/2023-04");
  EXPECT_EQ(answer("My leave began in May 2022 and ended in July 2023."), "2022-05/2023-07");
}

TEST(TimeAway, FourYearsInATownAreAStay) {
  EXPECT_EQ(Told("Over my four years in Kettering I looked after adults while my mother was ill.").away(), "nothing");
}

TEST(TimeAway, APauseBeforeAnotherHospitalIsToldWithoutDates) {
  EXPECT_EQ(Told("There was a longish pause before any hospital could use me.").away(), "undated");
  EXPECT_EQ(Told("There was a long pause before he looked at me.").away(), "nothing");
}

TEST(TimeAway, FeelingAtHomeAndARotaAreNone) {
  EXPECT_EQ(Told("For a year I have felt at home with it.").away(), "nothing");
  EXPECT_EQ(Told("I worked two weeks on and two weeks off for a year and a half.").away(), "nothing");
}

TEST(TimeAway, MonthsThatAreSpentWithTheFamily) {
  EXPECT_EQ(Told("I spent several months in Poland with my mother, before we came here.").away(), "undated");
  EXPECT_EQ(Told("I spent several months in the clinic with my first teacher.").away(), "nothing");
}

TEST(TimeAway, BeingAMotherAndNothingElseButNotPuttingACampOutOfWork) {
  EXPECT_EQ(Told("For two years I was a mother and nothing else.").away(), "undated");
  EXPECT_EQ(Told("As a specialist I tried for a year to put this camp out of work.").away(), "nothing");
}

TEST(TimeAway, AFullTimeMother) { EXPECT_EQ(Told("I was close to three years a full-time mother.").away(), "undated"); }

}  // namespace
}  // namespace candor
