// Text of unknown origin made safe for where it is going. A statement, a file name or a rule pack may hold anything;
// none of it may steer a terminal, forge a CI command or break a document.
#pragma once

#include <string>
#include <string_view>

#include <unicode/umachine.h>

namespace candor {

// True for what moves the cursor, reorders text or cannot be seen: controls (C0, DEL, C1), line and paragraph
// separators, bidi controls, zero-width spaces and their like. The joiners that emoji and Indic scripts need are none
// of these.
[[nodiscard]] bool is_unprintable(UChar32 code_point);

// Every unprintable code point in a form that can be read: \n, \t, \x1b, \u{202e}. A byte that is not UTF-8 becomes
// \xff and the like.
[[nodiscard]] std::string terminal_safe(std::string_view text);

// For what follows `::` in a GitHub workflow command, and for the value of one of its properties.
[[nodiscard]] std::string github_data(std::string_view text);
[[nodiscard]] std::string github_property(std::string_view text);

// For XML 1.0 text and for attributes in double quotes. Unprintable characters become references; those that XML
// forbids, and bytes that are not UTF-8, become U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

// For one line of Markdown, a table cell among others: shows the text as it is, with no markup in it.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

// For the path of a relative URI: everything but unreserved characters and '/' is percent-encoded, byte by byte.
[[nodiscard]] std::string uri_path(std::string_view path);

}  // namespace candor
