#pragma once

#include <array>
#include <string>
#include <string_view>

namespace findings {

/// What a font's names give for a glyph they do not name.
inline constexpr char32_t kUnknownSign = 0xfffd;

/// Ligatures that have a name in fonts ("t_i") and none in Unicode: name_ligatures() gives them private codes from
/// kFirstNamedLigature on, mend_ligatures() writes them out.
inline constexpr std::array<std::string_view, 7> kNamedLigatures{"ti", "tt", "ft", "Th", "fj", "tti", "fft"};
inline constexpr char32_t kFirstNamedLigature = 0xef60;  // MuPDF reads four digits of a name

/// The code point at `at`, which moves behind it. Requires: valid UTF-8.
char32_t next_code(std::string_view text, std::size_t& at);

/// Appends a code point as UTF-8.
void append_code(std::string& text, char32_t code);

bool is_private_sign(char32_t code);

/// Signs that stand in no word, but where subset fonts put their own letters: those of Windows-1252 and Symbol, private
/// and unknown ones, and three letters that Word's fonts give for their ligatures.
bool is_foreign_sign(char32_t code);

}  // namespace findings
