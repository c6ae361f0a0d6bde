#include "lint/text/abbreviations.h"

#include "lint/text/word_table.h"

namespace candor {
namespace {

// Sorted.
// clang-format off
constexpr WordTable kBeforeName({
    "adj", "adm", "assoc", "asst", "attn", "brig", "capt", "cf", "cmd", "cmdr", "col", "cpl", "dr", "drs", "e.g",
    "eg", "f.e", "ft", "gen", "gov", "hon", "i.e", "ie", "lieut", "lt", "maj", "med", "messrs", "mlle", "mme", "mr",
    "mrs", "ms", "mt", "mx", "p.s", "pfc", "pres", "prof", "profs", "ps", "rep", "reps", "resp", "rev", "revd", "sen",
    "sens", "sgt", "st", "supt", "viz", "vs",
});
constexpr WordTable kBeforeNumber({
    "abr", "app", "approx", "art", "avr", "c", "ca", "ch", "chap", "circa", "dez", "dic", "ed", "eds", "ene", "eq",
    "eqs", "ex", "fev", "fevr", "fig", "figs", "févr", "janv", "juil", "no", "nos", "nr", "nº", "okt", "p", "par",
    "para", "pp", "pt", "rs", "sec", "sect", "tel", "v", "ver", "vol", "vols",
});
constexpr WordTable kAnywhere({
    "acad", "al", "apr", "apt", "ariz", "assn", "aug", "ave", "avg", "bldg", "blvd", "bros", "calif", "cert", "cie",
    "clin", "co", "colo", "conn", "cont", "corp", "ctr", "dec", "dept", "depts", "dip", "dist", "div", "elem", "enc",
    "encl", "engr", "esp", "esq", "est", "etc", "ext", "feb", "fla", "fri", "govt", "hosp", "hr", "hrs", "hwy", "inc",
    "incl", "inst", "intl", "jan", "jr", "jul", "jun", "ltd", "mar", "max", "mfg", "mgmt", "mgr", "mich", "min",
    "minn", "misc", "mo", "mon", "mos", "neurol", "nov", "obs", "oct", "okla", "orig", "pkwy", "prev", "psych", "pts",
    "pty", "pvt", "rd", "ref", "refs", "rte", "sci", "sep", "sept", "sq", "sr", "ste", "subj", "surg", "tenn", "tex",
    "thu", "thur", "thurs", "treas", "tue", "tues", "univ", "wed", "wk", "wks", "wt", "yr", "yrs",
});
constexpr WordTable kStarters({
    "a", "about", "above", "additionally", "after", "afterwards", "again", "all", "almost", "along", "already",
    "also", "although", "am", "among", "an", "and", "another", "any", "anyone", "are", "around", "as", "at",
    "because", "before", "being", "beside", "besides", "between", "beyond", "both", "but", "by", "can",
    "consequently", "could", "despite", "did", "do", "does", "due", "during", "each", "either", "even", "eventually",
    "every", "everyone", "everything", "except", "few", "finally", "for", "fortunately", "from", "furthermore",
    "given", "had", "has", "have", "having", "he", "hence", "her", "here", "his", "how", "however", "i", "i'd",
    "i'll", "i'm", "i've", "if", "in", "indeed", "initially", "inside", "instead", "is", "it", "it's", "its", "just",
    "last", "lastly", "later", "let", "like", "likewise", "many", "may", "maybe", "me", "meanwhile", "might", "more",
    "moreover", "most", "much", "must", "my", "never", "nevertheless", "next", "no", "nobody", "none", "nonetheless",
    "nor", "not", "nothing", "now", "of", "often", "on", "once", "one", "only", "or", "other", "others", "our", "out",
    "over", "overall", "perhaps", "please", "rather", "recently", "several", "shall", "she", "should", "similarly",
    "since", "so", "some", "somebody", "someone", "something", "sometimes", "somewhat", "soon", "still",
    "subsequently", "such", "suddenly", "than", "thank", "thanks", "that", "that's", "the", "their", "them", "then",
    "there", "there's", "thereafter", "therefore", "these", "they", "they're", "this", "those", "though", "through",
    "throughout", "thus", "to", "today", "together", "tomorrow", "too", "toward", "towards", "ultimately", "under",
    "unfortunately", "unless", "unlike", "until", "up", "upon", "us", "usually", "was", "we", "we're", "we've",
    "were", "what", "what's", "whatever", "when", "whenever", "where", "whereas", "wherever", "whether", "which",
    "while", "who", "whoever", "whom", "whose", "why", "will", "with", "within", "without", "would", "yes",
    "yesterday", "yet", "you", "you're", "your",
});
// clang-format on

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.size() > 6) return Abbreviation::none;
  if (kBeforeName.holds(word)) return Abbreviation::before_name;
  if (kBeforeNumber.holds(word)) return Abbreviation::before_number;
  if (kAnywhere.holds(word)) return Abbreviation::anywhere;
  return Abbreviation::none;
}

bool is_sentence_starter(std::string_view word) { return kStarters.holds(word); }

}  // namespace candor
