#include "lint/source/process.h"

#include <sys/time.h>
#include <csignal>

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Process, GivesWhatBothStreamsSayAndTheStatus) {
  const ProcessResult result = run_process({"sh", "-c", "echo out; echo err >&2; exit 3"}, "/");
  EXPECT_EQ(result.out, "out\n");
  EXPECT_EQ(result.err, "err\n");
  EXPECT_EQ(result.status, 3);
}

TEST(Process, ASignalBetweenTwoPiecesOfOutputLosesNothing) {
  struct sigaction action = {};
  struct sigaction before = {};
  action.sa_handler = [](int) {};  // without SA_RESTART: what waits is interrupted
  ASSERT_EQ(sigaction(SIGALRM, &action, &before), 0);
  const itimerval once{{0, 0}, {0, 100'000}};
  ASSERT_EQ(setitimer(ITIMER_REAL, &once, nullptr), 0);
  const ProcessResult result =
      run_process({"sh", "-c", "echo out; sleep 0.3; head -c 200000 /dev/zero >&2; echo end"}, "/");
  sigaction(SIGALRM, &before, nullptr);
  EXPECT_EQ(result.out, "out\nend\n");
  EXPECT_EQ(result.err.size(), 200'000U);
  EXPECT_EQ(result.status, 0);
}

}  // namespace
}  // namespace candor
