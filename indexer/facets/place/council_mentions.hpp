#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/reading.hpp"

namespace findings {

/// A council's name in a passage.
struct CouncilMention {
    std::uint32_t council = 0;  ///< row of the gazetteer
    std::size_t first = 0;      ///< words [first, last), with the words the name is dressed in
    std::size_t last = 0;
    bool dressed = false;  ///< "X Council", "London Borough of X", "children's services in X": surely the body
};

/// Every council named that existed on `day` (ISO or empty), in order. Surnames ("Kirsty Lincoln"), addresses
/// ("Reading Road") and names inside longer ones ("Oldham Athletic") are left out.
std::vector<CouncilMention> find_council_mentions(const Passage& passage, std::string_view day);

/// Names such as "Effra Borough Council" that no list knows, without their last words: a council made after the list,
/// or one of another country. Words [first, last).
struct UnlistedCouncil {
    std::size_t first = 0;
    std::size_t last = 0;
};
std::vector<UnlistedCouncil> find_unlisted_councils(const Passage& passage);

/// Whether a name match can be a place: not a surname, a street or a part of a longer name.
bool is_place_name(const Passage& passage, const PhraseMatch& match);

}  // namespace findings
