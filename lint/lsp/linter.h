// Linting what is open in an editor: which applications the texts belong to, and what candor says of them.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "lint/engine/run_cache.h"
#include "lint/lsp/client.h"
#include "lint/lsp/open_text.h"
#include "lint/source/problem.h"

namespace candor {

struct LinterOptions {
  std::string working_directory;  // names of files are relative to it; absolute
  std::string config;             // a candor.toml that holds for all texts; empty: the nearest one of each
  bool no_config = false;
  std::optional<std::chrono::year_month_day> as_of;  // overrides what settings say
  std::function<std::chrono::year_month_day()> today;
};

// What is known of one text.
struct LintedText {
  std::vector<Finding> findings;  // in report order
  std::vector<Problem> problems;  // why it could not be read
  std::shared_ptr<const Rulebook> rulebook;
  std::shared_ptr<const Settings> settings;
};

// By key_of: a file's absolute path, or the URI of what is no file.
using LintedTexts = std::map<std::string, LintedText, std::less<>>;

[[nodiscard]] const std::string& key_of(const OpenText& text);

class Linter {
 public:
  explicit Linter(LinterOptions options) : options_(std::move(options)) {}

  [[nodiscard]] const LinterOptions& options() const { return options_; }
  void set_client_settings(ClientSettings settings) { client_ = std::move(settings); }

  // Lints the applications that a text of `keys` belongs to: the texts in them that are open, and those of `keys`.
  // Texts that settings exclude come out without findings. `open` holds all that is open: it takes the place of what
  // stands in the files, in the checks across sections too.
  [[nodiscard]] LintedTexts lint(std::span<const OpenText* const> open, const std::set<std::string>& keys);

  // All texts below the folders and all open ones. A text is linted as `lint` does it.
  [[nodiscard]] LintedTexts lint_folders(std::span<const OpenText* const> open, std::span<const std::string> folders);

  // Lets a finding stand, in the baseline beside the candor.toml that holds for its text. False, with `problem` set,
  // where the baseline cannot be read or written.
  [[nodiscard]] bool add_to_baseline(const LintedText& text, const Finding& finding, Problem& problem) const;

  // What is wrong with settings and rules, as of the last call. Files as Problem has them.
  [[nodiscard]] std::vector<Problem> problems() const;

  // Reads a text that is open and shows its reading; does nothing where it cannot be read or is excluded.
  void read(const OpenText& text, const std::function<void(const TextReading&)>& visit);

 private:
  // What all searches have in common: whose settings hold, and what they override.
  [[nodiscard]] ApplicationRequest request(std::vector<Problem>& problems) const;
  [[nodiscard]] Applications find(std::span<const OpenText* const> open, const std::set<std::string>& keys);
  // A text that is no file's. It goes by the settings of the working directory where the request has none.
  [[nodiscard]] Application alone(const OpenText& text, const ApplicationRequest& request) const;
  [[nodiscard]] RunOptions run_options(std::span<const OpenText* const> open);
  void lint(const Application& application, const RunOptions& options, LintedTexts& into);
  void keep_problems(const Applications& applications);

  LinterOptions options_;
  ClientSettings client_;
  RunCache cache_;
  std::vector<Problem> found_problems_;                       // of finding texts and reading settings
  std::map<std::string, std::vector<Problem>> run_problems_;  // of linting, by settings file
};

}  // namespace candor
