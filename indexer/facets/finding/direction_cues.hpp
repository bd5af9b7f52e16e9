#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/grade_phrases.hpp"

namespace findings {

/// What a row of data/direction_cues.tsv does: its first column.
enum class DirectionRole : std::uint8_t {
    fault,
    praise,
    worthy,
    trouble,
    negation,
    lessen,
    hinder,
    burden,
    high,
    low,
    scope,
    turn,
    past,
    framework,
    neutral,
    plan,
    early,
    name,
};

/// One cue in a sentence: words [first, last).
struct DirectionCue {
    std::size_t first = 0;
    std::size_t last = 0;
    DirectionRole role = DirectionRole::name;
    std::size_t reach = 0;  ///< words behind it
};

/// The words of a sentence; a hyphen inside a word separates.
std::vector<GradeWord> split_sentence(std::string_view sentence);

/// The cues of a sentence in order, the longest of those that begin at a word, none inside another. Names are left out.
std::vector<DirectionCue> find_direction_cues(const std::vector<GradeWord>& words);

}  // namespace findings
