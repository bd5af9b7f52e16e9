#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// Writes `manifest` into a generation's folder: name, size and 128-bit hash (XXH3) of every other file, those of
/// the findings included, one a line.
/// Xapian's own check misses damage in stored data; the hashes do not. `stop_token` is asked before each file.
/// `withdrawn`: stories erased after publication; more than none are a last line, "withdrawn: 2".
/// Throws: Error{io_error}, Error{interrupted}.
void write_manifest(const std::filesystem::path& generation, const StopToken& stop_token = {},
                    std::size_t withdrawn = 0);

/// Reads every file back and compares. nullopt when all is as written, else the first difference in words.
/// Throws: Error{io_error}, Error{interrupted}.
std::optional<std::string> check_manifest(const std::filesystem::path& generation, const StopToken& stop_token = {});

}  // namespace findings
