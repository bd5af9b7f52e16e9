#include "indexer/register_files/cells/cell_value.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <embedded/register_values.hpp>

#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "common/text/fold.hpp"
#include "common/text/trim.hpp"
#include "indexer/encoding/windows_1252.hpp"
#include "indexer/register_files/table/fold_header.hpp"
#include "indexer/register_files/table/register_kinds.hpp"

namespace findings {
namespace {

struct PrintedValue {
    std::string kinds;
    std::string slug;
};

/// By meaning and printed form, joined by a tab.
using PrintedValues = std::unordered_map<std::string, std::vector<PrintedValue>>;

std::string value_key(std::string_view meaning, std::string_view form) {
    std::string key(meaning);
    key += '\t';
    key += form;
    return key;
}

const PrintedValues& printed_values() {
    static const PrintedValues values = [] {
        PrintedValues read;
        for_each_row(embedded::register_values(), [&](const auto& cells) {
            for (const std::string_view form : split_at(cells.at(3), '|'))
                read[value_key(cells.at(0), form)].push_back(
                    {std::string(cells.at(1)), cells.at(2) == "-" ? std::string() : std::string(cells.at(2))});
        });
        return read;
    }();
    return values;
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The bytes a text would be in Windows-1252; empty when it has other characters.
std::string encode_windows_1252(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_code_point(text, at);
        if (point < 0) return {};
        if (point < 0x100) {
            bytes.push_back(static_cast<char>(point));
            continue;
        }
        const auto* const found = std::find(kWindows1252.begin(), kWindows1252.end(), static_cast<char16_t>(point));
        if (point > 0xffff || found == kWindows1252.end()) return {};
        bytes.push_back(static_cast<char>(0x80 + (found - kWindows1252.begin())));
    }
    return bytes;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

// "Õ" between small letters is an apostrophe of Mac Roman, "Ð" alone its dash: no English word has them there.
void mend_mac_roman(std::string& text) {
    constexpr std::string_view o_tilde = "\xc3\x95";
    constexpr std::string_view eth = "\xc3\x90";
    for (std::size_t at = text.find(o_tilde); at != std::string::npos; at = text.find(o_tilde, at + 1))
        if (at > 0 && is_letter(text[at - 1]) && at + 2 < text.size() && is_lower(text[at + 2]))
            text.replace(at, o_tilde.size(), "\xe2\x80\x99");
    for (std::size_t at = text.find(eth); at != std::string::npos; at = text.find(eth, at + 1))
        if (at > 0 && text[at - 1] == ' ' && at + 2 < text.size() && text[at + 2] == ' ')
            text.replace(at, eth.size(), "\xe2\x80\x93");
}

// "2.0", "02": a number as programs that count write it.
std::string plain_number(std::string_view cell) {
    std::string number(cell);
    if (const std::size_t dot = number.find('.');
        dot != std::string::npos && std::all_of(number.begin() + static_cast<std::ptrdiff_t>(dot) + 1, number.end(),
                                                [](char c) { return c == '0'; }))
        number.resize(dot);
    return number;
}

}  // namespace

std::string mend_cell(std::string_view cell) {
    std::string text(cell);
    if (!is_plain(text)) {
        const std::string bytes = encode_windows_1252(text);
        if (!bytes.empty() && !is_plain(bytes) && is_valid_utf8(bytes)) text = bytes;
        replace_all(text, "\xc2\xa0", " ");
        mend_mac_roman(text);
    }
    return std::string(trim(text, " \t\r\n"));
}

bool is_redacted(std::string_view cell) { return fold_cell(cell) == "redacted"; }

bool is_missing(std::string_view cell) {
    const std::string folded = fold_cell(cell);
    return folded.empty() || folded == "01 01 1900" || folded == "1900 01 01" || find_value("missing", "*", cell).known;
}

CellValue find_value(std::string_view meaning, std::string_view kind, std::string_view cell) {
    const auto found = printed_values().find(value_key(meaning, fold_cell(cell)));
    if (found == printed_values().end()) return {};
    for (const PrintedValue& value : found->second)
        if (kind == "*" || has_kind(value.kinds, kind)) return {true, value.slug};
    return {};
}

CellGrade read_grade(std::string_view cell, const std::vector<std::string>& scales, std::string_view kind) {
    const std::string form = plain_number(cell);
    for (const std::string& scale : scales)
        if (const CellValue value = find_value(scale, kind, form); value.known) return {value.slug, false, true};
    const bool outcome = find_value("ungraded", kind, form).known;
    return {{}, outcome, outcome};
}

}  // namespace findings
