#pragma once

#include <functional>

namespace findings {

/// Ends a run that has been asked to stop. `should_stop`: asked now and then by every step that takes long; empty for
/// a run that nothing stops. Throws: Error{interrupted}.
void stop_if_asked(const std::function<bool()>& should_stop);

}  // namespace findings
