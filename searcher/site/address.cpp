#include "searcher/site/address.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 3> kFormats{"json", "csv", "atom"};

[[noreturn]] void refuse(const std::string& what) { throw Error(Status::usage, "this address is not valid: " + what); }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decode(std::string_view raw, bool plus_is_space) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+' && plus_is_space) {
            text += ' ';
        } else if (raw[i] != '%') {
            text += raw[i];
        } else {
            const int high = i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
            const int low = i + 2 < raw.size() ? hex_value(raw[i + 2]) : -1;
            if (high < 0 || low < 0) refuse("a percent sign is followed by two hexadecimal digits");
            text += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    if (std::any_of(text.begin(), text.end(), is_control)) refuse("it contains a control character");
    if (!is_valid_utf8(text)) refuse("it is not UTF-8");
    return text;
}

// The format at the end of a raw segment, taken off it. An encoded dot begins none.
std::string take_format(std::string_view& segment) {
    const std::size_t dot = segment.rfind('.');
    if (dot == std::string_view::npos) return {};
    const std::string_view format = segment.substr(dot + 1);
    if (std::find(kFormats.begin(), kFormats.end(), format) == kFormats.end()) return {};
    segment = segment.substr(0, dot);
    return std::string(format);
}

void parse_path(std::string_view path, Address& address) {
    if (path.empty() || path.front() != '/') refuse("its path begins with /");
    path.remove_prefix(1);
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        std::string_view segment = path.substr(0, slash);
        const bool last = slash == path.size();
        path.remove_prefix(last ? slash : slash + 1);
        if (segment.empty()) refuse("it has an empty part between two slashes");
        if (last) address.format = take_format(segment);
        if (segment.empty()) continue;  // "/.json"
        std::string text = decode(segment, false);
        if (text == "." || text == "..") refuse("its path contains . or ..");
        address.path.push_back(std::move(text));
    }
}

void parse_parameters(std::string_view query, Address& address) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        std::string name = decode(pair.substr(0, equals), true);
        // A switch may stand without a value.
        std::string value = equals == pair.size() ? std::string("1") : decode(pair.substr(equals + 1), true);
        address.parameters.emplace_back(std::move(name), std::move(value));
    }
}

std::string encode(std::string_view text, bool space_is_plus) {
    std::string raw;
    for (const char c : text) {
        const bool plain = is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' || c == '~';
        if (plain)
            raw += c;
        else if (c == ' ' && space_is_plus)
            raw += '+';
        else
            raw += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return raw;
}

}  // namespace

Address parse_address(std::string_view target) {
    const auto is_printable = [](char c) { return c > 0x20 && c < 0x7F && c != '\\'; };
    if (!std::all_of(target.begin(), target.end(), is_printable))
        refuse("it contains something else than printable ASCII characters");
    Address address;
    const std::size_t mark = std::min(target.find('?'), target.size());
    parse_path(target.substr(0, mark), address);
    if (mark < target.size()) parse_parameters(target.substr(mark + 1), address);
    std::erase_if(address.parameters, [](const auto& pair) { return pair.second.empty(); });
    return address;
}

std::string encode_segment(std::string_view text) { return encode(text, false); }

std::string print_address(const Address& address) {
    std::string target;
    for (const std::string& segment : address.path) target += '/' + encode_segment(segment);
    if (target.empty()) target = "/";
    if (!address.format.empty()) target += '.' + address.format;
    char before = '?';
    for (const auto& [name, value] : address.parameters) {
        target += fmt::format("{}{}={}", before, encode(name, true), encode(value, true));
        before = '&';
    }
    return target;
}

}  // namespace findings
