#include "lint/engine/claim_fit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "lint/check/agreement.h"
#include "lint/engine/logistic.h"
#include "lint/engine/score.h"

namespace candor {
namespace {

constexpr std::string_view kRules[] = {"dates/contradiction", "dates/duration-mismatch"};
constexpr LogisticOptions kOptions{.lasso = 1, .ridge = 0.1};
constexpr std::uint32_t kFewest = 6;  // claims that have a cue, or it tells nothing
constexpr std::uint32_t kParts = 12;  // in which writers are left out in turn

// A doubtful claim of a rule.
struct Case {
  std::vector<std::string> cues;
  bool fault = false;
  std::uint32_t part = 0;
};

bool is_expected(const LabelledApplication& application, const ClaimInDoubt& doubt, std::string_view file) {
  return std::ranges::any_of(application.expected, [&](const ExpectedFinding& expected) {
    return expected.rule == doubt.rule && std::ranges::any_of(expected.places, [&](const ExpectedPlace& place) {
             return place.file == file && place.span.overlaps(doubt.told);
           });
  });
}

// By rule, in the order of the corpus.
std::map<std::string_view, std::vector<Case>> read_cases(const LabelledCorpus& corpus, const RunOptions& options,
                                                         std::vector<Problem>& problems) {
  std::map<std::string_view, std::vector<Case>> cases;
  std::set<std::string> writers;
  for (const LabelledApplication& labelled : corpus.applications) writers.insert(writer_of(labelled));
  const auto rulebook = Rulebook::shipped();
  for (const LabelledApplication& labelled : corpus.applications) {
    const auto number = static_cast<std::uint32_t>(std::distance(writers.begin(), writers.find(writer_of(labelled))));
    for (const ApplicationReading& reading : run_read(find_application(labelled, Settings()), options, problems)) {
      for (ClaimInDoubt& doubt : doubts_of_claims(reading, rulebook->bank())) {
        const bool fault = is_expected(labelled, doubt, reading.texts[doubt.text].source.name());
        cases[doubt.rule].push_back({std::move(doubt.cues), fault, number % kParts});
      }
    }
  }
  return cases;
}

// Cues that are there often enough, sorted.
std::vector<std::string> columns_of(const std::vector<Case>& cases) {
  std::map<std::string, std::uint32_t> counts;
  for (const Case& one : cases) {
    for (const std::string& cue : one.cues) ++counts[cue];
  }
  std::vector<std::string> columns;
  for (const auto& [cue, count] : counts) {
    if (count >= kFewest) columns.push_back(cue);
  }
  return columns;
}

SparseRow row_of(const Case& one, const std::vector<std::string>& columns) {
  SparseRow row;
  for (const std::string& cue : one.cues) {
    const auto at = std::ranges::lower_bound(columns, cue);
    if (at != columns.end() && *at == cue) row.entries.push_back({static_cast<std::uint32_t>(at - columns.begin()), 1});
  }
  std::ranges::sort(row.entries, {}, &SparseRow::Entry::column);
  return row;
}

class RuleFit {
 public:
  explicit RuleFit(const std::vector<Case>& cases)
      : cases_(cases), columns_(columns_of(cases)), penalties_(columns_.size(), 1) {
    for (const Case& one : cases) {
      rows_.push_back(row_of(one, columns_));
      faults_.push_back(one.fault);
    }
  }

  // The pack's table, and the figures.
  void write(std::string_view rule, FittedClaims& out) const {
    const std::vector<double> unseen = scores_by_others();
    const LogisticModel model = fit_where([](const Case&) { return true; });
    out.evidence +=
        fmt::format("\n[[evidence]]\nrule = \"{}\"\nbias = {:.2f}\n\n[evidence.weights]\n", rule, model.bias);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string weight = fmt::format("{:.2f}", model.weights[c]);
      if (weight != "0.00" && weight != "-0.00") out.evidence += fmt::format("\"{}\" = {}\n", columns_[c], weight);
    }
    const Tally tally = tally_of(unseen);
    out.figures +=
        fmt::format("{:<26} {} claims in doubt, {} faults; of writers not seen P {:.3f} R {:.3f} F1 {:.3f}\n", rule,
                    cases_.size(), std::ranges::count(faults_, true), tally.precision().value_or(0),
                    tally.recall().value_or(0), tally.f1().value_or(0));
  }

 private:
  template <typename Chosen>
  [[nodiscard]] LogisticModel fit_where(Chosen chosen) const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t r = 0; r < cases_.size(); ++r) {
      if (chosen(cases_[r])) rows.push_back(r);
    }
    return fit_logistic(rows_, rows, faults_, penalties_, kOptions);
  }
  // What each case comes to by weights that have not seen its writer.
  [[nodiscard]] std::vector<double> scores_by_others() const {
    std::vector<double> scores(cases_.size());
    for (std::uint32_t part = 0; part < kParts; ++part) {
      const LogisticModel model = fit_where([&](const Case& one) { return one.part != part; });
      for (std::size_t r = 0; r < cases_.size(); ++r) {
        if (cases_[r].part == part) scores[r] = model.score(rows_[r]);
      }
    }
    return scores;
  }
  [[nodiscard]] Tally tally_of(const std::vector<double>& scores) const {
    Tally tally;
    for (std::size_t r = 0; r < scores.size(); ++r) {
      const bool told = scores[r] >= 0;
      if (faults_[r])
        ++(told ? tally.found : tally.missed);
      else if (told)
        ++tally.false_alarms;
    }
    return tally;
  }

  const std::vector<Case>& cases_;
  std::vector<std::string> columns_;
  std::vector<SparseRow> rows_;
  std::vector<bool> faults_;
  std::vector<double> penalties_;  // 1 each
};

}  // namespace

std::string writer_of(const LabelledApplication& application) {
  return application.id.substr(0, application.id.find_last_not_of("0123456789") + 1);
}

FittedClaims fit_claims(const LabelledCorpus& corpus, const RunOptions& options, std::vector<Problem>& problems) {
  FittedClaims fitted;
  fitted.evidence =
      "# What speaks for a fault in a claim that does not agree with what it seems to tell of, and what\n"
      "# against it, in log-odds. Written by `candor fit --claims`; lint/check/claim_cues.h says what the cues are.\n";
  const auto cases = read_cases(corpus, options, problems);
  for (const std::string_view rule : kRules) {
    const auto of_rule = cases.find(rule);
    if (of_rule != cases.end()) RuleFit(of_rule->second).write(rule, fitted);
  }
  return fitted;
}

}  // namespace candor
