#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/xapian_glass/table_writer.hpp"

namespace findings::glass {

/// What a database knows of all its documents. Lengths are sums of term frequencies.
struct DatabaseCounts {
    std::uint32_t documents = 0;  ///< numbered from 1 without a gap
    std::uint64_t total_length = 0;
    std::uint32_t shortest = 0;
    std::uint32_t longest = 0;
    std::uint32_t most_frequent = 0;  ///< the largest frequency of a term in one document

    /// Those of the documents of another database.
    void add(const DatabaseCounts& more);
};

/// Writes `iamglass`, without which the tables are no database. Throws: Error{io_error}.
void write_version(const std::filesystem::path& folder, const DatabaseCounts& counts, const TableRoot& postlist,
                   const TableRoot& docdata);

/// What write_version() was told. Throws: Error{io_error}.
DatabaseCounts read_counts(const std::filesystem::path& folder);

}  // namespace findings::glass
