#include "indexer/readers/ordinary_json.hpp"

#include <array>
#include <charconv>

#include "common/text/fold.hpp"

namespace findings {
namespace {

// More digits are left to the library.
constexpr std::size_t kMaxDigits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes that stand in a string for themselves.
constexpr std::array<bool, 256> kPlainBytes = [] {
    std::array<bool, 256> table{};
    for (unsigned byte = 0x20; byte < table.size(); ++byte) table[byte] = byte != '"' && byte != '\\';
    return table;
}();

void append_code_point(std::string& text, std::uint32_t c) {
    const auto append = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80U) return append(c);
    if (c < 0x800U) {
        append(0xc0U | c >> 6U);
    } else if (c < 0x10000U) {
        append(0xe0U | c >> 12U);
        append(0x80U | (c >> 6U & 0x3fU));
    } else {
        append(0xf0U | c >> 18U);
        append(0x80U | (c >> 12U & 0x3fU));
        append(0x80U | (c >> 6U & 0x3fU));
    }
    append(0x80U | (c & 0x3fU));
}

bool is_leading(std::uint32_t unit) { return unit >= 0xd800U && unit < 0xdc00U; }
bool is_trailing(std::uint32_t unit) { return unit >= 0xdc00U && unit < 0xe000U; }

}  // namespace

char OrdinaryJsonScanner::peek() {
    while (!rest_.empty()) {
        const char c = rest_.front();
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') return c;
        rest_.remove_prefix(1);
    }
    return '\0';
}

bool OrdinaryJsonScanner::take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
}

bool OrdinaryJsonScanner::take_string(std::string& value) {
    value.clear();
    rest_.remove_prefix(1);
    unsigned char seen = 0;
    for (;;) {
        std::size_t run = 0;
        for (; run < rest_.size() && kPlainBytes[static_cast<unsigned char>(rest_[run])]; ++run)
            seen |= static_cast<unsigned char>(rest_[run]);
        value.append(rest_, 0, run);
        rest_.remove_prefix(run);
        if (take("\"")) return seen < 0x80 || is_valid_utf8(value);
        if (!take("\\") || !take_escape(value)) return false;
    }
}

bool OrdinaryJsonScanner::take_escape(std::string& value) {
    if (rest_.empty()) return false;
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (const std::size_t escape = kEscapes.find(c); escape != std::string_view::npos) {
        value.push_back(kMeanings[escape]);
        return true;
    }
    std::uint32_t unit = 0;
    if (c != 'u' || !take_hex(unit) || is_trailing(unit)) return false;
    if (is_leading(unit)) {
        std::uint32_t second = 0;
        if (!take("\\u") || !take_hex(second) || !is_trailing(second)) return false;
        unit = 0x10000U + ((unit - 0xd800U) << 10U) + (second - 0xdc00U);
    }
    append_code_point(value, unit);
    return true;
}

bool OrdinaryJsonScanner::take_hex(std::uint32_t& value) {
    constexpr std::size_t kDigits = 4;
    if (rest_.size() < kDigits) return false;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + kDigits, value, 16);
    if (error != std::errc{} || end != rest_.data() + kDigits) return false;
    rest_.remove_prefix(kDigits);
    return true;
}

bool OrdinaryJsonScanner::take_number(std::int64_t& value) {
    const std::size_t first = rest_.starts_with('-') ? 1 : 0;
    std::size_t end = first;
    while (end < rest_.size() && is_digit(rest_[end])) ++end;
    const std::size_t digits = end - first;
    if (digits == 0 || digits > kMaxDigits || (digits > 1 && rest_[first] == '0')) return false;
    if (end < rest_.size() && (rest_[end] == '.' || rest_[end] == 'e' || rest_[end] == 'E')) return false;
    std::from_chars(rest_.data(), rest_.data() + end, value);
    rest_.remove_prefix(end);
    return true;
}

}  // namespace findings
