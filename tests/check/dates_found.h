// What dates/* finds in the texts of a test: in one text, or in the folder of one applicant.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/run.h"
#include "tests/support/temporary_folder.h"

namespace candor {

// Ids of rules, one a finding, in the order of a report.
using Rules = std::vector<std::string>;

inline const Rules kNone;
inline const Rules kContradiction{"dates/contradiction"};
inline const Rules kMismatch{"dates/duration-mismatch"};

// One text, checked on 15 September 2026.
inline Report report_on(const std::string& text, Settings settings = {}) {
  settings.select = {"dates"};
  RunOptions options;
  options.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  return check_one("application.md", text, *Rulebook::shipped(), settings, options);
}

inline Rules rules_found(const std::string& text) {
  Rules rules;
  for (const Finding& finding : report_on(text).findings) rules.push_back(finding.rule);
  return rules;
}

// A text that has a statement and, behind it, such lists as those below.
inline std::string application(const std::string& statement, const std::string& entries) {
  return "# Personal statement\n\n" + statement + "\n\n" + entries;
}

inline constexpr char kOnePost[] =
    "# Experience\n\n- Medical officer, Plateau Eye Foundation, Jos, June 2017 to February 2020\n";

inline constexpr char kClinic[] =
    "# Experience\n\n- Founder and physician (full time), Clinic by the Clock, Mirpur, 06/2016 - 05/2019\n";

inline constexpr char kGulu[] =
    "# Experience\n\n- Medical officer, Gulu Regional Mission Hospital, 10/2015 - 12/2017\n"
    "- Medical officer, Lacor Children's Ward, Gulu, 01/2018 - 08/2019\n"
    "- Registrar, Karolinska, Stockholm, 10/2019 - present\n";

inline constexpr char kVatra[] =
    "# Education\n\n- Doctor-medic, University of Iasi, 10.2010 - 09.2016\n\n# Experience\n\n"
    "- Resident physician (full time), Spitalul Bistrita, 10.2016 - 12.2021\n"
    "- Specialist physician (full time), Spitalul Vatra Lac, 02.2022 - 06.2023\n"
    "- Research fellow, Ridge Hospital, Boston, 07.2023 - present\n";

inline constexpr char kLakeshore[] =
    "# Experience\n\n- Medical interpreter (full time), Cleveland Lakeshore Clinic, 11/2024 - present\n"
    "- Clinical observer (one day a week), Cleveland Lakeshore Clinic, 02/2025 - present\n";

inline constexpr char kMalalai[] =
    "# Experience\n\n- Resident, Malalai Hospital, Kabul, 03/2016 - 02/2020\n"
    "- Specialist, Malalai Hospital, Kabul, full time, 03/2020 - 07/2021\n";

inline constexpr const char* kOrkla =
    "# Experience\n\n"
    "- Staff nurse, Tarvos Surgical Clinic, Bergen, 03/2014 - 08/2018 (full time)\n"
    "- District doctor, Orkla Health District, 10/2018 - 11/2021 (full time)\n"
    "- Registrar, Institute of Sleep Medicine, Oslo, 12/2021 - 06/2023 (full time)\n";

inline constexpr const char* kDoha =
    "# Experience\n\n"
    "- Medical officer, Upper Volta Mission Hospital, Dori, 09/2013 - 08/2016 (full time)\n"
    "- Registrar in anaesthesia, Queen Adelaide Infirmary, Leeds, 10/2016 - 09/2019 (full time)\n"
    "- Specialist, Kestrel Burn Centre, Doha, 11/2019 - 04/2023 (full time)\n"
    "- Research fellow, Lakeshore Pain Laboratory, Milwaukee, 06/2023 - present\n";

inline constexpr const char* kWardha =
    "# Experience\n\n"
    "- Junior resident, general medicine (MD), Wardha Institute, Wardha, 06/2015 - 05/2018 (full time)\n"
    "- Observer, Tern Hospital, Houston, 06/2018 - 08/2018\n\n"
    "# Education\n\n- MBBS, Nagpur Medical College, 08/2009 - 05/2015\n\n"
    "# Exams\n\n- USMLE Step 2 CK, 9 May 2023, fail\n- USMLE Step 2 CK, 9 November 2023, 238\n- OET, 12 August 2023\n";

inline constexpr char kTelemark[] =
    "# Education\n\nMBBS, University of Bergen, Bergen, 08/2010 - 06/2016\n\n# Experience\n\n"
    "Intern (full time), Skien Hospital, Skien, 08/2016 - 07/2017\n\n"
    "Medical officer (full time), Jomfru Hospital, Kragero, 09/2017 - 02/2020\nNight cover for the whole "
    "archipelago.\n\n"
    "Registrar (full time), Porsgrunn Children's Hospital, Porsgrunn, 03/2020 - 12/2021\nSeizure registry.\n\n"
    "Scribe (full time), Birch Pediatrics, Raleigh, NC, 01/2022 - present\n";

inline constexpr char kKarachi[] =
    "# Education\n\n- MBBS, Aga Khan University, Karachi, 10/2010 - 09/2015\n\n# Experience\n\n"
    "- Intern, Aga Khan University Hospital, Karachi, 10/2015 - 09/2016\n"
    "- Medical officer, Indus Hospital, Karachi, 11/2016 - 03/2020\n"
    "- Medical officer, Liaquat National Hospital, Karachi, 12/2020 - 06/2023\n"
    "- Medical scribe, Loretto Hospital, Chicago, 08/2023 - present\n\n"
    "# Exams\n\n- Step 1: pass, 05/2021\n- Step 2 CK: 240, 02/2022\n";

inline constexpr char kCincinnati[] =
    "# Education\n\n- MD, University of Cincinnati, August 2020 - May 2025\n"
    "- BS, Miami University, August 2014 - May 2018\n\n# Experience\n\n"
    "- Medical scribe, TriHealth, Cincinnati, June 2018 - July 2020, full time\n"
    "- Emergency Medical Technician, Hamilton County, June 2025 - present\n";

// What is found of a statement of one sentence or two beside these entries.
inline Rules rules_beside_posts(std::string_view statement) {
  return rules_found("# Personal statement\n\n" + std::string(statement) +
                     "\n\n# Experience\n\n"
                     "- Physician, SAPU Maipu, Santiago, 03/2018 - 06/2022 (full time)\n"
                     "- Medical officer, Farlow Mission Hospital, Kerrin, 10/2015 - 01/2018 (full time)\n"
                     "- Medical scribe, Azalea Primary Care, Orlando, 07/2022 - present (full time)\n"
                     "\n# Exams\n\n- Step 1: 10 May 2023, pass\n- Step 2 CK: 6 August 2024, 229\n");
}

// One doctor's lists, which agree; a test adds the statement, checked on 1 October 2025. Each file of tests calls its
// suite by a name of its own for this class.
class DatesOfALife : public testing::Test {
 protected:
  DatesOfALife() {
    folder_.write("experience.md",
                  "# Experience\n\n"
                  "## Clinical Research Fellow (full time)\n\n"
                  "Maumee Heart Institute, Toledo, Ohio, USA\n\n"
                  "March 2024 - present\n\n"
                  "## Desk Volunteer (Saturdays)\n\n"
                  "Harbor Street Free Clinic, Toledo, Ohio, USA\n\n"
                  "September 2024 - present\n\n"
                  "## Clinical Observer\n\n"
                  "Swan Creek Hospital, Toledo, Ohio, USA\n\n"
                  "October 2023 - December 2023\n\n"
                  "## Ward Physician (full time)\n\n"
                  "Regional Hospital Dobrich, Dobrich, Bulgaria\n\n"
                  "May 2019 - October 2021\n\n"
                  "## Emergency Physician (full time)\n\n"
                  "Ambulance Service, Shumen, Bulgaria\n\n"
                  "November 2017 - April 2019\n\n"
                  "## Medical Intern (full time)\n\n"
                  "St. Marina Hospital, Varna, Bulgaria\n\n"
                  "October 2016 - September 2017\n");
    folder_.write(
        "education.md",
        "# Education\n\n"
        "- Master of Public Health, Sofia University, Sofia, Bulgaria: November 2021 - March 2023 (full time)\n"
        "- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: September 2010 - July 2016\n");
    folder_.write("exams.md",
                  "# Exams\n\n"
                  "- USMLE Step 1: 14 June 2022, pass\n"
                  "- USMLE Step 2 CK: 9 May 2023, 238\n"
                  "- USMLE Step 3: 11 February 2025, 224\n");
    folder_.write(
        "interruption.md",
        "# Interruption\n\n"
        "From April 2023 to August 2023 I did not work as a physician. My mother had an operation, and I kept "
        "her house and drove her to therapy. In September 2023 I moved to Toledo, Ohio.\n");
  }

  // What is found with those words as the statement.
  [[nodiscard]] Rules found(const std::string& statement) const {
    Rules rules;
    for (const Finding& finding : findings(statement)) rules.push_back(finding.rule);
    return rules;
  }
  // The words of the statement's one line that the one finding is about.
  [[nodiscard]] std::string place(const std::string& statement) const {
    const std::vector<Finding> all = findings(statement);
    if (all.size() != 1) return {};
    const auto begin = all.front().place.range.start.column - 1;
    return statement.substr(begin, all.front().place.range.end.column - 1 - begin);
  }

  TemporaryFolder folder_;

 private:
  [[nodiscard]] std::vector<Finding> findings(const std::string& statement) const {
    folder_.write("personal-statement.md", "# Personal statement\n\n" + statement + "\n");
    folder_.write("candor.toml", "select = [\"dates\"]\n");
    ApplicationRequest request;
    request.paths = {"."};
    request.working_directory = folder_.path();
    RunOptions options;
    options.jobs = 1;
    options.today = std::chrono::year_month_day{std::chrono::year{2025}, std::chrono::month{10}, std::chrono::day{1}};
    return run_check(find_applications(request), options).findings;
  }
};

// An own practice, a rural year: one list of another doctor.
class DatesOfAPractice : public DatesOfALife {
 protected:
  DatesOfAPractice() {
    folder_.write("experience.md",
                  "# Experience\n\n"
                  "## General Physician, Private Practice\n\n"
                  "Consultorio Prados, Cali, Colombia\n\n"
                  "September 2018 - March 2021\n\n"
                  "## Rural Physician\n\n"
                  "Hospital San Lucas, Guapi, Colombia\n\n"
                  "April 2015 - March 2016\n\n"
                  "## Soldier\n\n"
                  "Army of Colombia\n\n"
                  "January 2008 - December 2009\n");
    folder_.write("education.md",
                  "# Education\n\n"
                  "- Master of Epidemiology, Universidad Norte, Cali: January 2019 - December 2020 (part time)\n"
                  "- Medico Cirujano, Universidad del Rio, Cali: February 2010 - December 2014\n"
                  "The last year was the internship at Hospital San Jose.\n");
    folder_.write("interruption.md",
                  "# Interruption\n\nFrom April 2016 to August 2018 I cared for my mother at home.\n");
  }
};

}  // namespace candor
