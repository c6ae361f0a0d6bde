// dates/contradiction: a move that is told twice.
#include "lint/check/moves.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Moves, TwoArrivalsInOnePlace) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Minnesota in September 2022 and was hired by a Karen program.\n"
                        "\n"
                        "# Short answers\n"
                        "\n"
                        "I have lived in Minnesota since March 2022, and my choir is here.\n"),
            Rules{"dates/contradiction"});
}

TEST(Moves, AnArrivalOfTheFamily) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nMy wife and I emigrated to Toronto in May 2019.\n\n# Short "
                  "answers\n\nWe were tired, and we moved to Toronto in October 2018.\n\n# Experience\n\n- Office "
                  "assistant, Yonge Practice, Toronto, 06/2019 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Moves, AMoveThatIsDatedInBrackets) {
  const auto moved = [](std::string_view date) {
    return rules_found(
        "# Interruption\n\nFrom October 2020 to January 2021 I did not work: my family moved from "
        "Tabriz to Boise (December 2020).\n\n# Personal statement\n\nWe moved to Boise in " +
        std::string(date) +
        ".\n\n# Experience\n\n- Resident, Alzahra Hospital, Tabriz, 10/2018 - 09/2020\n- Interpreter, "
        "Treasure Center, Boise, 02/2021 - present\n");
  };
  EXPECT_EQ(moved("May 2020"), Rules{"dates/contradiction"});
  EXPECT_EQ(moved("December 2020"), Rules{});
}

using MovesOfALife = DatesOfALife;

TEST_F(MovesOfALife, WhereOneLivesIsToldWithAnotherDate) {
  EXPECT_EQ(found("In March 2023 I came from Varna to Toledo to live with my aunt."), kContradiction);
  EXPECT_EQ(found("In September 2023 I came from Varna to Toledo to live with my aunt."), kNone);
  EXPECT_EQ(found("I have lived and worked in Toledo since January 2023."), kContradiction);
  EXPECT_EQ(found("I have lived and worked in Toledo since September 2023."), kNone);
}

TEST_F(MovesOfALife, AMoveToldByTheCountryAndTheTown) {
  EXPECT_EQ(found("I have lived in Toledo since 2021."), kContradiction);
  EXPECT_EQ(found("I have lived in Toledo since September 2023."), kNone);
}

TEST_F(MovesOfALife, ATownThatOneCameToLongAfterThePostThere) {
  EXPECT_EQ(found("I landed in Toledo in January 2025 with two suitcases."), kContradiction);
  EXPECT_EQ(found("I landed in Toledo in September 2023 with two suitcases."), kNone);
}

TEST_F(MovesOfALife, ADateAndAColon) {
  folder_.write("short-answers.md", "# Moves\n\nJanuary 2022: I moved to Toledo.\n");
  EXPECT_EQ(found("I like the quiet of an early ward round."), kContradiction);
}

TEST_F(MovesOfALife, AMoveFromOnePlaceToAnotherIsToldTwice) {
  folder_.write("answers.md", "# Answers\n\nWe moved to my aunt from Varna on 3 September 2023.\n");
  EXPECT_EQ(found("In May 2023 I moved with my son from Varna to Toledo."), kContradiction);
  EXPECT_EQ(found("In September 2023 I moved with my son from Varna to Toledo."), kNone);
}

TEST_F(MovesOfALife, AnArrivalWithAPlanToStay) {
  EXPECT_EQ(found("I came to Toledo in September 2023 with two suitcases and a plan to stay."), kNone);
  EXPECT_EQ(found("I came to Toledo in January 2023 with two suitcases and a plan to stay."), kContradiction);
}

}  // namespace
}  // namespace candor
