// dates/contradiction: a scene and the entry that it is laid in.
#include "lint/check/presence.h"

#include <gtest/gtest.h>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

// Posts with what was done there.
class DatesOfScenes : public DatesOfALife {
 protected:
  DatesOfScenes() {
    folder_.write(
        "experience.md",
        "# Experience\n\n"
        "- Research fellow, Maumee Heart Institute, Toledo, Ohio: March 2024 - present, full time. Echo films of "
        "farmers.\n"
        "- Observer, Swan Creek Hospital, Toledo, Ohio: October 2023 - December 2023\n"
        "- Ward physician, Regional Hospital Dobrich, Dobrich: May 2019 - October 2021, full time. Leprosy "
        "pavilion; radio lessons with old Radka.\n"
        "- Emergency physician, Ambulance Service, Shumen: November 2017 - April 2019, full time\n"
        "- Medical intern, St. Marina Hospital, Varna: October 2016 - September 2017, full time\n");
  }
};

TEST_F(DatesOfScenes, ASceneIsLaidInThePostWhoseWordsItHas) {
  EXPECT_EQ(
      found("The leprosy pavilion had a stove. It was March 2018, my second week there, and old Radka lent me her "
            "radio."),
      kContradiction);
  EXPECT_EQ(found("The leprosy pavilion had a stove. It was June 2019, my second week there, and old Radka lent me her "
                  "radio."),
            kNone);
  EXPECT_EQ(found("It was March 2018, my second week on the road, and the driver lent me his radio."), kNone);
}

TEST_F(DatesOfScenes, ASceneByAge) {
  folder_.write("person.md", "# Person\n\nBorn: 11 May 1991\n");
  EXPECT_EQ(
      found("I was thirty-two and seasick when the bus first set me down at the leprosy pavilion beside old Radka."),
      kContradiction);
  EXPECT_EQ(found("I was twenty-eight and seasick when the bus first set me down at the leprosy pavilion beside old "
                  "Radka."),
            kNone);
}

TEST_F(DatesOfScenes, ASceneAtADistanceFromAnExam) {
  EXPECT_EQ(found("I began at the leprosy pavilion, with old Radka and her radio, half a year before Step 1."),
            kContradiction);
  EXPECT_EQ(found("I began at the leprosy pavilion, with old Radka and her radio, three years before Step 1."), kNone);
}

}  // namespace
}  // namespace candor
