#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// What a cue at word `cue` of the sentence [first, last) is told as: above 0 praise, below 0 fault. Praise
/// and fault words in the cue's own clause count most; a negation before a word turns it round.
double read_polarity(const Passage& passage, std::size_t first, std::size_t last, std::size_t cue);

/// Praise less fault of a whole sentence, every clause alike.
double sum_polarity(const Passage& passage, std::size_t first, std::size_t last);

/// Whether a sentence opens by turning against the one before it: "But", "However".
bool opens_with_turn(const Passage& passage, std::size_t first, std::size_t last);

/// The direction a heading gives to each block: under "What needs to improve" everything is a weakness.
/// One entry a block of the article.
std::vector<Polarity> read_sections(const Reading& reading);

}  // namespace findings
