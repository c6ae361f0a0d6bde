// What one run leaves for the next, where the same texts are linted again and again: an editor lints after every
// keystroke, and most of an application stands as it stood.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "lint/engine/settings.h"
#include "lint/reading/reading.h"
#include "lint/reading/sentence_memory.h"
#include "lint/source/problem.h"
#include "lint/source/source.h"

namespace candor {

class Rulebook;

// Rulebooks by the packs they come from, readings by text, and of a text that has changed its sentences. What it gives
// is what a run without it would make: an entry holds for the same bytes under the same name, kind and rules alone.
// Safe to use from several threads.
class RunCache {
 public:
  // Keeps readings of up to so many bytes of text; those that were asked for least recently go first.
  explicit RunCache(std::size_t most_bytes = std::size_t{4} << 20) : most_bytes_(most_bytes) {}

  // As Rulebook::for_settings. Own packs are read again when their files have changed.
  [[nodiscard]] std::shared_ptr<const Rulebook> rulebook(const Settings& settings, std::vector<Problem>& problems);

  // Takes the reading out, or nothing where there is none that holds.
  [[nodiscard]] std::optional<TextReading> take(const Source& source, std::optional<SectionKind> given,
                                                const std::shared_ptr<const Rulebook>& rulebook);
  // Gives it back, or anew.
  void give(TextReading reading, std::optional<SectionKind> given, std::shared_ptr<const Rulebook> rulebook);

  // Takes out what is known of the sentences of the text of that name, as it was read under these rules last.
  [[nodiscard]] SentenceMemory take_sentences(const std::string& name, const std::shared_ptr<const Rulebook>& rulebook);
  void give_sentences(const std::string& name, SentenceMemory sentences, std::shared_ptr<const Rulebook> rulebook);

 private:
  struct Entry {
    TextReading reading;
    std::optional<SectionKind> given;
    std::shared_ptr<const Rulebook> rulebook;  // kept, so that no other one takes its address
    std::uint64_t used;
  };
  struct Sentences {
    SentenceMemory memory;
    std::shared_ptr<const Rulebook> rulebook;
  };
  struct Book {
    std::shared_ptr<const Rulebook> rulebook;
    std::vector<Problem> problems;
  };

  void forget_oldest();

  std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::uint64_t uses_ = 0;
  std::map<std::string, Entry, std::less<>> readings_;       // by the source's name
  std::map<std::string, Sentences, std::less<>> sentences_;  // by the same; gone with the reading
  std::map<std::string, Book> books_;                        // by the packs' names, sizes and times; at most a few
};

}  // namespace candor
