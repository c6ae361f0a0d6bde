// The exams that candor knows, and the certificate that they lead to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace candor {

enum class Exam : std::uint8_t {
  none,
  step1,
  step2_ck,
  step2_cs,
  step3,
  level1,
  level2_ce,
  level2_pe,
  level3,
  mccqe1,
  mccqe2,
  mccee,
  nac,
  plab1,
  plab2,
  oet,
  neet_pg,
  ukmla,
  pathway,
  ecfmg_certificate,
  count
};
// Names as rule packs write them.
inline constexpr std::string_view kExamIds[] = {
    "",        "step-1",           "step-2-ck", "step-2-cs", "step-3", "level-1", "level-2-ce", "level-2-pe", "level-3",
    "mccqe-1", "mccqe-2",          "mccee",     "nac",       "plab-1", "plab-2",  "oet",        "neet-pg",    "ukmla",
    "pathway", "ecfmg-certificate"};
static_assert(std::size(kExamIds) == static_cast<std::size_t>(Exam::count));
// Names as people write them.
inline constexpr std::string_view kExamNames[] = {"",
                                                  "Step 1",
                                                  "Step 2 CK",
                                                  "Step 2 CS",
                                                  "Step 3",
                                                  "COMLEX Level 1",
                                                  "COMLEX Level 2-CE",
                                                  "COMLEX Level 2-PE",
                                                  "COMLEX Level 3",
                                                  "MCCQE Part I",
                                                  "MCCQE Part II",
                                                  "MCCEE",
                                                  "NAC",
                                                  "PLAB 1",
                                                  "PLAB 2",
                                                  "OET",
                                                  "NEET-PG",
                                                  "UKMLA",
                                                  "ECFMG Pathway",
                                                  "ECFMG certificate"};
static_assert(std::size(kExamNames) == static_cast<std::size_t>(Exam::count));
[[nodiscard]] constexpr std::string_view to_string(Exam exam) { return kExamNames[static_cast<std::size_t>(exam)]; }

}  // namespace candor
