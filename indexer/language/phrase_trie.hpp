#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/words.hpp"

namespace findings {

/// What a phrase of the tables is for. The order within the names is free.
enum class PhraseKind : std::uint8_t {
    council,      ///< value: row of councils
    district,     ///< value: row of districts
    place,        ///< value: row of places
    area,         ///< value: row of areas
    deliverer,    ///< a trust or company that runs a council's services; value: row of councils
    body,         ///< a name of a registered body, in any case; value: row of its names
    theme_cue,    ///< value: row of theme cues
    vocabulary,   ///< value: row of phrases.tsv
    grade,        ///< a printed grade; value: row of printed_grades()
    judged_area,  ///< a printed name of a graded area; value: row of judgement_labels()
    cue,          ///< a phrase of several words near grades; value: its TokenClass
};

/// A phrase found in a text: words [first, first + count) of it.
struct PhraseMatch {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    PhraseKind kind = PhraseKind::vocabulary;
    std::uint32_t value = 0;
};

/// All phrases of all tables in one trie over word numbers, so that a text is searched for all of them in one
/// pass.
class PhraseTrie {
  public:
    /// Adds a phrase; words are split as in a text. One phrase may have several kinds and values.
    void add(std::string_view phrase, PhraseKind kind, std::uint32_t value);
    /// The number of a word, a new one when no phrase has it yet.
    std::uint32_t add_word(std::string_view word);
    /// The number of a word that some phrase or add_word() gave one, else 0.
    [[nodiscard]] std::uint32_t find_word(std::string_view word) const;
    /// The words of a text, with the numbers of this trie.
    [[nodiscard]] std::vector<Word> split(std::string_view text) const { return split_words(text, ids_); }
    /// Every phrase in the words, by position. Of names and of theme cues that begin at one word only the
    /// longest, of other kinds all, shorter ones first; no name inside a longer name; no phrase crosses a
    /// break between sentences.
    [[nodiscard]] std::vector<PhraseMatch> find(const std::vector<Word>& words) const;

  private:
    struct Edge {
        std::uint64_t key = 0;
        std::uint32_t node = 0;
    };
    struct Entry {
        PhraseKind kind;
        std::uint32_t value;
        std::uint32_t next;
    };
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
    std::uint32_t step_adding(std::uint32_t node, std::uint32_t word);

    WordIds ids_;
    std::vector<Edge> edges_ = std::vector<Edge>(1U << 12U);
    std::size_t edge_count_ = 0;
    std::vector<std::uint32_t> first_entry_{0};  ///< by node; 0 is the root and means "none" elsewhere
    std::vector<Entry> entries_{Entry{PhraseKind::vocabulary, 0, 0}};
};

}  // namespace findings
