#include "figures.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace candor::bench {
namespace {

struct Figure {
  double seconds = 0;
  benchmark::UserCounters counters;
};

std::map<std::string, Figure, std::less<>>& figures() {
  static std::map<std::string, Figure, std::less<>> all;
  return all;
}

// "run/100/iterations:1/repeats:3/manual_time" is "run/100".
std::string short_name(const benchmark::BenchmarkReporter::Run& run) {
  return run.run_name.args.empty() ? run.run_name.function_name : run.run_name.function_name + "/" + run.run_name.args;
}

void print(std::string_view what, std::string_view measured, std::string_view target, bool reached) {
  fmt::print("  {:<44}{:>14}   {:<18}{}\n", what, measured, target, reached ? "" : "not reached");
}

void print_engine(const std::string& kind) {
  constexpr double kMegabytes = 10;
  const double icu = seconds_of("icu words " + kind);
  const double whole = seconds_of("check " + kind);
  if (icu == 0 || whole == 0) return;
  fmt::print("  {}\n",
             kind == "statements" ? "statements, a sixth of them explanations" : "explanations and nothing else");
  const auto speed = [&](std::string_view what, const std::string& name) {
    if (const double s = seconds_of(name); s > 0) print(what, fmt::format("{:.1f} MB/s", kMegabytes / s), "", true);
  };
  speed("ICU's word iterator", "icu words " + kind);
  speed("reading Markdown", "read markdown " + kind);
  speed("reading plain text", "read plain " + kind);
  speed("matching all patterns in all sentences", "match " + kind);
  speed("check, all of it", "check " + kind);
  print("check, in speeds of ICU's word iterator", fmt::format("{:.2f}", icu / whole), ">= 0.50", icu / whole >= 0.5);
  if (const double style = seconds_of("style"); style > 0)
    print("check, in speeds of GNU style", fmt::format("{:.1f}", style / whole), "", true);
  const double passages = seconds_of("passages " + kind);
  if (passages > 0)
    print("reading passages, in times of the rest", fmt::format("{:.2f}", passages / (whole - passages)), "<= 1.50",
          passages <= 1.5 * (whole - passages));
}

void print_runs(const std::string& name, std::string_view what) {
  const double small = seconds_of(name + "/1");
  if (small == 0) return;
  double least = small;
  double most = small;
  for (const int size : {10, 100}) {
    const double each = seconds_of(fmt::format("{}/{}", name, size)) / size;
    if (each == 0) continue;  // filtered out
    least = std::min(least, each);
    most = std::max(most, each);
  }
  if (least > 0)
    print(fmt::format("{}: dearest over cheapest megabyte", what), fmt::format("{:.2f}", most / least), "<= 1.20",
          most <= 1.2 * least);
  const double least_resident = counter(name + "/1", "resident MB");
  const double most_resident = counter(name + "/100", "resident MB");
  if (name == "run" && least_resident > 0 && most_resident > 0)  // the applications are of one size
    print(fmt::format("{}: memory of 100 MB over that of 1 MB", what),
          fmt::format("{:.2f}", most_resident / least_resident), "<= 2.00", most_resident <= 2 * least_resident);
  for (const int size : {1, 10, 100}) {
    const double resident = counter(fmt::format("{}/{}", name, size), "resident MB");
    if (resident == 0) continue;
    print(fmt::format("{}: {} MB", what, size), fmt::format("{:.0f} MB resident", resident), "", true);
  }
}

void print_start(std::string_view program, bool ours) {
  const std::string name = fmt::format("start {}", program);
  const double seconds = seconds_of(name);
  if (seconds == 0) return fmt::print("  {:<44}{:>14}\n", fmt::format("one statement, {}", program), "not run");
  const double resident = counter(name, "resident MB");
  print(fmt::format("one statement, {}", program), fmt::format("{:.1f} ms", seconds * 1e3), ours ? "<= 10 ms" : "",
        !ours || seconds <= 0.01);
  print("", fmt::format("{:.1f} MB", resident), ours ? "<= 25 MB" : "", !ours || resident <= 25);
}

void print_editor() {
  if (seconds_of("keystroke") > 0) {
    const double median = counter("keystroke", "median ms");
    const double slow = counter("keystroke", "p99 ms");
    print("a keystroke in 28,000 characters, median", fmt::format("{:.1f} ms", median), "<= 10 ms", median <= 10);
    print("  99 of 100 take at most", fmt::format("{:.1f} ms", slow), "", true);
  }
  if (seconds_of("soak") > 0) {
    const double grown = counter("soak", "grown MB");
    print("10,000 edits: more memory than after 1,000", fmt::format("{:.1f} MB", grown), "<= 1 MB", grown <= 1);
  }
  if (const double seconds = seconds_of("vim save"); seconds > 0) {
    print("a save from Vim: the hook, beside Vim's own",
          fmt::format("{:.1f} + {:.1f} ms", counter("vim save", "vim ms"), seconds * 1e3), "<= 20 ms", seconds <= 0.02);
  }
}

void print_application() {
  const double everything = seconds_of("application");
  const double alone = seconds_of("application dates");
  const double rest = seconds_of("application without dates");
  if (everything == 0 || alone == 0 || rest == 0) return;
  constexpr double kMilliseconds = 1000;
  const double dates = everything - rest;  // both read the text and its passages
  print("dates of 40 entries and three statements", fmt::format("{:.1f} ms", dates * kMilliseconds), "<= 5.0",
        dates * kMilliseconds <= 5);
  print("the same, in times of all other rules there", fmt::format("{:.2f}", dates / rest), "", true);
  print("the same, asked for alone", fmt::format("{:.1f} ms", alone * kMilliseconds), "", true);
}

}  // namespace

void FigureReporter::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
    Figure& figure = figures()[short_name(run)];
    // The time taken by hand of another program's run stands where the wall clock's would.
    const bool by_hand = run.run_name.time_type == "manual_time";
    const double time = by_hand ? run.real_accumulated_time : run.cpu_accumulated_time;
    const double seconds = time / static_cast<double>(run.iterations);
    if (figure.seconds == 0 || seconds < figure.seconds) figure = {seconds, run.counters};
  }
}

double seconds_of(std::string_view benchmark) {
  const auto at = figures().find(benchmark);
  return at == figures().end() ? 0 : at->second.seconds;
}

double counter(std::string_view benchmark, const std::string& name) {
  const auto at = figures().find(benchmark);
  if (at == figures().end()) return 0;
  const auto value = at->second.counters.find(name);
  return value == at->second.counters.end() ? 0 : value->second.value;
}

void print_figures() {
  fmt::print("\n  {:<44}{:>14}   {}\n", "", "measured", "to reach");
  print_engine("statements");
  print_engine("setbacks");
  print_application();
  print_runs("run", "run");
  print_runs("run of one text", "one text");
  for (const std::string_view program : {"candor", "candor, dense", "style", "diction", "write-good"})
    print_start(program, program.starts_with("candor"));
  print_editor();
}

}  // namespace candor::bench
