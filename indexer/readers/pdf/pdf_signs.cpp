#include "indexer/readers/pdf/pdf_signs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace findings {

char32_t next_code(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : '\0'); };
    const std::uint8_t first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t code = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3fU);
    at += length;
    return code;
}

void append_code(std::string& text, char32_t code) {
    const auto byte = [&](char32_t value) { text.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | (code >> 6U));
        byte(0x80 | (code & 0x3fU));
    } else if (code < 0x10000) {
        byte(0xe0 | (code >> 12U));
        byte(0x80 | ((code >> 6U) & 0x3fU));
        byte(0x80 | (code & 0x3fU));
    } else {
        byte(0xf0 | (code >> 18U));
        byte(0x80 | ((code >> 12U) & 0x3fU));
        byte(0x80 | ((code >> 6U) & 0x3fU));
        byte(0x80 | (code & 0x3fU));
    }
}

bool is_private_sign(char32_t code) { return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000; }

bool is_foreign_sign(char32_t code) {
    constexpr std::array kSigns{U'\u20ac', U'\u201a', U'\u0192', U'\u201e', U'\u2020', U'\u2021', U'\u02c6', U'\u2030',
                                U'\u2022', U'\u2122', U'\u00a4', U'\u00a6', U'\u00ac', U'\u00a7', U'\u00b6', U'\u00a2',
                                U'\u00a5', U'\u203a', U'\u2039', U'\u019f', U'\u01a9', U'\u014c'};
    return code == kUnknownSign || is_private_sign(code) ||
           std::find(kSigns.begin(), kSigns.end(), code) != kSigns.end();
}

}  // namespace findings
