#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/analyzer.hpp"
#include "searcher/plan/built_query.hpp"

namespace findings {

/// A word of a text that the query looks for. Units: bytes of the text.
struct MarkedWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t mark = 0;  ///< number of the mark it belongs to: words of one stem or one phrase share it
};

/// How many different marks there are.
std::size_t count_marks(const QueryMarks& marks);

/// The words of a text that `marks` look for, in order; words of a phrase only where the phrase stands.
/// Stops after the first `enough_bytes`-wide stretch that holds every mark: nothing further can be a better
/// snippet. Only words that begin like a mark are folded and stemmed, so that 300 kB take about a
/// millisecond.
std::vector<MarkedWord> find_marks(std::string_view text, const QueryMarks& marks, Analyzer& analyzer,
                                   std::size_t enough_bytes);

}  // namespace findings
