// candor_bench: Google Benchmark's own options hold, as --benchmark_filter=check.
#include "figures.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  candor::bench::FigureReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  benchmark::Shutdown();
  candor::bench::print_figures();
  return 0;
}
