// candor timeline: the one timeline of an application, as a picture.
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal.h"
#include "lint/engine/run.h"
#include "lint/report/timeline_picture.h"

namespace candor {
namespace {

constexpr std::string_view kFormats[] = {"text", "svg", "json"};

struct TimelineCommand {
  InputOptions input;
  std::string format = "text";
  std::string color = "auto";
};

void declare(Parser& parser, TimelineCommand& command) {
  add_input_options(parser, command.input);
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", command.format, kFormats, "how to draw it");
  parser.choice("--color", "WHEN", command.color, kColorChoices, "colour it");
  parser.example("timeline applicants/a", "one lane a kind, problems marked");
  parser.example("timeline applicants/a --format svg > a.svg", "the same as a picture for a browser");
}

std::string rendered(const TimelineCommand& command, const std::vector<TimelinePicture>& pictures) {
  if (command.format == "json") return render_timeline_json(pictures);
  std::string text;
  for (const TimelinePicture& picture : pictures) {
    if (command.format == "svg") return render_timeline_svg(picture);
    if (!text.empty()) text += "\n";
    text += render_timeline_text(picture, terminal_width(), wants_color(command.color, Stream::out));
  }
  return text;
}

}  // namespace

int run_timeline_command(const Arguments& arguments) {
  TimelineCommand command;
  Parser parser("timeline",
                "draws the one timeline that all texts of an application tell, with what does not fit marked");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;
  const std::optional<Inputs> inputs = find_inputs(parser, command.input);
  if (!inputs) return kExitTrouble;
  if (command.format == "svg" && inputs->applications.applications.size() > 1) {
    print_problem({"", 0, 0, "an SVG shows one application; name one folder"});
    return kExitTrouble;
  }

  std::vector<Problem> problems;
  const std::vector<ApplicationReading> readings = run_read(inputs->applications, inputs->run, problems);
  const Report report = run_check(inputs->applications, inputs->run);
  std::vector<TimelinePicture> pictures;
  for (const ApplicationReading& reading : readings) pictures.push_back(timeline_picture(reading, report.findings));
  const bool written = write_stdout(rendered(command, pictures));
  print_problems(problems);
  return problems.empty() && written ? kExitClean : kExitTrouble;
}

}  // namespace candor
