#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// Checks a generation on disk: every file against the manifest, Xapian's structures, the format, that each stored
/// article can be read, and that the facet columns say what the documents say. nullopt when sound, else what is wrong.
/// `stop_token` is asked on the way. Throws: Error{interrupted}.
std::optional<std::string> verify_generation(const std::filesystem::path& folder, const StopToken& stop_token = {});

/// The identifiers of a generation that are not among another's; an index that cannot be read has none.
std::size_t count_lost_stories(const std::filesystem::path& old_generation, const std::filesystem::path& new_generation,
                               std::size_t& old_stories);

}  // namespace findings
