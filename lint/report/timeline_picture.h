// What a timeline shows of an application: its entries by kind, the gaps that its prose tells, and what does not fit.
#pragma once

#include <span>

#include "lint/check/finding.h"
#include "lint/reading/timeline.h"
#include "lint/report/render_timeline.h"

namespace candor {

// `findings` may be those of the whole run; the ones of dates/* that lie in this application are shown.
[[nodiscard]] TimelinePicture timeline_picture(const ApplicationReading& application,
                                               std::span<const Finding> findings);

}  // namespace candor
