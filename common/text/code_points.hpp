#pragma once

#include <cstddef>
#include <cstdint>
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

}  // namespace findings
