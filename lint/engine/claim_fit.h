// Fits what the cues of doubtful claims weigh (check/claim_cues.h) on labelled applications: a logistic regression
// with lasso over all claims that do not agree with what they are tied to, where an expected finding of the rule at the
// claim's date or length says that it is a fault. A rule speaks from even odds on: where on either side of them the
// most is gained changes from corpus to corpus, and gains little.
#pragma once

#include <string>
#include <vector>

#include "lint/engine/labelled_corpus.h"
#include "lint/engine/run.h"
#include "lint/source/problem.h"

namespace candor {

struct FittedClaims {
  std::string evidence;  // a rule pack: [[evidence]] for each rule
  std::string figures;   // how well claims of writers that the weights have not seen are told apart
};

// The writer of a labelled application: its folder's name without the number at the end.
[[nodiscard]] std::string writer_of(const LabelledApplication& application);

// Takes seconds. Deterministic.
[[nodiscard]] FittedClaims fit_claims(const LabelledCorpus& corpus, const RunOptions& options,
                                      std::vector<Problem>& problems);

}  // namespace candor
