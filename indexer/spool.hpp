#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/assemble_article.hpp"
#include "indexer/clean/fold_copies.hpp"

namespace findings {

/// Where an extracted article waits on disk, and what ordering and folding need to know of it.
/// The text itself stays on disk: memory is a few hundred bytes an article.
struct SpooledArticle {
    std::uint64_t offset = 0;  ///< in its spool file
    std::uint32_t bytes = 0;
    std::uint32_t spool = 0;  ///< number of the spool file
    std::uint32_t file = 0;   ///< index into SourceScan::files
    std::uint32_t line = 0;   ///< record of a JSON Lines file or array, else 0
    std::string date;         ///< ISO day or empty
    IdOrigin id_origin = IdOrigin::found;
    FoldCandidate fold;  ///< `fold.id` is the article's identifier
};

/// One append-only file of records; each thread writes its own.
class SpoolWriter {
  public:
    /// Throws: Error{io_error} when the file cannot be made.
    SpoolWriter(std::filesystem::path path, std::uint32_t number);
    ~SpoolWriter();
    SpoolWriter(const SpoolWriter&) = delete;
    SpoolWriter& operator=(const SpoolWriter&) = delete;

    /// Appends an encoded record and fills in offset, bytes and spool. Throws: Error{io_error}, e.g. a full disk.
    void append(std::string_view record, SpooledArticle& entry);
    /// Writes out what is buffered. Throws: Error{io_error}.
    void flush();

  private:
    std::filesystem::path path_;
    std::uint32_t number_;
    int descriptor_;
    std::uint64_t written_ = 0;
    std::string buffer_;
};

/// Reads records back, from any thread.
class SpoolReader {
  public:
    /// Throws: Error{io_error}.
    explicit SpoolReader(const std::filesystem::path& path);
    ~SpoolReader();
    SpoolReader(SpoolReader&& other) noexcept;
    SpoolReader(const SpoolReader&) = delete;
    SpoolReader& operator=(const SpoolReader&) = delete;
    SpoolReader& operator=(SpoolReader&&) = delete;

    /// The bytes of a record. Throws: Error{io_error}.
    [[nodiscard]] std::string read(const SpooledArticle& entry) const;

  private:
    std::filesystem::path path_;
    int descriptor_;
};

/// Name of a thread's spool file inside `building/`.
std::filesystem::path spool_path(const std::filesystem::path& folder, std::uint32_t number);

}  // namespace findings
