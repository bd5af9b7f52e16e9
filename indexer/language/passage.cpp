#include "indexer/language/passage.hpp"

#include <algorithm>

namespace findings {

std::size_t Passage::word_at(std::size_t byte) const {
    const auto found = std::lower_bound(words.begin(), words.end(), byte,
                                        [](const Word& word, std::size_t at) { return word.begin < at; });
    return static_cast<std::size_t>(found - words.begin());
}

std::pair<std::size_t, std::size_t> Passage::matches_in(std::size_t first, std::size_t last) const {
    const auto before = [](const PhraseMatch& match, std::size_t word) { return match.first < word; };
    const auto begin = std::lower_bound(matches.begin(), matches.end(), first, before);
    const auto end = std::lower_bound(begin, matches.end(), last, before);
    return {static_cast<std::size_t>(begin - matches.begin()), static_cast<std::size_t>(end - matches.begin())};
}

const VocabularyPhrase* vocabulary_of(const PhraseMatch& match) {
    return match.kind == PhraseKind::vocabulary ? &lexicon().vocabulary[match.value] : nullptr;
}

bool has_role_in(const Passage& passage, std::size_t first, std::size_t last, Role role, std::string_view value) {
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
        if (phrase != nullptr && phrase->role == role && (value.empty() || phrase->value == value)) return true;
    }
    return false;
}

bool names_place_in(const Passage& passage, std::size_t first, std::size_t last) {
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i)
        if (passage.matches[i].kind <= PhraseKind::area) return true;
    return false;
}

}  // namespace findings
