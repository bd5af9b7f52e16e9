#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include <xapian.h>

#include "indexer/clean/recurring_lines.hpp"
#include "indexer/generation/write_segments.hpp"

namespace findings {

/// What a generation says about itself besides its counts.
struct GenerationInfo {
    std::string name;      ///< <UTC time>-<8 random hex>
    std::string built_at;  ///< 2026-11-22T02:00:00Z
    std::uint64_t sequence = 1;
    std::string inputs;         ///< hash of all it is made from; empty when that cannot be said
    std::string recurring;      ///< RecurringLines::encode(); a copied generation keeps its own
    std::size_t withdrawn = 0;  ///< stories erased after it was published
};

/// Sets the keys that tell one generation from another. Throws: Xapian::Error.
void write_generation_info(Xapian::WritableDatabase& database, const GenerationInfo& info);

/// Writes a database without documents that holds the generation's metadata (common/generation.hpp names the keys).
/// It is merged last, so that counts and labels need no second pass. Throws: Error{io_error}.
void write_metadata_segment(const std::filesystem::path& path, const GenerationInfo& info,
                            const WrittenStories& written);

/// What a generation's collection taught about its sites; nothing when it cannot be opened or is of an older program.
RecurringLines recurring_lines_of(const std::filesystem::path& generation);

}  // namespace findings
