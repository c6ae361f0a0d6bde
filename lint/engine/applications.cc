#include "lint/engine/applications.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "lint/source/walk.h"

namespace candor {
namespace {

constexpr std::string_view kUnnamed = "<stdin>";

using SharedSettings = std::shared_ptr<const Settings>;

// The settings that hold in a folder, each candor.toml read once.
class SettingsFinder {
 public:
  SettingsFinder(const ApplicationRequest& request, const std::string& working_directory,
                 std::vector<Problem>& problems)
      : request_(request), working_directory_(working_directory), problems_(problems) {}

  const SharedSettings& in(const std::string& folder) {
    if (request_.settings) return everywhere(*request_.settings);
    if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
    SharedSettings settings;
    if (const std::string file = settings_file(folder); is_file(file)) {
      settings = adjusted(read_settings(file, problems_, working_directory_));
    } else {
      settings = folder == "/" ? everywhere({}) : in(std::string(parent_folder(folder)));
    }
    return by_folder_.emplace(folder, std::move(settings)).first->second;
  }

 private:
  static std::string settings_file(const std::string& folder) {
    return (folder == "/" ? "" : folder) + "/" + std::string(kSettingsFile);
  }
  static bool is_file(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
  }

  const SharedSettings& everywhere(const Settings& settings) {
    if (!everywhere_) everywhere_ = adjusted(settings);
    return everywhere_;
  }

  [[nodiscard]] SharedSettings adjusted(Settings settings) const {
    if (request_.adjust) request_.adjust(settings);
    return std::make_shared<const Settings>(std::move(settings));
  }

  const ApplicationRequest& request_;
  const std::string& working_directory_;
  std::vector<Problem>& problems_;
  SharedSettings everywhere_;
  std::unordered_map<std::string, SharedSettings> by_folder_;
};

// Where a text belongs. Texts of the same home are one application.
struct Home {
  std::string root;   // absolute
  std::string alone;  // the text itself where it stands alone, else empty

  // clang-tidy 14 takes a defaulted <=> for a comparison with a pointer.
  friend auto operator<=>(const Home&, const Home&) = default;  // NOLINT(modernize-use-nullptr)
};

// Whether the settings' patterns can speak of the path: it is below their root.
bool rules_over(const Settings& settings, std::string_view path) {
  return !settings.root.empty() && is_below(path, settings.root) && path != settings.root;
}

// The outermost folder above `path` that `applications` matches, absolute; empty where there is none.
std::string matching_folder(const Settings& settings, const std::string& path) {
  const std::string local = relative_path(path, settings.root);
  for (std::size_t slash = local.find('/'); slash != std::string::npos; slash = local.find('/', slash + 1)) {
    if (settings.applications.judge(std::string_view(local).substr(0, slash), true) == GlobList::Match::matched) {
      return path.substr(0, path.size() - local.size() + slash);
    }
  }
  return {};
}

Home home_of(const Settings& settings, const std::string& path, const std::string& given_folder) {
  const Home alone{std::string(parent_folder(path)), path};
  if (!rules_over(settings, path)) return given_folder.empty() ? alone : Home{given_folder, {}};
  if (settings.applications.empty()) return {settings.root, {}};
  std::string folder = matching_folder(settings, path);
  return folder.empty() ? alone : Home{std::move(folder), {}};
}

class Grouper {
 public:
  explicit Grouper(const ApplicationRequest& request)
      : request_(request),
        working_directory_(absolute_path(".", request.working_directory)),
        settings_(request, working_directory_, problems_) {
    walk_.working_directory = working_directory_;
    walk_.respect_gitignore = request.respect_gitignore;
    walk_.force_exclude = request.force_exclude;
    walk_.excluded = [this](const std::string& path, bool is_folder) {
      const Settings& settings = *settings_.in(std::string(parent_folder(path)));
      return rules_over(settings, path) && !settings.exclude.empty() &&
             settings.exclude.judge(relative_path(path, settings.root), is_folder) == GlobList::Match::matched;
    };
  }

  Applications group() {
    for (const std::string& name : request_.held) add_held(name);
    for (const FoundText& text : find(request_.paths, walk_)) add(text, true);
    find_given_folders();
    if (request_.with_context || !request_.held.empty()) add_contexts();
    mark_complete();
    return finished();
  }

 private:
  std::vector<FoundText> find(std::span<const std::string> paths, const WalkOptions& options) {
    FoundTexts found = find_texts(paths, options);
    problems_.insert(problems_.end(), found.problems.begin(), found.problems.end());
    folders_.insert(found.folders.begin(), found.folders.end());
    return std::move(found.texts);
  }

  // Adds the text to its application, unless it is there already.
  void add(const FoundText& text, bool linted) {
    if (placed_.contains(text.path)) return;
    const SharedSettings& settings = settings_.in(std::string(parent_folder(text.path)));
    place(home_of(*settings, text.path, text.given_folder), settings, {text.name, text.path, {}, linted, false});
  }

  // One application has one candor.toml: texts of a nested one with other settings are another application.
  void place(const Home& home, const SharedSettings& settings, ApplicationText text) {
    placed_.insert(text.path);
    Application& application = applications_[{home, settings->file}];
    application.settings = settings;
    application.root = relative_path(home.root, working_directory_);
    text.local = relative_path(text.path, rules_over(*settings, text.path) ? settings->root : home.root);
    application.texts.push_back(std::move(text));
  }

  void add_held(const std::string& filename) {
    if (filename.empty()) return add_unnamed();
    const std::string path = absolute_path(filename, working_directory_);
    if (placed_.contains(path) || (request_.force_exclude && is_passed_over(path, walk_))) return;
    const std::string folder(parent_folder(path));
    const SharedSettings& settings = settings_.in(folder);
    place(home_of(*settings, path, folder), settings, {relative_path(path, working_directory_), path, {}, true, true});
  }

  // A text without a file goes by the settings of the working directory.
  void add_unnamed() {
    const std::string path = working_directory_ + "/" + std::string(kUnnamed);
    place({working_directory_, path}, settings_.in(working_directory_), {std::string(kUnnamed), path, {}, true, true});
  }

  void add_contexts() {
    std::vector<std::pair<Home, SharedSettings>> homes;
    for (const auto& [key, application] : applications_) {
      if (key.first.alone.empty() && !is_searched(key.first.root)) homes.emplace_back(key.first, application.settings);
    }
    for (const auto& [home, settings] : homes) add_context(home, *settings);
  }

  // Adds the other texts of an application.
  void add_context(const Home& home, const Settings& settings) {
    WalkOptions walk = walk_;
    walk.force_exclude = false;
    // Without a candor.toml nobody said that the folders below belong to it, and there may be a whole home of them.
    walk.recursive = rules_over(settings, home.root + "/text");
    const std::string folders[] = {home.root};
    if (std::error_code error; !std::filesystem::is_directory(home.root, error)) return;
    for (const FoundText& text : find(folders, walk)) {
      const Settings& others = *settings_.in(std::string(parent_folder(text.path)));
      if (others.file == settings.file && home_of(others, text.path, home.root) == home) add(text, false);
    }
  }

  void find_given_folders() {
    for (const std::string& path : request_.paths) {
      std::error_code error;
      if (std::string folder = absolute_path(path, working_directory_); std::filesystem::is_directory(folder, error))
        given_folders_.push_back(std::move(folder));
    }
  }
  // Whether all texts in the folder were looked for already.
  [[nodiscard]] bool is_searched(const std::string& root) const {
    return std::ranges::any_of(given_folders_, [&](const std::string& folder) { return is_below(root, folder); });
  }

  // All texts of an application are there where they were looked for in its folder.
  void mark_complete() {
    for (auto& [key, application] : applications_) {
      const Home& home = key.first;
      application.complete =
          !home.alone.empty() || !request_.held.empty() || request_.with_context || is_searched(home.root);
    }
  }

  Applications finished() {
    Applications result;
    for (auto& [key, application] : applications_) {
      std::sort(application.texts.begin(), application.texts.end(),
                [](const ApplicationText& a, const ApplicationText& b) { return a.name < b.name; });
      result.applications.push_back(std::move(application));
    }
    std::sort(result.applications.begin(), result.applications.end(), [](const Application& a, const Application& b) {
      return std::tie(a.root, a.texts.front().name) < std::tie(b.root, b.texts.front().name);
    });
    put_in_order(problems_);
    result.problems = std::move(problems_);
    for (const Application& application : result.applications) {
      for (const ApplicationText& text : application.texts) folders_.emplace(parent_folder(text.path));
      if (!application.settings->root.empty()) folders_.insert(application.settings->root);
      for (const PackPattern& pack : application.settings->rules) folders_.insert(pack.folder);
    }
    result.folders.assign(folders_.begin(), folders_.end());
    return result;
  }

  const ApplicationRequest& request_;
  std::string working_directory_;
  std::vector<Problem> problems_;
  SettingsFinder settings_;
  WalkOptions walk_;
  std::vector<std::string> given_folders_;                            // absolute: those among the paths
  std::map<std::pair<Home, std::string>, Application> applications_;  // by home and candor.toml
  std::set<std::string> folders_;                                     // see Applications::folders
  std::unordered_set<std::string> placed_;                            // paths of all texts in them
};

}  // namespace

Applications find_applications(const ApplicationRequest& request) { return Grouper(request).group(); }

}  // namespace candor
