#pragma once

#include <optional>
#include <string_view>

#include "common/index/finding.hpp"

namespace findings {

/// What a sentence says of the body.
struct SaidDirection {
    std::optional<FindingDirection> direction;  ///< none: plain fact, history, a plan
    bool firm = false;  ///< said in so many words, not only told of as work that is done; or surely no finding
};

/// Reads a sentence by the cues of data/direction_cues.tsv: negation, concession, what is said of
/// cases and not of the body, history.
SaidDirection read_direction(std::string_view sentence);

}  // namespace findings
