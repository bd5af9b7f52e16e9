#pragma once

#include <functional>

namespace findings {

/// Says whether a run has been asked to stop. Every step that takes long asks it now and then; empty for a run that
/// nothing stops.
using StopToken = std::function<bool()>;

/// Ends a run that has been asked to stop. Throws: Error{interrupted}.
void throw_if_stopped(const StopToken& stop_token);

}  // namespace findings
