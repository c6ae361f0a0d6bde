// The speed of the engine on one core, in memory, beside that of ICU's word iterator over the same bytes.
#include <memory>

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "lint/engine/run.h"
#include "prose.h"

namespace candor::bench {
namespace {

constexpr std::size_t kBytes = 10 * kMegabyte;

const std::vector<std::string>& texts_of(Prose kind) { return statements(kind, kBytes); }

void count_bytes(benchmark::State& state, Prose kind) {
  std::size_t bytes = 0;
  for (const std::string& text : texts_of(kind)) bytes += text.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void icu_words(benchmark::State& state, Prose kind) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getUS(), status));
  UText text = UTEXT_INITIALIZER;
  std::int64_t boundaries = 0;
  for (auto _ : state) {
    for (const std::string& bytes : texts_of(kind)) {
      utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
      words->setText(&text, status);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    }
  }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  utext_close(&text);
  benchmark::DoNotOptimize(boundaries);
  count_bytes(state, kind);
}

std::vector<Source> sources(Prose kind, const std::string& name) {
  std::vector<Source> all;
  for (const std::string& text : texts_of(kind)) {
    Problem problem;
    all.push_back(*Source::from_bytes(name, text, problem));
  }
  return all;
}

void read_documents(benchmark::State& state, Prose kind, const std::string& name) {
  const std::vector<Source> all = sources(kind, name);
  for (auto _ : state) {
    for (const Source& source : all) benchmark::DoNotOptimize(read_document(source, format_of(name)));
  }
  count_bytes(state, kind);
}

std::vector<Document> documents(Prose kind) {
  std::vector<Document> all;
  for (const Source& source : sources(kind, "ps.md")) all.push_back(read_document(source, Format::markdown));
  return all;
}

// Every group of signals in every sentence, whether or not anybody would ask for it.
void match_sentences(benchmark::State& state, Prose kind) {
  const std::vector<Document> all = documents(kind);
  const auto rulebook = Rulebook::shipped();
  SentenceMatcher matcher(rulebook->bank());
  std::size_t hits = 0;
  for (auto _ : state) {
    for (const Document& document : all) {
      for (const Sentence& sentence : document.sentences()) {
        matcher.read(document, sentence);
        hits += matcher.signals().size();
      }
    }
  }
  state.counters["hits"] = static_cast<double>(hits) / static_cast<double>(state.iterations());
  count_bytes(state, kind);
}

void find_passages(benchmark::State& state, Prose kind) {
  const std::vector<Document> all = documents(kind);
  std::vector<std::vector<Section>> sections;
  for (const Document& document : all) sections.push_back(read_sections(document, "ps.md", std::nullopt));
  const auto rulebook = Rulebook::shipped();
  SentenceMatcher matcher(rulebook->bank());
  for (auto _ : state) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      SignalReader signals(all[i], matcher, rulebook->bank());
      benchmark::DoNotOptimize(read_passages(all[i], sections[i], signals, rulebook->bank()));
    }
  }
  count_bytes(state, kind);
}

// Every text an application of its own, held in memory.
void check(benchmark::State& state, Prose kind) {
  Applications applications;
  RunOptions options;
  options.jobs = 1;
  options.today = {std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  const auto settings = std::make_shared<Settings>();
  const auto& texts = texts_of(kind);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = std::to_string(i) + "/ps.md";
    applications.applications.push_back({std::to_string(i), {{name, "/" + name, name, true, true}}, settings});
    options.held["/" + name] = texts[i];
  }
  std::size_t findings = 0;
  for (auto _ : state) findings = run_check(applications, options).findings.size();
  state.counters["findings"] = static_cast<double>(findings);
  count_bytes(state, kind);
}

void add(std::string_view what, Prose kind, void (*function)(benchmark::State&, Prose)) {
  const std::string name = std::string(what) + (kind == Prose::statements ? " statements" : " setbacks");
  benchmark::RegisterBenchmark(name.c_str(), function, kind)->Unit(benchmark::kMillisecond)->Repetitions(3);
}

const bool kAdded = [] {
  for (const Prose kind : {Prose::statements, Prose::setbacks}) {
    add("icu words", kind, icu_words);
    add("read markdown", kind, [](benchmark::State& state, Prose prose) { read_documents(state, prose, "ps.md"); });
    add("read plain", kind, [](benchmark::State& state, Prose prose) { read_documents(state, prose, "ps.txt"); });
    add("match", kind, match_sentences);
    add("passages", kind, find_passages);
    add("check", kind, check);
  }
  return true;
}();

}  // namespace
}  // namespace candor::bench
