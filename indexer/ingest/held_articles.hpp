#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <vector>

#include "indexer/article/raw_article.hpp"
#include "indexer/clean/counted_lines.hpp"
#include "indexer/clean/recurring_lines.hpp"
#include "indexer/ingest/learn_lines.hpp"
#include "indexer/ingest/spool.hpp"

namespace findings {

/// Saved pages that wait on disk, as their reader found them, until every page of their site has been read: only then
/// is it known which of their lines recur. About 60 bytes of memory an article.
class HeldArticles {
  public:
    /// Makes two files for each thread. Throws: Error{io_error}.
    HeldArticles(std::filesystem::path folder, std::size_t threads);
    /// Removes the files.
    ~HeldArticles();
    HeldArticles(const HeldArticles&) = delete;
    HeldArticles& operator=(const HeldArticles&) = delete;

    /// Whether lines of such an article may be learned: of files of text, Markdown and HTML, and of JSON records that
    /// name the site they come from. A PDF knows its own headers and footers.
    static bool may_hold(const RawArticle& raw);

    /// Puts an article aside; each thread names itself. `file` is its number in the scan.
    /// Throws: Error{io_error}.
    void hold(std::size_t thread, const RawArticle& raw, std::uint32_t file, const std::vector<std::uint64_t>& sites);

    /// What recurs among the articles held. Call once, after the last hold(). Throws: Error{io_error}.
    RecurringLines learn();

    /// After learn(): how many there are, and one of them with the number of its file and its sites. From any thread.
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    struct Article {
        std::uint32_t file = 0;
        RawArticle raw;
        std::vector<std::uint64_t> sites;
    };
    /// Throws: Error{io_error}.
    [[nodiscard]] Article take(std::size_t number) const;

  private:
    struct Place {
        std::uint64_t article = 0;  ///< offset of its frame
        std::uint64_t lines = 0;    ///< offset of its counted lines
        std::uint32_t article_bytes = 0;
        std::uint32_t line_count = 0;
        std::uint32_t file = 0;
        std::uint32_t thread = 0;
    };

    [[nodiscard]] std::filesystem::path article_path(std::size_t thread) const;
    [[nodiscard]] std::filesystem::path line_path(std::size_t thread) const;
    [[nodiscard]] std::vector<CountedLine> read_lines(const Place& place) const;

    std::filesystem::path folder_;
    std::deque<SpoolWriter> article_writers_;
    std::deque<SpoolWriter> line_writers_;
    std::vector<SpoolReader> article_readers_;
    std::vector<SpoolReader> line_readers_;
    std::mutex mutex_;
    std::deque<Place> places_;
    std::deque<ArticleSites> sites_;
};

}  // namespace findings
