// Letters without their marks, since one writer's "São José" and "Łódź" are another's "Sao Jose" and "Lodz".
#pragma once

#include <string>
#include <string_view>

namespace candor {

// Latin letters as ASCII in lower case, by their canonical decomposition (UAX #15) and, for those that have none, as
// they are spelled without them: "ß" as "ss", "ø" as "o". Everything else stays. `text`: UTF-8, ASCII in lower case.
// What is returned has no more bytes than the text.
[[nodiscard]] std::string plain_letters(std::string_view text);

}  // namespace candor
