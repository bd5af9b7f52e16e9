#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// What `decode_text` made of some bytes.
struct DecodedText {
    std::string text;     ///< UTF-8, not yet tidied
    std::string charset;  ///< "UTF-8", "UTF-16LE", "windows-1252", …: what the bytes were read as
};

/// Turns bytes of unknown encoding into UTF-8: byte order mark, then valid UTF-8, then the declared charset
/// (empty when there is none), then UTF-8 with stray Windows-1252 bytes, then Windows-1252, Mac Roman or DOS by
/// what stands beside quotes, dashes and pound signs, and last ICU's detection. nullopt when none of them gives
/// plausible text. Valid UTF-8 with a letter beyond ASCII beats a declared single-byte charset: browsers save pages as
/// UTF-8 and leave the old declaration in them, and text of another charset is hardly ever valid UTF-8 by chance.
std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view declared_charset = {});

/// The bytes as the charset of that name says, without looking at them; nullopt when it is unknown or does not fit.
std::optional<std::string> convert_charset(std::string_view bytes, std::string_view charset);

/// ICU's name of the UTF-16 or UTF-32 that a file begins with, by its mark or its NULs; nullptr for anything else.
const char* find_wide_charset(std::string_view bytes);

/// True when the bytes hold so many NULs or other control characters that they cannot be text in a one-byte
/// encoding or UTF-8; a stray one does not matter. UTF-16 and UTF-32, marked or not, are text.
bool looks_binary(std::string_view bytes);

}  // namespace findings
