// The edges of the taxonomy (corpus/taxonomy.md), as a whole run reads them: each sentence that it calls an offence,
// and each that it does not, within an explanation of its kind.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/engine/run.h"

namespace candor {
namespace {

// What a sentence stands in.
enum class Within { nothing, exam, gap, discipline, match };

struct Around {
  std::string_view before;
  std::string_view behind;
};

Around around(Within within) {
  switch (within) {
    case Within::nothing:
      break;
    case Within::exam:
      return {"I failed Step 1 in March 2021 by four points. ",
              " I then did 3,000 questions in timed blocks with a partner, and passed in October 2021."};
    case Within::gap:
      return {"I was away from clinical work from March 2021 to January 2022. ",
              " In February 2022 I returned to full-time work on a medical ward."};
    case Within::discipline:
      return {"In March 2021 I was put on probation for late notes. ",
              " I now finish every note before I leave the ward, and my supervisor has had no complaint since."};
    case Within::match:
      return {"I did not match in 2021. ", " In 2022 I applied to sixty programs and matched into a preliminary year."};
  }
  return {};
}

Report report_on(const std::string& text) {
  return check_one("personal-statement.md", text, *Rulebook::shipped(), Settings(), RunOptions());
}

// Whether a finding of the category overlaps the sentence.
bool finds(std::string_view category, std::string_view sentence, Within within) {
  const auto [before, behind] = around(within);
  const std::size_t end = before.size() + sentence.size();
  const Report report = report_on(std::string(before).append(sentence).append(behind));
  return std::ranges::any_of(report.findings, [&](const Finding& finding) {
    const Range& range = finding.place.range;
    return finding.rule.starts_with(category) && range.start.offset < end && range.end.offset > before.size();
  });
}

bool has(std::string_view rule, const std::string& text) {
  return std::ranges::any_of(report_on(text).findings, [&](const Finding& finding) { return finding.rule == rule; });
}

struct Case {
  std::string_view sentence;
  Within within = Within::exam;
};

TEST(Taxonomy, BlameShiftingIs) {
  for (const auto& [sentence, within] : {
           Case{"The failure came through no fault of my own.", Within::exam},
           Case{"Had it not been for the proctor, I would have passed.", Within::exam},
           Case{"Anyone in my position would have failed.", Within::exam},
           Case{"This score does not reflect who I am.", Within::exam},
           Case{"It was not in my destiny to pass that day.", Within::exam},
           Case{"I failed for reasons that did not depend on me.", Within::exam},
           Case{"The exam was unfair.", Within::exam},
           Case{"My school never prepared us for this exam.", Within::exam},
           Case{"The attending wanted me gone and marked me down.", Within::exam},
           Case{"The prep company sold us outdated material, and I paid for it with a fail.", Within::exam},
           Case{"The circumstances were beyond my control.", Within::exam},
           Case{"It was they who put me in that chair.", Within::match},
           Case{"The Match is a lottery and foreign graduates hold the worst tickets.", Within::match},
           Case{"The quotas left no place for somebody like me.", Within::match},
       }) {
    EXPECT_TRUE(finds("blame-shifting", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, BlameShiftingIsNot) {
  for (const auto& [sentence, within] : {
           Case{"I was working nights and misjudged the time I needed.", Within::exam},
           Case{"My father was ill that winter.", Within::exam},
           Case{"I was working full time at the clinic.", Within::exam},
           Case{"I had moved to a new country two months before.", Within::exam},
           Case{"I had little access to guidance.", Within::exam},
           Case{"It would be easy to blame the schedule; the plan was mine.", Within::exam},
           Case{"The exam was long.", Within::exam},
           Case{"Verification of my documents took eleven months.", Within::gap},
           Case{"The hospital froze hiring that spring.", Within::gap},
           Case{"My visa was delayed.", Within::gap},
           Case{"The embassy closed for four months.", Within::gap},
       }) {
    EXPECT_FALSE(finds("blame-shifting", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, OverSharingIs) {
  for (const auto& [sentence, within] : {
           Case{"My mother had stage III ovarian cancer and died in my arms.", Within::exam},
           Case{"I was taking sertraline and saw a psychiatrist every week.", Within::exam},
           Case{"My husband and I were divorcing.", Within::exam},
           Case{"My father owed 40,000 dollars to a moneylender.", Within::exam},
           Case{"My asylum hearing was postponed three times and the judge doubted my cousin's statement.",
                Within::exam},
           Case{"I had thoughts of ending my life.", Within::exam},
           Case{"I drank every night.", Within::exam},
           Case{"My uncle beat me until I left the house.", Within::exam},
           Case{"I had a miscarriage at eleven weeks.", Within::exam},
           Case{"I have taken fluoxetine since college.", Within::nothing},
           Case{"I was in rehab for cocaine at twenty.", Within::nothing},
           Case{"My ex-husband hit me.", Within::nothing},
           Case{"I tried to kill myself in my second year.", Within::nothing},
           Case{"Mr. Samuel Ortega, born 4 May 1956, came to us with chest pain.", Within::nothing},
           Case{"His record number was MRN 4471902.", Within::nothing},
           Case{"On 3 March 2019 in the village of Puno Alto a girl of nine died of rabies.", Within::nothing},
       }) {
    EXPECT_TRUE(finds("over-sharing", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, OverSharingIsNot) {
  for (const auto& [sentence, within] : {
           Case{"I had a family illness to deal with.", Within::exam},
           Case{"A personal health issue, since resolved, took six weeks.", Within::exam},
           Case{"I was caring for a parent.", Within::exam},
           Case{"My J-1 visa was delayed.", Within::exam},
           Case{"My grandmother's stroke is why I chose neurology.", Within::nothing},
           Case{"A man with lung cancer taught me to sit down.", Within::nothing},
           Case{"My mother's diabetes made me want to be a doctor.", Within::nothing},
           Case{"I presented a poster on depression in refugees.", Within::nothing},
       }) {
    EXPECT_FALSE(finds("over-sharing", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, PassiveFramingIs) {
  for (const auto& [sentence, within] : {
           Case{"Mistakes were made.", Within::exam},
           Case{"The deadline was missed.", Within::exam},
           Case{"The exam was not passed.", Within::exam},
           Case{"A failure occurred.", Within::exam},
           Case{"My Step 1 attempt resulted in a fail.", Within::exam},
           Case{"I had no choice but to sit the exam.", Within::exam},
           Case{"I was forced to take the exam.", Within::exam},
           Case{"I found myself unprepared.", Within::exam},
           Case{"I ended up with a fail.", Within::exam},
           Case{"There was nothing I could do.", Within::exam},
           Case{"I was unable to finish the blocks.", Within::exam},
           Case{"I was not able to finish the blocks.", Within::exam},
           Case{"The examination was then passed.", Within::exam},
           Case{"I was waiting for my visa.", Within::gap},
           Case{"I spent the year searching for opportunities.", Within::gap},
           Case{"I was made to resign.", Within::discipline},
           Case{"The clerkship was repeated.", Within::discipline},
           Case{"I was failed by the committee.", Within::discipline},
       }) {
    EXPECT_TRUE(finds("passive-framing", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, PassiveFramingIsNot) {
  for (const auto& [sentence, within] : {
           Case{"The second attempt was a pass.", Within::exam},
           Case{"First attempt: fail.", Within::exam},
           Case{"My credentials were verified that month.", Within::exam},
           Case{"I was suspended for two weeks.", Within::discipline},
           Case{"I was dismissed in June.", Within::discipline},
           Case{"I received a formal warning.", Within::discipline},
           Case{"I was given responsibility for the audit.", Within::discipline},
           Case{"I was selected as chief a year later.", Within::discipline},
           Case{"While waiting for my visa, I completed two courses.", Within::gap},
           Case{"My gap year forced me to look at health IT with intent, and I built a triage tool for two clinics.",
                Within::gap},
           Case{"The patient was admitted at midnight and was discharged after a week.", Within::nothing},
       }) {
    EXPECT_FALSE(finds("passive-framing", sentence, within)) << sentence;
  }
}

TEST(Taxonomy, ChangeIsMissing) {
  for (const char* text : {
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I changed my approach. I "
           "passed in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I developed a strict "
           "schedule. I passed in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I worked harder. I passed "
           "in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I studied more. I passed "
           "in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I booked the exam again. I "
           "passed in October 2021 with a 231.",
       }) {
    EXPECT_TRUE(has("layers/missing-change", text)) << text;
  }
}

TEST(Taxonomy, ChangeIsThere) {
  for (const char* text : {
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I did forty timed "
           "questions every morning. I passed in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I developed a strict "
           "schedule of two blocks a day with a log of errors. I passed in October 2021 with a 231.",
       }) {
    EXPECT_FALSE(has("layers/missing-change", text)) << text;
  }
}

TEST(Taxonomy, ResultIsMissing) {
  for (const char* text : {
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I did forty timed "
           "questions every morning. Now I am well.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I did forty timed "
           "questions every morning. My result is due in November.",
           "I failed Step 1 in March 2021 by four points because I had never tested myself. I did forty timed "
           "questions every morning. I am ready.",
       }) {
    EXPECT_TRUE(has("layers/missing-result", text)) << text;
  }
}

TEST(Taxonomy, ReasonIsMissing) {
  for (const char* text : {
           "From March 2021 to January 2022 I was away from clinical work. It was for personal reasons. I translated "
           "leaflets two days a week, which I now use to explain heart failure. In February 2022 I returned to a "
           "medical ward.",
           "From March 2021 to January 2022 I was away from clinical work. The reasons did not depend on me. I "
           "translated leaflets two days a week, which I now use to explain heart failure. In February 2022 I returned "
           "to a medical ward.",
       }) {
    EXPECT_TRUE(has("gap/missing-reason", text)) << text;
  }
}

TEST(Taxonomy, ReasonIsThere) {
  for (const char* text : {
           "From March 2021 to January 2022 I was away from clinical work. I had family responsibilities. I translated "
           "leaflets two days a week, which I now use to explain heart failure. In February 2022 I returned to a "
           "medical ward.",
           "From March 2021 to January 2022 I was away from clinical work. My visa was delayed. I translated leaflets "
           "two days a week, which I now use to explain heart failure. In February 2022 I returned to a medical ward.",
           "From March 2021 to January 2022 I was away from clinical work. I cared for my father. I translated "
           "leaflets two days a week, which I now use to explain heart failure. In February 2022 I returned to a "
           "medical ward.",
       }) {
    EXPECT_FALSE(has("gap/missing-reason", text)) << text;
  }
}

TEST(Taxonomy, ResponsibilityIsMissing) {
  for (const char* text : {
           "From March 2021 to January 2022 I was away from clinical work to care for my father. It made me patient, "
           "which I use in internal medicine. In February 2022 I returned to a medical ward.",
       }) {
    EXPECT_TRUE(has("gap/missing-responsibility", text)) << text;
  }
}

TEST(Taxonomy, ResponsibilityIsThere) {
  for (const char* text : {
           "From March 2021 to January 2022 I was away from clinical work to care for my father. I kept his chart, "
           "dressed his wound and drove him to dialysis three times a week, and I read every order; I use that in "
           "internal medicine. In February 2022 I returned to a medical ward.",
       }) {
    EXPECT_FALSE(has("gap/missing-responsibility", text)) << text;
  }
}

TEST(Taxonomy, BothEndsAreTold) {
  for (const char* text : {
           "From March 2021 to January 2022 I was away from clinical work to care for my father. I translated leaflets "
           "two days a week.",
           "For ten months from March 2021 I was away from clinical work to care for my father. I translated leaflets "
           "two days a week.",
           "From the spring of 2021 to the winter of 2022 I was away from clinical work to care for my father. I "
           "translated leaflets two days a week.",
           "Since March 2025 I was away from clinical work to care for my father. I translated leaflets two days a "
           "week.",
       }) {
    EXPECT_FALSE(has("dates/vague-gap", text)) << text;
  }
}

TEST(Taxonomy, NoEndsAreTold) {
  for (const char* text : {
           "From 2020 to 2021 I was away from clinical work to care for my father. I translated leaflets two days a "
           "week.",
           "For about ten months I was away from clinical work to care for my father. I translated leaflets two days a "
           "week.",
           "In 2021 I was away from clinical work to care for my father. I translated leaflets two days a week.",
           "For some time after residency I was away from clinical work to care for my father. I translated leaflets "
           "two days a week.",
       }) {
    EXPECT_TRUE(has("dates/vague-gap", text)) << text;
  }
}

TEST(Taxonomy, InsightIsMissing) {
  for (const char* text : {
           "I failed Step 1 in March 2021 by four points. It was a hard time. I did forty timed questions every "
           "morning. I passed in October 2021 with a 231.",
           "I failed Step 1 in March 2021 by four points. The exam was long. I did forty timed questions every "
           "morning. I passed in October 2021 with a 231.",
       }) {
    EXPECT_TRUE(has("layers/missing-insight", text)) << text;
  }
}

TEST(Taxonomy, ContextIsMissing) {
  for (const char* text : {
           "I had a setback with an exam. I had never tested myself. I did forty timed questions every morning, and "
           "passed with a 231.",
       }) {
    EXPECT_TRUE(has("layers/missing-context", text)) << text;
  }
}

TEST(Taxonomy, ContextIsThere) {
  for (const char* text : {
           "I failed Step 1 in March 2021. I had never tested myself. I did forty timed questions every morning, and "
           "passed with a 231.",
       }) {
    EXPECT_FALSE(has("layers/missing-context", text)) << text;
  }
}

TEST(Taxonomy, FactsAreMissing) {
  for (const char* text : {
           "I was placed on probation in 2021. It was my fault. I met my supervisor each Friday and finished every "
           "note on time. I have had no complaint since.",
       }) {
    EXPECT_TRUE(has("discipline/missing-facts", text)) << text;
  }
}

TEST(Taxonomy, FactsAreThere) {
  for (const char* text : {
           "I was placed on probation in 2021 for late notes. It was my fault. I met my supervisor each Friday and "
           "finished every note on time. I have had no complaint since.",
       }) {
    EXPECT_FALSE(has("discipline/missing-facts", text)) << text;
  }
}

TEST(Taxonomy, Dwells) {
  for (const char* text : {
           "I failed Step 1 in March 2021. The room was cold. It rained all week. I cried on the bus. My friends did "
           "not call. I had never tested myself. I did forty timed questions every morning, and passed in October.",
       }) {
    EXPECT_TRUE(has("length/dwelling", text)) << text;
  }
}

TEST(Taxonomy, DoesNotDwell) {
  for (const char* text : {
           "I failed Step 1 in March 2021. The room was cold. I had never tested myself. I did forty timed questions "
           "every morning, and passed in October.",
       }) {
    EXPECT_FALSE(has("length/dwelling", text)) << text;
  }
}

TEST(Taxonomy, SetbacksOfAnotherKindAreNoPassage) {
  for (const char* text : {
           "My first paper was rejected twice before it was published in 2021. I rewrote the methods with a "
           "statistician.",
           "Our grant was refused in 2020. We applied again with better pilot data.",
           "My first three experiments failed. I changed the buffer and the bands appeared.",
           "I once missed a potassium of 6.8 on a night shift. I own that error, and I have checked every result by "
           "hand since.",
           "My patient failed two courses of chemotherapy. He asked me to sit with him.",
       }) {
    EXPECT_TRUE(report_on(text).findings.empty()) << text;
  }
}

}  // namespace
}  // namespace candor
