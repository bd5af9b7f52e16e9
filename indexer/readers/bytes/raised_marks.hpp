#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Appends raised text (an HTML <sup>, superscript characters) to the text before it, as words are to be read.
/// A footnote mark (digits, a letter, roman numerals, a star, in brackets or not) is no part of the word it
/// stands at and is left out; so is a mark that links to its note. Kept are "21st", a power of a unit or of ten
/// ("20 m²", "10⁶"), the numerator of a fraction, and what stands at the start of a line: there it is the
/// number of the note itself. Any other raised text follows after a space. `after`: what follows the mark.
void append_raised(std::string& text, std::string_view raised, std::string_view after, bool is_link = false);

/// True for one or several marks of footnotes: "1", "1, 2", "[3]", "(a)", "iv", "*".
bool is_footnote_mark(std::string_view text);

/// The text without the "[1]" that stands directly behind a word, a closing quote or a full stop.
std::string drop_bracketed_marks(std::string_view text);

}  // namespace findings
