#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace findings {

/// A digit of ASCII.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// A small letter of ASCII.
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// The letters of ASCII in lower case, all other bytes as they are.
inline std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// Whether a short list of words has one.
template <typename List>
constexpr bool is_one_of(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace findings
