#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/clean_article.hpp"
#include "indexer/language/lexicon.hpp"

namespace findings {

/// A text as the rules read it: its words and every phrase of the tables in it.
struct Passage {
    std::string_view text;
    std::vector<Word> words;
    std::vector<PhraseMatch> matches;  ///< by first word

    [[nodiscard]] Span span_of(const PhraseMatch& match) const {
        return {words[match.first].begin, words[match.first + match.count - 1].end};
    }
    /// The text of words [first, last).
    [[nodiscard]] std::string_view words_text(std::size_t first, std::size_t last) const {
        return text.substr(words[first].begin, words[last - 1].end - words[first].begin);
    }
    /// One word, folded.
    [[nodiscard]] std::string folded(std::size_t word) const { return fold_word(words_text(word, word + 1)); }
    /// The first word that begins at or after a byte.
    [[nodiscard]] std::size_t word_at(std::size_t byte) const;
    /// The matches whose first word lies in [first, last), as a range of `matches`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> matches_in(std::size_t first, std::size_t last) const;
};

/// The row of phrases.tsv behind a match, or nullptr for other kinds.
const VocabularyPhrase* vocabulary_of(const PhraseMatch& match);

/// Whether a match has a role.
inline bool has_role(const PhraseMatch& match, Role role) {
    const VocabularyPhrase* phrase = vocabulary_of(match);
    return phrase != nullptr && phrase->role == role;
}

/// Whether a phrase of a role begins in words [first, last), with that value where one is given.
bool has_role_in(const Passage& passage, std::size_t first, std::size_t last, Role role, std::string_view value = {});

/// Whether a name of a council, a district, a place or an area begins in words [first, last).
bool names_place_in(const Passage& passage, std::size_t first, std::size_t last);

}  // namespace findings
