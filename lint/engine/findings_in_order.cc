#include "lint/engine/findings_in_order.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace candor {

FindingsInOrder::FindingsInOrder(std::span<const Application> applications, Take take)
    : applications_(applications),
      take_(std::move(take)),
      order_(applications.size()),
      done_(applications.size(), false) {
  std::iota(order_.begin(), order_.end(), 0U);
  std::ranges::stable_sort(order_, {}, [this](std::size_t application) { return first_text(application); });
}

std::string_view FindingsInOrder::first_text(std::size_t application) const {
  const auto& texts = applications_[application].texts;  // sorted by name
  return texts.empty() ? std::string_view() : std::string_view(texts.front().name);
}

void FindingsInOrder::add(std::size_t application, std::vector<Finding> findings) {
  done_[application] = true;
  if (!findings.empty()) pending_.push_back({std::move(findings)});
  const std::size_t before = passed_;
  while (passed_ < order_.size() && done_[order_[passed_]]) ++passed_;
  if (passed_ > before) pass_on();
}

// Passes on what stands before the first text of the applications that are not done.
void FindingsInOrder::pass_on() {
  std::vector<Finding> findings;
  for (Pending& pending : pending_) {
    const auto first = pending.findings.begin() + static_cast<std::ptrdiff_t>(pending.next);
    const auto last =
        passed_ == order_.size()
            ? pending.findings.end()
            : std::ranges::lower_bound(first, pending.findings.end(), first_text(order_[passed_]), {},
                                       [](const Finding& finding) { return std::string_view(finding.place.file); });
    pending.next = static_cast<std::size_t>(last - pending.findings.begin());
    std::move(first, last, std::back_inserter(findings));
  }
  std::erase_if(pending_, [](const Pending& pending) { return pending.next == pending.findings.size(); });
  if (findings.empty()) return;
  std::ranges::stable_sort(findings, report_order);
  take_(std::move(findings));
}

}  // namespace candor
