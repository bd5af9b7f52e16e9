#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace findings {

/// Appends the lowest `count` bytes of a number, the lowest first.
inline void append_little_endian(std::string& bytes, std::uint64_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xffU));
}

/// The number that all of `bytes` make, the lowest first. Requires: at most eight.
inline std::uint64_t read_little_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

}  // namespace findings
