#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace findings {

/// Writes the facet columns (common/facet_columns.hpp) of a merged generation into its folder: what slot 0 of its
/// documents says, turned round for counting. 30,000 documents take a tenth of a second.
/// Throws: Error{io_error}, Xapian::Error.
void write_facet_columns(const std::filesystem::path& generation);

/// Compares the columns with the documents. nullopt when they say the same, else what is wrong.
/// Throws: Error{unavailable} when the file cannot be opened, Xapian::Error.
std::optional<std::string> check_facet_columns(const std::filesystem::path& generation);

}  // namespace findings
