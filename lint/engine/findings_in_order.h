// Applications are linted side by side and end in any order; a report has its findings in one. What stands in front of
// all that may still come is passed on at once, so that nothing piles up.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/engine/applications.h"

namespace candor {

// Not safe to use from several threads at once.
class FindingsInOrder {
 public:
  using Take = std::function<void(std::vector<Finding>)>;

  // `take` is given the findings piece by piece, all of them in report_order. `applications` must outlive this.
  FindingsInOrder(std::span<const Application> applications, Take take);

  // The applications, by index, in the order in which the least is held back: by their first text.
  [[nodiscard]] std::span<const std::size_t> order() const { return order_; }
  // How many of order(), from its front, are done.
  [[nodiscard]] std::size_t passed() const { return passed_; }

  // An application is done: what was found in it, in report_order.
  void add(std::size_t application, std::vector<Finding> findings);

 private:
  struct Pending {
    std::vector<Finding> findings;
    std::size_t next = 0;  // those before it are passed on
  };

  [[nodiscard]] std::string_view first_text(std::size_t application) const;
  void pass_on();

  std::span<const Application> applications_;
  Take take_;
  std::vector<std::size_t> order_;
  std::size_t passed_ = 0;
  std::vector<bool> done_;  // by application
  std::vector<Pending> pending_;
};

}  // namespace candor
