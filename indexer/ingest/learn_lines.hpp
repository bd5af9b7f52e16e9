#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/clean/counted_lines.hpp"
#include "indexer/clean/recurring_lines.hpp"

namespace findings {

/// A line must stand in as many stories of a site: four pages may be saved from one week's special.
inline constexpr std::size_t kLeastStories = 5;
/// And in as large a share of them: a paper prints the paragraph on its reporting service below a third of its pages.
inline constexpr std::size_t kLeastPercent = 30;

/// The sites an article belongs to, hash_site(); 0 for none.
using ArticleSites = std::array<std::uint64_t, 2>;

/// The articles whose lines are counted. Lines stay on disk: they are asked for several times.
struct CountedArticles {
    std::vector<ArticleSites> sites;
    /// Calls its argument once for every article, by number, with its lines.
    std::function<void(const std::function<void(std::size_t, const std::vector<CountedLine>&)>&)> scan;
};

/// The lines that recur on their sites. Copies of one story count once, or a story saved six times would be taken for
/// boilerplate. The same for any order of the articles. `sightings`: how many are held in memory at once, 16 bytes
/// each; the articles are scanned again for each further such number of them.
RecurringLines learn_lines(const CountedArticles& articles, std::size_t sightings = std::size_t{1} << 20U);

}  // namespace findings
