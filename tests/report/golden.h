// Output kept in files, compared byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace candor {

// Fails the test where `actual` is not what the golden file holds. With CANDOR_UPDATE_GOLDEN set, writes the file and
// passes.
void expect_golden(std::string_view file, const std::string& actual);

}  // namespace candor
