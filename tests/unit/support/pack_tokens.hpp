#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/index/position_pack.hpp"
#include "common/text/analyzer.hpp"

namespace findings::testing {

/// The packed positions of words, as the indexer stores them in kSlotPositions.
inline std::string pack_tokens(const std::vector<Token>& tokens, std::uint32_t title_end = 0) {
    std::map<std::string, std::vector<std::uint32_t>> places;
    for (const Token& token : tokens) places[token.term].push_back(token.position);
    std::vector<WordPlaces> words;
    for (auto& [term, found] : places) words.push_back({hash_word(term), std::move(found)});
    return pack_positions(words, title_end);
}

}  // namespace findings::testing
