#pragma once

#include <ctime>
#include <functional>
#include <ostream>

#include "common/base/error.hpp"
#include "common/options/environment.hpp"
#include "searcher/serve/serve_options.hpp"

namespace findings {

/// Where the server writes, and its clock for the log.
struct ServeOutput {
    std::ostream& log;       ///< a line a request
    std::ostream& messages;  ///< everything else
    std::function<std::time_t()> now;
};

/// Serves pages until SIGTERM or SIGINT, then finishes the answers in progress. Requires: called before any other
/// thread is started, since those signals are blocked in all of them. Throws: Error{unavailable} when a root is not
/// there; Error{io_error} when it cannot listen.
Status run_serve(const ServeOptions& options, const Environment& environment, const ServeOutput& output);

}  // namespace findings
