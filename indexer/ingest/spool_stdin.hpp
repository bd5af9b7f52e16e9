#pragma once

#include <filesystem>
#include <functional>

namespace findings {

/// Copies standard input to a file until it ends. `should_stop` is asked while the other side keeps it waiting.
/// Throws: Error{io_error}, Error{interrupted}.
void spool_stdin(const std::filesystem::path& path, const std::function<bool()>& should_stop);

}  // namespace findings
