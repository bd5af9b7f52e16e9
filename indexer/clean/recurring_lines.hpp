#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/clean/line.hpp"

namespace findings {

/// Hash of a line that may be learned, 0 for others.
std::uint64_t hash_counted_line(const Line& line);
/// Hash of two lines, the second right below the first.
std::uint64_t hash_pair(std::uint64_t above, std::uint64_t below);
/// Hash of a site's name.
std::uint64_t hash_site(std::string_view name);
/// Hash of a line or pair on a site: what is counted and looked up.
std::uint64_t hash_on_site(std::uint64_t site, std::uint64_t line);

/// Whether a line says something by itself: a sentence, not a heading, an entry or a label.
bool is_sentence(const Line& line);

/// Lines and pairs of lines that recur in the stories of a site, and how many of the site's stories hold them.
/// Eight bytes of hash instead of the lines: one wrong hit would be expected in a billion collections.
class RecurringLines {
  public:
    /// `lines`: hash_on_site() and percent of the site's stories; a hash may stand there once.
    explicit RecurringLines(std::vector<std::pair<std::uint64_t, std::uint8_t>> lines = {});

    /// Percent of the site's stories that hold the line or pair; 0 when it does not recur.
    [[nodiscard]] int percent(std::uint64_t site, std::uint64_t line) const;
    [[nodiscard]] bool empty() const { return lines_.empty(); }
    [[nodiscard]] std::size_t size() const { return lines_.size(); }

    /// As bytes, nine a line, the same for the same lines.
    [[nodiscard]] std::string encode() const;
    /// What encode() wrote; bytes of another length give none.
    static RecurringLines decode(std::string_view bytes);

  private:
    std::vector<std::pair<std::uint64_t, std::uint8_t>> lines_;  ///< sorted
};

/// What recurs on the sites that an article belongs to.
struct SiteLines {
    const RecurringLines* lines = nullptr;  ///< not owned; null: nothing is known
    std::vector<std::uint64_t> sites;       ///< hash_site() of each
    bool named = false;                     ///< the article names its site; else its folder stands for it

    /// The highest percentage on any of the sites.
    [[nodiscard]] int percent(std::uint64_t line) const;
};

}  // namespace findings
