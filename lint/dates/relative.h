// Dates that are told from another: from the application ("last May", "ten years ago") or from what was told before
// ("the following year", "six months later").
#pragma once

#include <optional>

#include "lint/dates/point.h"

namespace candor {

class RelativeReader {
 public:
  RelativeReader(const AtomRun& atoms, const DateContext& context) : atoms_(atoms), context_(context) {}

  // The relative date that starts at atom i.
  [[nodiscard]] std::optional<Point> read(std::size_t i) const;

 private:
  [[nodiscard]] std::optional<Point> read_from_length(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_several(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_one(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_named_of_year(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_after_next(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_within_this(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_portion_of_told(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_beside_event(std::size_t i) const;

  [[nodiscard]] int this_month() const { return month_number(context_.as_of.year, context_.as_of.month); }
  // The calendar unit at atom i (a year, month, season or named month), so many units from the application's own.
  [[nodiscard]] std::optional<PartialDate> calendar_unit(std::size_t i, int offset) const;
  // The same without a year.
  [[nodiscard]] std::optional<PartialDate> undated_unit(std::size_t i) const;

  const AtomRun& atoms_;
  const DateContext& context_;
};

}  // namespace candor
