#include "lint/report/render_line.h"

#include "lint/report/wording.h"

namespace candor {

namespace {

class LineWriter : public ReportWriter {
 public:
  std::string add(const Report& part) override {
    std::string out;
    for (const Finding& finding : part.findings) out += finding_line(finding) + "\n";
    return out;
  }
  std::string finish(const Report& /*report*/) override { return {}; }
};

}  // namespace

std::unique_ptr<ReportWriter> line_writer() { return std::make_unique<LineWriter>(); }

}  // namespace candor
