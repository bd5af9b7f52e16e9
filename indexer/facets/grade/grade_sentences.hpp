#pragma once

#include <cstddef>
#include <vector>

#include "indexer/facets/grade/grade_reading.hpp"

namespace findings {

/// Reads every grade of words [first, last) of the passage: a sentence or a title. `before` is what the sentence before
/// was about: "it" and "the unit" go on with it.
/// Linear in the sentence, but for a few bounded looks to either side.
std::vector<GradeReading> read_grade_sentence(std::size_t first, std::size_t last, const SentenceSetting& setting,
                                              const std::vector<std::uint32_t>& areas_before = {});

}  // namespace findings
