#include "lint/check/sequence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/check/named_entries.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

constexpr std::uint32_t kLongest = 80;  // bytes of either side

// Two sides of an order: what came first, and what came then.
struct Order {
  Span first;
  Span then;
  bool at_once = false;  // "straight to"
};

class Sequence {
 public:
  explicit Sequence(DateFaults& faults) : faults_(faults) {}

  void check() {
    if (faults_.timeline().entries().empty()) return;
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) read(text, sentence);
    }
  }

 private:
  void read(const MarkedText& text, const Sentence& sentence) {
    const std::string_view low = text.low(sentence.source);
    const bool unreal = has_phrase(low, "thought") || has_phrase(low, "would be");
    if (!text.dates_within(sentence.source).empty() || unreal || !has_phrase(low, "i") ||
        faults_.timeline().is_in_an_entry(text.index, sentence.source))
      return;
    for (const std::optional<Order>& order : {led(sentence.source, low), linked(sentence.source, low)}) {
      if (order && (check_sittings(text, *order) || check_stays(text, *order))) return;
    }
  }
  // "After Zrenjanin I joined ...", "Before my internship I worked ...", "From the internship I went straight to ...".
  static std::optional<Order> led(Span sentence, std::string_view low) {
    struct Lead {
      std::string_view word;
      bool before;
    };
    for (const Lead lead : {Lead{"after ", false}, Lead{"before ", true}, Lead{"from ", false}}) {
      if (!low.starts_with(lead.word)) continue;
      const std::size_t self = low.find(" i ");
      if (self == std::string_view::npos || self > kLongest) return std::nullopt;
      const std::size_t stop = std::min(low.find_first_of(",;:(", self + 3), low.size());
      const auto at = [&](std::size_t place) { return sentence.begin + static_cast<std::uint32_t>(place); };
      const Span one{at(lead.word.size()), at(self)};
      const Span other{at(self + 1), at(stop)};
      const std::string_view told = low.substr(self, stop - self);
      const bool at_once = has_phrase(told, "straight") || has_phrase(told, "directly");
      if (lead.word == "from " && !at_once) return std::nullopt;
      return lead.before ? Order{other, one} : Order{one, other, at_once};
    }
    return std::nullopt;
  }
  // "I passed Step 3 before I passed Step 2 CK", "I joined the service in Subotica after Zrenjanin".
  static std::optional<Order> linked(Span sentence, std::string_view low) {
    for (const std::string_view link : {" before ", " after "}) {
      const std::size_t at = low.find(link);
      if (at == std::string_view::npos || low.find(link, at + 1) != std::string_view::npos) continue;
      const std::size_t stop = std::min(low.find_first_of(",;:(", at), low.size());
      const std::size_t mark = low.substr(0, at).find_last_of(",;:(");
      const std::size_t begin = mark == std::string_view::npos ? 0 : mark + 1;
      if (!has_phrase(low.substr(begin, at - begin), "i")) return std::nullopt;
      const auto place = [&](std::size_t p) { return sentence.begin + static_cast<std::uint32_t>(p); };
      const Span one{place(begin), place(at)};
      const Span other{place(at + link.size()), place(stop)};
      return link == " before " ? Order{one, other} : Order{other, one};
    }
    return std::nullopt;
  }
  // True where it was told that both sides are of exams.
  bool check_sittings(const MarkedText& text, const Order& order) {
    const std::vector<WordHit> first = text.words.all(order.first, PathWord::exam);
    const std::vector<WordHit> then = text.words.all(order.then, PathWord::exam);
    if (first.size() != 1 || then.size() != 1) return !first.empty() || !then.empty();
    constexpr Day kSlack = 31;
    const auto sittings = [&](const WordHit& exam, Span side) {
      std::vector<const Event*> listed;
      for (const Event& entry : faults_.timeline().entries()) {
        if (is_sitting_of(entry, exam, sitting_in(text, side))) listed.push_back(&entry);
      }
      return listed;
    };
    const std::vector<const Event*> early = sittings(first.front(), order.first);
    const std::vector<const Event*> late = sittings(then.front(), order.then);
    const bool sat = text.words.any(order.first, PathWord::sit) && !text.words.any(order.first, PathWord::study_verb) &&
                     !text.words.any(order.then, PathWord::study_verb);
    const bool fits = std::ranges::any_of(early, [&](const Event* one) {
      return std::ranges::any_of(
          late, [&](const Event* other) { return one->start->days.first <= other->start->days.last + kSlack; });
    });
    if (sat && !early.empty() && !late.empty() && !fits && first.front().value != then.front().value)
      report(text, hull(order.first, order.then), *early.front());
    return true;
  }
  bool check_stays(const MarkedText& text, const Order& order) {
    constexpr Day kSlack = 45;
    constexpr Day kAtOnce = 150;
    const Event* const first = stay_in(text, order.first);
    if (first == nullptr) return false;
    const Event* const then = stay_in(text, order.then);
    if (then == nullptr || first == then) return false;
    const bool reversed = faults_.end_of(*then).last <= first->start->days.first + kSlack;
    const bool later = order.at_once && then->start->days.first > faults_.end_of(*first).last + kAtOnce;
    if (!reversed && !later) return false;
    report(text, hull(order.first, order.then), *then);
    return true;
  }
  // The one post that the words name, or whose beginning or end they tell.
  [[nodiscard]] const Event* stay_in(const MarkedText& text, Span span) const {
    constexpr std::array<std::string_view, 8> kOther = {"visit", "conference", "patient", "patients",
                                                        "apply", "applied",    "wanted",  "stayed in"};
    const std::string_view low = text.low(span);
    if (span.size() > kLongest || text.words.any(span, PathWord::away) ||
        std::ranges::any_of(kOther, [&](std::string_view w) { return has_phrase(low, w); }))
      return nullptr;
    std::vector<const Event*> named = named_in(faults_.timeline(), text, span);
    std::erase_if(named, [](const Event* entry) { return entry->load == Load::part_time; });
    return named.size() == 1 && !faults_.is_faulty(*named.front()) ? named.front() : nullptr;
  }
  void report(const MarkedText& text, Span span, const Event& entry) {
    Event claim;
    claim.text = text.index;
    faults_.contradict(claim, faults_.words(claim, span), span, entry);
  }

  DateFaults& faults_;
};

}  // namespace

void check_sequence(DateFaults& faults) { Sequence(faults).check(); }

}  // namespace candor
