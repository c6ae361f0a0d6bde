#include "lint/engine/run.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <iterator>
#include <mutex>
#include <set>
#include <thread>

#include "lint/check/check.h"
#include "lint/engine/findings_in_order.h"
#include "lint/engine/run_cache.h"
#include "lint/engine/suppression.h"
#include "lint/rule/pack.h"
#include "lint/rule/shipped.h"

namespace candor {
namespace {

// Under `strict`, a comment that does nothing is an error.
Severity usual_severity(const RuleData& rule, const Settings& settings) {
  return settings.strict && rule.check == CheckKind::suppression ? Severity::error : rule.severity;
}

// The rules of an application that are on, with the severity that holds.
std::vector<ActiveRule> active_rules(const Rulebook& rulebook, const Settings& settings) {
  std::vector<ActiveRule> active;
  for (const RuleData& rule : rulebook.data().rules) {
    if (is_on(settings, rule.id, rule.enabled))
      active.push_back({&rule, severity_of(settings, rule.id, usual_severity(rule, settings))});
  }
  return active;
}

double limit_for(const Rulebook& rulebook, const Settings& settings, std::string_view name) {
  if (name == "gap-months") return settings.gap_months;
  if (const auto own = settings.limits.find(name); own != settings.limits.end()) return own->second;
  double value = -1;
  for (const LimitData& limit : rulebook.data().limits) {
    if (limit.name != name) continue;
    if (limit.profile == settings.profile) return limit.value;
    if (limit.profile.empty()) value = limit.value;
  }
  return value;
}

CivilDate civil(std::chrono::year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

RuleInfo info_of(const RuleData& rule, Severity severity) {
  RuleInfo info;
  info.id = rule.id;
  info.severity = severity;
  info.summary = rule.summary;
  info.finds = rule.finds;
  info.minds = rule.minds;
  if (!rule.bad.empty()) info.bad = rule.bad[0];
  if (!rule.good.empty()) info.good = rule.good[0];
  return info;
}

// What was found at a text that is context only is shown at the first of its places that is linted; without one, it is
// nothing for this run.
void show_where_linted(const CheckContext& context, std::vector<Finding>& findings) {
  const auto& texts = context.application.texts;
  if (std::ranges::all_of(texts, &TextReading::linted)) return;
  std::map<std::string_view, const TextReading*> linted;
  for (const TextReading& text : texts) {
    if (text.linted) linted.emplace(text.source.name(), &text);
  }
  std::erase_if(findings, [&](Finding& finding) {
    if (linted.contains(finding.place.file)) return false;
    const auto shown = std::ranges::find_if(finding.related, [&](const Related& related) {
      const auto text = linted.find(related.place.file);
      return text != linted.end() && !context.ignored(finding.rule, *text->second);
    });
    if (shown == finding.related.end()) return true;
    finding = *seen_in(finding, shown->place.file);
    return false;
  });
}

// Everything that comes of one application.
struct ApplicationResult {
  std::vector<Finding> findings;
  std::vector<Problem> problems;
  std::vector<std::string> files;
  std::uint32_t suppressed = 0;
};

class ApplicationRunner {
 public:
  ApplicationRunner(std::shared_ptr<const Rulebook> rulebook, const RunOptions& options)
      : shared_rulebook_(std::move(rulebook)),
        rulebook_(*shared_rulebook_),
        options_(options),
        matcher_(rulebook_.bank()) {}

  ApplicationReading read(const Application& application, std::vector<Problem>& problems) {
    ApplicationReading reading;
    reading.root = application.root;
    reading.as_of = civil(application.settings->as_of.value_or(options_.today));
    for (const ApplicationText& text : application.texts) {
      Problem problem;
      std::optional<Source> source = open(text, problem);
      if (!source) {
        if (text.linted) problems.push_back(std::move(problem));
        continue;
      }
      reading.texts.push_back(read(*std::move(source), text.local, kind_of(application, text.local)));
      reading.texts.back().linted = text.linted;
    }
    return reading;
  }

  ApplicationResult check(const Application& application) {
    ApplicationResult result;
    ApplicationReading reading = read(application, result.problems);
    for (const TextReading& text : reading.texts) {
      if (text.linted) result.files.push_back(text.source.name());
    }
    const Settings& settings = *application.settings;
    const std::vector<ActiveRule> active = active_rules(rulebook_, settings);
    const CheckContext context{
        reading,
        rulebook_.bank(),
        active,
        [&](std::string_view name) { return limit_for(rulebook_, settings, name); },
        [&](std::string_view rule, const TextReading& text) { return is_ignored_in(settings, rule, text.local); },
        options_.everything_is_passage};
    FindingSink sink(context, result.findings);
    for (const Check run : all_checks()) {
      if (run != nullptr) run(context, sink);
    }
    show_where_linted(context, result.findings);
    result.suppressed = apply_suppressions(context, application.complete, result.findings);
    std::sort(result.findings.begin(), result.findings.end(), report_order);
    keep(application, std::move(reading));
    return result;
  }

  // Gives the reading back to the cache, where there is one.
  void keep(const Application& application, ApplicationReading reading) const {
    if (options_.cache == nullptr) return;
    for (TextReading& text : reading.texts) {
      const auto kind = kind_of(application, text.local);
      options_.cache->give(std::move(text), kind, shared_rulebook_);
    }
  }

 private:
  static std::optional<SectionKind> kind_of(const Application& application, std::string_view local) {
    return section_kind_from(section_kind(*application.settings, local));
  }

  TextReading read(Source source, const std::string& local, std::optional<SectionKind> kind) {
    if (options_.cache == nullptr)
      return read_text(std::move(source), local, kind, matcher_, rulebook_.bank(), options_.everything_is_passage);
    if (std::optional<TextReading> known = options_.cache->take(source, kind, shared_rulebook_)) {
      known->local = local;
      return *std::move(known);
    }
    const std::string name = source.name();
    SentenceMemory sentences = options_.cache->take_sentences(name, shared_rulebook_);
    TextReading reading = read_text(std::move(source), local, kind, matcher_, rulebook_.bank(),
                                    options_.everything_is_passage, &sentences);
    options_.cache->give_sentences(name, std::move(sentences), shared_rulebook_);
    return reading;
  }

  std::optional<Source> open(const ApplicationText& text, Problem& problem) const {
    const auto held = options_.held.find(text.path);
    if (held != options_.held.end()) return Source::from_bytes(text.name, held->second, problem);
    return Source::from_file(text.name, text.path, problem);
  }

  std::shared_ptr<const Rulebook> shared_rulebook_;
  const Rulebook& rulebook_;
  const RunOptions& options_;
  SentenceMatcher matcher_;
};

// Rulebooks by the settings they come from: applications with one candor.toml share one.
class Rulebooks {
 public:
  explicit Rulebooks(RunCache* cache) : cache_(cache) {}

  const std::shared_ptr<const Rulebook>& of(const Settings& settings, std::vector<Problem>& problems) {
    auto& slot = books_[settings.rules.empty() ? std::string() : settings.file];
    if (slot == nullptr) {
      slot = cache_ != nullptr ? cache_->rulebook(settings, problems) : Rulebook::for_settings(settings, problems);
    }
    if (checked_.insert(settings.file).second || settings.file.empty()) check(settings, *slot, problems);
    return slot;
  }

 private:
  void check(const Settings& settings, const Rulebook& book, std::vector<Problem>& problems) {
    const auto rules = book.rule_ids();
    const auto limits = book.limit_names();
    const auto profiles = book.profile_names();
    check_names(settings, {rules, limits, profiles}, problems);
  }

  RunCache* cache_;
  std::map<std::string, std::shared_ptr<const Rulebook>> books_;
  std::set<std::string> checked_;
};

// Reads without linting; calls take() with the reading of each application, its reader beside it.
template <typename Take>
void read_each(const Applications& applications, const RunOptions& options, std::vector<Problem>& problems, Take take) {
  Rulebooks books(options.cache);
  problems.insert(problems.end(), applications.problems.begin(), applications.problems.end());
  for (const Application& application : applications.applications) {
    ApplicationRunner runner(books.of(*application.settings, problems), options);
    take(runner, application, runner.read(application, problems));
  }
}

// All but the findings.
void add_result(Report& report, ApplicationResult&& result) {
  std::move(result.problems.begin(), result.problems.end(), std::back_inserter(report.problems));
  std::move(result.files.begin(), result.files.end(), std::back_inserter(report.files));
  report.summary.suppressed += result.suppressed;
}

void finish(Report& report) {
  std::sort(report.files.begin(), report.files.end());
  put_in_order(report.problems);
  report.summary.files = static_cast<std::uint32_t>(report.files.size());
}

// Every rule that is on in some application, sorted by id; `books`: by application.
std::vector<RuleInfo> rules_of(const Applications& applications,
                               std::span<const std::shared_ptr<const Rulebook>> books) {
  std::map<std::string_view, RuleInfo> infos;
  for (std::size_t i = 0; i < books.size(); ++i) {
    const auto& settings = applications.applications[i].settings;
    if (i > 0 && settings == applications.applications[i - 1].settings) continue;
    for (const ActiveRule& rule : active_rules(*books[i], *settings))
      infos.try_emplace(rule.rule->id, info_of(*rule.rule, rule.severity));
  }
  std::vector<RuleInfo> rules;
  rules.reserve(infos.size());
  for (auto& [id, info] : infos) rules.push_back(std::move(info));
  return rules;
}

// Takes the findings of a run, piece by piece, and counts them.
class FindingTaker {
 public:
  FindingTaker(Report& report, const RunOptions& options) : report_(report), options_(options) {
    part_.rules = report.rules;
  }

  void take(std::vector<Finding> findings) {
    part_.findings = std::move(findings);
    if (options_.take) options_.take(part_);
    count_findings(part_);
    report_.summary.errors += part_.summary.errors;
    report_.summary.warnings += part_.summary.warnings;
    report_.summary.infos += part_.summary.infos;
    if (!options_.take) std::ranges::move(part_.findings, std::back_inserter(report_.findings));
    part_.findings.clear();
  }

 private:
  Report& report_;
  const RunOptions& options_;
  Report part_;
};

// Lints the applications on several threads, each as soon as one is free, and calls add(index, result) for each, from
// one thread at a time and in any order; it must pass the findings to `in_order`. None is begun far ahead of those that
// are passed on: what it finds would pile up. Throws what a thread throws, the first of several, once all have stopped.
template <typename Add>
void check_on_threads(std::span<const Application> applications,
                      std::span<const std::shared_ptr<const Rulebook>> rulebook_of, const RunOptions& options,
                      const FindingsInOrder& in_order, Add add) {
  const std::size_t total = applications.size();
  const std::size_t wanted = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t thread_count = std::min(wanted, total);
  const std::size_t most_ahead = 2 * thread_count;
  std::mutex mutex;  // of all that follows, and of in_order
  std::size_t next = 0;
  std::exception_ptr thrown;
  std::condition_variable may_go_on;
  const auto work = [&] {
    std::map<const Rulebook*, std::unique_ptr<ApplicationRunner>> runners;
    std::unique_lock lock(mutex);
    try {
      for (;;) {
        may_go_on.wait(lock, [&] { return next < in_order.passed() + most_ahead || next == total; });
        if (next == total) return;
        const std::size_t i = in_order.order()[next++];
        lock.unlock();
        auto& runner = runners[rulebook_of[i].get()];
        if (runner == nullptr) runner = std::make_unique<ApplicationRunner>(rulebook_of[i], options);
        ApplicationResult result = runner->check(applications[i]);
        lock.lock();
        add(i, std::move(result));
        may_go_on.notify_all();
      }
    } catch (...) {
      if (!lock.owns_lock()) lock.lock();
      if (!thrown) thrown = std::current_exception();
      next = total;  // all stop
      may_go_on.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < thread_count; ++i) threads.emplace_back(work);
  work();
  threads.clear();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

Rulebook::~Rulebook() = default;

std::shared_ptr<const Rulebook> Rulebook::shipped() {
  std::shared_ptr<Rulebook> book(new Rulebook);
  book->bank_ = std::make_unique<PatternBank>(shipped_ruleset());
  return book;
}

std::shared_ptr<const Rulebook> Rulebook::for_settings(const Settings& settings, std::vector<Problem>& problems) {
  if (settings.rules.empty()) return shipped();
  const std::size_t before = problems.size();
  std::vector<PackFile> packs;
  for (const std::string& path : find_rule_packs(settings, problems)) {
    Problem problem;
    if (const std::optional<Source> pack = Source::from_file(path, path, problem)) {
      packs.push_back({path, std::string(pack->bytes())});
    } else {
      problems.push_back(std::move(problem));
    }
  }
  std::shared_ptr<Rulebook> book(new Rulebook);
  const PackOptions options{.strict = settings.strict};
  book->owned_ = load_packs_behind(shipped_ruleset(), packs, options, problems);
  if (book->owned_ == nullptr) {
    std::vector<PackFile> all;
    for (const ShippedPack& pack : shipped_packs()) all.push_back({std::string(pack.name), std::string(pack.text)});
    std::ranges::move(packs, std::back_inserter(all));
    book->owned_ = load_packs(all, options, problems);
  }
  for (std::size_t i = before; i < problems.size(); ++i) problems[i].file = shown_name(settings, problems[i].file);
  book->bank_ = std::make_unique<PatternBank>(book->owned_->data());
  return book;
}

const RuleData* Rulebook::find(std::string_view id) const {
  const auto rules = data().rules;
  const auto at =
      std::lower_bound(rules.begin(), rules.end(), id, [](const RuleData& a, std::string_view b) { return a.id < b; });
  return at == rules.end() || at->id != id ? nullptr : &*at;
}

std::vector<std::string_view> Rulebook::rule_ids() const {
  std::vector<std::string_view> ids;
  for (const RuleData& rule : data().rules) ids.push_back(rule.id);
  return ids;
}

std::vector<std::string_view> Rulebook::limit_names() const {
  std::vector<std::string_view> names;
  for (const LimitData& limit : data().limits) {
    if (std::find(names.begin(), names.end(), limit.name) == names.end()) names.push_back(limit.name);
  }
  return names;
}

std::vector<std::string_view> Rulebook::profile_names() const {
  std::vector<std::string_view> names;
  for (const LimitData& limit : data().limits) {
    if (!limit.profile.empty() && std::find(names.begin(), names.end(), limit.profile) == names.end())
      names.push_back(limit.profile);
  }
  return names;
}

Report run_check(const Applications& applications, const RunOptions& options) {
  Report report;
  report.problems = applications.problems;
  report.summary.applications = static_cast<std::uint32_t>(applications.applications.size());
  Rulebooks rulebooks(options.cache);
  std::vector<std::shared_ptr<const Rulebook>> rulebook_of;  // by application
  for (const Application& application : applications.applications)
    rulebook_of.push_back(rulebooks.of(*application.settings, report.problems));
  report.rules = rules_of(applications, rulebook_of);

  FindingTaker taker(report, options);
  FindingsInOrder in_order(applications.applications,
                           [&](std::vector<Finding> findings) { taker.take(std::move(findings)); });
  std::size_t done = 0;
  check_on_threads(applications.applications, rulebook_of, options, in_order,
                   [&](std::size_t application, ApplicationResult result) {
                     in_order.add(application, std::move(result.findings));
                     add_result(report, std::move(result));
                     if (options.progress) options.progress(++done, applications.applications.size());
                   });
  finish(report);
  return report;
}

std::vector<ApplicationReading> run_read(const Applications& applications, const RunOptions& options,
                                         std::vector<Problem>& problems) {
  std::vector<ApplicationReading> readings;
  read_each(applications, options, problems,
            [&](const ApplicationRunner&, const Application&, ApplicationReading reading) {
              readings.push_back(std::move(reading));
            });
  return readings;
}

void visit_readings(const Applications& applications, const RunOptions& options, std::vector<Problem>& problems,
                    const std::function<void(const ApplicationReading&)>& visit) {
  read_each(applications, options, problems,
            [&](const ApplicationRunner& runner, const Application& application, ApplicationReading reading) {
              visit(reading);
              runner.keep(application, std::move(reading));
            });
}

Report check_one(const std::string& name, std::string text, const Rulebook& rulebook, const Settings& settings,
                 const RunOptions& options) {
  RunOptions with_text = options;
  with_text.held["/" + name] = std::move(text);
  Application application;
  application.root = ".";
  application.settings = std::make_shared<Settings>(settings);
  application.texts.push_back({name, "/" + name, name, true, true});
  Report report;
  report.summary.applications = 1;
  const std::shared_ptr<const Rulebook> borrowed(std::shared_ptr<void>(), &rulebook);
  ApplicationResult result = ApplicationRunner(borrowed, with_text).check(application);
  report.findings = std::move(result.findings);
  add_result(report, std::move(result));
  finish(report);
  count_findings(report);
  return report;
}

std::array<std::string_view, 3> names_of(const RuleData& rule) {
  return {rule.file, rule.file.substr(0, rule.file.rfind(".toml")), rule.id};
}

bool stands_for(std::string_view name, const RuleData& rule) {
  return std::ranges::count(names_of(rule), name) > 0 || selects(name, rule.id);
}

ExampleRun run_examples(const Rulebook& rulebook, std::span<const std::string> packs) {
  const auto wanted = [&](const RuleData& rule) {
    return packs.empty() || std::ranges::any_of(packs, [&](std::string_view pack) { return stands_for(pack, rule); });
  };
  ExampleRun run;
  RunOptions options;
  options.today = kExampleDay;
  for (const RuleData& rule : rulebook.data().rules) {
    if (!wanted(rule)) continue;
    Settings settings;
    settings.select = {std::string(rule.id)};
    // A comment is unused where the rules that it names are on.
    if (rule.check == CheckKind::suppression) settings.select = {"all"};
    options.everything_is_passage = rule.check == CheckKind::sentence;
    const auto check = [&](std::string_view example, bool bad) {
      ++run.examples;
      const Report report = check_one("text.md", std::string(example), rulebook, settings, options);
      const bool found = std::ranges::any_of(report.findings, [&](const Finding& f) { return f.rule == rule.id; });
      if (found != bad)
        run.failures.push_back({std::string(rule.id), std::string(rule.file), rule.line, bad, std::string(example)});
    };
    for (const std::string_view example : rule.bad) check(example, true);
    for (const std::string_view example : rule.good) check(example, false);
  }
  return run;
}

}  // namespace candor
