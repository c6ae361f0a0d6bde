#include "lint/reading/event_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace candor {
namespace {

using Words = std::string_view;

constexpr Words kOrganizations[] = {
    "hospital",      "university",    "college",      "clinic",      "clinics",      "institute",
    "institution",   "center",        "centre",       "school",      "academy",      "infirmary",
    "foundation",    "polyclinic",    "dispensary",   "laboratory",  "laboratories", "ministry",
    "health system", "medical group", "healthcare",   "health care", "hospitals",    "universidad",
    "universitat",   "université",    "universidade", "hospice",     "ngo",          "inc",
    "llc",           "ltd",           "gmbh",         "health unit", "health post",  "department of health",
    "nhs trust",     "red cross",     "red crescent", "faculty",     "practice",     "pharmacy",
    "company",       "society",       "association",  "council",     "lab",          "health"};
constexpr Words kDegrees[] = {"mbbs",
                              "mbchb",
                              "mb chb",
                              "mbbch",
                              "mb bch",
                              "bachelor",
                              "bachelors",
                              "bachelor's",
                              "master",
                              "master's",
                              "masters",
                              "phd",
                              "ph.d",
                              "doctor of medicine",
                              "medical degree",
                              "degree",
                              "m.d",
                              "md",
                              "mph",
                              "msc",
                              "m.sc",
                              "bsc",
                              "b.sc",
                              "ba",
                              "bs",
                              "ms",
                              "b.a",
                              "b.s",
                              "diploma",
                              "doctorate",
                              "mba",
                              "medical school",
                              "do",
                              "premedical",
                              "pre-medical",
                              "high school",
                              "medical studies",
                              "doctor of osteopathic medicine",
                              "mha",
                              "medical student"};
// Without those that are words of another meaning too.
constexpr Words kGaps[] = {"leave of absence",
                           "leave",
                           "gap",
                           "gap year",
                           "break",
                           "year off",
                           "time off",
                           "months off",
                           "maternity",
                           "parental",
                           "sabbatical",
                           "interruption",
                           "interrupted",
                           "career break",
                           "away from",
                           "stepped away",
                           "step away",
                           "unemployed",
                           "caring for",
                           "cared for",
                           "care for",
                           "caregiver",
                           "caregiving",
                           "caretaker",
                           "homemaker",
                           "between jobs",
                           "without a post",
                           "no clinical",
                           "looked after",
                           "looking after",
                           "took care of",
                           "taking care of",
                           "outside clinical",
                           "out of clinical",
                           "waiting for",
                           "waited for",
                           "stopped working",
                           "off work",
                           "not working",
                           "home with",
                           "stayed home",
                           "stayed at home",
                           "at home",
                           "relocated",
                           "relocation",
                           "emigrated",
                           "immigrated",
                           "moved to",
                           "moved from",
                           "preparing for",
                           "prepared for",
                           "studying for",
                           "studied for",
                           "preparation for",
                           "exam preparation",
                           "dedicated study",
                           "full-time study for",
                           "study leave",
                           "military service",
                           "conscription",
                           "withdrew",
                           "paused",
                           "pause",
                           "suspended",
                           "hiatus",
                           "no employment",
                           "recovered",
                           "recovering",
                           "recovery",
                           "exam study",
                           "usmle preparation",
                           "family care",
                           "family responsibilities"};
constexpr Words kExpected[] = {
    "expected",    "anticipated",  "scheduled",       "will",           "incoming",    "planned",
    "upcoming",    "shall",        "expect",          "plan to",        "i plan",      "hope to",
    "projected",   "starting in",  "to begin",        "registered for", "booked",      "intend",
    "going to",    "due to",       "due in",          "estimated",      "pending",     "to be",
    "would",       "am to",        "set for",         "set to",         "awaiting",    "future",
    "i am taking", "i am sitting", "i sit",           "deadline",       "valid until", "valid through",
    "expires",     "look forward", "looking forward", "is on",          "by the time", "not yet",
    "prospective", "begins",       "start in",        "starts"};

constexpr Words kEducation[] = {"student",
                                "medical school",
                                "graduated",
                                "graduate studies",
                                "undergraduate",
                                "studied medicine",
                                "faculty of medicine",
                                "school of medicine",
                                "college of medicine",
                                "clerkship",
                                "clerkships",
                                "enrolled",
                                "matriculated"};
constexpr Words kClinical[] = {"intern",
                               "internship",
                               "house job",
                               "house officer",
                               "housemanship",
                               "house surgeon",
                               "resident",
                               "residency",
                               "medical officer",
                               "physician",
                               "registrar",
                               "observership",
                               "observer",
                               "externship",
                               "extern",
                               "clinical",
                               "rotation",
                               "rotating",
                               "elective",
                               "foundation year",
                               "foundation doctor",
                               "general practitioner",
                               "doctor",
                               "surgeon",
                               "fellow",
                               "fellowship",
                               "social service",
                               "servicio social",
                               "rural service",
                               "compulsory service",
                               "locum",
                               "senior house officer",
                               "sho",
                               "emergency room",
                               "ward",
                               "nurse",
                               "scribe",
                               "house physician",
                               "shadowing",
                               "sub-internship",
                               "medical assistant",
                               "emt",
                               "paramedic",
                               "hospitalist",
                               "preliminary year",
                               "nysc",
                               "rural bond",
                               "national service"};
constexpr Words kResearch[] = {"research",     "researcher",        "laboratory", "postdoctoral", "postdoc",
                               "investigator", "study coordinator", "thesis",     "data analyst", "lab assistant"};
constexpr Words kWork[] = {"clerk",        "teacher",      "tutor",         "tutoring",     "instructor", "lecturer",
                           "teaching",     "analyst",      "engineer",      "manager",      "assistant",  "coordinator",
                           "volunteer",    "volunteering", "driver",        "technician",   "cashier",    "interpreter",
                           "translator",   "consultant",   "administrator", "work",         "job",        "employed",
                           "employee",     "specialist",   "developer",     "officer",      "associate",  "writer",
                           "phlebotomist", "server",       "barista",       "demonstrator", "worker"};

constexpr Words kPartTime[] = {"part-time",
                               "part time",
                               "parttime",
                               "volunteer",
                               "volunteered",
                               "volunteering",
                               "weekly",
                               "weekend",
                               "weekends",
                               "saturdays",
                               "sundays",
                               "saturday",
                               "sunday",
                               "evenings",
                               "evening",
                               "monthly",
                               "quarterly",
                               "annually",
                               "one time",
                               "one day a week",
                               "days a week",
                               "hours a week",
                               "alongside",
                               "online",
                               "remote",
                               "distance",
                               "distance learning",
                               "per diem",
                               "occasional",
                               "casual",
                               "unpaid",
                               "hobby",
                               "club",
                               "member",
                               "membership",
                               "once a week",
                               "twice a week",
                               "half-time",
                               "half time",
                               "one afternoon",
                               "two afternoons",
                               "afternoons",
                               "nights and weekends",
                               "concurrent",
                               "concurrently",
                               "shadowing",
                               "hours weekly",
                               "h/week",
                               "hrs/week",
                               "while a student",
                               "on call only",
                               "in parallel",
                               "week-ends",
                               "afternoon",
                               "self-paced"};
constexpr Words kFullTime[] = {
    "full-time", "full time", "fulltime",         "40 hours", "40 h",      "forty hours",     "45 hours", "48 hours",
    "50 hours",  "60 hours",  "70 hours",         "80 hours", "38 hours",  "37.5 hours",      "36 hours", "42 hours",
    "44 hours",  "40 hrs",    "on-site resident", "40h",      "40+ hours", "resident on site"};
constexpr Words kTraining[] = {"internship",      "intern",        "house job",       "housemanship",
                               "house officer",   "house surgeon", "residency",       "resident",
                               "foundation year", "pgy",           "house physician", "foundation doctor"};
constexpr Words kNoTraining[] = {"medical internal",   "pre-residency", "research intern",    "summer intern",
                                 "resident assistant", "externship",    "research internship"};

struct ExamWord {
  Words phrase;
  Exam exam;
};
// The longer name first where one begins like the other.
constexpr ExamWord kExams[] = {{"step 2 clinical knowledge", Exam::step2_ck},
                               {"step 2 clinical skills", Exam::step2_cs},
                               {"step 2 ck", Exam::step2_ck},
                               {"step 2ck", Exam::step2_ck},
                               {"step2 ck", Exam::step2_ck},
                               {"step 2-ck", Exam::step2_ck},
                               {"step 2 (ck)", Exam::step2_ck},
                               {"step 2 cs", Exam::step2_cs},
                               {"step 2cs", Exam::step2_cs},
                               {"step 2-cs", Exam::step2_cs},
                               {"step 2 (cs)", Exam::step2_cs},
                               {"clinical skills exam", Exam::step2_cs},
                               {"step 1", Exam::step1},
                               {"step one", Exam::step1},
                               {"step i", Exam::step1},
                               {"step1", Exam::step1},
                               {"step 2", Exam::step2_ck},
                               {"step two", Exam::step2_ck},
                               {"step 3", Exam::step3},
                               {"step three", Exam::step3},
                               {"step3", Exam::step3},
                               {"level 2-pe", Exam::level2_pe},
                               {"level 2 pe", Exam::level2_pe},
                               {"level 2-ce", Exam::level2_ce},
                               {"level 2 ce", Exam::level2_ce},
                               {"comlex level 1", Exam::level1},
                               {"comlex-usa level 1", Exam::level1},
                               {"comlex level 2", Exam::level2_ce},
                               {"comlex level 3", Exam::level3},
                               {"comlex 1", Exam::level1},
                               {"comlex 2", Exam::level2_ce},
                               {"comlex 3", Exam::level3},
                               {"mccqe part ii", Exam::mccqe2},
                               {"mccqe part 2", Exam::mccqe2},
                               {"mccqe ii", Exam::mccqe2},
                               {"mccqe 2", Exam::mccqe2},
                               {"mccqe2", Exam::mccqe2},
                               {"mccqe part i", Exam::mccqe1},
                               {"mccqe part 1", Exam::mccqe1},
                               {"mccqe i", Exam::mccqe1},
                               {"mccqe 1", Exam::mccqe1},
                               {"mccqe1", Exam::mccqe1},
                               {"mccee", Exam::mccee},
                               {"nac osce", Exam::nac},
                               {"nac examination", Exam::nac},
                               {"plab part 1", Exam::plab1},
                               {"plab part 2", Exam::plab2},
                               {"plab 1", Exam::plab1},
                               {"plab 2", Exam::plab2},
                               {"plab1", Exam::plab1},
                               {"plab2", Exam::plab2},
                               {"oet", Exam::oet},
                               {"occupational english test", Exam::oet},
                               {"neet-pg", Exam::neet_pg},
                               {"neet pg", Exam::neet_pg},
                               {"ck", Exam::step2_ck},
                               {"cs", Exam::step2_cs},
                               {"clinical knowledge", Exam::step2_ck},
                               {"clinical skills", Exam::step2_cs},
                               {"level 1", Exam::level1},
                               {"level 2", Exam::level2_ce},
                               {"level 3", Exam::level3}};

constexpr Words kFails[] = {"fail",         "failed",         "failing", "failure",  "did not pass", "not passed",
                            "unsuccessful", "below the pass", "f",       "not pass", "fell short"};
constexpr Words kPasses[] = {"pass", "passed", "passing", "cleared", "successful", "p"};

struct AttemptWord {
  Words phrase;
  int attempt;
};
constexpr AttemptWord kAttempts[] = {{"first attempt", 1},
                                     {"second attempt", 2},
                                     {"third attempt", 3},
                                     {"fourth attempt", 4},
                                     {"attempt 1", 1},
                                     {"attempt 2", 2},
                                     {"attempt 3", 3},
                                     {"attempt 4", 4},
                                     {"1st attempt", 1},
                                     {"2nd attempt", 2},
                                     {"3rd attempt", 3},
                                     {"4th attempt", 4},
                                     {"attempt #1", 1},
                                     {"attempt #2", 2},
                                     {"attempt no. 1", 1},
                                     {"attempt no. 2", 2},
                                     {"first try", 1},
                                     {"second try", 2},
                                     {"first sitting", 1},
                                     {"second sitting", 2},
                                     {"first time", 1},
                                     {"second time", 2},
                                     {"attempt: 1", 1},
                                     {"attempt: 2", 2},
                                     {"attempt: 3", 3},
                                     {"attempt one", 1},
                                     {"attempt two", 2},
                                     {"retook", 2},
                                     {"retake", 2},
                                     {"retaken", 2},
                                     {"retest", 2},
                                     {"attempts: 1", 0},
                                     {"repeat", 2},
                                     {"again", 2},
                                     {"#1", 1},
                                     {"#2", 2},
                                     {"#3", 3},
                                     {"attempt number: 1", 1},
                                     {"attempt number: 2", 2}};

constexpr Words kGeneric[] = {
    "hospital",   "university",   "college",    "clinic",    "institute",  "center",     "centre",     "school",
    "medical",    "medicine",     "of",         "the",       "and",        "for",        "in",         "at",
    "general",    "department",   "faculty",    "health",    "sciences",   "science",    "teaching",   "clinical",
    "research",   "internal",     "family",     "community", "district",   "regional",   "national",   "state",
    "city",       "county",       "public",     "care",      "clinics",    "service",    "services",   "usa",
    "uk",         "us",           "doctor",     "officer",   "assistant",  "observer",   "resident",   "intern",
    "internship", "residency",    "physician",  "student",   "with",       "a",          "an",         "full-time",
    "part-time",  "full",         "part",       "time",      "degree",     "bachelor",   "surgery",    "from",
    "to",         "as",           "on",         "by",        "private",    "government", "memorial",   "saint",
    "st",         "primary",      "emergency",  "unit",      "ward",       "program",    "programme",  "system",
    "group",      "observership", "externship", "rotation",  "volunteer",  "member",     "work",       "job",
    "fellow",     "associate",    "house",      "present",   "current",    "foundation", "academy",    "international",
    "position",   "organization", "dates",      "date",      "start",      "end",        "experience", "type",
    "country",    "new",          "north",      "south",     "east",       "west",       "central",    "royal",
    "pediatrics", "paediatrics",  "psychiatry", "neurology", "cardiology", "pathology",  "md",         "mbbs",
    "phd",        "mph",          "hours",      "week",      "expected",   "education",  "training",   "i",
    "my",         "it",           "is",         "was"};

bool word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'';
}

template <std::size_t N>
bool is_one_of(std::string_view word, const Words (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

std::size_t find_phrase(std::string_view folded, std::string_view phrase, std::size_t from) {
  for (std::size_t at = folded.find(phrase, from); at != std::string_view::npos; at = folded.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool opens = at == 0 || !word_byte(folded[at - 1]) || !word_byte(phrase.front());
    const bool closes = end == folded.size() || !word_byte(folded[end]) || !word_byte(phrase.back());
    if (opens && closes) return at;
  }
  return std::string_view::npos;
}

std::string_view any_phrase(std::string_view folded, std::span<const std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    if (has_phrase(folded, phrase)) return phrase;
  }
  return {};
}

std::string folded_copy(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return folded;
}

std::string_view organization_word(std::string_view folded) { return any_phrase(folded, kOrganizations); }
std::string_view degree_word(std::string_view folded) { return any_phrase(folded, kDegrees); }
std::string_view gap_word(std::string_view folded) { return any_phrase(folded, kGaps); }
std::string_view expected_word(std::string_view folded) { return any_phrase(folded, kExpected); }

EventKind kind_of(std::string_view folded, EventKind usual) {
  if (!any_phrase(folded, kResearch).empty()) return EventKind::research;
  if (!any_phrase(folded, kClinical).empty()) return EventKind::clinical;
  if (!any_phrase(folded, kEducation).empty()) return EventKind::education;
  if (!any_phrase(folded, kWork).empty()) return EventKind::work;
  return usual;
}

LoadReading load_of(std::string_view folded, EventKind kind) {
  if (const std::string_view words = any_phrase(folded, kFullTime); !words.empty()) return {Load::full_time, words};
  if (const std::string_view words = any_phrase(folded, kPartTime); !words.empty()) return {Load::part_time, words};
  if (kind == EventKind::education && !degree_word(folded).empty()) return {Load::full_time, "a degree"};
  if (const std::string_view words = any_phrase(folded, kTraining);
      !words.empty() && any_phrase(folded, kNoTraining).empty() && kind != EventKind::research) {
    return {Load::full_time, words};
  }
  return {};
}

bool is_training(const Event& event) {
  if (event.kind == EventKind::education) return true;
  const std::string folded = folded_copy(event.title);
  return !any_phrase(folded, kTraining).empty() && any_phrase(folded, kNoTraining).empty();
}

std::vector<ExamMention> exams_in(std::string_view folded) {
  std::vector<ExamMention> found;
  if (folded.find_first_of("0123456789") == std::string_view::npos && folded.find("step") == std::string_view::npos &&
      folded.find("oet") == std::string_view::npos && folded.find("clinical") == std::string_view::npos &&
      folded.find("neet") == std::string_view::npos && folded.find("mcc") == std::string_view::npos &&
      folded.find("c") == std::string_view::npos) {
    return found;
  }
  const bool step_text =
      folded.find("step") != std::string_view::npos || folded.find("usmle") != std::string_view::npos;
  const bool comlex_text = folded.find("comlex") != std::string_view::npos;
  for (const ExamWord& known : kExams) {
    const bool needs_step = known.phrase == "ck" || known.phrase == "cs" || known.phrase.starts_with("clinical ");
    if (needs_step && !step_text && known.phrase != "ck") continue;
    if (known.phrase.starts_with("level ") && !comlex_text) continue;
    for (std::size_t at = find_phrase(folded, known.phrase); at != std::string_view::npos;
         at = find_phrase(folded, known.phrase, at + 1)) {
      const std::size_t end = at + known.phrase.size();
      const bool taken = std::any_of(found.begin(), found.end(),
                                     [&](const ExamMention& other) { return at < other.end && other.begin < end; });
      if (!taken) found.push_back({known.exam, at, end});
    }
  }
  std::sort(found.begin(), found.end(), [](const ExamMention& a, const ExamMention& b) { return a.begin < b.begin; });
  return found;
}

Exam exam_in(std::string_view folded) {
  const std::vector<ExamMention> all = exams_in(folded);
  return all.empty() ? Exam::none : all.front().exam;
}

ExamResult result_in(std::string_view folded) {
  if (has_phrase(folded, "pass/fail")) return ExamResult::unstated;
  if (!any_phrase(folded, kFails).empty()) return ExamResult::fail;
  if (!any_phrase(folded, kPasses).empty()) return ExamResult::pass;
  return ExamResult::unstated;
}

int attempt_in(std::string_view folded) {
  for (const AttemptWord& known : kAttempts) {
    if (has_phrase(folded, known.phrase)) return known.attempt;
  }
  return 0;
}

int score_in(std::string_view folded) {
  for (std::size_t i = 0; i + 3 <= folded.size(); ++i) {
    const auto digit = [&](std::size_t at) { return at < folded.size() && folded[at] >= '0' && folded[at] <= '9'; };
    if (!digit(i) || (i > 0 && (word_byte(folded[i - 1]) || folded[i - 1] == '.' || folded[i - 1] == '/'))) continue;
    if (digit(i + 1) && digit(i + 2) && !digit(i + 3) && !(i + 3 < folded.size() && word_byte(folded[i + 3]))) {
      return (folded[i] - '0') * 100 + (folded[i + 1] - '0') * 10 + (folded[i + 2] - '0');
    }
  }
  return 0;
}

bool is_generic_word(std::string_view word) { return is_one_of(word, kGeneric); }

std::vector<std::string> telling_words(std::string_view folded) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < folded.size();) {
    if (!word_byte(folded[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < folded.size() &&
           (word_byte(folded[end]) || (folded[end] == '-' && end + 1 < folded.size() && word_byte(folded[end + 1]))))
      ++end;
    std::string word(folded.substr(i, end - i));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() > 1 && !number && !is_generic_word(word) &&
        std::find(words.begin(), words.end(), word) == words.end()) {
      words.push_back(std::move(word));
    }
    i = end;
  }
  return words;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  bool at_word = true;
  for (const char c : name) {
    if (c == ',' || c == '(') break;
    if (at_word && c >= 'A' && c <= 'Z') initials += c;
    at_word = c == ' ' || c == '-' || c == '\'';
  }
  return initials;
}

}  // namespace candor
