#include "lint/text/passive.h"

#include <algorithm>
#include <string_view>

#include "lint/text/adverbs.h"
#include "lint/text/participles.h"
#include "lint/text/word_table.h"

namespace candor {
namespace {

enum class Auxiliary : std::uint8_t {
  none,
  be_finite,  // "am", "is", "weren't", "they're"
  be_or_has,  // "it's": "it's been", "it's called"
  be,
  been,
  being,
  get,  // "get", "gets", "got"
  getting,
  gotten,
};

// clang-format off
// "be" as a finite verb, also as it is misspelt.
constexpr WordTable kFiniteBe({
    "ain't", "am", "are", "aren't", "arent", "im", "is", "isn't", "isnt", "was", "wasn't", "wasnt", "were", "weren't",
    "werent"
});

// "'s" after these is a verb; after a noun it is nearly always the possessor's.
constexpr WordTable kSubjectsOfContraction({
    "everybody", "everyone", "everything", "he", "here", "how", "it", "nobody", "nothing", "she", "somebody",
    "someone", "something", "that", "there", "this", "what", "when", "where", "which", "who", "why"
});

constexpr WordTable kPronouns({
    "anybody", "anyone", "anything", "everybody", "everyone", "everything", "he", "i", "it", "nobody", "nothing",
    "she", "someone", "something", "that", "these", "they", "this", "those", "we", "you"
});

// Words that open a noun phrase.
constexpr WordTable kDeterminers({
    "a", "all", "an", "any", "each", "every", "her", "his", "its", "my", "no", "our", "some", "that", "the", "their",
    "these", "this", "those", "your"
});

// Subjects only: after "be" they show a question.
constexpr WordTable kNominatives({"he", "i", "she", "they", "we"});

constexpr WordTable kObjectPronouns({"her", "herself", "him", "himself", "it", "itself", "me", "myself", "them",
                                     "themselves", "us", "you"});

// Words that end a noun phrase: prepositions, conjunctions, relatives, modals.
constexpr WordTable kPhraseEnds({
    "about", "after", "against", "and", "as", "at", "because", "before", "between", "but", "by", "can", "could", "did",
    "do", "does", "during", "for", "from", "had", "has", "have", "if", "in", "into", "like", "may", "might", "must",
    "on", "onto", "or", "over", "shall", "should", "since", "so", "than", "that", "through", "till", "to", "toward",
    "towards", "under", "until", "upon", "what", "when", "where", "which", "while", "who", "whose", "why", "will",
    "with", "within", "without", "would"
});

constexpr WordTable kQuestionWords({"how", "what", "when", "where", "which", "who", "whom", "whose", "why"});

// Of people these are adjectives, of things passives: "I am determined", "it was determined".
constexpr WordTable kAdjectivalOfPeople({"dedicated", "determined", "done", "lost"});
constexpr WordTable kPersons({"he", "i", "im", "she", "we", "who", "you"});

constexpr WordTable kParticles({"away", "back", "down", "off", "out", "up"});

// The past tense of a subject that acts: "was admitted and worked there", "he's arrived".
constexpr WordTable kActive({
    "agreed", "arrived", "continued", "decided", "died", "felt", "graduated", "happened", "hoped", "lived", "looked",
    "realized", "remained", "stayed", "struggled", "thought", "tried", "waited", "walked", "wanted", "worked"
});

// The same where a person is the subject: "I was treated and returned to work", but "it was graded and returned".
constexpr WordTable kActiveOfPeople({
    "ended", "failed", "finished", "learned", "left", "lost", "moved", "passed", "returned", "started", "turned", "won"
});
// clang-format on

Auxiliary contracted_be(std::string_view word) {
  if (word.ends_with("'m") || word.ends_with("'re")) return Auxiliary::be_finite;
  const bool is_verb = word.ends_with("'s") && kSubjectsOfContraction.holds(word.substr(0, word.size() - 2));
  return is_verb ? Auxiliary::be_or_has : Auxiliary::none;
}

Auxiliary finite_be(std::string_view word) {
  return kFiniteBe.holds(word) ? Auxiliary::be_finite : contracted_be(word);
}

// Runs on every word: two letters and the place of the apostrophe decide for nearly all.
Auxiliary auxiliary(std::string_view word) {
  if (word.size() < 2) return Auxiliary::none;
  switch (word.front()) {
    case 'b':
      if (word == "be") return Auxiliary::be;
      if (word == "been") return Auxiliary::been;
      return word == "being" ? Auxiliary::being : Auxiliary::none;
    case 'g':
      if (word == "get" || word == "gets" || word == "got") return Auxiliary::get;
      if (word == "getting") return Auxiliary::getting;
      return word == "gotten" ? Auxiliary::gotten : Auxiliary::none;
    case 'a':
      if (word[1] == 'm' || word[1] == 'r' || word[1] == 'i') return finite_be(word);
      break;
    case 'i':
      if (word[1] == 's' || word == "im") return finite_be(word);
      break;
    case 'w':
      if (word[1] == 'a' || (word[1] == 'e' && word.size() > 3)) return finite_be(word);
      break;
    default:
      break;
  }
  const bool contracted = word[word.size() - 2] == '\'' || (word.size() > 3 && word[word.size() - 3] == '\'');
  return contracted ? contracted_be(word) : Auxiliary::none;
}

// "it" of "it's", "they" of "they're"; empty for other words.
std::string_view subject_of_contraction(std::string_view word) {
  const std::size_t mark = word.rfind('\'');
  return mark == std::string_view::npos || word.ends_with("n't") ? std::string_view{} : word.substr(0, mark);
}

bool is_get(Auxiliary form) {
  return form == Auxiliary::get || form == Auxiliary::getting || form == Auxiliary::gotten;
}

bool is_finite_be(Auxiliary form) { return form == Auxiliary::be_finite || form == Auxiliary::be_or_has; }

// Reads one sentence. All indices are of tokens in the document.
class PassiveReader {
 public:
  using Index = std::uint32_t;

  PassiveReader(const Document& document, const Sentence& sentence)
      : document_(document), first_(sentence.tokens.first), last_(sentence.tokens.last) {}

  void read(std::vector<PassiveClause>& out) const {
    for (Index i = first_; i < last_; ++i) {
      if (document_.tokens()[i].kind != TokenKind::word) continue;
      const Auxiliary form = auxiliary(word(i));
      if (form != Auxiliary::none) read_auxiliary(i, form, out);
    }
  }

 private:
  void read_auxiliary(Index at, Auxiliary form, std::vector<PassiveClause>& out) const {
    if (form == Auxiliary::being && at > first_ && is_noun_before_being(word(at - 1))) return;
    const Index found = participle_after(at, form);
    if (found == last_) {
      if (is_finite_be(form) && is_fronted_participle(at)) add(at, at - 1, form, out);
      return;
    }
    if (!is_passive(at, form, found)) return;
    add(at, found, form, out);
    for (Index next = joined_participle(at, found); next != last_; next = joined_participle(at, next)) {
      add(at, next, form, out);
    }
  }

  void add(Index at, Index participle, Auxiliary form, std::vector<PassiveClause>& out) const {
    out.push_back({at, participle, is_finite(at, form)});
  }

  // The participle the auxiliary leads to, or last_.
  [[nodiscard]] Index participle_after(Index auxiliary_at, Auxiliary form) const {
    Index at = skip_adverbs(auxiliary_at + 1);
    if (is_finite_be(form)) at = skip_adverbs(skip_subject(auxiliary_at, at));
    return is_participle_at(at) ? at : last_;
  }

  // Past adverbs, quotation marks and whatever stands between two commas, brackets or dashes.
  [[nodiscard]] Index skip_adverbs(Index at) const {
    while (at < last_) {
      if (is_word(at)) {
        const Index phrase = static_cast<Index>(words_of_adverb_phrase(rest_of_sentence(at)));
        if (phrase == 0 && !is_adverb(word(at))) break;
        at += std::max<Index>(phrase, 1);
      } else if (word(at) == "\"") {
        ++at;
      } else {
        const Index end = skip_parenthesis(at);
        if (end == at) break;
        at = end;
      }
    }
    return at;
  }

  // Past what two commas, brackets or dashes enclose: "was, however, graded", "was, and still is, admired".
  [[nodiscard]] Index skip_parenthesis(Index at) const {
    constexpr Index kLongest = 10;
    const std::string_view opener = word(at);
    if (opener != "," && opener != "(" && opener != "–" && opener != "—") return at;
    const std::string_view closer = opener == "(" ? ")" : opener;
    const Index limit = std::min(last_, at + kLongest);
    for (Index i = at + 1; i < limit; ++i) {
      if (word(i) == closer) return i + 1;
      // A clause of its own: the comma was none that encloses.
      if (auxiliary(word(i)) != Auxiliary::none && i + 1 < limit && word(i + 1) != closer) return at;
    }
    return at;
  }

  // Past the subject where the auxiliary stands before it ("Was the exam ...", "Never were we ..."); otherwise `at`.
  [[nodiscard]] Index skip_subject(Index auxiliary_at, Index at) const {
    if (at >= last_ || !is_word(at)) return at;
    const std::string_view contracted = subject_of_contraction(word(auxiliary_at));  // "what" of "what's it called"
    const bool opens = contracted.empty() && (auxiliary_at == first_ || !is_word(auxiliary_at - 1));
    const std::string_view before = opens                ? std::string_view{}
                                    : contracted.empty() ? word(auxiliary_at - 1)
                                                         : contracted;
    const bool after_question_word = kQuestionWords.holds(before);
    const bool asks = is_question() && (opens || kPhraseEnds.holds(before));
    if (kPronouns.holds(word(at))) {
      const bool inverted = (opens && auxiliary_at == first_) || asks || after_question_word ||
                            (kNominatives.holds(word(at)) && (opens || is_adverb(before)));
      if (inverted && is_participle_at(skip_adverbs(at + 1))) return at + 1;
    }
    const bool at_start =
        auxiliary_at == first_ ? opens || after_question_word : auxiliary_at == first_ + 1 && after_question_word;
    return at_start || asks ? skip_noun_phrase(at) : at;
  }

  [[nodiscard]] bool is_question() const {
    constexpr Index kFarthest = 4;  // "?", and a few closing quotes or brackets
    for (Index i = last_; i > first_ && last_ - i < kFarthest && !is_word(i - 1); --i) {
      if (word(i - 1) == "?") return true;
    }
    return false;
  }

  // Past the noun phrase at `at` to the participle after it; `at` where there is none.
  [[nodiscard]] Index skip_noun_phrase(Index at) const {
    constexpr Index kLongest = 6;
    const bool determined = kDeterminers.holds(word(at));
    const Index limit = std::min(last_, at + kLongest);
    for (Index i = at + 1; i < limit && is_word(i); ++i) {
      if (auxiliary(word(i)) != Auxiliary::none || kPhraseEnds.holds(word(i))) return at;
      // One between determiner and noun belongs to the noun, one with a capital to a name.
      const bool in_phrase = (determined && i == at + 1) || token(i).capital || !ends_phrase(i + 1);
      if (!in_phrase && is_participle(word(i))) return i;
    }
    return at;
  }

  [[nodiscard]] bool ends_phrase(Index at) const {
    return at >= last_ || !is_word(at) || token(at).capital || kPhraseEnds.holds(word(at)) || is_adverb(word(at));
  }

  // "Attached is the form."
  [[nodiscard]] bool is_fronted_participle(Index at) const {
    if (at == first_ || (at - 1 != first_ && is_word(at - 2))) return false;
    return word(at - 1).ends_with("ed") && participle(word(at - 1)) == Participle::verbal;
  }

  [[nodiscard]] static bool is_noun_before_being(std::string_view word) {
    return word == "human" || word == "living" || word == "well";
  }

  [[nodiscard]] bool is_passive(Index auxiliary_at, Auxiliary form, Index at) const {
    if (participle(word(at)) == Participle::adjectival) return is_followed_by(at, "by");
    if (word(at - 1) == "very") return false;
    if (form == Auxiliary::be_or_has && is_active_after_has(auxiliary_at, at)) return false;
    const std::string_view w = word(at);
    if (w == "used" && is_get(form)) return false;
    if (w == "used" && is_followed_by(at, "to")) return !is_personal(auxiliary_at) && !is_accustomed_to(at + 2);
    if (w == "done" && at + 1 < last_ && word(at + 1).ends_with("ing")) return false;
    if (w == "lost" && is_get(form)) return false;
    if (kAdjectivalOfPeople.holds(w)) return !is_personal(auxiliary_at) || is_followed_by(at, "by");
    if (w == "fed") return !is_followed_by(at, "up");
    if (w == "bound") return !is_followed_by(at, "to");
    return true;
  }

  // "I am used to the heat", "to working nights", but not "is used to measure".
  [[nodiscard]] bool is_accustomed_to(Index at) const {
    if (at >= last_ || !is_word(at)) return true;
    return word(at).ends_with("ing") || kDeterminers.holds(word(at)) || kObjectPronouns.holds(word(at));
  }

  // "I'm done", "when you are done".
  [[nodiscard]] bool is_personal(Index auxiliary_at) const {
    std::string_view subject = subject_of_contraction(word(auxiliary_at));
    if (subject.empty()) {
      const Index before = word_before(auxiliary_at);
      if (before != last_) subject = word(before);
    }
    return word(auxiliary_at) == "am" || kPersons.holds(subject);
  }

  // "he's taken the exam", "who's finished", "she's published papers".
  [[nodiscard]] bool is_active_after_has(Index auxiliary_at, Index at) const {
    if (takes_object(at) || kActive.holds(word(at)) || kActiveOfPeople.holds(word(at))) return true;
    if (at + 1 < last_ && kParticles.holds(word(at + 1)) && takes_object(at + 1)) return true;
    return is_personal(auxiliary_at) && !takes_complement(word(at)) && !ends_phrase(at + 1);
  }

  // "he's called Sam": a noun may follow the passive.
  [[nodiscard]] static bool takes_complement(std::string_view word) {
    return word == "called" || word == "named" || word == "considered" || word == "paid" || word == "given";
  }

  // "he's taken the exam", "was admitted and liked it": active.
  [[nodiscard]] bool takes_object(Index at) const {
    const Index next = at + 1;
    if (next >= last_ || !is_word(next) || word(next) == "that") return false;
    return kDeterminers.holds(word(next)) || kObjectPronouns.holds(word(next));
  }

  // "graded and returned", "reviewed, revised and sent": the next participle after `at`, or last_.
  [[nodiscard]] Index joined_participle(Index auxiliary_at, Index at) const {
    Index next = at + 1;
    const bool comma = next < last_ && word(next) == ",";
    if (comma) ++next;
    const bool conjunction = next < last_ && is_conjunction(word(next));
    if (conjunction) ++next;
    if (!comma && !conjunction) return last_;
    next = skip_adverbs(next);
    if (!is_participle_at(next) || participle(word(next)) != Participle::verbal) return last_;
    if (!conjunction && !goes_on(next + 1)) return last_;
    return is_active_after_passive(auxiliary_at, next) ? last_ : next;
  }

  [[nodiscard]] static bool is_conjunction(std::string_view word) {
    return word == "and" || word == "or" || word == "but" || word == "then" || word == "nor";
  }
  [[nodiscard]] bool goes_on(Index at) const { return at < last_ && (word(at) == "," || is_conjunction(word(at))); }

  // "was admitted and *left* the ward".
  [[nodiscard]] bool is_active_after_passive(Index auxiliary_at, Index at) const {
    if (word(at).ends_with("n")) return word(at) == "won";  // "given" is no past tense
    if (kActiveOfPeople.holds(word(at))) return is_personal(auxiliary_at) || !ends_phrase(at + 1);
    return kActive.holds(word(at)) || takes_object(at);
  }

  [[nodiscard]] bool is_finite(Index at, Auxiliary form) const {
    if (is_finite_be(form)) return true;
    const Index before = word_before(at);
    const std::string_view w = before == last_ ? std::string_view{} : word(before);
    switch (form) {
      case Auxiliary::being:
      case Auxiliary::getting:
        return !w.empty() && is_finite_be(auxiliary(w));
      case Auxiliary::been:
      case Auxiliary::gotten:
        return w != "having" && !(w == "have" && is_infinitive_mark(word_before(before)));
      default:
        return !is_infinitive_mark(before);
    }
  }

  // "to" before "be", but not that of "is going to be" and "is to be".
  [[nodiscard]] bool is_infinitive_mark(Index at) const {
    if (at == last_ || word(at) != "to") return false;
    const Index before = word_before(at);
    return before == last_ || (word(before) != "going" && !is_finite_be(auxiliary(word(before))));
  }

  // The word before, adverbs aside, or last_.
  [[nodiscard]] Index word_before(Index at) const {
    constexpr Index kFarthest = 6;
    for (Index i = at; i > first_ && at - i < kFarthest && is_word(i - 1); --i) {
      if (!is_adverb(word(i - 1))) return i - 1;
    }
    return last_;
  }

  [[nodiscard]] std::string_view rest_of_sentence(Index at) const {
    return document_.folded({token(at).view.begin, token(last_ - 1).view.end});
  }
  [[nodiscard]] bool is_followed_by(Index at, std::string_view next) const {
    return at + 1 < last_ && word(at + 1) == next;
  }
  [[nodiscard]] bool is_participle_at(Index at) const { return at < last_ && is_word(at) && is_participle(word(at)); }
  [[nodiscard]] bool is_word(Index at) const { return token(at).kind == TokenKind::word; }
  [[nodiscard]] const Token& token(Index at) const { return document_.tokens()[at]; }
  [[nodiscard]] std::string_view word(Index at) const { return document_.word(at); }

  const Document& document_;
  Index first_;
  Index last_;
};

}  // namespace

void find_passives(const Document& document, const Sentence& sentence, std::vector<PassiveClause>& out) {
  PassiveReader(document, sentence).read(out);
}

}  // namespace candor
