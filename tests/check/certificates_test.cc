// dates/contradiction: a certificate, a registration or a prize that is told twice.
#include "lint/check/certificates.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Certificates, TheEcfmgCertificateHasOneDate) {
  const auto told = [](const std::string& statement) {
    return rules_found(application(statement, "# Exams\n\n- Step 1: pass, 05/2021\n- ECFMG certificate: June 2024\n"));
  };
  EXPECT_EQ(told("I have held my ECFMG certificate since January 2023."), Rules{"dates/contradiction"});
  EXPECT_EQ(told("I have held my ECFMG certificate since the summer of 2024."), Rules{});
  EXPECT_EQ(told("I passed Step 1 in May 2021 and am ECFMG certified."), Rules{});
}

using CertificatesOfALife = DatesOfALife;

TEST_F(CertificatesOfALife, ACertificateIsIssuedOnce) {
  folder_.write("training.md",
                "# Training\n\n- Certificate: Bulgarian Board of Emergency Medicine, issued December 2020\n");
  EXPECT_EQ(found("I have held the certificate of the Bulgarian Board of Emergency Medicine since 2018."),
            kContradiction);
  EXPECT_EQ(found("I have held the certificate of the Bulgarian Board of Emergency Medicine since 2020."), kNone);
  EXPECT_EQ(found("I have held the provisional certificate of the Bulgarian Board of Emergency Medicine since 2018."),
            kNone);
}

TEST_F(CertificatesOfALife, APrizeAndARegistrationAreGivenOnce) {
  folder_.write("honours.md",
                "# Honours\n\n- Prize for the best teaching intern of the wards, June 2019\n"
                "- Regional medical council of Dobrich: registered 4 January 2017\n");
  EXPECT_EQ(found("In 2017 the department gave me its prize for the best teaching intern of the wards."),
            kContradiction);
  EXPECT_EQ(found("In 2019 the department gave me its prize for the best teaching intern of the wards."), kNone);
  EXPECT_EQ(found("I have been registered with the medical council of Dobrich since August 2018."), kContradiction);
  EXPECT_EQ(found("I have been registered with the medical council of Dobrich since January 2017."), kNone);
}

TEST_F(CertificatesOfALife, AnApprobationToldTwice) {
  folder_.write("certifications.md", "# Certifications\n\n- Approbation, Hessen: 14 March 2019\n");
  EXPECT_EQ(found("I was granted the Approbation, my full German licence, in August 2019."), kContradiction);
  EXPECT_EQ(found("My Approbation came in the post in August 2019."), kContradiction);
  EXPECT_EQ(found("My Approbation came in the post in March 2019."), kNone);
}

}  // namespace
}  // namespace candor
