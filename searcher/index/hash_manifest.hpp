#pragma once

#include <string>
#include <vector>

#include "searcher/index/open_index.hpp"

namespace findings {

/// The hash of a generation's manifest as `xxh128sum generations/NAME/manifest` prints it. The manifest has the hash of
/// every other file of the generation. Throws: Error{unavailable} when it cannot be read.
std::string hash_manifest(const OpenGeneration& generation);

/// "generation NAME, built TIME, manifest XXH128 HASH" of each generation, joined by "; ": where a citation is from.
/// Requires: a hash for each of them, as hash_manifest() returns it or empty.
std::string list_manifests(const std::vector<OpenGeneration>& generations, const std::vector<std::string>& hashes);

}  // namespace findings
