#include "lint/check/beginnings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/stems.h"
#include "lint/reading/clause.h"

namespace candor {
namespace {

// A sentence of the writer's that tells when something began.
struct Beginning {
  const MarkedText* text = nullptr;
  const Sentence* sentence = nullptr;
  const DateExpression* date = nullptr;
  std::vector<std::string> own;     // stems of its words, sorted; read when two texts have such sentences
  std::vector<std::string> around;  // ... and of the sentence before
};

class Beginnings {
 public:
  explicit Beginnings(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) read(text, sentence);
    }
    if (found_.empty() || found_.front().text == found_.back().text) return;
    for (Beginning& beginning : found_) read_words(beginning);
    for (std::size_t a = 0; a < found_.size(); ++a) {
      for (std::size_t b = a + 1; b < found_.size(); ++b) {
        if (found_[a].text != found_[b].text && are_one(found_[a], found_[b])) return contradict(found_[a], found_[b]);
      }
    }
  }

 private:
  void read(const MarkedText& text, const Sentence& sentence) {
    constexpr std::array<std::string_view, 11> kBegins = {"first",     "began",        "started",   "founded",
                                                          "opened",    "launched",     "became",    "established",
                                                          "took over", "took it over", "introduced"};
    const DateExpression* const date = text.only_time_in(sentence.source);
    if (date == nullptr || text.text.document.blocks()[sentence.block].kind == BlockKind::heading) return;
    const std::string_view low = text.low(sentence.source);
    const bool self = has_phrase(low, "i") || has_phrase(low, "we") || low.starts_with("the first ");
    const bool once = has_phrase(low, "spent") && has_phrase(low, "weeks");  // "I spent four weeks with her"
    if (!self ||
        (!once && std::ranges::none_of(kBegins, [&](std::string_view word) { return has_phrase(low, word); })) ||
        faults_.timeline().is_in_an_entry(text.index, sentence.source))
      return;
    found_.push_back({&text, &sentence, date, {}, {}});
  }
  static void read_words(Beginning& beginning) {
    const MarkedText& text = *beginning.text;
    const Sentence& sentence = *beginning.sentence;
    beginning.own = beginning.around = stems_of(text.low(sentence.source));
    if (&sentence == text.text.document.sentences().data() || (&sentence - 1)->block != sentence.block) return;
    const std::vector<std::string> before = stems_of(text.low((&sentence - 1)->source));
    beginning.around.insert(beginning.around.end(), before.begin(), before.end());
    std::ranges::sort(beginning.around);
    beginning.around.erase(std::unique(beginning.around.begin(), beginning.around.end()), beginning.around.end());
  }
  [[nodiscard]] bool are_one(const Beginning& one, const Beginning& other) const {
    constexpr std::size_t kShared = 3;  // words
    constexpr Day kApart = 45;
    constexpr Day kSlip = 4 * 366;
    const auto shared = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
      std::vector<std::string> both;
      std::ranges::set_intersection(a, b, std::back_inserter(both));
      return both.size();
    };
    const bool years = one.date->precision() < Precision::month || other.date->precision() < Precision::month;
    const Day slack = years ? 0 : kApart;
    const Interval then = one.date->start_days;
    const Interval again = other.date->start_days;
    return !then.touches({again.first - slack, again.last + slack}) &&
           then.touches({again.first - kSlip, again.last + kSlip}) && shared(one.own, other.own) > 0 &&
           shared(one.around, other.around) >= kShared;
  }
  void contradict(const Beginning& one, const Beginning& other) {
    const auto event = [](const Beginning& beginning) {
      Event told;
      told.text = beginning.text->index;
      told.claim = told.point = true;
      told.source = told.whole = beginning.sentence->source;
      told.start = told.end = Stated{beginning.date->start, beginning.date->start_days, beginning.date->source};
      return told;
    };
    const Event here = event(one);
    faults_.contradict(here, faults_.words(here, one.date->source), one.date->source, event(other));
  }

  DateFaults& faults_;
  std::vector<Beginning> found_;
};

}  // namespace

void check_beginnings(DateFaults& faults) { Beginnings(faults).check(); }

}  // namespace candor
