#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One word of a text. A hyphen separates words; a possessive 's and a closing apostrophe belong to no word.
struct Word {
    std::uint32_t begin = 0;  ///< bytes of the text
    std::uint32_t end = 0;
    std::uint32_t id = 0;      ///< number in the lexicon, 0 when no phrase has the word
    bool capital = false;      ///< starts with a capital letter
    bool digits = false;       ///< starts with a digit
    bool after_break = false;  ///< a sentence end, a semicolon, a colon or a line break stands before it
    bool after_comma = false;  ///< a comma, bracket or dash stands before it
    bool after_quote = false;  ///< a quotation mark stands before it
    bool possessive = false;   ///< was written with 's
};

/// Gives every word of the phrase tables a number by a 64-bit hash of its folded form: ASCII and Latin-1
/// letters in lower case, curly apostrophes as straight ones. Two words of one hash are not expected among
/// 10^5 (odds 10^-9).
class WordIds {
  public:
    /// The number of a folded word's hash, a new one when it has none yet.
    std::uint32_t add(std::uint64_t hash);
    /// The number, or 0.
    [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;

  private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t id = 0;
    };
    void grow();
    std::vector<Entry> entries_ = std::vector<Entry>(1U << 10U);
    std::uint32_t count_ = 0;
};

/// Splits a text into words in one pass. With `ids` writable (build time) unknown words get numbers.
std::vector<Word> split_words(std::string_view text, const WordIds& ids);
std::vector<Word> split_words_adding(std::string_view text, WordIds& ids);

/// A word in its folded form.
std::string fold_word(std::string_view word);

}  // namespace findings
