#include "lint/reading/ties_by_words.h"

#include <algorithm>
#include <array>

namespace candor {
namespace {

constexpr std::array<std::string_view, 3> kDoctorates = {"phd", "ph d", "doctorate"};

// "I served on the island for five years."
std::vector<Tie> mention_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  std::vector<Tie> ties;
  const MarkedText& text = context.marked(claim);
  const std::uint32_t begin = context.begin_of(claim, words);
  const Span told{std::max(begin, claim.source.begin), claim.source.end};  // without a setting before it
  for (const Mention& mention : context.mentions_within(claim.text, told)) {
    const std::string_view before = text.low({claim.source.begin, mention.source.begin});
    if (claim.aspect == Aspect::end && before.ends_with("that ") &&
        text.words.any(mention.source, PathWord::organization))
      continue;  // "I left that hospital": the one named last
    for (const std::uint32_t e : mention.entries) {
      if (context.fits(claim, words, e) && !has_entry(ties, e)) ties.push_back({e, TieReason::mention});
    }
  }
  return ties;
}

bool follows_colon(const TieContext& context, const Event& claim) {
  const std::string_view before = context.marked(claim).slice({claim.whole.begin, claim.source.begin});
  const std::size_t last = before.find_last_not_of(' ');
  return last != std::string_view::npos && (before[last] == ':' || before.substr(0, last + 1).ends_with("\u2014"));
}

bool names_town_of(const TieContext& context, std::uint32_t e, const ClaimWords& words) {
  const std::vector<std::string>& places = context.entry(e).places;
  return std::any_of(places.begin(), places.end(),
                     [&](const std::string& place) { return place.size() > 3 && names_it(words, place); });
}

// "the cancer center in Astana": of the entry there, not of the one whose name ends so.
void drop_common_kinds(const TieContext& context, std::vector<Tie>& ties, const ClaimWords& words) {
  const bool town =
      std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return names_town_of(context, tie.entry, words); });
  if (!town) return;
  std::erase_if(ties, [&](const Tie& tie) {
    const EntryNames& names = context.names(tie.entry);
    const std::vector<std::string>& telling = context.entry(tie.entry).names;
    return tie.reason == TieReason::part_of_name && !names_town_of(context, tie.entry, words) &&
           !names.kind_of_place.empty() && words.says(names.kind_of_place) &&
           std::none_of(telling.begin(), telling.end(), [&](const std::string& name) { return names_it(words, name); });
  });
}

// "the hospital in Zrenjanin": that word stands in its name.
bool says_its_kind(const TieContext& context, const Event& claim, std::uint32_t e) {
  const std::vector<WordHit> kinds = context.marked(claim).words.all(claim.source, PathWord::organization);
  return std::ranges::any_of(kinds, [&](const WordHit& kind) {
    return has_phrase(context.names(e).organization, context.marked(claim).low(kind.place));
  });
}

// "two months in Khartoum" beside the University of Khartoum: a town, unless a word for such a place stands by it.
bool names_its_town_alone(const TieContext& context, const Event& claim, const ClaimWords& words, std::uint32_t e) {
  const Event& entry = context.entry(e);
  const bool town = std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& name) {
    return std::find(entry.places.begin(), entry.places.end(), name) != entry.places.end() && names_it(words, name);
  });
  const bool more = std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& name) {
    return std::find(entry.places.begin(), entry.places.end(), name) == entry.places.end() && words.says(name);
  });
  return town && !more && !says_its_kind(context, claim, e);
}

// "the larger hospital in Khartoum": of Khartoum Teaching Hospital no more than of another one there.
bool is_told_by_town(const TieContext& context, const Event& claim, const ClaimWords& words, std::uint32_t e) {
  const Event& entry = context.entry(e);
  // "I have been in Dearborn since October", and not "at Dearborn Family Practice"
  const bool lives = words.roles == 0 && (verb_of(claim) == "been" || verb_of(claim) == "lived");
  bool town = false;
  for (const std::string& name : entry.names) {
    const std::size_t at = find_phrase(words.folded, name);
    if (at == std::string::npos) continue;
    const bool stands_alone =  // "Core Trainee in Psychiatry, Leeds"
        std::ranges::any_of(context.names(), [&](const EntryNames& other) { return other.organization == name; });
    town =
        words.folded.substr(0, at).ends_with(" in ") && (context.timeline().is_a_place(name) || stands_alone || lives);
    if (!town) return false;
  }
  return town;
}

// "a year in the hospital in Zrenjanin": of the hospital, not of the hours given to the school there.
void drop_side_posts(const TieContext& context, const Event& claim, std::vector<Tie>& ties) {
  const auto is_side = [&](const Tie& tie) {
    return context.entry(tie.entry).load == Load::part_time && !says_its_kind(context, claim, tie.entry);
  };
  const bool post = std::ranges::any_of(ties, [&](const Tie& tie) {
    return context.entry(tie.entry).load != Load::part_time && says_its_kind(context, claim, tie.entry);
  });
  if (post) std::erase_if(ties, is_side);
}

// "the mission hospital in Gulu": two words of its name, whatever their case.
bool is_told_by_more(const TieContext& context, std::uint32_t e, const ClaimWords& words) {
  const std::vector<std::string>& names = context.entry(e).names;
  return std::count_if(names.begin(), names.end(), [&](const std::string& name) { return words.says(name); }) > 1;
}

// "The MD was three years", of who became a doctor with an MBBS: the posts that are named by it.
std::vector<Tie> further_degree_ties(const TieContext& context, std::string_view name) {
  std::vector<Tie> ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    const std::string title = folded_copy(entry.title);
    if (!title.starts_with(name) && !title.starts_with("md ")) continue;
    if (entry.medical_degree) return {};
    if (entry.training && entry.dated()) ties.push_back({e, TieReason::degree});
  }
  return ties;
}

// "my bachelor's", "college": of the one degree that is neither of medicine nor a master's.
std::vector<Tie> first_degree_ties(const TieContext& context, const ClaimWords& words) {
  constexpr std::array<std::string_view, 5> kFirst = {"college", "bachelor", "bachelor's", "bachelors",
                                                      "undergraduate"};
  std::vector<Tie> ties;
  if (std::ranges::none_of(kFirst, [&](std::string_view word) { return words.says(word); })) return ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    const WordHits title(entry.title);
    if (entry.kind == EventKind::education && entry.dated() && !entry.paper && !entry.medical_degree &&
        !entry.master_degree && !has_phrase(folded_copy(entry.title), "phd") &&
        title.any(whole_of(entry.title), PathWord::other_degree) &&
        !has_phrase(folded_copy(entry.title), "certificate"))
      ties.push_back({e, TieReason::degree});
  }
  return ties.size() == 1 ? ties : std::vector<Tie>();
}

// "my diploma" is the doctor's where no other one is listed.
bool lists_no_diploma(const TieContext& context) {
  return std::ranges::none_of(context.timeline().entries(), [](const Event& entry) {
    const std::string title = folded_copy(entry.title);
    return has_any_phrase(title, {"diploma", "high school"});
  });
}

bool has_one_degree(const TieContext& context) {
  const auto entries = context.timeline().entries();
  return std::count_if(entries.begin(), entries.end(),
                       [](const Event& entry) { return entry.kind == EventKind::education && !entry.paper; }) == 1;
}

std::vector<Tie> degree_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  std::vector<Tie> ties;
  if (claim.kind != EventKind::education) return ties;
  const bool studies = words.says("medical student") || verb_of(claim) == "studied" || verb_of(claim) == "attended" ||
                       verb_of(claim) == "enrolled" || claim.verb.empty() || words.says("in medical school") ||
                       words.says("my years") || words.says("medical studies") ||
                       is_one_of(verb_of(claim), {"ran", "lasted", "did", "completed"});
  const WordHits hits(words.folded);
  const Span all = whole_of(words.folded);
  const bool master = hits.any(all, PathWord::master_degree);
  if (claim.aspect == Aspect::whole && !claim.point && claim.dated() && !studies && !master) return ties;
  const bool medical = hits.any(all, PathWord::medical_degree) || hits.any(all, PathWord::graduation) ||
                       words.says("graduating") || words.says("medical student") || words.says("qualified") ||
                       words.says("class of") || words.says("graduate of") || words.says("medical school");
  // "Four years after college I began medical school": what stands behind the verb.
  const std::size_t verb = claim.verb.empty() ? std::string::npos : find_phrase(words.folded, claim.verb);
  const Span told{verb == std::string::npos ? 0 : static_cast<std::uint32_t>(verb), all.end};
  const bool only = hits.any(all, PathWord::degree) && has_one_degree(context);                 // "my degree"
  const bool doctors = medical && (words.says("diploma of") || words.says("medical diploma"));  // "of MBChB"
  const bool given = claim.aspect == Aspect::end && claim.telling && words.says("diploma");  // "put a red diploma in"
  const bool named = words.says("my medical degree") || words.says("my diploma");  // "..., a diploma with honours"
  const bool diploma = doctors || ((named || given) && (only || lists_no_diploma(context)));
  const bool other_school = hits.any(told, PathWord::other_degree) && !diploma;
  if (other_school && !master) return first_degree_ties(context, words);
  if (!master && !medical && !only && !diploma) return ties;
  if (words.says("the md")) ties = further_degree_ties(context, "m.d.");
  if (!ties.empty()) return ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind != EventKind::education || !entry.dated() || entry.paper) continue;
    if (master ? entry.master_degree : entry.medical_degree) ties.push_back({e, TieReason::degree});
  }
  return ties;
}

// "I studied the master's in epidemiology from August, and in December I received the degree": of the studies that were
// named last, in its sentence or the one before.
std::vector<Tie> studies_named_before(const TieContext& context, const Event& claim, const ClaimWords& words) {
  const bool degree = claim.kind == EventKind::education && words.says("the degree");
  const bool studies = words.says("the programme") || words.says("the program") || words.says("the course");
  if (!(degree || (studies && words.roles == 0)) || !claim.telling || claim.relative || claim.aspect != Aspect::end)
    return {};
  const std::span<const Sentence> sentences = context.with_sentence_before(claim);
  const Span before{sentences.empty() ? claim.whole.begin : sentences.front().source.begin, claim.source.begin};
  const MarkedText& text = context.marked(claim);
  const WordHit* last = nullptr;
  for (const WordHit& hit : text.words.within(before)) {
    if (hit.list == PathWord::degree || hit.list == PathWord::training) last = &hit;
  }
  if (last == nullptr || last->list == PathWord::training) return {};
  const Span named = last->place;
  const bool master = text.words.any(named, PathWord::master_degree);
  const bool medical = !master && text.words.any(named, PathWord::medical_degree);
  const bool doctorate = has_any_phrase(text.low(named), kDoctorates);
  std::vector<Tie> ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind != EventKind::education || !entry.dated() || entry.paper) continue;
    if ((master && entry.master_degree) || (medical && entry.medical_degree) ||
        (doctorate && has_any_phrase(folded_copy(entry.title), kDoctorates)))
      ties.push_back({e, TieReason::degree});
  }
  return ties;
}

bool names_stay(const ClaimWords& words, const Event& entry) {
  const auto named = [&](const std::string& word) { return word.size() > 3 && names_it(words, word); };
  return entry.kind != EventKind::exam && !entry.paper &&
         (std::any_of(entry.names.begin(), entry.names.end(), named) ||
          std::any_of(entry.places.begin(), entry.places.end(), named));
}

// "I was resident in Kassel": of no post that is somewhere else, where others are there.
bool names_another(const TieContext& context, const ClaimWords& words, std::uint32_t e, bool any_named) {
  const Event& tied = context.entry(e);
  return any_named && !(tied.names.empty() && tied.places.empty()) && !names_stay(words, tied);
}

std::vector<Tie> role_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  std::vector<Tie> ties;
  if (claim.kind == EventKind::education) return ties;
  const auto entries = context.timeline().entries();
  const bool any_named =
      std::any_of(entries.begin(), entries.end(), [&](const Event& entry) { return names_stay(words, entry); });
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    const std::string& role = context.names(e).role;
    if (!is_post(entry) || !context.fits(claim, words, e)) continue;
    const bool named = (role.size() > 4 || !context.names(e).service.empty()) && says_role(words, context.names(e));
    if (names_another(context, words, e, any_named)) continue;
    const bool does = context.tells_its_work(claim, role);
    const bool left =
        entry.training && words.roles == 0 && shares_a_subject(words, context.names(e)) && gives_up(claim);
    if (named || left || does || (context.names(e).roles & words.roles) != 0) ties.push_back({e, TieReason::role});
  }
  return ties;
}

// A score without a word about it is a pass.
ExamResult result_of(const Event& entry) {
  if (entry.sitting.result != ExamResult::unstated || entry.sitting.score == 0) return entry.sitting.result;
  return ExamResult::pass;
}

std::vector<Tie> exam_ties_of(const TieContext& context, const Event& claim, bool by_attempt) {
  std::vector<Tie> ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind != EventKind::exam || entry.sitting.exam != claim.sitting.exam || !entry.dated()) continue;
    const Sitting& a = claim.sitting;
    const Sitting& b = entry.sitting;
    const int attempt = context.timeline().attempt_of(entry);
    if (by_attempt && a.attempt > 0 && attempt > 0 && a.attempt != attempt) continue;
    const ExamResult result = result_of(entry);
    if (a.result != ExamResult::unstated && result != ExamResult::unstated && a.result != result) continue;
    if (a.result == ExamResult::fail && result == ExamResult::unstated) continue;  // lists tell of the pass
    if (a.score > 0 && b.score > 0 && a.score != b.score) continue;
    ties.push_back({e, TieReason::exam});
  }
  return ties;
}

std::vector<Tie> exam_ties(const TieContext& context, const Event& claim) {
  std::vector<Tie> ties = exam_ties_of(context, claim, true);
  // "I passed Step 1 on the first try", of a pass that is listed as the second
  if (ties.empty() && claim.sitting.attempt > 0 && claim.sitting.result != ExamResult::unstated &&
      context.marked(claim).words.any(claim.source, PathWord::exam))
    ties = exam_ties_of(context, claim, false);
  return ties;
}

}  // namespace

std::vector<Tie> organization_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  std::vector<Tie> ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.paper || !context.fits(claim, words, e))
      continue;
    TieReason reason = name_tie(entry, context.names(e), words);
    if (reason == TieReason::none) continue;
    if ((reason == TieReason::name || reason == TieReason::part_of_name) && context.names(e).named_by_place)
      reason = TieReason::place;
    if (reason == TieReason::part_of_name && ((claim.dated() && names_its_town_alone(context, claim, words, e)) ||
                                              is_told_by_town(context, claim, words, e)))
      reason = TieReason::place;
    ties.push_back({e, reason});
  }
  drop_common_kinds(context, ties, words);
  TieReason best = TieReason::none;
  for (const Tie& tie : ties) best = std::max(best, tie.reason);
  std::erase_if(ties, [&](const Tie& tie) {
    return (best >= TieReason::name && tie.reason < TieReason::name) ||
           (best == TieReason::part_of_name && tie.reason < best);
  });
  keep_where(ties, [&](const Tie& tie) { return is_told_by_more(context, tie.entry, words); });
  drop_side_posts(context, claim, ties);
  keep_where(ties, [&](const Tie& tie) {
    return context.names(tie.entry).role.size() > 3 && says_role(words, context.names(tie.entry));
  });
  keep_where(ties, [&](const Tie& tie) { return (context.names(tie.entry).roles & words.roles) != 0; });
  keep_where(ties, [&](const Tie& tie) { return claim.kind == context.entry(tie.entry).kind; });
  return ties;
}

std::vector<Tie> ties_by_words(const TieContext& context, const Event& claim, ClaimWords& own) {
  if (claim.kind == EventKind::exam) return exam_ties(context, claim);
  if (claim.kind == EventKind::gap) return {};
  std::vector<Tie> ties = organization_ties(context, claim, own);
  if (ties.empty() || ties.front().reason == TieReason::place) {
    if (std::vector<Tie> studies = studies_named_before(context, claim, own); !studies.empty()) return studies;
    std::vector<Tie> better = degree_ties(context, claim, own);
    if (better.empty()) better = role_ties(context, claim, own);
    // "I was resident in Kassel": of a post there, if one is listed, or of one whose place is not.
    const auto is_elsewhere = [&](const Tie& tie) {
      const Event& entry = context.entry(tie.entry);
      return !has_entry(ties, tie.entry) && !(entry.names.empty() && entry.places.empty());
    };
    if (!ties.empty()) std::erase_if(better, is_elsewhere);
    if (!better.empty()) ties = std::move(better);
  }
  if (ties.empty() && claim.source.begin > claim.whole.begin &&
      (claim.dated() ? claim.pointing : claim.telling && claim.length && follows_colon(context, claim))) {
    // "... Mercy, where I stayed until 2021", "My time at Mercy was good: two years of ...": named in the clause
    // before.
    const std::size_t cut = context.marked(claim).slice({claim.whole.begin, claim.source.begin}).rfind(';');
    const std::uint32_t from = cut == std::string_view::npos ? 0 : static_cast<std::uint32_t>(cut);
    ClaimWords wider = context.words_of(claim, {claim.whole.begin + from, claim.source.end});
    ties = organization_ties(context, claim, wider);
    if (ties.empty()) ties = role_ties(context, claim, wider);
    if (!ties.empty()) own = wider;
  }
  if (ties.empty() || ties.front().reason == TieReason::role) {
    std::vector<Tie> mentioned = mention_ties(context, claim, own);
    const bool both =
        std::any_of(mentioned.begin(), mentioned.end(), [&](const Tie& tie) { return has_entry(ties, tie.entry); });
    const bool named = std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const std::string& role = context.names(tie.entry).role;
      const bool telling = role.find(' ') != std::string::npos || (ties.size() == 1 && context.is_only_role(tie.entry));
      return telling && has_phrase(own.folded, role);
    });
    if (!mentioned.empty() && !both && !named) return mentioned;  // "I came to the hill, a young doctor"
    if (both) std::erase_if(ties, [&](const Tie& tie) { return !has_entry(mentioned, tie.entry); });
  }
  return ties;
}

std::vector<Tie> described_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  std::vector<Tie> ties;
  if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || !(claim.telling || claim.naming)) return ties;
  if (claim.dated() && claim.point && claim.aspect == Aspect::whole && context.names_another_place(claim)) return ties;
  std::size_t most = claim.dated() ? 1 : 2;
  const std::vector<std::string> told = telling_words(words.folded);
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (!is_post(entry) || !context.fits(claim, words, e)) continue;
    const std::size_t shared = context.described_in(told, e);
    if (shared < most) continue;
    if (shared > most) ties.clear();
    most = shared;
    ties.push_back({e, TieReason::described});
  }
  return ties.size() == 1 ? ties : std::vector<Tie>();
}

}  // namespace candor
