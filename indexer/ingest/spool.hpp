#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/ingest/assemble_article.hpp"

namespace findings {

/// Where an extracted article waits on disk, and what ordering needs to know of it. Everything else stays on disk:
/// a collection of 150,000 articles takes about 20 MB.
struct SpooledArticle {
    std::uint64_t offset = 0;  ///< of the record in its spool file; the fold candidate follows it
    std::uint64_t copy_group = 0;
    std::uint32_t bytes = 0;              ///< of the record
    std::uint32_t candidate_bytes = 0;    ///< of the encoded CopyCandidate
    std::uint32_t inspections_bytes = 0;  ///< of the encoded GradedInspections behind it, 0 for none
    std::uint32_t file = 0;               ///< index into SourceScan::files
    std::uint32_t line = 0;               ///< record of a JSON Lines file or array, else 0
    std::uint32_t day = 0;                ///< YYYYMMDD, 0 when undated
    std::uint32_t gone_from = 0;          ///< of a record: see Article::gone_from
    std::uint16_t spool = 0;              ///< number of the spool file
    IdOrigin id_origin = IdOrigin::found;
    std::string id;
};

/// A deque, because a growing vector holds everything twice.
using SpooledArticles = std::deque<SpooledArticle>;

/// One append-only file of records; each thread writes its own.
class SpoolWriter {
  public:
    /// Throws: Error{io_error} when the file cannot be made.
    SpoolWriter(std::filesystem::path path, std::uint32_t number);
    ~SpoolWriter();
    SpoolWriter(const SpoolWriter&) = delete;
    SpoolWriter& operator=(const SpoolWriter&) = delete;

    /// Appends an encoded record with its fold candidate and its inspections, and fills in where they are.
    /// Throws: Error{io_error}, e.g. a full disk.
    void append(std::string_view record, std::string_view candidate, std::string_view inspections,
                SpooledArticle& entry);
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
    [[nodiscard]] std::string read(const SpooledArticle& entry) const { return read(entry.offset, entry.bytes); }
    /// The bytes of its fold candidate. Throws: Error{io_error}.
    [[nodiscard]] std::string read_candidate(const SpooledArticle& entry) const {
        return read(entry.offset + entry.bytes, entry.candidate_bytes);
    }
    /// The bytes of its inspections. Throws: Error{io_error}.
    [[nodiscard]] std::string read_inspections(const SpooledArticle& entry) const {
        return read(entry.offset + entry.bytes + entry.candidate_bytes, entry.inspections_bytes);
    }

    /// Bytes that were appended, by their place. Throws: Error{io_error}.
    [[nodiscard]] std::string read(std::uint64_t offset, std::size_t bytes) const;

  private:
    std::filesystem::path path_;
    int descriptor_;
};

/// Name of a thread's spool file inside `building/`.
std::filesystem::path spool_path(const std::filesystem::path& folder, std::uint32_t number);

}  // namespace findings
