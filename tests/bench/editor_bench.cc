// What a writer waits for: a keystroke under the language server, and a save from Vim with the hook.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "lint/lsp/server.h"
#include "lint/lsp/uri.h"
#include "process.h"
#include "prose.h"

namespace candor::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongStatement = 28'000;  // characters: as many as ERAS takes
constexpr std::chrono::year_month_day kToday{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("candor-editor-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  [[nodiscard]] std::string path(const std::string& name = "") const { return path_ / name; }

 private:
  fs::path path_;
};

double resident_megabytes() {
  std::ifstream pages("/proc/self/statm");
  double total = 0;
  double resident = 0;
  pages >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

// A session with a long statement open, beside a list of experiences.
class Session {
 public:
  Session()
      : server_({{folder_.path(), {}, false, {}, [] { return kToday; }}, {}},
                [this](const Json& message) { bytes_sent_ += dumped(message).size(); }) {
    folder_.write("candor.toml", "");
    folder_.write("experience.md", "# Experience\n\nResearch assistant, Harbor Clinic, March 2019 - June 2020\n");
    send({{"jsonrpc", "2.0"},
          {"id", 1},
          {"method", "initialize"},
          {"params", {{"rootUri", uri_of_path(folder_.path())}, {"capabilities", Json::object()}}}});
    const std::string text = prose(Prose::statements, kLongStatement, 1);
    lines_ = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    send(notification("textDocument/didOpen",
                      {{"textDocument", {{"uri", uri_}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}}));
  }

  // Types a letter somewhere or, every other time, takes it out again; seconds until the diagnostics are there.
  double keystroke() {
    const bool types = version_ % 2 == 1;
    if (types) line_ = (line_ * 31 + 7) % lines_;
    const Json start = {{"line", line_}, {"character", 3}};
    const Json end = {{"line", line_}, {"character", types ? 3 : 4}};
    const std::string message = dumped(notification(
        "textDocument/didChange", {{"textDocument", {{"uri", uri_}, {"version", ++version_}}},
                                   {"contentChanges", Json::array({{{"range", {{"start", start}, {"end", end}}},
                                                                    {"text", types ? "\u00e9" : ""}}})}}));
    const auto before = std::chrono::steady_clock::now();
    receive(message);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  }

 private:
  void send(const Json& message) { receive(dumped(message)); }
  void receive(std::string_view message) {
    server_.receive(message);
    while (server_.work()) {
    }
  }

  Folder folder_;
  std::string uri_ = uri_of_path(folder_.path("personal-statement.md"));
  std::size_t bytes_sent_ = 0;
  Server server_;
  int version_ = 1;
  int line_ = 1;
  int lines_ = 1;
};

double at_share(std::vector<double> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

void keystrokes(benchmark::State& state) {
  Session session;
  for (int i = 0; i < 20; ++i) session.keystroke();  // patterns are compiled when a text first needs them
  std::vector<double> times;
  for (auto _ : state) {
    times.push_back(session.keystroke());
    state.SetIterationTime(times.back());
  }
  state.counters["median ms"] = at_share(times, 0.5) * 1e3;
  state.counters["p99 ms"] = at_share(times, 0.99) * 1e3;
}

void soak(benchmark::State& state) {
  Session session;
  constexpr int kEdits = 10'000;
  for (auto _ : state) {
    for (int i = 0; i < kEdits / 10; ++i) session.keystroke();
    const double early = resident_megabytes();
    for (int i = kEdits / 10; i < kEdits; ++i) session.keystroke();
    state.counters["resident MB"] = resident_megabytes();
    state.counters["grown MB"] = resident_megabytes() - early;
  }
}

// Vim times its own saves, in turn without and with the hook, and writes the medians down.
constexpr std::string_view kVimScript = R"VIM(
set nocompatible encoding=utf-8
let g:candor_program = $CANDOR
source $HOOK
edit $TEXT
function! Timed(command)
  let l:start = reltime()
  execute a:command
  return reltimefloat(reltime(l:start)) * 1000
endfunction
let s:own = []
let s:hook = []
for s:i in range(50)
  call add(s:own, Timed('noautocmd write!'))
  call add(s:hook, Timed('write!'))
endfor
call writefile([printf('%f %f', sort(s:own, 'f')[25], sort(s:hook, 'f')[25])], $RESULT)
qall!
)VIM";

void vim_save(benchmark::State& state) {
  const Folder folder;
  ::setenv("HOME", folder.path().c_str(), 1);
  ::setenv("CANDOR", CANDOR_BINARY, 1);
  ::setenv("HOOK", folder.path(".vim/plugin/candor.vim").c_str(), 1);
  ::setenv("TEXT", folder.write("personal-statement.md", prose(Prose::statements, kStatementBytes, 1)).c_str(), 1);
  ::setenv("RESULT", folder.path("result").c_str(), 1);
  const std::string script = folder.write("script.vim", kVimScript);
  if (!run({CANDOR_BINARY, "hook", "vim", "--install"}).ran) return state.SkipWithError("candor did not run");
  for (auto _ : state) {
    if (!run({"vim", "-Nes", "-n", "-i", "NONE", "-u", script}).ran) return state.SkipWithError("not installed");
    std::ifstream result(folder.path("result"));
    double own = 0;
    double hook = 0;
    result >> own >> hook;
    state.counters["vim ms"] = own;
    state.counters["hook ms"] = hook - own;
    state.SetIterationTime((hook - own) * 1e-3);
  }
}

BENCHMARK(keystrokes)->Name("keystroke")->UseManualTime()->Iterations(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(soak)->Name("soak")->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(vim_save)->Name("vim save")->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::bench
