#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/ingest/read_articles.hpp"
#include "indexer/records/owner_groups.hpp"

namespace findings {

/// What reading the registers among the sources needs.
struct RecordOptions {
    std::filesystem::path spool_folder;
    std::uint32_t first_spool = 0;  ///< number of the first spool file; `jobs` follow one another
    std::size_t jobs = 1;
    OwnerGroups groups;
    StopToken stop_token;
};

/// Reads every register among the files: each row becomes an article of kind record in the spool. Of rows that tell of
/// one inspection in several registers the newest register's is kept. Refused rows are rejections, refused cells
/// warnings, the first ten of a kind each. How many spool files were written: none where no file is a register.
/// Throws: Error{bad_config} for a wrong mapping, Error{io_error}, Error{interrupted}.
std::uint32_t read_records(const std::vector<SourceFile>& files, const RecordOptions& options, ReadArticles& read);

}  // namespace findings
