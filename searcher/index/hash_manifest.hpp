#pragma once

#include <string>

#include "searcher/index/open_index.hpp"

namespace findings {

/// The hash of a generation's manifest as `xxh128sum generations/NAME/manifest` prints it. The manifest has the hash of
/// every other file of the generation. Throws: Error{unavailable} when it cannot be read.
std::string hash_manifest(const OpenGeneration& generation);

}  // namespace findings
