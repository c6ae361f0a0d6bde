// Dates that do not fit together: rules with check = "dates". What each finds is said in corpus/taxonomy.md, "Dates
// across sections".
//
// One fault is one finding: what is told wrong in one place is not counted again where it would open a gap or an
// overlap. Facts about exams are data (rules/exam-facts.toml).
#pragma once

#include "lint/check/check.h"

namespace candor {

void check_dates(const CheckContext& context, FindingSink& sink);

}  // namespace candor
