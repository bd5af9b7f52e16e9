#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/language/reading.hpp"

namespace findings {

/// Words [first, last) of a text's body; empty when there are none.
struct ListedWords {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
};

/// What stands between two words.
enum class WordGap : std::uint8_t { plain, comma, bracket, dash, colon, semicolon, bar, stop };

/// One line of a listing: a body's name at its beginning, what it was given, and what it had before.
struct ListedLine {
    ListedWords name;
    ListedWords grade;
    ListedWords previous;
    bool unchanged = false;  ///< "no change", "again"
    bool said = false;       ///< by a verb, no mark: "Elm House has been rated good, with an overall score of 74"
    bool whole = false;      ///< the name, where it is and what kind it is: nothing else
};

/// The gap before a word.
WordGap gap_before(const Passage& passage, std::size_t word);

/// The word behind the longest printed grade of any scale that begins at a word; the word itself for none. "RI" is one
/// in capitals only.
std::size_t end_of_grade(const Passage& passage, std::size_t word);

/// The name that begins at a word, up to a mark, a grade or a small letter; empty for words that begin no name.
ListedWords read_listed_name(const Passage& passage, std::size_t first, std::size_t last);

/// The first word behind a bullet, a number and "the".
std::size_t skip_list_number(const Passage& passage, std::size_t first, std::size_t last);

/// Reads words [first, last), a block of the body.
ListedLine read_listed_line(const Passage& passage, std::size_t first, std::size_t last);

/// Reads what is given in words [first, last) behind a name that stands elsewhere; `line` keeps its name.
void read_listed_grades(const Passage& passage, std::size_t first, std::size_t last, ListedLine& line);

}  // namespace findings
