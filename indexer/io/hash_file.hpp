#pragma once

#include <filesystem>
#include <string>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// 128-bit hash (XXH3) of a file's bytes, 32 hex digits.
/// Throws: Error{io_error}, also for what is no regular file; Error{interrupted}.
std::string hash_file(const std::filesystem::path& path, const StopToken& stop_token = {});

}  // namespace findings
