#include "lint/engine/applicant_folders.h"

#include <set>
#include <string_view>

#include "lint/reading/section.h"

namespace candor {

std::vector<std::string> applicant_patterns(std::span<const std::string> names) {
  std::set<std::string_view> folders;
  for (const std::string_view name : names) {
    const std::size_t slash = name.rfind('/');
    if (slash != std::string_view::npos && section_kind_of_file(name) == SectionKind::personal_statement)
      folders.insert(name.substr(0, slash));
  }
  if (folders.size() < 2) return {};
  std::set<std::string> patterns;
  for (const std::string_view folder : folders) {
    const std::size_t slash = folder.rfind('/');
    patterns.insert("/" + std::string(slash == std::string_view::npos ? "" : folder.substr(0, slash + 1)) + "*");
  }
  return {patterns.begin(), patterns.end()};
}

}  // namespace candor
