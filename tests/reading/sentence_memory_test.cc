#include "lint/reading/sentence_memory.h"

#include <gtest/gtest.h>

#include <string>

#include "lint/source/source.h"
#include "lint/text/document.h"

namespace candor {
namespace {

Document read(std::string text) {
  Problem problem;
  return read_document(*Source::from_bytes("a.md", std::move(text), problem), Format::markdown);
}

// Whether the first sentence of the text is known.
bool knows(SentenceMemory& memory, const Document& document, bool quotations = false, std::uint8_t group = 0) {
  return memory.of(document, document.sentences()[0], quotations, group).known;
}
void learn(SentenceMemory& memory, const Document& document) {
  memory.of(document, document.sentences()[0], false, 0).known = true;
}

TEST(SentenceMemoryTest, KnowsASentenceByItsWordsWhereverItStands) {
  SentenceMemory memory;
  learn(memory, read("I failed it. I passed.\n"));
  EXPECT_TRUE(knows(memory, read("I  failed\nit.\n")));
  EXPECT_FALSE(knows(memory, read("I FAILED it.\n")));
  EXPECT_FALSE(knows(memory, read("I failed it!\n")));
}

TEST(SentenceMemoryTest, TellsQuotedWordsGroupsAndWaysOfReadingApart) {
  SentenceMemory memory;
  const Document document = read("I failed it.\n");
  learn(memory, document);
  EXPECT_FALSE(knows(memory, read("> I failed it.\n")));
  EXPECT_FALSE(knows(memory, document, true));
  EXPECT_FALSE(knows(memory, document, false, 1));
}

TEST(SentenceMemoryTest, ForgetsWhatTheLastReadingDidNotAskFor) {
  SentenceMemory memory;
  const Document document = read("I failed it.\n");
  learn(memory, document);
  memory.begin();
  EXPECT_TRUE(knows(memory, document));
  memory.begin();
  memory.begin();
  EXPECT_EQ(memory.size(), 0U);
  EXPECT_FALSE(knows(memory, document));
}

}  // namespace
}  // namespace candor
