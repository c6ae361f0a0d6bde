// One application of forty entries and three statements: what its dates cost, beside all the other rules on the same
// texts.
#include <memory>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "lint/engine/run.h"
#include "prose.h"

namespace candor::bench {
namespace {

constexpr int kEntries = 40;

// Two lists of posts that follow one another without a gap, and what a writer says of them.
std::string entries() {
  std::string text = "# Experience\n\n";
  for (int e = 0; e < kEntries; ++e) {
    const int year = 2006 + e / 2;
    text += fmt::format("- Medical officer (full-time), Northern Hospital {}, Springfield, {} {} - {} {}\n", e,
                        e % 2 == 0 ? "January" : "July", year, e % 2 == 0 ? "June" : "December", year);
  }
  return text;
}

std::string statement(int which) {
  std::string text = prose(Prose::statements, kStatementBytes, static_cast<std::uint32_t>(which));
  for (int e = which; e < kEntries; e += 3) {
    text += fmt::format("\n\nIn {} I joined Northern Hospital {} as a medical officer, and I spent six months there.",
                        2006 + e / 2, e);
  }
  return text;
}

enum class Asked : std::uint8_t { everything, dates, all_but_dates };

void check_application(benchmark::State& state, Asked asked) {
  auto settings = std::make_shared<Settings>();
  if (asked == Asked::dates) settings->select = {"dates"};
  if (asked == Asked::all_but_dates) settings->ignore = {"dates"};
  RunOptions options;
  options.jobs = 1;
  options.today = {std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  Applications applications;
  applications.applications.push_back({"a", {}, settings});
  const auto add = [&](const std::string& name, std::string text) {
    applications.applications.front().texts.push_back({name, "/" + name, name, true, true});
    options.held["/" + name] = std::move(text);
  };
  add("experience.md", entries());
  for (int s = 0; s < 3; ++s) add(fmt::format("personal-statement-{}.md", s), statement(s));
  std::size_t findings = 0;
  for (auto _ : state) findings = run_check(applications, options).findings.size();
  state.counters["findings"] = static_cast<double>(findings);
}

const bool kAdded = [] {
  const auto add = [](const char* name, Asked asked) {
    benchmark::RegisterBenchmark(name, check_application, asked)->Unit(benchmark::kMillisecond)->Repetitions(3);
  };
  add("application", Asked::everything);
  add("application dates", Asked::dates);
  add("application without dates", Asked::all_but_dates);
  return true;
}();

}  // namespace
}  // namespace candor::bench
