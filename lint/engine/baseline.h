// The findings that a repository lets stand for now: candor.baseline.toml.
//
// An entry names a file, a rule and the fingerprint of a sentence, which stays the same when the sentence moves in its
// file, the text around it changes or the rule's message is reworded. Where a finding has places in several texts, the
// sentences of all of them are in the fingerprint, and the file is the first of them by name: it is the same entry
// whichever of the texts is linted. No word of a statement is in the file.
//
//   [[finding]]
//   file = "applicants/a/personal-statement.md"   # relative to the baseline's folder
//   rule = "eras-text/quotes"
//   sentence = "00112233445566aa"
//   count = 2                                     # findings of the rule in the sentence; left out where it is one
//   reason = "quoted from the evaluation"         # for people; kept when the file is written anew
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/engine/applications.h"
#include "lint/report/report.h"
#include "lint/source/problem.h"

namespace candor {

inline constexpr std::string_view kBaselineFile = "candor.baseline.toml";

struct BaselineEntry {
  std::string file;      // relative to the baseline's folder, with '/'
  std::string rule;      // id
  std::string sentence;  // Finding::fingerprint
  std::uint32_t count = 1;
  std::string reason;
  std::uint32_t line = 0;  // where it stands in the baseline; 0 for a new one

  friend bool operator==(const BaselineEntry&, const BaselineEntry&) = default;
};

struct Baseline {
  std::string name;                    // as Problem::file names it
  std::string path;                    // absolute
  std::vector<BaselineEntry> entries;  // sorted by file, rule and sentence, each once
};

// Reads the baseline at `path`; without the file, with a problem, an empty one. An entry that is malformed is a problem
// with line and column and left out. `working_directory` is what names are relative to; empty for the process's own.
[[nodiscard]] Baseline read_baseline(const std::string& path, std::vector<Problem>& problems,
                                     std::string_view working_directory = {});

// The file's content: the same entries give the same bytes.
[[nodiscard]] std::string baseline_text(const Baseline& baseline);

// Adds a finding to the entries, or to the count of the one that it belongs to; a reason that is there stays.
void add_to_baseline(Baseline& baseline, const Finding& finding, std::string_view working_directory = {});

// The baselines of a run: the one beside each candor.toml that applications go by, without one that of the working
// directory; or one for all.
class Baselines {
 public:
  // Reads those that there are. `given`: the path of the one for all; empty for those beside each candor.toml.
  [[nodiscard]] static Baselines read(const Applications& applications, const std::string& given,
                                      std::vector<Problem>& problems, std::string_view working_directory = {});

  // Takes out of the report what the baselines hold, counts it in the summary, and keeps in mind which entries are
  // stale: they hold more findings than there are. An entry is judged only where the run could have met its finding:
  // its file was linted (or is gone), its rule was on, and for rules that look across texts the application was
  // complete.
  void apply(Report& report);
  // After apply: one problem a stale entry, at its line.
  [[nodiscard]] std::vector<Problem> stale() const;

  // Makes the entries those of the report as it is before apply, with the reasons that were there. Entries that the run
  // could not judge stay; what it has found of them adds nothing.
  void hold(const Report& report);
  // After apply: drops the stale entries.
  void prune();
  // Writes the baselines that have changed since they were read. False, with problems, where one cannot be written.
  [[nodiscard]] bool write(std::vector<Problem>& problems) const;

  [[nodiscard]] std::size_t size() const;  // entries in all

 private:
  struct Held {
    Baseline baseline;
    std::string before;                // its text when it was read; empty where there was none
    std::vector<BaselineEntry> stale;  // with the count that was not used up
  };

  [[nodiscard]] bool judges(const Report& report, const Held& held, const BaselineEntry& entry) const;

  std::string working_directory_;
  std::vector<Held> held_;
  std::map<std::string, std::size_t, std::less<>> by_text_;  // index into held_, by the text's name
  std::set<std::string, std::less<>> incomplete_;            // names of texts of applications that are not complete
};

}  // namespace candor
