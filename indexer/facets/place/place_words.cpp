#include "indexer/facets/place/place_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

/// Towns whose names are words. Source: the gazetteer's towns compared with everyday English.
constexpr std::array<std::string_view, 29> kWords{
    "march",  "reading", "deal",    "rugby", "battle", "ware", "sale", "hope", "wells", "bath",
    "street", "nelson",  "lincoln", "rye",   "ash",    "read", "over", "box",  "hook",  "sandy",
    "crook",  "poole",   "settle",  "lane",  "eye",    "diss", "mold", "bow",  "bury"};

bool ends_before(const Passage& passage, std::size_t word, Role role) {
    const auto [begin, end] = passage.matches_in(word > 3 ? word - 3 : 0, word);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(passage.matches[i], role) && passage.matches[i].first + passage.matches[i].count == word)
            return true;
    return false;
}

/// A county, a council's word or a kind of body behind the name: "March, Cambridgeshire", "Reading Borough Council".
bool says_where_behind(const Passage& passage, std::size_t word) {
    if (word >= passage.words.size() || passage.words[word].after_break) return false;
    const auto [begin, end] = passage.matches_in(word, word + 2);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind == PhraseKind::area || match.kind == PhraseKind::council)
            return match.first == word || passage.folded(word) == "in";
        if (match.first == word && (has_role(match, Role::council_word) || has_role(match, Role::facility) ||
                                    has_role(match, Role::called) || has_role(match, Role::stands_for)))
            return true;
    }
    return false;
}

}  // namespace

bool lacks_place_sign(const Passage& passage, const PhraseMatch& match) {
    if (match.count != 1 || match.kind > PhraseKind::area) return false;
    const Word& word = passage.words[match.first];
    if (word.end - word.begin > 7) return false;
    const std::string name = passage.folded(match.first);
    if (!is_one_of(kWords, name)) return false;
    if (says_where_behind(passage, match.first + 1) || word.possessive) return false;
    if (match.first == 0 || word.after_break) return true;
    if (ends_before(passage, match.first, Role::council_word)) return false;
    const std::string before = passage.folded(match.first - 1);
    // "in March", "since March", "6 March" tell a month.
    if (name == "march") return before != "near";
    return !ends_before(passage, match.first, Role::place_before) && before != "of" && before != "for" &&
           before != "a" && before != "and";
}

}  // namespace findings
