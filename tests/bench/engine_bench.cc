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

std::size_t size_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size_of(statements(kBytes))));
}

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getUS(), status));
  UText text = UTEXT_INITIALIZER;
  std::int64_t boundaries = 0;
  for (auto _ : state) {
    for (const std::string& bytes : statements(kBytes)) {
      utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
      words->setText(&text, status);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    }
  }
  if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
  utext_close(&text);
  benchmark::DoNotOptimize(boundaries);
  count_bytes(state);
}

std::vector<Source> sources(const std::string& name) {
  std::vector<Source> all;
  for (const std::string& text : statements(kBytes)) {
    Problem problem;
    all.push_back(*Source::from_bytes(name, text, problem));
  }
  return all;
}

void read_documents(benchmark::State& state, const std::string& name) {
  const std::vector<Source> all = sources(name);
  for (auto _ : state) {
    for (const Source& source : all) benchmark::DoNotOptimize(read_document(source, format_of(name)));
  }
  count_bytes(state);
}

void match_sentences(benchmark::State& state) {
  std::vector<Document> documents;
  for (const Source& source : sources("ps.md")) documents.push_back(read_document(source, Format::markdown));
  const auto rulebook = Rulebook::shipped();
  SentenceMatcher matcher(rulebook->bank());
  std::size_t hits = 0;
  for (auto _ : state) {
    for (const Document& document : documents) {
      for (const Sentence& sentence : document.sentences()) {
        matcher.read(document, sentence);
        hits += matcher.signals().size();
      }
    }
  }
  state.counters["hits"] = static_cast<double>(hits) / static_cast<double>(state.iterations());
  count_bytes(state);
}

void find_passages(benchmark::State& state) {
  const auto rulebook = Rulebook::shipped();
  SentenceMatcher matcher(rulebook->bank());
  std::vector<TextReading> readings;
  for (const std::string& text : statements(kBytes)) {
    Problem problem;
    readings.push_back(
        read_text(*Source::from_bytes("ps.md", text, problem), "ps.md", std::nullopt, matcher, rulebook->bank()));
  }
  for (auto _ : state) {
    for (const TextReading& text : readings) {
      benchmark::DoNotOptimize(read_passages(text.document, text.sections, text.signals, rulebook->bank()));
    }
  }
  count_bytes(state);
}

// Every text an application of its own, held in memory.
void check(benchmark::State& state) {
  Applications applications;
  RunOptions options;
  options.jobs = 1;
  options.today = {std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  const auto settings = std::make_shared<Settings>();
  const auto& texts = statements(kBytes);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = std::to_string(i) + "/ps.md";
    applications.applications.push_back({std::to_string(i), {{name, "/" + name, name, true, true}}, settings});
    options.held["/" + name] = texts[i];
  }
  std::size_t findings = 0;
  for (auto _ : state) findings = run_check(applications, options).findings.size();
  state.counters["findings"] = static_cast<double>(findings);
  count_bytes(state);
}

BENCHMARK(icu_words)->Name("icu words")->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK_CAPTURE(read_documents, markdown, "ps.md")
    ->Name("read markdown")
    ->Unit(benchmark::kMillisecond)
    ->Repetitions(5);
BENCHMARK_CAPTURE(read_documents, plain, "ps.txt")->Name("read plain")->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK(match_sentences)->Name("match")->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK(find_passages)->Name("passages")->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK(check)->Name("check")->Unit(benchmark::kMillisecond)->Repetitions(5);

}  // namespace
}  // namespace candor::bench
