#include "lint/engine/run_cache.h"

#include <sys/stat.h>

#include <algorithm>

#include <fmt/format.h>

#include "lint/engine/run.h"

namespace candor {
namespace {

constexpr std::size_t kMostBooks = 8;  // somebody who writes a pack makes a new one at every save

// Changes with the packs that the settings name; empty where they name none.
std::string identity_of_packs(const Settings& settings, std::vector<Problem>& problems) {
  if (settings.rules.empty()) return {};
  std::string identity = settings.strict ? "strict" : "lenient";
  for (const PackPattern& pack : settings.rules) identity += fmt::format("\n{}{}", pack.folder, pack.pattern);
  const Origin origin = origin_of(settings, "rules");
  identity += fmt::format("\n{}:{}:{}", origin.file, origin.line, origin.column);
  for (const std::string& path : find_rule_packs(settings, problems)) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) continue;
    identity += fmt::format("\n{}\n{} {}.{}", path, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  }
  return identity;
}

}  // namespace

std::shared_ptr<const Rulebook> RunCache::rulebook(const Settings& settings, std::vector<Problem>& problems) {
  std::vector<Problem> said;
  const std::string identity = identity_of_packs(settings, said);
  const std::lock_guard lock(mutex_);
  if (!books_.contains(identity) && books_.size() == kMostBooks) books_.clear();
  const auto [at, is_new] = books_.try_emplace(identity);
  Book& book = at->second;
  if (is_new) book.rulebook = Rulebook::for_settings(settings, book.problems);
  problems.insert(problems.end(), book.problems.begin(), book.problems.end());
  return book.rulebook;
}

std::optional<TextReading> RunCache::take(const Source& source, std::optional<SectionKind> given,
                                          const std::shared_ptr<const Rulebook>& rulebook) {
  const std::lock_guard lock(mutex_);
  const auto at = readings_.find(source.name());
  if (at == readings_.end()) return std::nullopt;
  bytes_ -= at->second.reading.source.bytes().size();
  Entry entry = std::move(readings_.extract(at).mapped());
  if (entry.given != given || entry.rulebook != rulebook || entry.reading.source.bytes() != source.bytes())
    return std::nullopt;
  return std::move(entry.reading);
}

void RunCache::give(TextReading reading, std::optional<SectionKind> given, std::shared_ptr<const Rulebook> rulebook) {
  const std::lock_guard lock(mutex_);
  const std::size_t size = reading.source.bytes().size();
  std::string name = reading.source.name();
  Entry entry{std::move(reading), given, std::move(rulebook), ++uses_};
  if (!readings_.try_emplace(std::move(name), std::move(entry)).second) return;
  bytes_ += size;
  while (bytes_ > most_bytes_) forget_oldest();
}

SentenceMemory RunCache::take_sentences(const std::string& name, const std::shared_ptr<const Rulebook>& rulebook) {
  const std::lock_guard lock(mutex_);
  const auto at = sentences_.find(name);
  if (at == sentences_.end()) return {};
  Sentences known = std::move(sentences_.extract(at).mapped());
  return known.rulebook == rulebook ? std::move(known.memory) : SentenceMemory();
}

void RunCache::give_sentences(const std::string& name, SentenceMemory sentences,
                              std::shared_ptr<const Rulebook> rulebook) {
  const std::lock_guard lock(mutex_);
  sentences_.insert_or_assign(name, Sentences{std::move(sentences), std::move(rulebook)});
}

void RunCache::forget_oldest() {
  const auto oldest = std::min_element(readings_.begin(), readings_.end(),
                                       [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
  bytes_ -= oldest->second.reading.source.bytes().size();
  sentences_.erase(oldest->first);
  readings_.erase(oldest);
}

}  // namespace candor
