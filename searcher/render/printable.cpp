#include "searcher/render/printable.hpp"

#include <algorithm>
#include <cstdint>

namespace findings {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::uint32_t kInvalid = 0xffffffffU;

struct CodePoint {
    std::uint32_t value = kInvalid;
    std::size_t size = 1;
};

// The character at the start of `text`; kInvalid and one byte where it is none.
CodePoint decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80U) return {lead, 1};
    const std::size_t size = lead >= 0xf0U ? 4 : lead >= 0xe0U ? 3 : 2;
    if (lead < 0xc2U || lead > 0xf4U || text.size() < size) return {};
    std::uint32_t value = lead & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {};
        value = (value << 6U) | (byte(i) & 0x3fU);
    }
    const bool overlong = (size == 3 && value < 0x800U) || (size == 4 && value < 0x10000U);
    if (overlong || value > 0x10ffffU || (value >= 0xd800U && value <= 0xdfffU)) return {};
    return {value, size};
}

bool is_space(std::uint32_t c) { return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

// Overrides and isolates reorder what a reader sees; nothing here needs them.
bool is_control(std::uint32_t c) {
    return c < 0x20U || (c >= 0x7fU && c < 0xa0U) || (c >= 0x202aU && c <= 0x202eU) || (c >= 0x2066U && c <= 0x2069U) ||
           c == 0x200eU || c == 0x200fU;
}

bool is_combining(std::uint32_t c) {
    return (c >= 0x300U && c <= 0x36fU) || c == 0x200bU || c == 0x200dU || c == 0xfeffU;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.value == kInvalid)
            clean += kReplacement;
        else if (is_space(point.value))
            clean += ' ';
        else if (!is_control(point.value))
            clean += text.substr(0, point.size);
        text.remove_prefix(point.size);
    }
    return clean;
}

std::size_t count_columns(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (!is_combining(point.value)) ++columns;
        text.remove_prefix(point.size);
    }
    return columns;
}

std::string shorten(std::string_view text, std::size_t columns) {
    if (count_columns(text) <= columns) return std::string(text);
    std::string cut;
    for (std::size_t used = 0; used + 1 < columns && !text.empty(); ++used) {
        const CodePoint point = decode(text);
        cut += text.substr(0, point.size);
        text.remove_prefix(point.size);
    }
    // Back to the end of a word, unless a third of the room would be lost: a long word is rather cut.
    if (!text.empty() && text.front() != ' ') {
        const std::size_t space = cut.rfind(' ');
        if (space != std::string::npos && count_columns(std::string_view(cut).substr(0, space)) * 3 >= columns * 2)
            cut.resize(space);
    }
    while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',')) cut.pop_back();
    return cut + "…";
}

std::string group_digits(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
    return group_digits(count) + ' ' + std::string(count == 1 ? singular : plural);
}

}  // namespace findings
