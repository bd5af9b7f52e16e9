#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// Appends a number in groups of seven bits, the lowest first.
inline void append_varint(std::string& bytes, std::uint64_t value) {
    while (value >= 0x80U) {
        bytes.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
        value >>= 7U;
    }
    bytes.push_back(static_cast<char>(value));
}

/// Takes a number from the front of `bytes`; nothing where they end within one or it has over 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80U) return value;
    }
    return std::nullopt;
}

}  // namespace findings
