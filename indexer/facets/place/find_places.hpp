#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// Where something is: a council's area and its region, or a region alone.
struct FoundPlace {
    std::string authority;  ///< slug of the council, empty when only the region is known
    std::string region;     ///< slug
    Evidence evidence;
};

/// The place of a body named at `mentions` of the body text: in its own name, in its sentences, in the lead.
/// An ambiguous name is settled by the councils and counties named in the text, then by prominence. `day`
/// (ISO or empty) chooses between a council and its predecessor. With a `nation` ("wales"; "" for any) names of places
/// elsewhere are passed over: its inspectorate does not go there.
std::optional<FoundPlace> find_place_of(const Reading& reading, std::string_view name,
                                        const std::vector<Span>& mentions, std::string_view day,
                                        std::string_view nation = {});

/// A nation that the title or lead speaks of as a whole: `england`, `wales`, …
std::optional<FoundPlace> find_nation(const Reading& reading);

}  // namespace findings
