#include "lint/lsp/symbols.h"

#include <string>

#include <fmt/format.h>

#include "lint/check/check.h"

namespace candor {
namespace {

// SymbolKind: what editors have for text is made for code.
constexpr int kNamespace = 3;
constexpr int kString = 15;

// "context, change; missing: insight, result"
std::string layers_text(const Passage& passage) {
  std::string present;
  std::string missing;
  for (const LayerReading& layer : passage.layers) {
    std::string& list = layer.present ? present : missing;
    list += fmt::format("{}{}", list.empty() ? "" : ", ", to_string(layer.layer));
  }
  if (missing.empty()) return present;
  return fmt::format("{}{}missing: {}", present, present.empty() ? "" : "; ", missing);
}

class Symbols {
 public:
  Symbols(const TextReading& reading, std::string_view uri, const Client& client)
      : reading_(reading), uri_(uri), client_(client) {}

  Json all() const {
    Json list = Json::array();
    for (const Section& section : reading_.sections) add_section(section, list);
    return list;
  }

 private:
  void add_section(const Section& section, Json& list) const {
    const std::string name(section.title.empty() ? to_string(section.kind) : section.title);
    Json children = Json::array();
    for (const Passage& passage : reading_.passages) {
      if (!section.blocks.contains(reading_.document.sentences()[passage.sentences.first].block)) continue;
      children.push_back(symbol(fmt::format("passage: {}", to_string(passage.topic)), layers_text(passage), kString,
                                source_of(reading_.document, passage), name));
    }
    Json whole = symbol(name, std::string(to_string(section.kind)), kNamespace, section.source, "");
    if (client_.symbol_tree) {
      whole["children"] = std::move(children);
      list.push_back(std::move(whole));
      return;
    }
    list.push_back(std::move(whole));
    for (Json& child : children) list.push_back(std::move(child));
  }

  [[nodiscard]] Json symbol(const std::string& name, const std::string& detail, int kind, Span span,
                            const std::string& container) const {
    const Json range = to_json(to_client(range_of(reading_.source, span), client_.encoding));
    if (client_.symbol_tree)
      return {{"name", name}, {"detail", detail}, {"kind", kind}, {"range", range}, {"selectionRange", range}};
    return {{"name", detail.empty() ? name : fmt::format("{} ({})", name, detail)},
            {"kind", kind},
            {"location", {{"uri", uri_}, {"range", range}}},
            {"containerName", container}};
  }

  const TextReading& reading_;
  std::string uri_;
  const Client& client_;
};

}  // namespace

Json document_symbols(const TextReading& reading, std::string_view uri, const Client& client) {
  return Symbols(reading, uri, client).all();
}

}  // namespace candor
