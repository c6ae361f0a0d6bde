#include "lint/check/finding.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

Place place(std::string file, std::uint32_t line) {
  Place place;
  place.file = std::move(file);
  place.range.start.line = line;
  return place;
}

Finding contradiction() {
  Finding finding;
  finding.rule = "dates/contradiction";
  finding.message = "May here, June in b.md";
  finding.note = "says May";
  finding.place = place("a.md", 1);
  finding.related = {{place("b.md", 2), "says June", "June here, May in a.md"}, {place("c.md", 3), "told here too"}};
  finding.fix = Fix{"mend", {}};
  finding.fingerprint = "00112233445566aa";
  return finding;
}

TEST(SeenIn, ItsOwnFileItIsAsItIs) { EXPECT_EQ(seen_in(contradiction(), "a.md"), contradiction()); }

TEST(SeenIn, AnotherFileTheRolesOfThePlacesChange) {
  const auto seen = seen_in(contradiction(), "b.md");
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->place, place("b.md", 2));
  EXPECT_EQ(seen->message, "June here, May in a.md");
  EXPECT_EQ(seen->related.at(0).place, place("a.md", 1));
  EXPECT_EQ(seen->related.at(0).message, "says May");
  EXPECT_EQ(seen->related.at(1), contradiction().related[1]);
  EXPECT_EQ(seen->fingerprint, contradiction().fingerprint);
  EXPECT_FALSE(seen->fix) << "its edits are of another file";
}

TEST(SeenIn, AMessageThatReadsTheSameAnywhereStays) {
  EXPECT_EQ(seen_in(contradiction(), "c.md").value().message, contradiction().message);
}

TEST(SeenIn, AFileThatItDoesNotTouchThereIsNothing) { EXPECT_FALSE(seen_in(contradiction(), "d.md")); }

TEST(SeenIn, TheWayThereDoesNotMatter) {
  Finding finding = contradiction();
  finding.related[0].seen_from_here.clear();
  EXPECT_EQ(seen_in(seen_in(finding, "b.md").value(), "c.md"), seen_in(finding, "c.md"));
}

}  // namespace
}  // namespace candor
