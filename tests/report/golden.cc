#include "tests/report/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/places.h"

namespace candor {

void expect_golden(std::string_view file, const std::string& actual) {
  const std::filesystem::path path = source_path("tests/golden/" + std::string(file));
  if (std::getenv("CANDOR_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream stream(path, std::ios::binary);
  ASSERT_TRUE(stream) << path << " cannot be read; set CANDOR_UPDATE_GOLDEN to write it";
  const std::string expected{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_EQ(actual, expected) << path << " differs; set CANDOR_UPDATE_GOLDEN to rewrite it, and read the change";
}

}  // namespace candor
