#include "lint/engine/suppression.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "lint/engine/settings.h"
#include "lint/rule/category.h"
#include "lint/source/nearest.h"

namespace candor {
namespace {

enum class Word : std::uint8_t { ignore, disable, enable, file_ignore };
constexpr std::string_view kWords[] = {"ignore", "disable", "enable", "file-ignore"};  // in the order of Word

constexpr std::string_view kCommentStart = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kBlanks = " \t\r\n";

// A rule or a category that a comment names.
struct Mention {
  std::string_view selector;
  Span source;
  bool used = false;
};

struct Comment {
  Word word = Word::ignore;
  Span source;  // from "<!--" to "-->"
  std::vector<Mention> mentions;
  Span covers;           // what `ignore` and `file-ignore` speak of; for `disable` the rest of the text
  std::string trouble;   // why it cannot be acted on; empty where it can
  bool blanket = false;  // names no rule
};

// Reads words, marks and lists off the front of a comment.
class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t at) : text_(text), at_(at) {}

  void skip_blanks() { skip(std::min(text_.find_first_not_of(kBlanks), text_.size())); }
  bool take(std::string_view mark) {
    skip_blanks();
    const bool there = text_.starts_with(mark);
    if (there) skip(mark.size());
    return there;
  }
  // Up to one of `ends`, without the blanks around it.
  Mention take_until(std::string_view ends) {
    skip_blanks();
    std::string_view word = text_.substr(0, std::min(text_.find_first_of(ends), text_.size()));
    const std::size_t size = word.size();
    word.remove_suffix(word.size() - (word.find_last_not_of(kBlanks) + 1));
    const Mention mention{word, {at_, at_ + static_cast<std::uint32_t>(word.size())}};
    skip(size);
    return mention;
  }
  [[nodiscard]] bool empty() const { return text_.empty(); }

 private:
  void skip(std::size_t size) {
    text_.remove_prefix(size);
    at_ += static_cast<std::uint32_t>(size);
  }

  std::string_view text_;
  std::uint32_t at_;  // where text_ starts in the source
};

// "[a, b]". Whether the list has its end.
bool read_mentions(Scanner& scanner, Comment& comment) {
  if (!scanner.take("[")) return true;
  do {
    if (const Mention mention = scanner.take_until(",]"); !mention.selector.empty())
      comment.mentions.push_back(mention);
  } while (scanner.take(","));
  return scanner.take("]");
}

bool is_blanket(std::string_view selector) { return selector == "all" || selector == "*"; }

// Nothing where the comment does not speak to candor.
std::optional<Comment> read_comment(const Source& source, Span span) {
  std::string_view text = source.slice(span);
  if (!text.starts_with(kCommentStart)) return std::nullopt;
  text.remove_prefix(kCommentStart.size());
  if (text.ends_with(kCommentEnd)) text.remove_suffix(kCommentEnd.size());
  Scanner scanner(text, span.begin + static_cast<std::uint32_t>(kCommentStart.size()));
  if (!scanner.take("candor:")) return std::nullopt;

  Comment comment;
  comment.source = span;
  const std::string_view word = scanner.take_until("[ \t\r\n").selector;
  const auto* known = std::find(std::begin(kWords), std::end(kWords), word);
  if (known == std::end(kWords)) {
    comment.trouble = fmt::format("candor knows no \"{}\"{}", word,
                                  did_you_mean(word, kWords, "; it knows ignore, disable, enable and file-ignore"));
    return comment;
  }
  comment.word = static_cast<Word>(known - std::begin(kWords));
  if (!read_mentions(scanner, comment)) {
    comment.trouble = "the list of rules has no \"]\"";
    return comment;
  }
  scanner.skip_blanks();
  if (!scanner.empty() && !scanner.take("--"))
    comment.trouble = "after the rules comes \"-->\", or \"--\" and a reason";
  const auto all = std::remove_if(comment.mentions.begin(), comment.mentions.end(),
                                  [](const Mention& mention) { return is_blanket(mention.selector); });
  comment.blanket = comment.mentions.empty() || all != comment.mentions.end();
  comment.mentions.erase(all, comment.mentions.end());
  return comment;
}

// The lines that the span stands on, as a whole.
Span lines_of(const Source& source, Span span) {
  return hull(source.line(source.line_at(span.begin)), source.line(source.line_at(span.end)));
}

// The line of a comment that stands behind words, else the next block.
Span covered_by_ignore(const Source& source, const Document& document, Span comment) {
  const Span line = source.line(source.line_at(comment.begin));
  const Block* next = nullptr;
  for (const Block& block : document.blocks()) {
    if (!is_prose(block)) continue;
    if (block.source.begin < comment.begin && block.source.end > line.begin) return line;
    if (next == nullptr && block.source.begin >= comment.end) next = &block;
  }
  return next == nullptr ? Span{comment.end, comment.end} : lines_of(source, next->source);
}

std::vector<Comment> read_comments(const Source& source, const Document& document) {
  std::vector<Comment> comments;
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  for (const Block& block : document.blocks()) {
    if (block.kind != BlockKind::comment) continue;
    std::optional<Comment> comment = read_comment(source, block.source);
    if (!comment) continue;
    if (comment->word == Word::ignore) {
      comment->covers = covered_by_ignore(source, document, comment->source);
    } else {
      comment->covers = {comment->word == Word::file_ignore ? 0 : comment->source.end, size};
    }
    comments.push_back(*std::move(comment));
  }
  return comments;
}

// Comments in a text that is pasted as it stands.
std::vector<Comment> read_plain_comments(const Source& source) {
  std::vector<Comment> comments;
  const std::string_view bytes = source.bytes();
  std::size_t end = 0;  // of the first comment that ends behind where one was last looked for
  for (std::size_t at = bytes.find(kCommentStart); at != std::string_view::npos;
       at = bytes.find(kCommentStart, at + 1)) {
    if (end < at + kCommentStart.size() + kCommentEnd.size())
      end = std::min(bytes.find(kCommentEnd, at), bytes.size() - kCommentEnd.size()) + kCommentEnd.size();
    if (auto comment = read_comment(source, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)})) {
      comment->trouble = "a plain text is pasted with its comments; what it may keep belongs in candor.baseline.toml";
      comments.push_back(*std::move(comment));
    }
  }
  return comments;
}

bool touches(Span covers, const Range& range) {
  const Span place{range.start.offset, range.end.offset};
  return place.empty() ? covers.begin <= place.begin && place.begin <= covers.end : covers.overlaps(place);
}

// Whether there can be a rule that both selectors stand for.
bool share_a_rule(std::string_view a, std::string_view b) { return selects(a, b) || selects(b, a); }

// The comments of one text, and which of them are good for something.
class TextComments {
 public:
  explicit TextComments(const TextReading& text)
      : text_(text),
        comments_(format_of(text.local) == Format::markdown ? read_comments(text.source, text.document)
                                                            : read_plain_comments(text.source)) {
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      if (comments_[i].word == Word::enable) mark_ends(i);
    }
  }

  // Whether a comment suppresses the rule at this place.
  bool suppress(std::string_view rule, const Range& range) {
    bool suppressed = false;
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      Comment& comment = comments_[i];
      if (!comment.trouble.empty() || comment.word == Word::enable || !touches(reach(i, rule), range)) continue;
      for (Mention& mention : comment.mentions) {
        if (!selects(mention.selector, rule)) continue;
        mention.used = true;
        suppressed = true;
      }
    }
    return suppressed;
  }

  [[nodiscard]] const TextReading& text() const { return text_; }
  [[nodiscard]] const std::vector<Comment>& comments() const { return comments_; }

 private:
  // What the comment covers for this rule: `disable` ends at the next `enable` that names it.
  [[nodiscard]] Span reach(std::size_t index, std::string_view rule) const {
    Span span = comments_[index].covers;
    if (comments_[index].word != Word::disable) return span;
    for (std::size_t i = index + 1; i < comments_.size(); ++i) {
      const Comment& later = comments_[i];
      if (later.word != Word::enable || !later.trouble.empty()) continue;
      if (std::ranges::any_of(later.mentions, [&](const Mention& m) { return selects(m.selector, rule); })) {
        span.end = later.source.begin;
        break;
      }
    }
    return span;
  }

  // An `enable` is used where it ends what an earlier comment disables.
  void mark_ends(std::size_t index) {
    for (Mention& end : comments_[index].mentions) {
      for (std::size_t i = 0; i < index && !end.used; ++i) {
        end.used = comments_[i].word == Word::disable &&
                   std::ranges::any_of(comments_[i].mentions,
                                       [&](const Mention& m) { return share_a_rule(m.selector, end.selector); });
      }
    }
  }

  const TextReading& text_;
  std::vector<Comment> comments_;
};

// Says what is wrong with comments.
class CommentCheck {
 public:
  CommentCheck(const CheckContext& context, bool complete, std::vector<Finding>& findings)
      : context_(context), complete_(complete), sink_(context, findings) {}

  void check(const TextComments& text) {
    for (const Comment& comment : text.comments()) check(text.text(), comment);
  }

 private:
  void check(const TextReading& text, const Comment& comment) {
    if (!comment.trouble.empty()) return say("suppression/unknown", text, comment.source, comment.trouble);
    if (comment.blanket) {
      say("suppression/blanket", text, comment.source,
          fmt::format("\"{}\" without a rule suppresses nothing", kWords[static_cast<std::size_t>(comment.word)]));
    }
    for (const Mention& mention : comment.mentions) {
      if (!is_known(mention.selector)) {
        say("suppression/unknown", text, mention.source, unknown(mention.selector));
      } else if (!mention.used && is_judged(mention.selector)) {
        say("suppression/unused", text, mention.source,
            fmt::format("{} \"{}\" does nothing: {}", kWords[static_cast<std::size_t>(comment.word)], mention.selector,
                        comment.word == Word::enable ? "it is not disabled" : "there is no such finding here"));
      }
    }
  }

  void say(std::string_view id, const TextReading& text, Span span, std::string message) {
    if (const ActiveRule* rule = context_.find(id)) sink_.add(*rule, text, span, std::move(message));
  }

  [[nodiscard]] std::span<const RuleData> rules() const { return context_.bank.ruleset().rules; }
  [[nodiscard]] bool is_known(std::string_view selector) const {
    return std::ranges::any_of(rules(), [&](const RuleData& rule) { return selects(selector, rule.id); });
  }
  // Whether all that the selector stands for was looked for in this run.
  [[nodiscard]] bool is_judged(std::string_view selector) const {
    return std::ranges::all_of(rules(), [&](const RuleData& rule) {
      if (!selects(selector, rule.id)) return true;
      if (!complete_ && looks_across_texts(rule.id)) return false;
      return !rule.enabled || context_.find(rule.id) != nullptr;
    });
  }
  [[nodiscard]] std::string unknown(std::string_view selector) const {
    std::vector<std::string_view> names;
    for (const RuleData& rule : rules()) {
      names.push_back(rule.id);
      names.push_back(category_of(rule.id));
    }
    return fmt::format("there is no rule \"{}\"{}", selector, did_you_mean(selector, names));
  }

  const CheckContext& context_;
  bool complete_;
  FindingSink sink_;
};

// Above what stands on its own from the first column on, a comment can have a line of its own.
bool can_stand_above(const Source& source, const Block& block) {
  return (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) &&
         source.bytes().substr(source.line(source.line_at(block.source.begin)).begin).find_first_of(" \t>") != 0;
}

}  // namespace

bool looks_across_texts(std::string_view rule) { return selects("dates", rule) || selects("repetition", rule); }

std::uint32_t apply_suppressions(const CheckContext& context, bool complete, std::vector<Finding>& findings) {
  std::vector<TextComments> texts;
  std::map<std::string_view, TextComments*> by_name;
  for (const TextReading& text : context.application.texts) {
    if (text.source.bytes().find("candor:") == std::string_view::npos) continue;  // nearly every text
    texts.emplace_back(text);
  }
  if (texts.empty()) return 0;
  for (TextComments& text : texts) by_name[text.text().source.name()] = &text;

  const auto suppressed_at = [&](const Finding& finding, const Place& place) {
    const auto text = by_name.find(place.file);
    return text != by_name.end() && text->second->suppress(finding.rule, place.range);
  };
  const std::size_t taken = std::erase_if(findings, [&](const Finding& finding) {
    bool suppressed = suppressed_at(finding, finding.place);
    for (const Related& related : finding.related) suppressed = suppressed_at(finding, related.place) || suppressed;
    return suppressed;
  });
  CommentCheck check(context, complete, findings);
  for (const TextComments& text : texts) check.check(text);
  return static_cast<std::uint32_t>(taken);
}

std::optional<Fix> ignore_here(const Source& source, const Document& document, Span span, std::string_view rule) {
  if (format_of(source.name()) != Format::markdown) return std::nullopt;
  const auto block =
      std::ranges::find_if(document.blocks(), [&](const Block& b) { return is_prose(b) && b.source.end > span.begin; });
  if (block == document.blocks().end()) return std::nullopt;

  const auto insert = [&](std::uint32_t at, std::string text) {
    return Fix{fmt::format("ignore {} here", rule), {{range_of(source, {at, at}), std::move(text)}}};
  };
  for (const Comment& comment : read_comments(source, document)) {
    if (comment.word == Word::ignore && comment.trouble.empty() && !comment.mentions.empty() &&
        comment.covers.contains(span.begin))
      return insert(comment.mentions.back().source.end, fmt::format(", {}", rule));
  }
  const std::string comment = fmt::format("<!-- candor: ignore[{}] -->", rule);
  if (can_stand_above(source, *block)) {
    const Span line = source.line(source.line_at(block->source.begin));
    const Span first = source.line(1);
    const bool crlf = source.bytes().substr(first.end).starts_with("\r\n");
    return insert(line.begin, comment + (crlf ? "\r\n" : "\n"));
  }
  const Span line = source.line(source.line_at(span.begin));
  std::string_view words = source.slice(line);
  if (block->kind == BlockKind::table_row) words = words.substr(0, words.find('|', span.end - line.begin));
  const std::size_t end = words.find_last_not_of(" \t") + 1;  // a hard line break stays behind it
  return insert(line.begin + static_cast<std::uint32_t>(end), " " + comment);
}

}  // namespace candor
