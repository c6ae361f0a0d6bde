#include "lint/dates/expression.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "lint/source/source.h"

namespace candor {
namespace {

constexpr CivilDate kAsOf = {2026, 9, 15};

struct Read {
  Source source;
  std::vector<DateExpression> dates;

  [[nodiscard]] std::string_view text(std::size_t i) const { return source.slice(dates[i].source); }
};

Read read(std::string text, DayOrder order = DayOrder::unknown) {
  Problem problem;
  Read result{*Source::from_bytes("statement.md", std::move(text), problem), {}};
  const Document document = read_document(result.source, Format::plain);
  const DateContext context{kAsOf, order};
  for (const Sentence& sentence : document.sentences()) find_dates(document, sentence, context, result.dates);
  return result;
}

// "span = value" of each expression, joined by "; ".
std::string found(std::string text, DayOrder order = DayOrder::unknown) {
  const Read result = read(std::move(text), order);
  std::string all;
  for (std::size_t i = 0; i < result.dates.size(); ++i) {
    if (i > 0) all += "; ";
    all.append(result.text(i)).append(" = ").append(result.dates[i].value);
  }
  return all;
}

DateExpression only(std::string text, DayOrder order = DayOrder::unknown) {
  Read result = read(std::move(text), order);
  EXPECT_EQ(result.dates.size(), 1U);
  return result.dates.empty() ? DateExpression{} : result.dates[0];
}

TEST(Dates, ReadsRangesOfMonthsInEveryForm) {
  EXPECT_EQ(found("Clinic work, 07/2021 - 12/2022, full time."), "07/2021 - 12/2022 = 2021-07/2022-12");
  EXPECT_EQ(found("Clinic, July 2021 – December 2022."), "July 2021 – December 2022 = 2021-07/2022-12");
  EXPECT_EQ(found("Clinica, 03/2020 a 02/2022."), "03/2020 a 02/2022 = 2020-03/2022-02");
  EXPECT_EQ(found("I was away from September 2022 into the following March."),
            "from September 2022 into the following March = 2022-09/2023-03");
  EXPECT_EQ(found("Clinic, 2021-07 – 2022-12."), "2021-07 – 2022-12 = 2021-07/2022-12");
  EXPECT_EQ(found("Attempt 1 - June 14, 2022: fail."), "June 14, 2022 = 2022-06-14");
  EXPECT_EQ(found("Clinic, 2021-07 → 2022-12."), "2021-07 → 2022-12 = 2021-07/2022-12");
  EXPECT_EQ(found("Clinic, 2021-07 -> 2022-12."), "2021-07 -> 2022-12 = 2021-07/2022-12");
  EXPECT_EQ(found("The clinic had me from May to October 2020."), "from May to October 2020 = 2020-05/2020-10");
  EXPECT_EQ(found("My leave ran from June 2019 through to August 2020."),
            "from June 2019 through to August 2020 = 2019-06/2020-08");
  EXPECT_EQ(found("07/19 - 12/20 house officer"), "07/19 - 12/20 = 2019-07/2020-12");
  EXPECT_EQ(found("4/10 - 8/11, full time"), "4/10 - 8/11 = 2010-04/2011-08") << "both could be days";
  EXPECT_EQ(found("a pain of 2/10 - 3/10"), "");
  EXPECT_EQ(found("03.2022 - 02.2024 trainee"), "03.2022 - 02.2024 = 2022-03/2024-02");
  EXPECT_EQ(found("2010-03 / 2016-12 student"), "2010-03 / 2016-12 = 2010-03/2016-12");
  EXPECT_EQ(found("2023-02 / present assistant"), "2023-02 / present = 2023-02/..");
  EXPECT_EQ(found("2019-04-01/2020-09-30"), "2019-04-01/2020-09-30 = 2019-04-01/2020-09-30");
  EXPECT_EQ(found("2019-04/2020-09"), "2019-04/2020-09 = 2019-04/2020-09");
  EXPECT_EQ(found("2025-06-16/present"), "2025-06-16/present = 2025-06-16/..");
  EXPECT_EQ(found("Juli '21 – Dez. '23: Assistenzarzt"), "Juli '21 – Dez. '23 = 2021-07/2023-12");
}

TEST(Dates, ALengthWithAWordOfHowItFelt) {
  EXPECT_EQ(found("I did that work for six long years."), "six long years = P6Y");
  EXPECT_EQ(found("My year and a half in Gondar was good."), "year and a half = P1.5Y");
  EXPECT_EQ(found("The year and the half of it."), "");
}

TEST(Dates, AFeastIsItsMonthBesideAYear) {
  EXPECT_EQ(found("I graduated just before Christmas of 2020."), "Christmas of 2020 = 2020-12");
  EXPECT_EQ(found("I worked up to Midsummer's Day of 2024."), "up to Midsummer's Day of 2024 = ../2024-06");
  EXPECT_EQ(found("We moved over the New Year of 2020."), "the New Year of 2020 = 2020-01");
  EXPECT_EQ(found("At Christmas we sang."), "");
  EXPECT_EQ(found("The third was the first six months of 2021."), "the first six months of 2021 = 2021-01/2021-06");
  EXPECT_EQ(found("I left the Friday before Thanksgiving of 2021."), "Thanksgiving of 2021 = 2021-11");
  EXPECT_EQ(found("I stayed until the Dashain of 2018."), "until the Dashain of 2018 = ../2018-10");
  EXPECT_EQ(found("At Easter we rested."), "");
}

TEST(Dates, FirstAndLastDaysOfAYearAreItsEdges) {
  EXPECT_EQ(only("I came in the first weeks of 2023.").start.portion, Portion::start);
  EXPECT_EQ(only("I left in the last days of 2019.").start.portion, Portion::end);
}

TEST(Dates, RangesToThePresentStayOpen) {
  const DateExpression date = only("Hospitalist, Jul 2021 to Present");
  EXPECT_EQ(date.value, "2021-07/..");
  EXPECT_TRUE(date.to_present);
  EXPECT_EQ(date.end_days.last, day_number(kAsOf));
  EXPECT_EQ(found("Tutor, 2019–current, and aide, 09/21 - present"),
            "2019–current = 2019/..; 09/21 - present = 2021-09/..");
}

TEST(Dates, OpenRangesKnowTheirSide) {
  const DateExpression since = only("I have lived in Lagos since March 2020.");
  EXPECT_EQ(since.value, "2020-03/..");
  EXPECT_TRUE(since.open_end);
  EXPECT_FALSE(since.to_present);
  EXPECT_EQ(only("I stayed until December 2022.").value, "../2022-12");
  EXPECT_EQ(found("From 2019 onwards I taught."), "From 2019 onwards = 2019/..");
}

TEST(Dates, RangeOfPortionAndSeason) {
  const DateExpression date = only("It lasted from early 2018 until the summer of 2019.");
  EXPECT_EQ(date.value, "2018/2019-SU");
  EXPECT_EQ(date.start.portion, Portion::early);
  EXPECT_EQ(date.end.season(), Season::summer);
}

TEST(Dates, RangesOfDaysShareMonthAndYear) {
  EXPECT_EQ(found("The course ran from the 3rd to the 9th of June 2021."),
            "from the 3rd to the 9th of June 2021 = 2021-06-03/2021-06-09");
  EXPECT_EQ(found("We met May 12-18, 2019, in Quito."), "May 12-18, 2019 = 2019-05-12/2019-05-18");
  EXPECT_EQ(found("It ran November 2021 to February 2022."), "November 2021 to February 2022 = 2021-11/2022-02");
  EXPECT_EQ(found("It ran November to February 2022."), "November to February 2022 = 2021-11/2022-02");
}

TEST(Dates, ReadsDaysInWordsFiguresAndRomanMonths) {
  for (const char* day : {"12 April 2019", "April 12th, 2019", "12-Apr-2019", "2019-04-12", "12/IV/19",
                          "the 12th of April 2019", "April the twelfth 2019", "2019/apr/12", "Friday, 12 April 2019"}) {
    EXPECT_EQ(found(std::string("I sat it on ") + day + " in Lima."), std::string(day) + " = 2019-04-12") << day;
  }
}

TEST(Dates, PartOverTwelveDecidesTheOrder) {
  const DateExpression date = only("I sat it on 15/08/2017.");
  EXPECT_EQ(date.value, "2017-08-15");
  EXPECT_EQ(date.days(), (Interval{day_number({2017, 8, 15}), day_number({2017, 8, 15})}));
}

TEST(Dates, KeepsBothReadingsOfAnAmbiguousDay) {
  const DateExpression date = only("I sat it on 11/09/2021.");
  EXPECT_EQ(date.value, "2021-11-09");
  EXPECT_TRUE(date.days().contains(day_number({2021, 9, 11})));
  EXPECT_EQ(only("I sat it on 11/09/2021.", DayOrder::day_first).value, "2021-09-11");
}

TEST(Dates, ReadsYearsDecadesAndPartsOfYears) {
  EXPECT_EQ(found("In 2019-20 I studied."), "2019-20 = 2019/2020");
  EXPECT_EQ(found("In AY 2018-19 I studied."), "AY 2018-19 = 2018/2019");
  EXPECT_EQ(found("In '19 I left."), "'19 = 2019");
  EXPECT_EQ(found("In nineteen ninety eight we moved."), "nineteen ninety eight = 1998");
  EXPECT_EQ(found("The 1990s were hard."), "The 1990s = 199X");
  EXPECT_EQ(found("It closed in Q3 2020 and the second half of 2021."),
            "Q3 2020 = 2020-Q3; the second half of 2021 = 2021-H2");
  EXPECT_EQ(found("It began in mid-2020 and at the end of March."), "mid-2020 = 2020; the end of March = XXXX-03");
}

TEST(Dates, ShortSecondYearThatCouldBeAMonthIsAmbiguous) {
  const DateExpression date = only("The course of 2010-11 was long.");
  EXPECT_EQ(date.value, "2010-11");
  EXPECT_EQ(date.days(), (Interval{day_number({2010, 1, 1}), day_number({2011, 12, 31})}));
}

TEST(Dates, LabelsTellWhatTheYearIs) {
  EXPECT_EQ(only("I belong to the Class of 2016.").label, DateLabel::graduation);
  EXPECT_EQ(only("YOG 2016").label, DateLabel::graduation);
  EXPECT_EQ(only("I am of the 2012 batch.").label, DateLabel::batch);
  EXPECT_EQ(only("It was academic year 2018/19.").label, DateLabel::academic_year);
  const DateExpression training = only("As a PGY-2 I led the ward.");
  EXPECT_EQ(training.label, DateLabel::training_year);
  EXPECT_EQ(training.anchor, DateAnchor::training);
  EXPECT_FALSE(training.resolved);
}

TEST(Dates, ReadsLengths) {
  EXPECT_EQ(found("I waited for eighteen months."), "eighteen months = P18M");
  EXPECT_EQ(found("I waited two and a half years."), "two and a half years = P2.5Y");
  EXPECT_EQ(found("I waited a year and a quarter."), "a year and a quarter = P1.25Y");
  EXPECT_EQ(found("A three-month rotation, 1.5 yrs of work, half a year off."),
            "three-month = P3M; 1.5 yrs = P1.5Y; half a year = P0.5Y");
  EXPECT_EQ(found("It took 2 years, 3 months."), "2 years, 3 months = P2Y3M");
  EXPECT_EQ(only("It took nearly two years.").looseness, Looseness::nearly);
  EXPECT_EQ(only("It took over two years.").looseness, Looseness::over);
  EXPECT_EQ(only("It took several months.").value, "PXM");
  EXPECT_EQ(found("My yearlong post, and my year-long course."), "yearlong = P1Y; year-long = P1Y");
}

TEST(Dates, AgesAndRatesAreNoLengths) {
  EXPECT_EQ(found("She was 24 years old, with a 5-year-old son, and a baby of 3 months of age."), "");
  EXPECT_EQ(found("I worked forty hours a week, twice a month, six days a week."), "");
  EXPECT_EQ(found("I volunteer at the clinic three days of the week."), "");
  EXPECT_EQ(found("I wrote three referral letters a week, at age 24, in her 70s."), "");
  EXPECT_EQ(found("I had night duty two times in a month."), "");
}

TEST(Dates, RelativeToTheApplicationIsResolved) {
  EXPECT_EQ(found("This past June I passed."), "This past June = 2026-06");
  EXPECT_EQ(found("I began ten years ago."), "ten years ago = 2016-09");
  EXPECT_EQ(found("I went in March of this year."), "March of this year = 2026-03");
  EXPECT_EQ(found("Last year I left."), "Last year = 2025");
  EXPECT_EQ(found("Over the past two years I taught."), "the past two years = 2024-09/2026-09");
  const DateExpression may = only("Last May I passed.");
  EXPECT_EQ(may.anchor, DateAnchor::as_of);
  EXPECT_TRUE(may.days().contains(day_number({2025, 5, 1})));
  EXPECT_TRUE(may.days().contains(day_number({2026, 5, 31})));
}

TEST(Dates, RelativeToTheStoryStaysUnresolved) {
  for (const char* text : {"The following year I returned.", "Six months later I left.", "That November I wrote.",
                           "The year after, I moved.", "Two years earlier I had left."}) {
    const DateExpression date = only(text);
    EXPECT_EQ(date.anchor, DateAnchor::previous_event) << text;
    EXPECT_FALSE(date.resolved) << text;
  }
  EXPECT_TRUE(only("Two years earlier I had left.").before_anchor);
}

TEST(Dates, AnEndThatLiesBeforeAnotherEventMakesNoRange) {
  EXPECT_EQ(found("I worked from April 2019 until the July before medical school."),
            "April 2019 = 2019-04; until the July before = ../XXXX-07");
}

TEST(Dates, ForeignMonthNamesNeedADayOrAYear) {
  EXPECT_EQ(found("Rotation, 15 de marzo de 2019, mayo de 2020, le 3 août 2018."),
            "15 de marzo de 2019 = 2019-03-15; mayo de 2020 = 2020-05; 3 août 2018 = 2018-08-03");
  EXPECT_EQ(found("We put mayo on it and looked at Mars with Julio."), "");
}

TEST(Dates, TellsWhatDoesNotExist) {
  EXPECT_EQ(only("I sat it on 31 June 2021.").invalid, InvalidDate::no_such_day);
  EXPECT_EQ(only("I sat it on 29 February 2023.").invalid, InvalidDate::no_such_day);
  EXPECT_EQ(only("I sat it on 29 February 2024.").invalid, InvalidDate::none);
  EXPECT_EQ(only("I have worked since 13/2021.").invalid, InvalidDate::no_such_month);
  EXPECT_EQ(only("I sat it in July 20219.").invalid, InvalidDate::implausible_year);
}

TEST(Dates, OtherCalendarsAreFlagged) {
  for (const char* text :
       {"I graduated in 2075 BS.", "I graduated in 1399 SH.", "I graduated in 1441 AH.", "I graduated in 2563 BE."}) {
    const DateExpression date = only(text);
    EXPECT_TRUE(date.foreign_calendar) << text;
    EXPECT_FALSE(date.resolved) << text;
  }
  EXPECT_TRUE(only("Registered on 2074/02/05 BS.").foreign_calendar);
  EXPECT_FALSE(only("I earned a 2012 BS in Biology.").foreign_calendar);
}

TEST(Dates, LeavesFiguresOfOtherKindsAlone) {
  for (const char* text : {"I scored 238 on Step 2 and 2019 is room 2019 no more", "Call 555-123-4567."}) {
    SCOPED_TRACE(text);
    EXPECT_LE(read(text).dates.size(), 1U);
  }
  for (const char* text : {"We are open 24/7 and her pressure was 120/80.", "Strength was 3/5 on the left.",
                           "COVID-19 and H1N1 filled ward 2019.", "See pp. 2014-2018 of it.", "We meet 1:1 at 10:30.",
                           "It is in 2014;12:345.", "We gave 2000 doses to over 2020 patients.",
                           "Follow the 2018 guideline.", "File DS-2019 and form 2020.", "It costs $2019 or 50.1990."}) {
    EXPECT_EQ(found(text), "") << text;
  }
}

TEST(Dates, LeavesVerbsAndNamesAlone) {
  for (const char* text : {"I may march on.", "This may take long.", "May I begin?",
                           "Her falls and her fall risk grew.", "I spring from bed.", "Dr. April Jones met June Smith.",
                           "An august room.", "The MAR and the DEC were wrong."}) {
    EXPECT_EQ(found(text), "") << text;
  }
  EXPECT_EQ(found("In May, I may go."), "May = XXXX-05");
}

TEST(Dates, AFigureBeforeAMonthFirstDateIsNoDay) {
  EXPECT_EQ(found("USMLE Step 1 Aug 29, 2023 Pass"), "Aug 29, 2023 = 2023-08-29");
  EXPECT_EQ(found("USMLE Step 1          Nov. 9, 2022"), "Nov. 9, 2022 = 2022-11-09");
  EXPECT_EQ(found("USMLE Step 1   January 18 2022"), "January 18 2022 = 2022-01-18");
}

TEST(Dates, ThePortionOfAMonthToldFromAnother) {
  EXPECT_EQ(found("I was home from June 2020 until the end of that December."),
            "from June 2020 until the end of that December = 2020-06/2020-12");
  EXPECT_EQ(found("I was home from June 2020 until the middle of the following March."),
            "from June 2020 until the middle of the following March = 2020-06/2021-03");
  EXPECT_EQ(found("By the end of that may come a letter."), "");
}

TEST(Dates, SpansMayEndWithinAToken) {
  EXPECT_EQ(found("The file is report_2021-07-15.pdf now."), "2021-07-15 = 2021-07-15");
}

TEST(Dates, VotesTheDayOrderOfAText) {
  const auto vote = [](std::string text) {
    Problem problem;
    const Source source = *Source::from_bytes("a.txt", std::move(text), problem);
    return date_habits(read_document(source, Format::plain)).day_order;
  };
  EXPECT_EQ(vote("On 15/08/2017 and 03/04/2018 I sat it."), DayOrder::day_first);
  EXPECT_EQ(vote("On 08/15/2017 and 03/04/2018 I sat it."), DayOrder::month_first);
  EXPECT_EQ(vote("On 03/04/2018 I sat it."), DayOrder::unknown);
  EXPECT_EQ(vote("On 15/08/2017 and 08/15/2017 I sat it."), DayOrder::unknown);
}

TEST(Dates, TheTurnOfAYear) {
  EXPECT_EQ(found("I left as 2020 was turning into 2021."), "2020 was turning into 2021 = 2021-01");
  EXPECT_EQ(found("I left at the turn of 2021."), "the turn of 2021 = 2021-01");
  EXPECT_EQ(found("I left in the winter of 2020-21."), "the winter of 2020-21 = 2020-WI");
}

TEST(Dates, ALengthWithHyphensOrARemainder) {
  EXPECT_EQ(found("I stayed for two-and-a-half years."), "two-and-a-half years = P2.5Y");
  EXPECT_EQ(found("I stayed for two years and a bit."), "two years and a bit = P2Y");
  EXPECT_EQ(found("I stayed for two years before I left."), "two years = P2Y");
}

TEST(Dates, RomanMonthsAtBothEndsOfARange) {
  EXPECT_EQ(found("I was there VIII.2016–VII.2018."), "VIII.2016–VII.2018 = 2016-08/2018-07");
  EXPECT_EQ(found("I was there VIII.2016 – present."), "VIII.2016 – present = 2016-08/..");
}

TEST(Dates, YearsAreJoinedWhereTheTextJoinsThem) {
  const auto joins = [](std::string text) {
    Problem problem;
    const Source source = *Source::from_bytes("a.txt", std::move(text), problem);
    return date_habits(read_document(source, Format::plain)).joined_years;
  };
  EXPECT_TRUE(joins("MBBS, 2009-15\nF.Sc., 2007-09\n"));
  EXPECT_FALSE(joins("MBBS, 2009-15\nIntern, 2015-03\n"));
  EXPECT_FALSE(joins("F.Sc., 2007-09\n"));
  EXPECT_EQ(found("I took the year 2009-10 after school."), "2009-10 = 2009/2010");
  EXPECT_EQ(found("I began in 2009-10."), "2009-10 = 2009-10");
}

TEST(Dates, ALengthThatIsAPartOfAnother) {
  EXPECT_EQ(found("I completed two of the three years."), "two of the three years = P2Y");
  EXPECT_EQ(found("It came a year and two months after Step 1."), "a year and two months after = P1Y2M");
  EXPECT_EQ(found("Step 2 CK came a year and two months after Step 1."), "a year and two months after = P1Y2M");
}

TEST(Dates, MonthsWithArticlesAtBothEnds) {
  EXPECT_EQ(found("I sailed from the September of 2021 to the August of 2022."),
            "from the September of 2021 to the August of 2022 = 2021-09/2022-08");
}

TEST(Dates, RangesInOtherLanguages) {
  EXPECT_EQ(found("von 01.10.2006 bis 19.07.2013", DayOrder::day_first),
            "von 01.10.2006 bis 19.07.2013 = 2006-10-01/2013-07-19");
  EXPECT_EQ(found("jul 2019 - ago 2021"), "jul 2019 - ago 2021 = 2019-07/2021-08");
  EXPECT_EQ(found("julio de 2024 \u2013 hasta la fecha"), "julio de 2024 \u2013 hasta la fecha = 2024-07/..");
  EXPECT_EQ(found("f\u00E9vrier 2024 \u2013 \u00E0 ce jour"), "f\u00E9vrier 2024 \u2013 \u00E0 ce jour = 2024-02/..");
  EXPECT_EQ(found("mars 2023 \u2013 aujourd'hui"), "mars 2023 \u2013 aujourd'hui = 2023-03/..");
  EXPECT_EQ(found("02/2024 \u2013 en cours"), "02/2024 \u2013 en cours = 2024-02/..");
  EXPECT_EQ(found("agosto 2012 a julio 2019"), "agosto 2012 a julio 2019 = 2012-08/2019-07");
  EXPECT_EQ(found("marzo 2023 a la fecha (full time)"), "marzo 2023 a la fecha = 2023-03/..");
  EXPECT_EQ(found("junio 2023 - a la fecha"), "junio 2023 - a la fecha = 2023-06/..");
  EXPECT_EQ(found("sep 2024 - actual"), "sep 2024 - actual = 2024-09/..");
  EXPECT_EQ(found("7 a\u00F1os"), "7 a\u00F1os = P7Y");
  EXPECT_EQ(found("18 meses"), "18 meses = P18M");
  EXPECT_EQ(found("De novembre 2022 à juin 2024 : chef de clinique"), "De novembre 2022 à juin 2024 = 2022-11/2024-06");
  EXPECT_EQ(found("D'octobre 2018 à septembre 2022 : interne"), "D'octobre 2018 à septembre 2022 = 2018-10/2022-09");
  EXPECT_EQ(found("De février à avril 2025 : observateur"), "De février à avril 2025 = 2025-02/2025-04");
}

TEST(Dates, RangesOfYearsBeforeTheirMonths) {
  EXPECT_EQ(found("2003, September, to 2004, January."), "2003, September, to 2004, January = 2003-09/2004-01");
  EXPECT_EQ(found("2017, February - 2019, June: Physician"), "2017, February - 2019, June = 2017-02/2019-06");
  EXPECT_EQ(found("In 2019, June came to us."), "2019 = 2019; June = XXXX-06");
}

TEST(Dates, RangesWithTheDotsOfTheBalkans) {
  EXPECT_EQ(found("06.2025. - 08.2025.", DayOrder::day_first), "06.2025. - 08.2025 = 2025-06/2025-08");
}

TEST(Dates, TillDateBehindADash) { EXPECT_EQ(found("06/22 - till date"), "06/22 - till date = 2022-06/.."); }

TEST(Dates, CellsWithoutBlanks) {
  EXPECT_EQ(found("resident,2017-05,2018-04,full"), "2017-05 = 2017-05; 2018-04 = 2018-04");
  EXPECT_EQ(found("The ratio was 2017-05,2018 then."), "");
  EXPECT_EQ(found("Step 1,2021-11-18,pass"), "2021-11-18 = 2021-11-18");
  EXPECT_EQ(found("OET,2023-09-16,350 or more"), "2023-09-16 = 2023-09-16");
}

TEST(Dates, RangesWithTwoDots) {
  EXPECT_EQ(found("2020-05 .. 2022-12"), "2020-05 .. 2022-12 = 2020-05/2022-12");
  EXPECT_EQ(found("2023-02 .. present"), "2023-02 .. present = 2023-02/..");
}

TEST(Dates, AMonthOfAYearBehindAWordThatIsCounted) {
  EXPECT_EQ(found("General physician, Emergency Room 10/2018 - 12/2021."), "10/2018 - 12/2021 = 2018-10/2021-12");
  EXPECT_EQ(found("We met in Room 10."), "");
}

TEST(Dates, ADozenYears) {
  EXPECT_EQ(found("I gave it a dozen years."), "a dozen years = P12Y");
  EXPECT_EQ(found("I gave it half a dozen years."), "half a dozen years = P6Y");
  EXPECT_EQ(found("I saw a dozen patients."), "");
}

}  // namespace
}  // namespace candor
