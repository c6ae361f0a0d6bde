#include "lint/report/render_line.h"

#include "lint/report/wording.h"

namespace candor {

std::string render_line(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) out += finding_line(finding) + "\n";
  return out;
}

}  // namespace candor
