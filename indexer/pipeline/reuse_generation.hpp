#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/generation/generation_metadata.hpp"
#include "indexer/ingest/scan_sources.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/options/build_options.hpp"

namespace findings {

/// Fills in the content key of every file, on `jobs` threads; `ocr_setting`: see parse_ocr_setting(). A file that
/// cannot be read gets none.
void hash_sources(std::vector<SourceFile>& files, std::size_t jobs, const StopToken& stop_token,
                  std::string_view ocr_setting);

/// One hash of everything a generation is made of: names and contents of the sources in their order, and of `programs`
/// and other files that shape the result. Empty when some file has no key: then nothing may be taken for unchanged.
/// Throws: Error{io_error} when a program cannot be read.
std::string hash_inputs(const SourceScan& scan, const std::vector<std::filesystem::path>& programs);

/// The files of --providers, the mappings beside them and beside the registers among the sources, and the groups.
std::vector<std::filesystem::path> list_register_tables(const SourceScan& scan, const BuildOptions& options);

/// The hash a generation was made from; empty when it has none or cannot be opened.
std::string inputs_of(const std::filesystem::path& generation);

/// Copies a generation file by file, checks the copy against its manifest and gives it a name and time of its own. A
/// copy, not hard links: damage on disk to one generation must leave the one before it sound.
/// Returns false when the old one is damaged: then `target` is gone and a full build is due.
/// Throws: Error{io_error}.
bool copy_generation(const std::filesystem::path& old_generation, const std::filesystem::path& target,
                     const GenerationInfo& info);

}  // namespace findings
