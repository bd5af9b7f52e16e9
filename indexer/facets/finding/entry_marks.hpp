#pragma once

#include <cstddef>
#include <string_view>

namespace findings {

/// What stands before the words of a list's entry.
enum class EntryMark : unsigned char {
    none,
    number,  ///< "12.", "12)", "R1", "1.2"
    bullet,
    dash,  ///< a dash or hollow bullet: an entry below another
};

struct MarkedLine {
    EntryMark mark = EntryMark::none;
    int number = 0;          ///< of a numbered entry: its last part
    std::size_t length = 0;  ///< bytes of the mark with the blanks behind it
};

/// The mark a line begins with.
MarkedLine read_mark(std::string_view line);

/// Whether a sentence is complete at the end of a text: a full stop, with quotation marks or a bracket behind it.
bool ends_sentence(std::string_view text);

/// Whether the next line goes on: the text ends in a colon, semicolon, comma or "and".
bool leads_on(std::string_view text);

/// Whether a text stops in the middle of a phrase: its last word is a preposition, an article or a conjunction.
bool breaks_off(std::string_view text);

/// Whether the first letter is small.
bool starts_small(std::string_view text);

/// Whether a line stands above a report's contents and heads none of them: the inspector's name and office, the days of
/// the inspection, the day of the report, a number to quote, "Dear …".
bool is_letterhead(std::string_view line);

/// How many words a text has, counted by its blanks.
std::size_t count_words(std::string_view text);

}  // namespace findings
