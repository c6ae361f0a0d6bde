// What MyERAS plain text does not carry: curly quotes, dashes, bullets, invisible characters, letters outside Latin-1,
// Markdown emphasis.
#pragma once

#include "lint/check/check.h"

namespace candor {

void check_characters(const CheckContext& context, FindingSink& sink);

}  // namespace candor
