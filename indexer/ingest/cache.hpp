#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/io/stop_token.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/read_source.hpp"

namespace findings {

/// What reading each file gave, kept between runs by content and reader version, so that a night without changes
/// reads nothing again. May be deleted at any time. One connection, used by all threads of a build.
class ReadCache {
  public:
    /// Opens or makes the cache; one that is damaged or of another shape is replaced, and `replaced()` says so. A full
    /// disk or missing rights are no damage. `full`: nothing is looked up, everything is stored.
    /// Throws: Error{io_error}.
    ReadCache(const std::filesystem::path& path, bool full);
    ~ReadCache();
    ReadCache(const ReadCache&) = delete;
    ReadCache& operator=(const ReadCache&) = delete;

    /// Hands the stored articles and rejections of a file with this key to the sink; false when there are none.
    bool replay(const std::string& key, const ReadSink& sink);

    /// Stores one reading as one transaction: everything added between begin() and finish(). One at a time for a
    /// thread; others wait. An entry that is not finished is forgotten.
    class Entry {
      public:
        Entry(ReadCache& cache, std::string key);
        ~Entry();
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;
        /// What encode_article() gave.
        void add_article(std::string_view encoded);
        void add(const Rejection& rejection);
        void finish();

      private:
        void store();

        ReadCache& cache_;
        std::string key_;
        std::string frames_;  ///< behind room for their sum
        std::size_t part_ = 0;
        bool worth_keeping_ = true;
    };

    /// What was read of a picture of a page, under its key; nullopt when nothing is kept or all is to be read anew.
    std::optional<std::string> recall_page(const std::string& key, const std::string& file);
    /// Keeps it as long as `file`, the key of the file it is from, is used.
    void keep_page(const std::string& key, std::string_view reading, const std::string& file);

    /// Drops what no file of this run used. Call after publication.
    void forget_unused();

    /// Forgets readings, and those of their pages, for good: their bytes are overwritten in the file. Throws:
    /// Error{io_error}.
    void erase(const std::vector<std::string>& keys);

    /// Whether it was damaged, which may show only while it is used: then it is deleted at the end.
    [[nodiscard]] bool replaced() const;

  private:
    friend class Entry;
    struct Impl;
    std::unique_ptr<Impl> impl_;
    bool replaced_ = false;
};

/// Key of a file in the cache: 128-bit hash of its bytes, the ending of its name (it decides what content is
/// expected), the reader version and, for files that may hold pictures of pages, `ocr` (see describe_ocr()). Empty when
/// the file cannot be read. Throws: Error{interrupted}.
std::string make_cache_key(const std::filesystem::path& file, const StopToken& stop_token = {},
                           std::string_view ocr = {});

}  // namespace findings
