#pragma once

#include <filesystem>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// Copies standard input to a file until it ends. `stop_token` is asked while the other side keeps it waiting.
/// Throws: Error{io_error}, Error{interrupted}.
void spool_stdin(const std::filesystem::path& path, const StopToken& stop_token);

}  // namespace findings
