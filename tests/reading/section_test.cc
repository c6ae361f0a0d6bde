#include "lint/reading/section.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/rules.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

// "kind: title" of every section.
Lines sections(std::string bytes, std::string_view name, std::optional<SectionKind> given = std::nullopt) {
  const Text text(std::move(bytes), name);
  Lines lines;
  for (const Section& section : read_sections(text.document, name, given)) {
    lines.push_back(std::string(to_string(section.kind)) + ": " + section.title);
  }
  return lines;
}
std::string kind_of(std::string_view name, std::string bytes = "Some words.\n") {
  return sections(std::move(bytes), name).at(0);
}

TEST(Section, TheFilesNameTellsTheKind) {
  for (const auto& [name, kind] : {std::pair{"personal-statement.md", "personal-statement"},
                                   {"applicants/a/Personal_Statement.txt", "personal-statement"},
                                   {"ps.txt", "personal-statement"},
                                   {"ps-medicine.md", "personal-statement"},
                                   {"experience.md", "experience"},
                                   {"education.md", "education"},
                                   {"exams.md", "exams"},
                                   {"usmle.md", "exams"},
                                   {"gap.md", "interruption"}}) {
    EXPECT_EQ(kind_of(name), std::string(kind) + ": ") << name;
  }
}

TEST(Section, AFoldersNameTellsNothing) { EXPECT_EQ(kind_of("experience/notes.md"), "other: "); }

TEST(Section, ProseWithoutATellingNameIsAStatement) {
  std::string prose;
  for (int i = 0; i < 30; ++i) prose += "word ";
  EXPECT_EQ(kind_of("draft.md", prose + ".\n"), "personal-statement: ");
  EXPECT_EQ(kind_of("draft.md", "A few words.\n"), "other: ");
}

TEST(Section, AListOfPostsAndExamsUnderAnyNameIsNoStatement) {
  EXPECT_EQ(kind_of("overview.md",
                    "| Dates | What | Where |\n|---|---|---|\n"
                    "| July 2008 – April 2010 | Staff nurse | River Hospital |\n"
                    "| June 2010 – April 2014 | Doctor of Medicine | River College |\n\n"
                    "USMLE Step 1: 9 December 2020 (224). USMLE Step 2 CK: 11 November 2021 (239). OET: February 2022. "
                    "ECFMG certificate: June 2022. USMLE Step 3: 14 March 2023 (219).\n"),
            "other: ");
}

TEST(Section, AListWhereNobodySaysIIsNoStatement) {
  const std::string list =
      "Resident of internal medicine at the River Hospital in the old town, January 2014 to December 2015, where the "
      "wards "
      "were full and the nights were long; physician of the health centre, March 2016 to August 2018, with one nurse "
      "and "
      "one fridge and a garden behind the house.\n";
  EXPECT_EQ(kind_of("notes.txt", list), "other: ");
  EXPECT_EQ(kind_of("notes.txt", "I was a r" + list.substr(1)), "personal-statement: ");
}

TEST(Section, AnAccentDoesNotHideTheKindOfAHeading) {
  EXPECT_EQ(sections("## Formaci\u00F3n acad\u00E9mica\n\nTexto.\n", "cv.md"),
            Lines{"education: Formaci\u00F3n acad\u00E9mica"});
}

TEST(Section, HeadingsOpenSectionsOfTheirKind) {
  EXPECT_EQ(
      sections("# Education\n\nA school.\n\n# WORK EXPERIENCE\n\nA job.\n\n# Interruption of training\n\nA gap.\n",
               "cv.md"),
      (Lines{"education: Education", "experience: WORK EXPERIENCE", "interruption: Interruption of training"}));
}

TEST(Section, AnyOtherHeadingGoesOnWithTheKind) {
  EXPECT_EQ(sections("# Experience\n\n## Observer, Toledo\n\nA job.\n", "cv.md"),
            (Lines{"experience: Experience", "experience: Observer, Toledo"}));
}

TEST(Section, WhatStandsBeforeTheFirstHeadingIsOfTheFilesKind) {
  EXPECT_EQ(sections("First words.\n\n# Education\n\nA school.\n", "exams.md"),
            (Lines{"exams: ", "education: Education"}));
}

TEST(Section, ThePlainTextTitleIsAHeadingToo) {
  EXPECT_EQ(sections("EDUCATION\n\nA school in a town, for six years.\n", "cv.txt"), Lines{"education: EDUCATION"});
}

TEST(Section, WhatSettingsSayHoldsForTheWholeText) {
  EXPECT_EQ(sections("# Education\n\nA school.\n", "cv.md", SectionKind::exams), Lines{"exams: Education"});
}

TEST(Section, EveryBlockIsInOneSectionInOrder) {
  const Text text("Words.\n\n# Education\n\nA school.\n\nMore.\n\n# Exams\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
                  "cv.md");
  std::uint32_t next = 0;
  for (const Section& section : read_sections(text.document, "cv.md", std::nullopt)) {
    EXPECT_EQ(section.blocks.first, next);
    EXPECT_GT(section.blocks.last, section.blocks.first);
    next = section.blocks.last;
    EXPECT_EQ(section.source.begin, text.document.blocks()[section.blocks.first].source.begin);
    EXPECT_EQ(section.source.end, text.document.blocks()[section.blocks.last - 1].source.end);
  }
  EXPECT_EQ(next, text.document.blocks().size());
}

TEST(Section, ATextWithoutBlocksHasNone) { EXPECT_EQ(sections(" \n", "ps.md"), Lines{}); }

TEST(Section, AFileOfEntriesIsNoStatementHoweverLongItsLines) {
  EXPECT_EQ(section_kind_of_file("entries.txt"), SectionKind::other);
  EXPECT_EQ(section_kind_of_file("my-cv.md"), SectionKind::other);
}

TEST(Section, KindsAreKnownByName) {
  for (const std::string_view name : kSectionKindNames) EXPECT_EQ(to_string(*section_kind_from(name)), name);
  EXPECT_FALSE(section_kind_from("hobbies"));
}

}  // namespace
}  // namespace candor
