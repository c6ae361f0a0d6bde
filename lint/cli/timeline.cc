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

std::string rendered(const ShowOptions& options, const std::vector<TimelinePicture>& pictures) {
  if (options.format == "json") return render_timeline_json(pictures);
  std::string text;
  for (const TimelinePicture& picture : pictures) {
    if (options.format == "svg") return render_timeline_svg(picture);
    if (!text.empty()) text += "\n";
    text += render_timeline_text(picture, terminal_width(), wants_color(options.color, Stream::out));
  }
  return text;
}

}  // namespace

int run_timeline_command(const Arguments& arguments) {
  ShowOptions options;
  Parser parser("timeline",
                "draws the one timeline that all texts of an application tell, with what does not fit marked");
  add_show_options(parser, options, kFormats);
  parser.example("timeline applicants/a", "one lane a kind, problems marked");
  parser.example("timeline applicants/a --format svg > a.svg", "the same as a picture for a browser");
  if (const auto status = parser.parse(arguments)) return *status;
  const std::optional<Inputs> inputs = find_inputs(parser, options.input);
  if (!inputs) return kExitTrouble;
  if (options.format == "svg" && inputs->applications.applications.size() > 1) {
    print_problem({"", 0, 0, "an SVG shows one application; name one folder"});
    return kExitTrouble;
  }
  return show_readings(*inputs, [&](const std::vector<ApplicationReading>& readings) {
    const Report report = run_check(inputs->applications, inputs->run);
    std::vector<TimelinePicture> pictures;
    pictures.reserve(readings.size());
    for (const ApplicationReading& reading : readings) pictures.push_back(timeline_picture(reading, report.findings));
    return rendered(options, pictures);
  });
}

}  // namespace candor
