#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace findings {

/// A run of word characters in a text, before folding.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ascii = true;           ///< no byte above 0x7f: folding is lower-casing
    bool plain = true;           ///< letters and digits only: no apostrophe, comma or invisible character inside
    bool dotted = false;         ///< an abbreviation with points inside, perhaps with spaces behind them
    bool hyphen_before = false;  ///< joined to the word before by a hyphen and nothing else
};

/// Finds the words of valid UTF-8 text one after the other.
///
/// A word is a run of letters, digits and marks. Inside it stay: an apostrophe before a letter ("Ofsted's", but not
/// "ABC'13"), a point or grouping comma between digits ("1.5", "1,234"), soft hyphens and zero-width characters, and
/// the points of an abbreviation: letters parted by points ("S.E.N.D.", "e.g."), capitals parted by a point and a space
/// ("J. K."), and degrees ("Ph.D."). Everything else ends it, so `27/03/2024` and `end.Start` are several words: text
/// extracted from PDFs loses spaces after full stops. An ideograph is a word of its own.
///
/// Own code instead of ICU's break iterator, which needs UTF-16 copies: 90 MB/s there, several hundred here, with
/// ICU's character properties for everything above ASCII.
class WordScanner {
  public:
    explicit WordScanner(std::string_view text) : text_(text) {}

    /// The next word, false at the end.
    bool next(WordSpan& word);

  private:
    enum class Shape : std::uint8_t { other, letter, digit, ideograph, apostrophe, point, comma, hyphen, invisible };
    struct Character {
        Shape shape;
        std::uint8_t bytes;
    };
    [[nodiscard]] Character at(std::size_t byte) const;
    [[nodiscard]] static bool starts_word(Shape shape);
    [[nodiscard]] bool continues_word(std::size_t byte, Shape before, Character mark) const;

    void add_dotted_parts(WordSpan& word);
    [[nodiscard]] std::size_t letters_end(std::size_t byte) const;
    [[nodiscard]] std::size_t possessive_end(std::size_t end) const;

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t hyphen_end_ = static_cast<std::size_t>(-1);  ///< end of a hyphen that follows the last word
};

}  // namespace findings
