#include "tests/report/example_report.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace candor {
namespace {

constexpr std::string_view kStatement =
    "# Personal statement\n"
    "\n"
    "I studied in 名古屋, where my mentor Dr. Zoe\u0301 Müller 👩‍⚕️ taught me to listen. In June 2019 I "
    "failed "
    "Step 1 on my first attempt, "
    "which was a very hard time for me and for my family. I worked harder, and the exam was then passed in 2020.\n"
    "\n"
    "From July 2021 to December 2023 I was a “research fellow” in cardiology.\n";

constexpr std::string_view kExperience =
    "Research fellow, cardiology\r\n"
    "07/2021 – 03/2022\r\n";

// Everything that must not reach a terminal, or stand as it is in a command or in XML.
constexpr std::string_view kHostile = "a\tb <c> & \"d\" \x1b[31m \u009b31m \u202egnol\u2066 \x07 100% ]]>\n";

RuleInfo missing_insight() {
  return {"layers/missing-insight",
          Severity::warning,
          "a setback is told without a cause in the writer's control",
          "A passage names a setback, but no cause or weakness that the writer could change.",
          "A reader who does not know what went wrong cannot believe that it will not happen again.",
          "I failed Step 1 because it is a hard exam.",
          "I failed Step 1: I read the books twice\nand did *no* questions before May."};
}

RuleInfo contradiction() {
  return {"dates/contradiction",
          Severity::error,
          "two texts give different dates for the same thing",
          "The same post, exam or gap has different dates in two places.",
          "One wrong date makes a reader doubt the others.",
          "",
          ""};
}

RuleInfo quotes() {
  return {"eras-text/quotes",
          Severity::info,
          "curly quotation marks do not survive MyERAS",
          "Quotation marks that MyERAS turns into question marks.",
          "The reader sees ?research fellow?.",
          "“fellow”",
          "\"fellow\""};
}

RuleInfo control_character() {
  return {
      "eras-text/control-character", Severity::error, "a character nobody can see", "Control characters.", "", "", ""};
}

Fix straight_quotes(const Source& statement) {
  return {"use straight quotation marks",
          {{place_of(statement, "“").range, "\""}, {place_of(statement, "”").range, "\""}}};
}

}  // namespace

Source source_of(std::string_view name, std::string_view text) {
  Problem problem;
  std::optional<Source> source = Source::from_bytes(std::string(name), std::string(text), problem);
  if (!source) throw std::logic_error(to_string(problem));
  return *std::move(source);
}

Place place_of(const Source& source, std::string_view quote) {
  const std::size_t found = source.bytes().find(quote);
  if (found == std::string_view::npos) throw std::logic_error("the example text does not hold " + std::string(quote));
  const Span span{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + quote.size())};
  const Range range{source.position(span.begin), source.position(span.end)};
  const Span lines = hull(source.line(range.start.line), source.line(range.end.line));
  return {source.name(),
          range,
          {std::string(source.slice(lines)), range.start.line, 1, {span.begin - lines.begin, span.end - lines.begin}}};
}

Report report_of(std::vector<Finding> findings) {
  Report report;
  std::sort(findings.begin(), findings.end(), report_order);
  std::set<std::string> files;
  for (const Finding& finding : findings) {
    files.insert(finding.place.file);
    ++(finding.severity == Severity::error     ? report.summary.errors
       : finding.severity == Severity::warning ? report.summary.warnings
                                               : report.summary.infos);
  }
  report.findings = std::move(findings);
  report.files.assign(files.begin(), files.end());
  report.summary.files = static_cast<std::uint32_t>(files.size());
  report.summary.applications = 1;
  return report;
}

Report example_report() {
  const Source statement = source_of("applicants/zoë/personal statement.md", kStatement);
  const Source experience = source_of("applicants/zoë/experience.txt", kExperience);
  const Source hostile = source_of("notes, 100%: a&b.txt", kHostile);

  Report report = report_of({
      {"layers/missing-insight",
       Severity::warning,
       "the failed exam is told without a cause in your control",
       "what did you do, or leave undone, in the months before June 2019 that you would do differently today?",
       place_of(statement,
                "In June 2019 I failed Step 1 on my first attempt, which was a very hard time for me and for my "
                "family. I worked harder, and the exam was then passed in 2020."),
       {},
       {},
       "00112233445566aa"},
      {"passive-framing/agentless-passive",
       Severity::warning,
       "\"the exam was then passed\" hides who passed it",
       "who did it?",
       place_of(statement, "the exam was then passed"),
       {},
       {},
       "00112233445566ab"},
      {"dates/contradiction",
       Severity::error,
       "\"July 2021 to December 2023\" is not what the experience says",
       "which of the two is right?",
       place_of(statement, "July 2021 to December 2023"),
       {{place_of(experience, "07/2021 – 03/2022"), "the same post ends in March 2022 here"}},
       {},
       "00112233445566ac"},
      {"eras-text/quotes",
       Severity::info,
       "MyERAS does not carry “ and ”",
       "",
       place_of(statement, "“research fellow”"),
       {},
       straight_quotes(statement),
       "00112233445566ad"},
      {"eras-text/control-character",
       Severity::error,
       "\"\x1b[31m \u202egnol\u2066\" holds characters nobody can see, 100% of them\r\n::error::forged",
       "retype the line by hand: a <b> & \"c\"",
       place_of(hostile, "\x1b[31m \u009b31m \u202egnol"),
       {},
       {},
       "00112233445566ae"},
  });
  report.files.insert(report.files.end(), {"applicants/zoë/education.txt", "applicants/zoë/experience.txt"});
  std::sort(report.files.begin(), report.files.end());
  report.rules = {contradiction(), control_character(), quotes(), missing_insight()};
  report.problems = {{"applicants/zoë/exams.txt", 4, 17, "byte 0xE9 is not valid UTF-8; save the text as UTF-8"},
                     {"", 0, 0, "the baseline names 2 findings that are no more"}};
  report.summary.files = 4;
  report.summary.applications = 2;
  return report;
}

}  // namespace candor
