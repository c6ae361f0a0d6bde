#include "lint/report/render_gitlab.h"

#include <map>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lint/report/json_text.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
      break;
  }
  return "info";
}

Json position_json(const Position& position) { return {{"line", position.line}, {"column", position.column}}; }

Json issue_json(const Finding& finding, const std::string& fingerprint) {
  const Range& range = finding.place.range;
  return {{"description", finding.message},
          {"check_name", finding.rule},
          {"fingerprint", fingerprint},
          {"severity", severity_name(finding.severity)},
          {"location",
           {{"path", finding.place.file},
            {"positions", {{"begin", position_json(range.start)}, {"end", position_json(range.end)}}}}}};
}

class GitlabWriter : public ReportWriter {
 public:
  GitlabWriter() { pieces_.open(JsonPieces::hole()); }

  std::string add(const Report& part) override {
    for (const Finding& finding : part.findings) pieces_.add(issue_json(finding, unlike_others(finding)));
    return pieces_.take();
  }
  std::string finish(const Report& /*report*/) override {
    pieces_.finish(JsonPieces::hole());
    return pieces_.take();
  }

 private:
  // GitLab drops issues of the same fingerprint, and the same sentence may stand in two files, or twice in one.
  std::string unlike_others(const Finding& finding) {
    if (finding.place.file != file_) {
      file_ = finding.place.file;
      seen_.clear();
    }
    std::string fingerprint = fmt::format("{}:{}", finding.fingerprint, file_);
    if (const std::size_t repeat = seen_[finding.fingerprint]++; repeat > 0) fingerprint += fmt::format(":{}", repeat);
    return fingerprint;
  }

  JsonPieces pieces_;
  std::string file_;                         // of the last finding
  std::map<std::string, std::size_t> seen_;  // how often, in that file, by fingerprint
};

}  // namespace

std::unique_ptr<ReportWriter> gitlab_writer() { return std::make_unique<GitlabWriter>(); }

}  // namespace candor
