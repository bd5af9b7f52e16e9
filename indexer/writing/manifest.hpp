#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace findings {

/// Writes `manifest` into a generation's folder: name, size and 128-bit hash (XXH3) of every other file, one a line.
/// Xapian's own check misses damage in stored data; the hashes do not. Throws: Error{io_error}.
void write_manifest(const std::filesystem::path& generation);

/// Reads every file back and compares. nullopt when all is as written, else the first difference in words.
std::optional<std::string> check_manifest(const std::filesystem::path& generation);

}  // namespace findings
