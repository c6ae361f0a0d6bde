#include "lint/text/participles.h"

#include "lint/text/word_table.h"

namespace candor {
namespace {

// clang-format off
// Irregular participles of verbs that take an object.
constexpr WordTable kIrregular({
    "beat", "beaten", "begun", "beheld", "bent", "beset", "bidden", "bitten", "bled", "blown", "born", "borne",
    "bought", "bound", "bred", "broadcast", "broken", "brought", "built", "burnt", "burst", "cast", "caught", "chosen",
    "clad", "cut", "dealt", "done", "drawn", "driven", "drunk", "dug", "eaten", "fed", "felt", "flown", "flung",
    "forbidden", "forecast", "foreseen", "foretold", "forgiven", "forgone", "forgot", "forgotten", "forsaken",
    "fought", "found", "frozen", "given", "ground", "grown", "heard", "held", "hewn", "hidden", "hit", "hung", "hurt",
    "inlaid", "input", "kept", "knit", "known", "laid", "learnt", "led", "left", "lent", "let", "lit", "lost", "made",
    "meant", "met", "misheard", "misled", "misread", "misspelt", "misspent", "mistaken", "misunderstood", "mown",
    "offset", "outbid", "outdone", "outgrown", "outsold", "outspent", "overbuilt", "overcome", "overdone", "overdrawn",
    "overheard", "overpaid", "overridden", "overrun", "overseen", "overtaken", "overthrown", "overwritten", "paid",
    "preset", "proven", "put", "read", "reborn", "rebuilt", "recast", "redone", "redrawn", "rehung", "remade",
    "repaid", "reread", "rerun", "reset", "resewn", "reshot", "resold", "retaken", "retaught", "rethought", "retold",
    "rewound", "rewritten", "ridden", "rung", "said", "sawn", "seen", "sent", "set", "sewn", "shaken", "shaven",
    "shed", "shorn", "shot", "shown", "shrunk", "shut", "slain", "slit", "slung", "smitten", "sold", "sought", "sown",
    "sped", "spelt", "spent", "spilt", "split", "spoilt", "spoken", "spread", "spun", "stolen", "stricken", "struck",
    "strung", "stuck", "stung", "sublet", "sung", "sunk", "swept", "sworn", "swung", "taken", "taught", "thought",
    "thrown", "thrust", "told", "torn", "trodden", "unbound", "undercut", "undergone", "understood", "undertaken",
    "underwritten", "undone", "unwound", "upheld", "upset", "withdrawn", "withheld", "withstood", "woken", "won",
    "worn", "wound", "woven", "written", "wrought", "wrung"
});

// Words in -ed that are no participles. Those in -eed ("need", "proceed") never are, but for the next table's.
constexpr WordTable kNotParticiples({
    "ahamed", "ahmed", "alfred", "biped", "fred", "hamed", "hatred", "hundred", "infrared", "jagged", "jared", "javed",
    "khaled", "kindred", "manfred", "mildred", "mohamed", "mohammed", "moped", "muhammed", "naked", "premed", "rashed",
    "rugged", "sacred", "syed", "wicked", "wilfred", "winifred", "wretched", "zayed"
});
constexpr WordTable kParticiplesInEed({
    "agreed", "decreed", "disagreed", "freed", "guaranteed", "refereed"
});

// After "be" these nearly always say how someone feels or what something is like.
constexpr WordTable kAdjectival({
    "accustomed", "acquainted", "addicted", "advanced", "aged", "amused", "annoyed", "ashamed", "bored", "clad",
    "complicated", "conceited", "concerned", "confused", "crooked", "delighted", "deluded", "depressed", "detailed",
    "disabled", "disgusted", "disinterested", "dissatisfied", "drunk", "embarrassed", "esteemed", "excited",
    "exhausted", "experienced", "fascinated", "frightened", "frustrated", "gifted", "handicapped", "haunted",
    "impressed", "inclined", "inebriated", "inexperienced", "interested", "intoxicated", "intrigued", "irritated",
    "jaded", "mistaken", "motivated", "opinionated", "outdated", "outraged", "overcrowded", "overjoyed", "overpriced",
    "overrated", "overwhelmed", "overworked", "perverted", "pleased", "prejudiced", "privileged", "puzzled",
    "qualified", "relaxed", "relieved", "renowned", "retired", "satisfied", "scared", "skilled", "sophisticated",
    "spirited", "stuck", "talented", "terrified", "thrilled", "tired", "underrated", "upset", "varied", "worried"
});

// "unaffected" describes, but these undo something.
constexpr WordTable kVerbsInUn({
    "unblocked", "uncovered", "unearthed", "unfolded", "unified", "uninstalled", "united", "unleashed", "unloaded",
    "unlocked", "unpacked", "unplugged", "unraveled", "unseated", "unveiled", "unwrapped"
});

// A compound with another first part describes: "board-certified", "self-taught".
constexpr WordTable kVerbPrefixes({
    "co-", "counter-", "cross-", "de-", "double-", "fast-", "hand-", "mis-", "out-", "over-", "pre-", "re-", "under-"
});

// clang-format on

bool is_regular(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // "used"
  if (word.size() < kShortest || !word.ends_with("ed")) return false;
  return word.ends_with("eed") ? kParticiplesInEed.holds(word) : !kNotParticiples.holds(word);
}

// "kindhearted", "shortsighted".
bool is_closed_compound(std::string_view word) {
  return word.ends_with("hearted") || (word.ends_with("minded") && word != "reminded") || word.ends_with("sighted") ||
         word.ends_with("spirited") || word.ends_with("tempered");
}

bool is_negated_adjective(std::string_view word) {
  return word.starts_with("un") && !word.starts_with("under") && word.ends_with("ed") && !kVerbsInUn.holds(word);
}

}  // namespace

Participle participle(std::string_view word) {
  const std::size_t last_part = word.rfind('-') + 1;  // 0 where there is no hyphen
  const std::string_view verb = word.substr(last_part);
  if (!is_regular(verb) && !kIrregular.holds(verb)) return Participle::none;
  const bool compound = last_part != 0 && !kVerbPrefixes.holds(word.substr(0, last_part));
  return compound || is_negated_adjective(verb) || is_closed_compound(verb) || kAdjectival.holds(verb)
             ? Participle::adjectival
             : Participle::verbal;
}

}  // namespace candor
