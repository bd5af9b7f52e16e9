#pragma once

#include <cstddef>
#include <vector>

#include "indexer/facets/grade/grade_reading.hpp"

namespace findings {

/// The grades, areas and names of bodies among words [first, last) of a passage, in order, none overlapping; none at
/// all where no grade stands.
std::vector<TokenMark> find_grade_marks(std::size_t first, std::size_t last, const SentenceSetting& setting);

}  // namespace findings
