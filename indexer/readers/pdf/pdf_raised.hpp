#pragma once

#include <string>
#include <string_view>

namespace findings {

/// What a superscript code point stands for ('1' for U+00B9), or 0.
char32_t plain_superscript(char32_t code);

/// Appends characters set above the baseline, as words need them: the ordinal of "21st" joins its number, the exponent
/// of "m2" becomes a superscript digit, a footnote mark is left out so that it is no digit of "12 visits", and anything
/// else stands apart. `raised`: the characters, UTF-8, as plain digits and letters. `next`: the character behind them,
/// a space where a word ends, 0 at the end of the line. A mark at the beginning of a line numbers the note itself and
/// is kept.
void append_raised(std::string& text, std::string_view raised, char32_t next);

/// Whether this can be a footnote mark: a few digits, an asterisk or a dagger, several of them with commas.
bool is_note_mark(std::string_view text);

}  // namespace findings
