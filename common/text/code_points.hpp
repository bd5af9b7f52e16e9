#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace findings {

/// The code point at `byte`, which moves behind it; negative where the bytes are not UTF-8.
/// Requires: byte < text.size().
inline UChar32 next_code_point(std::string_view text, std::size_t& byte) {
    auto next = static_cast<int32_t>(byte);
    UChar32 code_point = 0;
// ICU's macro narrows ints to bytes by design.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
    U8_NEXT(text.data(), next, static_cast<int32_t>(text.size()), code_point);
#pragma GCC diagnostic pop
    byte = static_cast<std::size_t>(next);
    return code_point;
}

/// How many bytes of a text are left when it is cut to `most`, no character in two.
inline std::size_t bytes_within(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return most;
}

/// Appends a code point as UTF-8.
inline void append_utf8(std::string& out, UChar32 code_point) {
    std::array<char, U8_MAX_LENGTH> buffer{};
    std::size_t length = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
    U8_APPEND_UNSAFE(buffer.data(), length, code_point);
#pragma GCC diagnostic pop
    out.append(buffer.data(), length);
}

}  // namespace findings
