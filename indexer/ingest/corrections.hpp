#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/ingest/assemble_article.hpp"

namespace findings {

/// Corrected values by the key under which an article declares them; an empty list says that there is none.
using CorrectedValues = std::map<std::string, std::vector<std::string>>;

/// What people have put right by hand: a table `article,facet,value` whose lines replace what the rules find. `article`
/// is an id, an address, a source path, or `path#N` for record N of a file that holds several. Several lines for one
/// article and facet give several values; an empty value says that there is none.
class Corrections {
  public:
    /// No corrections.
    Corrections() = default;

    /// Reads a table. Throws: Error{bad_config} naming file:line for a bad table, an unknown facet (with the nearest
    /// one), a value outside a closed vocabulary, a date that is no day, an empty value beside others.
    static Corrections read(const std::filesystem::path& file);
    /// The same from text; `name` stands in messages.
    static Corrections parse(std::string_view text, const std::string& name);

    /// The values for an article by key, empty when there are none. `line` is its record number, 0 where a file is one
    /// article. Thread-safe.
    /// `below`: the path below its SOURCE where that is not the source; a line that gives it is ambiguous and not
    /// taken.
    [[nodiscard]] CorrectedValues find(const ArticleNames& names, const std::string& source, std::size_t line,
                                       std::string_view below = {}) const;

    /// For each line that no article has answered to, and each that two have by different names, a warning with its
    /// place. In file order.
    [[nodiscard]] std::vector<std::string> list_unmatched() const;

  private:
    struct Row {
        std::size_t line = 0;
        std::string article;
        std::string key;  ///< as an article declares it
        std::string value;
    };

    void check_row(Row& row) const;
    void check_empty_values() const;
    void index_rows();

    std::string name_;
    std::vector<Row> rows_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_article_;
    /// By row: how articles answered to it. Shared, for articles come from many
    /// threads and the table is never changed but for this.
    std::unique_ptr<std::atomic<unsigned>[]> seen_;
};

/// Puts corrected values among an article's declared ones, and marks them as corrected.
void put_right(CleanArticle& article, CorrectedValues&& values);

/// The file of corrections that a run uses: the one named, or else `corrections.csv` in the index root if it is there,
/// or else an empty path.
std::filesystem::path corrections_file(const std::filesystem::path& named, const std::filesystem::path& root);

/// The table named, or else `corrections.csv` in the index root if it is there, or else none.
/// Throws: as Corrections::read.
Corrections load_corrections(const std::filesystem::path& named, const std::filesystem::path& root);

}  // namespace findings
