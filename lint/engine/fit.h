// Fits the weights of the cues by which passages and their layers are read, on a labelled corpus.
//
// Cues are patterns: the words and word classes of the corpus, two of them in a row, and those that people wrote down
// for it. Each signal of reading/passage.h gets the few that tell best, by lasso (logistic.h). A word that only few
// writers use has to tell more than one of all writers, a class less than a word: what is meant to hold is texts by
// writers that nobody here has read. In passages a cue may tell more, or less, in one topic, and the classes of the
// sentences beside one are cues as well. Thresholds are chosen on texts by writers that the weights have not seen.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/engine/labelled_corpus.h"
#include "lint/rule/pack.h"
#include "lint/source/problem.h"

namespace candor {

struct FitOptions {
  std::vector<std::string> leave_out;  // writers whose texts are not looked at
};

struct Fitted {
  std::string weights;  // a rule pack: signals with cues, limits with thresholds
  std::string figures;  // how well each writer's texts are read by weights fitted on those of the others
};

// The writer of a labelled text: its file without ending, or the folder of a statement.
[[nodiscard]] std::string writer_of(const LabelledText& text);

// `packs` hold word classes, and cues that people wrote in a signal named "candidates"; what does not load is told in
// `problems`. Takes minutes: a quarter of an hour for a corpus of 12,000 passages.
[[nodiscard]] Fitted fit_weights(const LabelledCorpus& corpus, std::span<const PackFile> packs,
                                 const FitOptions& options, std::vector<Problem>& problems);

}  // namespace candor
