#include "lint/rule/inflect.h"

#include <algorithm>
#include <iterator>

namespace candor {
namespace {

struct Irregular {
  std::string_view base, past, participle;  // alternatives parted by '/'
};

// Sorted by base.
constexpr Irregular kIrregular[] = {
    {"arise", "arose", "arisen"},
    {"awake", "awoke", "awoken"},
    {"be", "was/were", "been"},
    {"bear", "bore", "borne/born"},
    {"beat", "beat", "beaten"},
    {"become", "became", "become"},
    {"befall", "befell", "befallen"},
    {"begin", "began", "begun"},
    {"bend", "bent", "bent"},
    {"bet", "bet", "bet"},
    {"bid", "bid", "bid"},
    {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"},
    {"bleed", "bled", "bled"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"breed", "bred", "bred"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"burn", "burned/burnt", "burned/burnt"},
    {"burst", "burst", "burst"},
    {"buy", "bought", "bought"},
    {"cast", "cast", "cast"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"cling", "clung", "clung"},
    {"come", "came", "come"},
    {"cost", "cost", "cost"},
    {"creep", "crept", "crept"},
    {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},
    {"dig", "dug", "dug"},
    {"dive", "dived/dove", "dived"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"dream", "dreamed/dreamt", "dreamed/dreamt"},
    {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},
    {"fight", "fought", "fought"},
    {"find", "found", "found"},
    {"flee", "fled", "fled"},
    {"fly", "flew", "flown"},
    {"forbid", "forbade", "forbidden"},
    {"foresee", "foresaw", "foreseen"},
    {"foretell", "foretold", "foretold"},
    {"forget", "forgot", "forgotten"},
    {"forgive", "forgave", "forgiven"},
    {"forgo", "forwent", "forgone"},
    {"freeze", "froze", "frozen"},
    {"get", "got", "got/gotten"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grind", "ground", "ground"},
    {"grow", "grew", "grown"},
    {"hang", "hung", "hung"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},
    {"hold", "held", "held"},
    {"hurt", "hurt", "hurt"},
    {"keep", "kept", "kept"},
    {"kneel", "knelt", "knelt"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"lean", "leaned/leant", "leaned/leant"},
    {"leap", "leaped/leapt", "leaped/leapt"},
    {"learn", "learned/learnt", "learned/learnt"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"let", "let", "let"},
    {"lie", "lay/lied", "lain/lied"},
    {"light", "lit/lighted", "lit/lighted"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"mislead", "misled", "misled"},
    {"misread", "misread", "misread"},
    {"mistake", "mistook", "mistaken"},
    {"misunderstand", "misunderstood", "misunderstood"},
    {"outdo", "outdid", "outdone"},
    {"outgrow", "outgrew", "outgrown"},
    {"overcome", "overcame", "overcome"},
    {"overdo", "overdid", "overdone"},
    {"overhear", "overheard", "overheard"},
    {"override", "overrode", "overridden"},
    {"overrun", "overran", "overrun"},
    {"oversee", "oversaw", "overseen"},
    {"oversleep", "overslept", "overslept"},
    {"overtake", "overtook", "overtaken"},
    {"partake", "partook", "partaken"},
    {"pay", "paid", "paid"},
    {"prove", "proved", "proved/proven"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"re-sit", "re-sat", "re-sat"},
    {"re-take", "re-took", "re-taken"},
    {"read", "read", "read"},
    {"rebuild", "rebuilt", "rebuilt"},
    {"redo", "redid", "redone"},
    {"relearn", "relearned/relearnt", "relearned/relearnt"},
    {"repay", "repaid", "repaid"},
    {"reset", "reset", "reset"},
    {"resit", "resat", "resat"},
    {"retake", "retook", "retaken"},
    {"rethink", "rethought", "rethought"},
    {"rewrite", "rewrote", "rewritten"},
    {"ride", "rode", "ridden"},
    {"ring", "rang", "rung"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"set", "set", "set"},
    {"sew", "sewed", "sewn"},
    {"shake", "shook", "shaken"},
    {"shed", "shed", "shed"},
    {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"shut", "shut", "shut"},
    {"sing", "sang", "sung"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"slide", "slid", "slid"},
    {"slip", "slipped", "slipped"},
    {"speak", "spoke", "spoken"},
    {"spell", "spelled/spelt", "spelled/spelt"},
    {"spend", "spent", "spent"},
    {"spill", "spilled/spilt", "spilled/spilt"},
    {"spin", "spun", "spun"},
    {"spit", "spat", "spat"},
    {"split", "split", "split"},
    {"spoil", "spoiled/spoilt", "spoiled/spoilt"},
    {"spread", "spread", "spread"},
    {"spring", "sprang", "sprung"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"},
    {"sting", "stung", "stung"},
    {"strike", "struck", "struck"},
    {"strive", "strove/strived", "striven/strived"},
    {"swear", "swore", "sworn"},
    {"sweep", "swept", "swept"},
    {"swell", "swelled", "swollen"},
    {"swim", "swam", "swum"},
    {"swing", "swung", "swung"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"undergo", "underwent", "undergone"},
    {"understand", "understood", "understood"},
    {"undertake", "undertook", "undertaken"},
    {"undo", "undid", "undone"},
    {"unwind", "unwound", "unwound"},
    {"uphold", "upheld", "upheld"},
    {"upset", "upset", "upset"},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"weave", "wove", "woven"},
    {"weep", "wept", "wept"},
    {"win", "won", "won"},
    {"wind", "wound", "wound"},
    {"withdraw", "withdrew", "withdrawn"},
    {"withhold", "withheld", "withheld"},
    {"withstand", "withstood", "withstood"},
    {"write", "wrote", "written"},
};
static_assert(std::is_sorted(std::begin(kIrregular), std::end(kIrregular),
                             [](const Irregular& a, const Irregular& b) { return a.base < b.base; }));

// Two syllables, the stress on the last: the final consonant doubles.
constexpr std::string_view kDoubling[] = {
    "abhor",    "acquit", "admit",      "begin",   "commit",   "compel",  "concur",   "confer", "control",
    "defer",    "deter",  "dispel",     "distil",  "emit",     "enrol",   "equip",    "excel",  "expel",
    "forbid",   "forget", "format",     "fulfil",  "handicap", "incur",   "instil",   "kidnap", "occur",
    "omit",     "patrol", "permit",     "prefer",  "program",  "propel",  "quit",     "rebel",  "recur",
    "reenrol",  "refer",  "regret",     "remit",   "repel",    "reset",   "resit",    "submit", "transfer",
    "transmit", "upset",  "overcommit", "overrun", "backstab", "misplan", "re-enrol", "re-sit"};
// Doubled in British spelling only: writers use both.
constexpr std::string_view kBothWays[] = {"cancel", "counsel", "label",  "level", "marshal",
                                          "model",  "quarrel", "signal", "total", "travel"};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool doubles(std::string_view verb) {
  if (std::find(std::begin(kDoubling), std::end(kDoubling), verb) != std::end(kDoubling)) return true;
  if (verb.size() < 3) return false;
  const char last = verb.back();
  const char middle = verb[verb.size() - 2];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(middle) ||
      is_vowel(verb[verb.size() - 3]))
    return false;
  const auto vowels = std::count_if(verb.begin(), verb.end(), is_vowel);
  return vowels == 1;
}

std::string with_s(std::string_view word) {
  const auto ends = [&](std::string_view s) { return word.ends_with(s); };
  std::string out(word);
  if (word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2])) {
    out.pop_back();
    return out + "ies";
  }
  constexpr std::string_view kLikeGo[] = {"do", "forgo", "go", "outdo", "overdo", "redo", "undergo", "undo"};
  const bool like_go = std::find(std::begin(kLikeGo), std::end(kLikeGo), word) != std::end(kLikeGo);
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") || like_go) {
    return out + "es";
  }
  return out + "s";
}

std::string with_ed(std::string_view verb) {
  std::string out(verb);
  if (verb.back() == 'e') return out + "d";
  if (verb.back() == 'y' && verb.size() > 1 && !is_vowel(verb[verb.size() - 2])) {
    out.pop_back();
    return out + "ied";
  }
  if (doubles(verb)) out += verb.back();
  return out + "ed";
}

std::string with_ing(std::string_view verb) {
  std::string out(verb);
  if (verb.ends_with("ie")) return out.substr(0, out.size() - 2) + "ying";
  if (verb.size() > 2 && verb.back() == 'e' && !verb.ends_with("ee") && !verb.ends_with("oe") &&
      !verb.ends_with("ye")) {
    out.pop_back();
    return out + "ing";
  }
  if (doubles(verb)) out += verb.back();
  return out + "ing";
}

template <typename Visit>
void each_alternative(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t slash = std::min(list.find('/'), list.size());
    visit(list.substr(0, slash));
    list.remove_prefix(std::min(slash + 1, list.size()));
  }
}

}  // namespace

std::vector<Inflected> inflect_verb(std::string_view verb) {
  const std::size_t blank = std::min(verb.find(' '), verb.size());
  const std::string_view head = verb.substr(0, blank);
  const std::string tail(verb.substr(blank));
  std::vector<Inflected> forms;
  const auto add = [&](std::string_view text, Form form) { forms.push_back({std::string(text) + tail, form}); };
  if (head == "be") {
    for (const char* present : {"am", "are"}) add(present, Form::base);
    add("is", Form::third);
    add("being", Form::ing);
  } else {
    add(head == "have" ? "has" : with_s(head), Form::third);
    add(with_ing(head), Form::ing);
  }
  add(head, Form::base);
  const auto* irregular = std::lower_bound(std::begin(kIrregular), std::end(kIrregular), head,
                                           [](const Irregular& a, std::string_view b) { return a.base < b; });
  if (irregular != std::end(kIrregular) && irregular->base == head) {
    each_alternative(irregular->past, [&](std::string_view text) { add(text, Form::past); });
    each_alternative(irregular->participle, [&](std::string_view text) { add(text, Form::participle); });
  } else {
    add(with_ed(head), Form::past);
    add(with_ed(head), Form::participle);
  }
  if (std::find(std::begin(kBothWays), std::end(kBothWays), head) != std::end(kBothWays)) {
    const std::string doubled = std::string(head) + head.back();
    for (const Form form : {Form::past, Form::participle}) add(doubled + "ed", form);
    add(doubled + "ing", Form::ing);
  }
  return forms;
}

std::vector<Inflected> inflect_noun(std::string_view noun) {
  const std::size_t blank = noun.rfind(' ');
  const std::string head(blank == std::string_view::npos ? "" : noun.substr(0, blank + 1));
  const std::string_view last = blank == std::string_view::npos ? noun : noun.substr(blank + 1);
  std::string plural = with_s(last);
  if (last.ends_with("sis")) plural = std::string(last.substr(0, last.size() - 2)) + "es";
  if (last.ends_with("child")) plural = std::string(last) + "ren";
  if (last.ends_with("man") && last != "human" && last != "german")
    plural = std::string(last.substr(0, last.size() - 2)) + "en";
  if (last == "person") plural = "people";
  if (last == "life" || last.ends_with("wife")) plural = std::string(last.substr(0, last.size() - 2)) + "ves";
  if (last == "half" || last == "shelf") plural = std::string(last.substr(0, last.size() - 1)) + "ves";
  if (last == "foot") plural = "feet";
  return {{std::string(noun), Form::base}, {head + plural, Form::plural}};
}

}  // namespace candor
