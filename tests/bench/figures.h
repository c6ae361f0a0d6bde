// What the benchmarks measured, by name, and the table made of it.
#pragma once

#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

namespace candor::bench {

// Prints every benchmark as usual and keeps, of its repetitions, the fastest: others may share the machine.
class FigureReporter : public benchmark::ConsoleReporter {
 public:
  FigureReporter() : ConsoleReporter(OO_Tabular) {}
  void ReportRuns(const std::vector<Run>& runs) override;
};

// Seconds an iteration (of CPU; of the wall clock for a start), or 0 where the benchmark did not run.
[[nodiscard]] double seconds_of(std::string_view benchmark);
// A counter of the benchmark, or 0.
[[nodiscard]] double counter(std::string_view benchmark, const std::string& name);

// What ./dev bench is for: the project's own figures beside what they have to reach.
void print_figures();

}  // namespace candor::bench
