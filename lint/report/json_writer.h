// Reports that are one JSON document with an array of findings.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "lint/report/json_text.h"
#include "lint/report/report_writer.h"

namespace candor {

class JsonWriter : public ReportWriter {
 public:
  // The document, with JsonPieces::hole() where the findings belong. Up to there it does not hang on the findings.
  using DocumentOf = nlohmann::ordered_json (*)(const Report& report);
  // A finding of `report`, whose rules hold.
  using ElementOf = nlohmann::ordered_json (*)(const Finding& finding, const Report& report);

  JsonWriter(DocumentOf document, ElementOf element) : document_(document), element_(element) {}

  std::string add(const Report& part) override {
    open(part);
    for (const Finding& finding : part.findings) pieces_.add(element_(finding, part));
    return pieces_.take();
  }
  std::string finish(const Report& report) override {
    open(report);
    pieces_.finish(document_(report));
    return pieces_.take();
  }

 private:
  void open(const Report& report) {
    if (!pieces_.is_open()) pieces_.open(document_(report));
  }

  DocumentOf document_;
  ElementOf element_;
  JsonPieces pieces_;
};

}  // namespace candor
