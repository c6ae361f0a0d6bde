// Passive clauses, found in a sentence from its words alone.
//
// A form of "be" or "get", then a past participle; between them may stand adverbs, a phrase between commas, or the
// subject of a question. No word class is known but by tables and endings, so what "was" leads to is judged by the
// participle: "graded" makes a passive, "interested" only describes. Participles that modify a noun ("the results
// obtained") are no clauses.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/text/document.h"

namespace candor {

// "The exam *was* not yet *graded* by the school." Indices are of tokens in the document.
struct PassiveClause {
  std::uint32_t auxiliary = 0;   // the form of "be" or "get" next to the participle: "been" in "has been graded"
  std::uint32_t participle = 0;  // after the auxiliary, but for "*Attached is* the form"
  bool finite = true;            // false: "had to be graded", "while being graded", "having been graded"

  friend bool operator==(const PassiveClause&, const PassiveClause&) = default;
};

// Appends the passive clauses of `sentence` to `out`, in text order: the finite ones and those that are not. `out` is
// not cleared. Joined participles ("was reviewed, revised and sent") make a clause each, with one auxiliary. "is going
// to be" and "is to be" count as finite, "has to be" and "needs to be" do not. Thread safe; linear in the sentence.
void find_passives(const Document& document, const Sentence& sentence, std::vector<PassiveClause>& out);

}  // namespace candor
