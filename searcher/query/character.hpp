#pragma once

#include <cstddef>
#include <string_view>

namespace findings {

// Characters of the query language. Everything here takes valid UTF-8 and counts in bytes.

/// Bytes of the space or control character that begins at `at`, 0 when there is none.
std::size_t space_bytes(std::string_view text, std::size_t at);

/// Whether the text ends in a space or control character.
bool ends_in_space(std::string_view text);

/// Bytes of the double quote that begins at `at`: straight or curly of any language; 0 when there is none.
/// Single quotes are apostrophes.
std::size_t quote_bytes(std::string_view text, std::size_t at);

/// ASCII punctuation and symbols.
bool is_ascii_punctuation(char c);

/// The text without ASCII punctuation at its end, but for the characters in `kept`.
std::string_view trim_end(std::string_view text, std::string_view kept = {});

/// Letters and digits, every character above ASCII counting as one.
std::size_t count_letters(std::string_view text);

/// Bytes of a field's name before its colon: a letter, then letters, digits, `-` or `_`. 0 when the run holds
/// no such name, as in "10:30".
std::size_t field_name_bytes(std::string_view run);

}  // namespace findings
