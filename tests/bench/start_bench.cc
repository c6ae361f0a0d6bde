// One statement from a cold start, beside the programs that writers use today. Those that are not installed are left
// out.
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <benchmark/benchmark.h>

#include "process.h"
#include "prose.h"

namespace candor::bench {
namespace {

// A file with about `bytes` bytes of prose; gone at the end.
class ProseFile {
 public:
  ProseFile(Prose kind, std::size_t bytes)
      : path_((std::filesystem::temp_directory_path() / ("candor-bench-" + std::to_string(::getpid()) + ".md"))
                  .string()) {
    std::ofstream(path_, std::ios::binary) << prose(kind, bytes, 1);
  }
  ~ProseFile() { std::filesystem::remove(path_); }
  ProseFile(const ProseFile&) = delete;
  ProseFile& operator=(const ProseFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void measure(benchmark::State& state, std::vector<std::string> words, std::size_t bytes, std::size_t runs,
             Prose kind = Prose::statements) {
  const ProseFile file(kind, bytes);
  words.push_back(file.path());
  for (auto _ : state) {
    const Cost cost = median_of(runs, words);
    if (!cost.ran) return state.SkipWithError("not installed");
    state.SetIterationTime(runs > 1 ? cost.wall : cost.cpu);
    state.counters["resident MB"] = cost.megabytes;
  }
}

constexpr std::size_t kRuns = 50;

// write-good comes with npm; it is not fetched for the sake of a benchmark.
void start_write_good(benchmark::State& state) {
  if (run({"npx", "--no", "--offline", "write-good", "--version"}).status != 0)
    return state.SkipWithError("npx cannot run it");
  measure(state, {"npx", "--no", "--offline", "write-good"}, kStatementBytes, 10);
}

void start(benchmark::State& state, const std::vector<std::string>& words) {
  measure(state, words, kStatementBytes, kRuns);
}
// Every sentence of it explains a setback.
void start_dense(benchmark::State& state) {
  measure(state, {CANDOR_BINARY, "check"}, kStatementBytes, kRuns, Prose::setbacks);
}
void throughput(benchmark::State& state, const std::vector<std::string>& words) {
  measure(state, words, 10 * kMegabyte, 1);
}

BENCHMARK_CAPTURE(start, candor, {CANDOR_BINARY, "check"})
    ->Name("start candor")
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(start_dense)->Name("start candor, dense")->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(start, style, {"style"})
    ->Name("start style")
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(start, diction, {"diction"})
    ->Name("start diction")
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(start_write_good)->Name("start write-good")->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(throughput, style, {"style"})
    ->Name("style")
    ->UseManualTime()
    ->Iterations(1)
    ->Repetitions(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::bench
