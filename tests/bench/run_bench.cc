// Whole runs of the program over files: 1, 10 and 100 MB as many applications, and as one text.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <benchmark/benchmark.h>

#include "process.h"
#include "prose.h"

namespace candor::bench {
namespace {

namespace fs = std::filesystem;

// A folder that is gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(fs::temp_directory_path() / ("candor-bench-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

void run_candor(benchmark::State& state, const fs::path& folder, std::size_t bytes) {
  double most = 0;
  for (auto _ : state) {
    const Cost cost = run({CANDOR_BINARY, "check", "--jobs", "1", "--quiet", "--format", "line", folder.string()});
    if (!cost.ran) return state.SkipWithError("candor did not run");
    state.SetIterationTime(cost.cpu);
    most = std::max(most, cost.megabytes);
  }
  state.counters["resident MB"] = most;
  state.counters["s/MB"] =
      benchmark::Counter(static_cast<double>(bytes) / kMegabyte,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// Ten texts an application.
void many_applications(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto bytes = static_cast<std::size_t>(state.range(0)) * kMegabyte;
  write(folder.path() / "candor.toml", "applications = [\"*\"]\n");
  // Not statements(): what this process holds is counted for the one that it starts, see process.h.
  std::size_t written = 0;
  for (std::uint32_t i = 0; written < bytes; ++i) {
    const std::string text = prose(Prose::statements, std::min(bytes - written, kStatementBytes), i);
    write(folder.path() / std::to_string(i / 10) / ("ps-" + std::to_string(i % 10) + ".md"), text);
    written += text.size();
  }
  run_candor(state, folder.path(), bytes);
}

void one_text(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto bytes = static_cast<std::size_t>(state.range(0)) * kMegabyte;
  write(folder.path() / "ps.md", prose(Prose::statements, bytes, 1));
  run_candor(state, folder.path(), bytes);
}

BENCHMARK(many_applications)
    ->Name("run")
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->UseManualTime()
    ->Iterations(1)
    ->Repetitions(2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(one_text)
    ->Name("run of one text")
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->UseManualTime()
    ->Iterations(1)
    ->Repetitions(2)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::bench
