#pragma once

#include <filesystem>

#include "indexer/generation/generation_metadata.hpp"
#include "indexer/generation/write_segments.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {

/// Makes a generation at `output` of what write_segments() wrote into `folder`: metadata, stories, findings and their
/// facet columns; the manifest is left to the caller. The segments are deleted on the way.
/// Throws: Error{io_error}, Error{interrupted}, Xapian::Error.
void assemble_generation(const WrittenStories& written, const GenerationInfo& info, const std::filesystem::path& folder,
                         const std::filesystem::path& output, const StopToken& stop_token = {});

}  // namespace findings
