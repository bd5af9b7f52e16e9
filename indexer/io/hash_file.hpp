#pragma once

#include <filesystem>
#include <string>

namespace findings {

/// 128-bit hash (XXH3) of a file's bytes, 32 hex digits. Throws: Error{io_error}.
std::string hash_file(const std::filesystem::path& path);

}  // namespace findings
