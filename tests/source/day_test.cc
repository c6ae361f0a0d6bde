#include "lint/source/day.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Days, OnlyThoseOfTheCalendar) {
  EXPECT_EQ(day_from("2024-02-29"), std::chrono::year(2024) / 2 / 29);
  for (const char* text :
       {"2023-02-29", "2026-13-01", "2026-1-1", "2026/01/01", "20260101", "2026-01-0x", "2026-01--1", ""}) {
    EXPECT_EQ(day_from(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace candor
