// How a run ends.
#pragma once

namespace candor {

enum ExitStatus : int {
  kExitClean = 0,     // nothing at or above --fail-on
  kExitFindings = 1,  // there are findings
  kExitTrouble = 2,   // a usage, configuration, rule or I/O error
};

}  // namespace candor
