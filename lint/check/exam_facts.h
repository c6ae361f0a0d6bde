// dates/impossible for exams: a sitting on a day on which the exam was not given, with a number that it did not have,
// before the degree it needs. What is known stands in rules/exam-facts.toml; only facts of certainty H make errors.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_exam_facts(DateFaults& faults);

}  // namespace candor
