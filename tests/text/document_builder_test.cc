#include "lint/text/document_builder.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(DocumentBuilder, TiesPiecesTogether) {
  DocumentBuilder builder("ab  cd &x; ef");
  builder.begin_block(BlockKind::paragraph);
  builder.text({0, 6});
  builder.blank({6, 7});
  builder.text_as({7, 10}, "\u00E9");
  builder.text_as({10, 11}, " ");
  builder.text({11, 13});
  builder.end_block();
  const Document document = std::move(builder).take();
  EXPECT_EQ(document.view(), "ab cd \u00E9 ef\n");
  ASSERT_EQ(document.tokens().size(), 4U);
  EXPECT_EQ(document.tokens()[1].source, (Span{4, 6}));
  EXPECT_EQ(document.tokens()[2].source, (Span{7, 10}));
  EXPECT_EQ(document.tokens()[3].source, (Span{11, 13}));
  EXPECT_EQ(document.blocks()[0].source, (Span{0, 13}));
}

TEST(DocumentBuilder, ACharacterThatSourceBytesStandForIsFoldedAsOneOfTheText) {
  DocumentBuilder builder("didn& t & b& c");
  builder.begin_block(BlockKind::paragraph);
  builder.text({0, 4});
  builder.text_as({4, 6}, "\u2019");
  builder.text({6, 7});
  builder.text_as({7, 8}, "\u00A0");
  builder.text_as({8, 9}, "\u200B");
  builder.text({10, 11});
  builder.end_block();
  EXPECT_EQ(std::move(builder).take().view(), "didn't b\n");
}

TEST(DocumentBuilder, DropsBlanksAtBothEndsAndBlocksWithoutWords) {
  DocumentBuilder builder("  ab  ...");
  builder.begin_block(BlockKind::heading);
  builder.text({0, 6});
  builder.end_block();
  builder.begin_block(BlockKind::paragraph);
  builder.text({6, 9});
  builder.end_block();
  const Document document = std::move(builder).take();
  EXPECT_EQ(document.view(), "ab\n");
  ASSERT_EQ(document.blocks().size(), 1U);
  EXPECT_EQ(document.blocks()[0].kind, BlockKind::heading);
}

TEST(DocumentBuilder, KeepsOpaqueBlocksInTheirPlace) {
  DocumentBuilder builder("a <!-- --> b");
  builder.begin_block(BlockKind::paragraph);
  builder.text({0, 1});
  builder.end_block();
  builder.opaque_block(BlockKind::comment, {2, 10});
  builder.begin_block(BlockKind::paragraph);
  builder.text({11, 12});
  builder.end_block();
  const Document document = std::move(builder).take();
  ASSERT_EQ(document.blocks().size(), 3U);
  EXPECT_EQ(document.blocks()[1].kind, BlockKind::comment);
  EXPECT_EQ(document.blocks()[1].source, (Span{2, 10}));
  EXPECT_EQ(document.blocks()[2].tokens, (IndexRange{1, 2}));
}

}  // namespace
}  // namespace candor
