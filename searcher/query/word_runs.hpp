#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/query_tree.hpp"

namespace findings {

/// Words of a query that stand side by side, as typed.
struct WordRun {
    std::vector<std::string> words;
    bool whole_query = false;  ///< the query is nothing else

    /// `count` words from `first` on, joined by spaces.
    [[nodiscard]] std::string text(std::size_t first, std::size_t count) const;
};

/// The runs of wanted words of a query: words and quoted phrases side by side. Fields, operators and excluded words
/// end a run.
std::vector<WordRun> find_word_runs(const QueryTree& tree);

}  // namespace findings
