#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/phrase_trie.hpp"

namespace findings {

/// The role of a phrase of phrases.tsv: its first column.
enum class Role : std::uint8_t {
    regulator,
    regulator_sign,
    visit,
    kind,
    inspect,
    finding,
    facility,
    house,
    called,
    stands_for,
    owner,
    withheld,
    council_word,
    street,
    place_before,
    national,
    region,
    heading,
    praise,
    fault,
    negation,
    trouble,
    fall,
    rise,
    passing,
    aside,
    inspected,
    published,
    not_now,
    council_subject,
    roundup,
    placed_service,
    reporter,
};

/// A row of phrases.tsv.
struct VocabularyPhrase {
    Role role;
    std::string_view value;  ///< second column
    std::string_view text;   ///< the phrase
};

/// A row of theme_cues.tsv.
struct ThemeCue {
    std::uint8_t theme;  ///< rank of the theme in its vocabulary
    double weight;       ///< 0 to 1, by rarity
};

/// Every phrase the rules look for, in one trie. A match's `value` is a row of the table of its kind.
struct Lexicon {
    PhraseTrie trie;
    std::vector<VocabularyPhrase> vocabulary;
    std::vector<ThemeCue> cues;
    std::vector<std::uint64_t> word_classes;  ///< by number of the word: the classes of data/grade_cues.tsv, as bits
};

/// Built once, on first use. Thread-safe.
const Lexicon& lexicon();

/// Number of themes, and slug and label of one by its rank.
std::size_t theme_count();
std::string_view theme_slug(std::size_t rank);
std::string_view theme_label(std::size_t rank);

}  // namespace findings
