#include "tests/support/places.h"

namespace candor {

std::string candor_binary() { return CANDOR_BINARY; }
std::string source_path(const std::string& file) {
  return file.empty() ? CANDOR_SOURCE_DIR : CANDOR_SOURCE_DIR "/" + file;
}

}  // namespace candor
