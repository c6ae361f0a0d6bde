#include "lint/dates/words.h"

#include <array>
#include <cstddef>

namespace candor {
namespace {

constexpr DateWord month(std::string_view text, std::uint8_t number, Doubt doubt = Doubt::none) {
  return {text, Lex::month, number, doubt, true};
}
constexpr DateWord foreign(std::string_view text, std::uint8_t number) { return month(text, number, Doubt::foreign); }
constexpr DateWord season(std::string_view text, std::uint8_t number, Doubt doubt = Doubt::none) {
  return {text, Lex::season, number, doubt, true};
}
// Feasts of one month, beside a year or so long before something.
constexpr DateWord feast(std::string_view text, std::uint8_t month) {
  return {text, Lex::feast, month, Doubt::none, text != "new"};
}
constexpr DateWord unit(std::string_view text, Unit unit) {
  return {text, Lex::unit, static_cast<std::uint8_t>(unit), Doubt::none, true};
}
constexpr DateWord number(std::string_view text, Lex lex, std::uint8_t value, bool starts = false) {
  return {text, lex, value, Doubt::none, starts};
}
constexpr DateWord word(std::string_view text, Lex lex) { return {text, lex, 0, Doubt::none, false}; }

// Months in Spanish, French, German, Portuguese and Italian are full names only; those that look like an English one
// stand once.
constexpr auto kWords = std::to_array<DateWord>({
    month("january", 1),
    month("february", 2),
    month("march", 3, Doubt::verb),
    month("april", 4, Doubt::name),
    month("may", 5, Doubt::verb),
    month("june", 6, Doubt::name),
    month("july", 7),
    month("august", 8, Doubt::verb),
    month("september", 9),
    month("october", 10),
    month("november", 11),
    month("december", 12),
    month("jan", 1, Doubt::abbreviation),
    month("feb", 2, Doubt::abbreviation),
    month("febr", 2, Doubt::abbreviation),
    month("mar", 3, Doubt::abbreviation),
    month("apr", 4, Doubt::abbreviation),
    month("jun", 6, Doubt::abbreviation),
    month("jul", 7, Doubt::abbreviation),
    month("aug", 8, Doubt::abbreviation),
    month("sep", 9, Doubt::abbreviation),
    month("sept", 9, Doubt::abbreviation),
    month("oct", 10, Doubt::abbreviation),
    month("nov", 11, Doubt::abbreviation),
    month("dec", 12, Doubt::abbreviation),
    // Spanish
    foreign("enero", 1),
    foreign("febrero", 2),
    foreign("marzo", 3),
    foreign("abril", 4),
    foreign("mayo", 5),
    foreign("junio", 6),
    foreign("julio", 7),
    foreign("agosto", 8),
    foreign("septiembre", 9),
    foreign("setiembre", 9),
    foreign("octubre", 10),
    foreign("noviembre", 11),
    foreign("diciembre", 12),
    // French
    foreign("janvier", 1),
    foreign("février", 2),
    foreign("fevrier", 2),
    foreign("mars", 3),
    foreign("avril", 4),
    foreign("mai", 5),
    foreign("juin", 6),
    foreign("juillet", 7),
    foreign("août", 8),
    foreign("aout", 8),
    foreign("septembre", 9),
    foreign("octobre", 10),
    foreign("novembre", 11),
    foreign("décembre", 12),
    foreign("decembre", 12),
    // German
    foreign("januar", 1),
    foreign("jänner", 1),
    foreign("februar", 2),
    foreign("märz", 3),
    foreign("juni", 6),
    foreign("juli", 7),
    foreign("oktober", 10),
    foreign("dezember", 12),
    // Portuguese
    foreign("janeiro", 1),
    foreign("fevereiro", 2),
    foreign("março", 3),
    foreign("maio", 5),
    foreign("junho", 6),
    foreign("julho", 7),
    foreign("setembro", 9),
    foreign("outubro", 10),
    foreign("novembro", 11),
    foreign("dezembro", 12),
    // Italian
    foreign("gennaio", 1),
    foreign("febbraio", 2),
    foreign("aprile", 4),
    foreign("maggio", 5),
    foreign("giugno", 6),
    foreign("luglio", 7),
    foreign("settembre", 9),
    foreign("ottobre", 10),
    foreign("novembre", 11),
    foreign("dicembre", 12),

    season("spring", 1, Doubt::verb),
    season("springtime", 1),
    season("summer", 2),
    season("summertime", 2),
    season("fall", 3, Doubt::verb),
    season("autumn", 3),
    season("winter", 4),
    season("wintertime", 4),
    feast("christmas", 12),
    feast("midsummer", 6),
    feast("midsummer's", 6),
    feast("thanksgiving", 11),
    feast("halloween", 10),
    feast("epiphany", 1),
    feast("nowruz", 3),
    feast("new", 1),  // "New Year"

    number("i", Lex::roman, 1),
    number("ii", Lex::roman, 2),
    number("iii", Lex::roman, 3),
    number("iv", Lex::roman, 4),
    number("v", Lex::roman, 5),
    number("vi", Lex::roman, 6),
    number("vii", Lex::roman, 7),
    number("viii", Lex::roman, 8),
    number("ix", Lex::roman, 9),
    number("x", Lex::roman, 10),
    number("xi", Lex::roman, 11),
    number("xii", Lex::roman, 12),

    word("monday", Lex::weekday),
    word("tuesday", Lex::weekday),
    word("wednesday", Lex::weekday),
    word("thursday", Lex::weekday),
    word("friday", Lex::weekday),
    word("saturday", Lex::weekday),
    word("sunday", Lex::weekday),
    word("mon", Lex::weekday),
    word("tue", Lex::weekday),
    word("tues", Lex::weekday),
    word("wed", Lex::weekday),
    word("thu", Lex::weekday),
    word("thur", Lex::weekday),
    word("thurs", Lex::weekday),
    word("fri", Lex::weekday),
    word("sat", Lex::weekday),
    word("sun", Lex::weekday),

    unit("day", Unit::day),
    unit("days", Unit::day),
    unit("week", Unit::week),
    unit("weeks", Unit::week),
    unit("wk", Unit::week),
    unit("wks", Unit::week),
    unit("month", Unit::month),
    unit("months", Unit::month),
    unit("mo", Unit::month),
    unit("mos", Unit::month),
    unit("mth", Unit::month),
    unit("mths", Unit::month),
    unit("year", Unit::year),
    unit("years", Unit::year),
    unit("yr", Unit::year),
    unit("yrs", Unit::year),
    unit("decade", Unit::decade),
    unit("decades", Unit::decade),
    {"semester", Lex::term, 0, Doubt::none, false},
    {"term", Lex::term, 0, Doubt::none, false},

    number("zero", Lex::small, 0),
    number("oh", Lex::small, 0),
    number("one", Lex::small, 1),
    number("two", Lex::small, 2),
    number("three", Lex::small, 3),
    number("four", Lex::small, 4),
    number("five", Lex::small, 5),
    number("six", Lex::small, 6),
    number("seven", Lex::small, 7),
    number("eight", Lex::small, 8),
    number("nine", Lex::small, 9),
    number("ten", Lex::small, 10),
    number("eleven", Lex::small, 11),
    number("twelve", Lex::small, 12),
    number("thirteen", Lex::small, 13),
    number("fourteen", Lex::small, 14),
    number("fifteen", Lex::small, 15),
    number("sixteen", Lex::small, 16),
    number("seventeen", Lex::small, 17),
    number("eighteen", Lex::small, 18),
    number("nineteen", Lex::small, 19, true),
    number("twenty", Lex::tens, 20, true),
    number("thirty", Lex::tens, 30),
    number("forty", Lex::tens, 40),
    number("fifty", Lex::tens, 50),
    number("sixty", Lex::tens, 60),
    number("seventy", Lex::tens, 70),
    number("eighty", Lex::tens, 80),
    number("ninety", Lex::tens, 90),
    word("hundred", Lex::hundred),
    number("thousand", Lex::thousand, 0, true),
    number("thousands", Lex::decade_word, 0, true),
    number("tens", Lex::decade_word, 10),
    number("twenties", Lex::decade_word, 20, true),
    number("thirties", Lex::decade_word, 30, true),
    number("forties", Lex::decade_word, 40, true),
    number("fifties", Lex::decade_word, 50, true),
    number("sixties", Lex::decade_word, 60, true),
    number("seventies", Lex::decade_word, 70, true),
    number("eighties", Lex::decade_word, 80, true),
    number("nineties", Lex::decade_word, 90, true),
    number("first", Lex::ordinal, 1),
    number("second", Lex::ordinal, 2),
    number("third", Lex::ordinal, 3),
    number("fourth", Lex::ordinal, 4),
    number("fifth", Lex::ordinal, 5),
    number("sixth", Lex::ordinal, 6),
    number("seventh", Lex::ordinal, 7),
    number("eighth", Lex::ordinal, 8),
    number("ninth", Lex::ordinal, 9),
    number("tenth", Lex::ordinal, 10),
    number("eleventh", Lex::ordinal, 11),
    number("twelfth", Lex::ordinal, 12),
    number("thirteenth", Lex::ordinal, 13),
    number("fourteenth", Lex::ordinal, 14),
    number("fifteenth", Lex::ordinal, 15),
    number("sixteenth", Lex::ordinal, 16),
    number("seventeenth", Lex::ordinal, 17),
    number("eighteenth", Lex::ordinal, 18),
    number("nineteenth", Lex::ordinal, 19),
    number("twentieth", Lex::ordinal, 20),
    number("thirtieth", Lex::ordinal, 30),
    word("half", Lex::half),
    word("quarter", Lex::quarter),
    word("couple", Lex::couple),
    word("few", Lex::few),
    word("several", Lex::few),
    word("q", Lex::q),
    word("h", Lex::h),

    word("early", Lex::early),
    word("mid", Lex::middle),
    word("middle", Lex::middle),
    word("midway", Lex::middle),
    word("halfway", Lex::middle),
    word("midst", Lex::middle),
    word("late", Lex::late),
    word("beginning", Lex::beginning),
    word("start", Lex::beginning),
    word("outset", Lex::beginning),
    word("end", Lex::close),
    word("close", Lex::close),

    word("last", Lex::last),
    word("next", Lex::next),
    word("past", Lex::past),
    word("current", Lex::current),
    word("this", Lex::this_),
    word("that", Lex::that),
    word("same", Lex::same),
    word("previous", Lex::previous),
    word("preceding", Lex::previous),
    word("following", Lex::following),
    word("subsequent", Lex::following),
    word("ensuing", Lex::following),
    word("coming", Lex::coming),
    word("upcoming", Lex::coming),
    word("ago", Lex::ago),
    word("back", Lex::ago),
    word("later", Lex::later),
    word("afterward", Lex::later),
    word("afterwards", Lex::later),
    word("thereafter", Lex::later),
    word("earlier", Lex::earlier),
    word("beforehand", Lex::earlier),
    word("prior", Lex::prior),

    word("present", Lex::present),
    word("ongoing", Lex::present),
    word("currently", Lex::present),
    word("now", Lex::now),
    word("today", Lex::now),
    word("date", Lex::now),

    word("since", Lex::since),
    word("after", Lex::after),
    word("before", Lex::before),
    word("until", Lex::until),
    word("till", Lex::until),
    word("through", Lex::through),
    word("thru", Lex::through),
    word("to", Lex::to),
    word("from", Lex::from),
    word("between", Lex::between),
    word("by", Lex::by),
    word("during", Lex::during),
    word("throughout", Lex::during),
    word("within", Lex::during),
    word("in", Lex::in),
    word("on", Lex::on),
    word("of", Lex::of),
    word("de", Lex::of),
    word("del", Lex::of),
    word("at", Lex::at),
    word("for", Lex::for_),
    word("and", Lex::and_),
    word("or", Lex::or_),
    word("the", Lex::the),
    word("a", Lex::a),
    word("an", Lex::a),
    word("another", Lex::another),
    word("all", Lex::all),
    word("full", Lex::all),
    word("whole", Lex::all),
    word("entire", Lex::all),
    word("no", Lex::no),
    word("not", Lex::no),
    word("than", Lex::than),
    word("onward", Lex::onward),
    word("onwards", Lex::onward),
    word("anytime", Lex::anytime),
    word("sometime", Lex::anytime),
    word("sometimes", Lex::anytime),

    word("about", Lex::about),
    word("around", Lex::about),
    word("approximately", Lex::about),
    word("roughly", Lex::about),
    word("circa", Lex::about),
    word("ca", Lex::about),
    word("some", Lex::about),
    word("nearly", Lex::nearly),
    word("almost", Lex::nearly),
    word("under", Lex::nearly),
    word("over", Lex::over),
    word("more", Lex::more),
    word("less", Lex::less),
    word("fewer", Lex::less),
    word("least", Lex::least),
    word("just", Lex::just),
    word("up", Lex::up),

    word("class", Lex::class_),
    word("batch", Lex::batch),
    word("cohort", Lex::batch),
    word("yog", Lex::graduation_year),
    word("academic", Lex::academic),
    word("school", Lex::academic),
    word("fiscal", Lex::fiscal),
    word("ay", Lex::academic_short),
    word("fy", Lex::academic_short),
    word("session", Lex::academic_short),
    number("pgy", Lex::pgy, 0, true),
    word("ms", Lex::medical_school),
    word("intern", Lex::intern),
    word("internship", Lex::intern),

    word("page", Lex::counted),
    word("pages", Lex::counted),
    word("pp", Lex::counted),
    word("p", Lex::counted),
    word("room", Lex::counted),
    word("ext", Lex::counted),
    word("extension", Lex::counted),
    word("step", Lex::counted),
    word("phase", Lex::counted),
    word("grade", Lex::counted),
    word("stage", Lex::counted),
    word("level", Lex::counted),
    word("score", Lex::counted),
    word("scored", Lex::counted),
    word("scores", Lex::counted),
    word("volume", Lex::counted),
    word("vol", Lex::counted),
    word("chapter", Lex::counted),
    word("figure", Lex::counted),
    word("table", Lex::counted),
    word("part", Lex::counted),
    word("iso", Lex::counted),
    word("form", Lex::counted),
    word("flight", Lex::counted),
    word("bed", Lex::counted),
    word("ward", Lex::counted),
    word("building", Lex::counted),
    word("suite", Lex::counted),
    word("box", Lex::counted),
    word("tel", Lex::counted),
    word("phone", Lex::counted),
    word("fax", Lex::counted),
    word("id", Lex::counted),
    word("ssn", Lex::counted),
    word("bp", Lex::counted),
    word("gcs", Lex::counted),

    word("times", Lex::rate),
    word("once", Lex::rate),
    word("twice", Lex::rate),
    word("weekly", Lex::rate),
    word("monthly", Lex::rate),
    word("thrice", Lex::rate),
    word("hours", Lex::rate),
    word("hrs", Lex::rate),
    word("hour", Lex::rate),
    word("minutes", Lex::rate),
    word("shifts", Lex::rate),
    word("per", Lex::rate),
    word("every", Lex::rate),
    word("each", Lex::rate),

    word("old", Lex::old),
    word("pregnant", Lex::old),
    word("gestation", Lex::old),
    word("age", Lex::age),
    word("aged", Lex::age),
    word("ages", Lex::age),
    word("dr", Lex::title),
    word("mr", Lex::title),
    word("mrs", Lex::title),
    word("prof", Lex::title),
    word("professor", Lex::title),
    word("doctor", Lex::title),
    word("sister", Lex::title),
    word("brother", Lex::title),
    word("mother", Lex::title),
    word("aunt", Lex::title),
    word("uncle", Lex::title),
    word("wife", Lex::title),
    word("husband", Lex::title),
    word("daughter", Lex::title),
    word("son", Lex::title),
    word("friend", Lex::title),
    word("named", Lex::title),
    word("called", Lex::title),
    word("patient", Lex::title),
    word("nurse", Lex::title),
    word("mentor", Lex::title),
    word("guideline", Lex::edition),
    word("guidelines", Lex::edition),
    word("edition", Lex::edition),
    word("criteria", Lex::edition),
    word("consensus", Lex::edition),
    word("ds", Lex::counted),
    word("her", Lex::person),
    word("his", Lex::person),
    word("my", Lex::person),
    word("their", Lex::person),
    word("our", Lex::person),
    word("your", Lex::person),
    word("camp", Lex::risk),
    word("job", Lex::risk),
    word("jobs", Lex::risk),
    word("course", Lex::risk),
    word("program", Lex::risk),
    word("programme", Lex::risk),
    word("clothes", Lex::risk),
    word("coat", Lex::risk),
    word("risk", Lex::risk),
    word("risks", Lex::risk),
    word("precautions", Lex::risk),
    word("prevention", Lex::risk),
    word("injury", Lex::risk),
    word("injuries", Lex::risk),
    word("hazard", Lex::risk),
});

constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

constexpr std::size_t kSlots = 1024;
static_assert(kWords.size() < kSlots / 2);
constexpr std::size_t kLongest = 13;  // bytes of the longest word

// Open addressing; a slot holds a word's index plus one. Twice-listed words (one month name in two languages) keep the
// first entry.
constexpr auto kTable = [] {
  std::array<std::uint16_t, kSlots> table{};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    std::size_t slot = hash_of(kWords[i].text) % kSlots;
    while (table[slot] != 0) slot = (slot + 1) % kSlots;
    table[slot] = static_cast<std::uint16_t>(i + 1);
  }
  return table;
}();

constexpr bool longest_holds = [] {
  for (const DateWord& entry : kWords) {
    if (entry.text.size() > kLongest) return false;
  }
  return true;
}();
static_assert(longest_holds);

// By first byte, a bit for each length.
constexpr auto kStarting = [] {
  std::array<std::uint16_t, 256> lengths{};
  for (const DateWord& entry : kWords) {
    if (entry.starts)
      lengths[static_cast<unsigned char>(entry.text[0])] |= static_cast<std::uint16_t>(1U << entry.text.size());
  }
  return lengths;
}();

}  // namespace

bool may_start_date(std::string_view folded) {
  return !folded.empty() && folded.size() <= kLongest &&
         (kStarting[static_cast<unsigned char>(folded[0])] >> folded.size() & 1) != 0;
}

const DateWord* find_date_word(std::string_view folded) {
  if (folded.size() > kLongest) return nullptr;
  for (std::size_t slot = hash_of(folded) % kSlots; kTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const DateWord& entry = kWords[kTable[slot] - 1U];
    if (entry.text == folded) return &entry;
  }
  return nullptr;
}

}  // namespace candor
