// A report that is written while the run goes on, so that a run of many applications never holds the findings of all.
#pragma once

#include <memory>
#include <string>

#include "lint/report/report.h"

namespace candor {

// One for each report. Not safe to use from several threads at once.
class ReportWriter {
 public:
  ReportWriter() = default;
  virtual ~ReportWriter() = default;
  ReportWriter(const ReportWriter&) = delete;
  ReportWriter& operator=(const ReportWriter&) = delete;

  // The findings that come next, in report_order; of the rest of `part` the rules alone hold already. Returns what can
  // be written of it.
  [[nodiscard]] virtual std::string add(const Report& part) = 0;
  // What is left to write. `report` is the whole, but need not hold its findings.
  [[nodiscard]] virtual std::string finish(const Report& report) = 0;
};

// For formats that begin with what is only known at the end: keeps the findings, without their excerpts.
class KeepingWriter : public ReportWriter {
 public:
  using Render = std::string (*)(const Report&);
  explicit KeepingWriter(Render render) : render_(render) {}

  std::string add(const Report& part) override;
  std::string finish(const Report& report) override;

 private:
  Render render_;
  std::vector<Finding> findings_;
};

// What it writes is ready for stdout. Problems appear inside json, sarif and junit; the text formats leave them to
// stderr.
[[nodiscard]] std::unique_ptr<ReportWriter> report_writer(ReportFormat format, const TextStyle& style = {});

}  // namespace candor
