#include "indexer/register_files/table/register_kinds.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include <embedded/register_columns.hpp>
#include <embedded/register_kinds.hpp>

#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "common/text/trim.hpp"
#include "indexer/register_files/table/fold_header.hpp"

namespace findings {
namespace {

/// Words before or behind a name of a column that say of which inspection it tells.
struct PartWords {
    std::string kinds;
    std::string part;
    std::string words;
    bool behind = false;
};

struct NamedColumn {
    std::string kinds;
    std::string meaning;
};

struct ColumnTable {
    std::vector<PartWords> parts;  ///< the longest first
    std::unordered_map<std::string, std::vector<NamedColumn>> by_name;
    std::map<std::string, std::vector<std::string>> bare;  ///< by kind
    std::set<std::string, std::less<>> meanings;
};

std::string drop_dash(std::string_view cell) { return cell == "-" ? std::string() : std::string(cell); }

ColumnTable read_columns() {
    ColumnTable read;
    for_each_row(embedded::register_columns(), [&](const auto& cells) {
        const std::string kinds(cells.at(0));
        const std::string meaning(cells.at(1));
        if (meaning == "bare") {
            for (const std::string_view column : split_at(cells.at(2), '|'))
                read.bare[kinds].emplace_back(column == "." ? "" : column);
            return;
        }
        const bool part = meaning.front() == '^' || meaning.front() == '$';
        if (!part) read.meanings.insert(meaning);
        for (const std::string_view name : split_at(cells.at(2), '|')) {
            if (part)
                read.parts.push_back({kinds, meaning.substr(1), std::string(name), meaning.front() == '$'});
            else
                read.by_name[std::string(name)].push_back({kinds, meaning});
        }
    });
    std::stable_sort(read.parts.begin(), read.parts.end(),
                     [](const PartWords& a, const PartWords& b) { return a.words.size() > b.words.size(); });
    return read;
}

const ColumnTable& column_table() {
    static const ColumnTable read = read_columns();
    return read;
}

std::string find_meaning(const std::string& name, std::string_view kind) {
    const auto& by_name = column_table().by_name;
    const auto found = by_name.find(name);
    if (found == by_name.end()) return {};
    for (const NamedColumn& column : found->second)
        if (has_kind(column.kinds, kind)) return column.meaning;
    return {};
}

void drop_end(std::string& name, std::string_view end) {
    if (name.size() > end.size() + 1 && name.ends_with(end) && name[name.size() - end.size() - 1] == ' ')
        name.resize(name.size() - end.size() - 1);
}

// What stands behind the name of a column and is none of it.
std::string drop_remarks(std::string name) {
    for (const std::string_view end : {"opens in new window", "where applicable", "if available", "if applicable"})
        drop_end(name, end);
    const std::size_t space = name.rfind(' ');
    if (space != std::string::npos && name.size() - space == 5 &&
        std::all_of(name.begin() + static_cast<std::ptrdiff_t>(space) + 1, name.end(), is_digit))
        name.resize(space);
    return name;
}

/// A name without the words that say of which inspection it tells.
struct PartedName {
    std::string part;
    std::string name;
};

std::vector<PartedName> part_name(const std::string& name, std::string_view kind) {
    std::vector<PartedName> parted;
    for (const PartWords& words : column_table().parts) {
        if (!has_kind(words.kinds, kind) || name.size() < words.words.size() + 2) continue;
        const std::size_t cut = words.words.size();
        if (!words.behind && name.starts_with(words.words) && name[cut] == ' ')
            parted.push_back({words.part, name.substr(cut + 1)});
        if (words.behind && name.ends_with(words.words) && name[name.size() - cut - 1] == ' ')
            parted.push_back({words.part, name.substr(0, name.size() - cut - 1)});
    }
    return parted;
}

RegisterColumn name_column(const std::string& header, std::string_view kind) {
    RegisterColumn column;
    for (const char c : header) column.header.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    column.header.erase(0, std::min(column.header.find_first_not_of(' '), column.header.size()));
    const std::string name = drop_remarks(fold_header(header));
    std::string meaning = find_meaning(name, kind);
    for (const PartedName& parted : meaning.empty() ? part_name(name, kind) : std::vector<PartedName>()) {
        meaning = find_meaning(parted.name, kind);
        if (meaning.empty()) continue;
        column.part = parted.part;
        break;
    }
    // "previous.inspected": a name that says the part itself.
    if (const std::size_t dot = meaning.find('.'); dot != std::string::npos) {
        column.part = meaning.substr(0, dot);
        meaning.erase(0, dot + 1);
    }
    // The number that the body had at an earlier inspection is another body's.
    if (!column.part.empty() && meaning == "number") meaning = "predecessor";
    column.meaning = std::move(meaning);
    return column;
}

std::set<std::string, std::less<>> fold_names(const std::vector<std::string>& cells) {
    std::set<std::string, std::less<>> names;
    for (const std::string& cell : cells) {
        const std::string name = drop_remarks(fold_header(cell));
        if (name.empty()) continue;
        for (PartedName& parted : part_name(name, {})) names.insert(std::move(parted.name));
        names.insert(name);
    }
    return names;
}

bool holds_sign(const std::set<std::string, std::less<>>& names, std::string_view sign) {
    if (sign.starts_with('!')) return !names.contains(sign.substr(1));
    const auto forms = split_at(sign, '/');
    return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) { return names.contains(form); });
}

std::vector<RegisterKind> read_kinds() {
    constexpr std::array<std::pair<std::string_view, RegisterShape>, 5> kShapes{{{"header", RegisterShape::header},
                                                                                 {"bare", RegisterShape::bare},
                                                                                 {"long", RegisterShape::paired},
                                                                                 {"codes", RegisterShape::codes},
                                                                                 {"owners", RegisterShape::owners}}};
    std::vector<RegisterKind> kinds;
    for_each_row(embedded::register_kinds(), [&](const auto& cells) {
        RegisterKind kind;
        kind.name = cells.at(0);
        kind.label = cells.at(1);
        kind.numbers = cells.at(2);
        for (const std::string_view sign : split_at(cells.at(3), '&'))
            if (trim(sign) != "-") kind.signs.emplace_back(trim(sign));
        for (const auto& [name, shape] : kShapes)
            if (name == cells.at(4)) kind.shape = shape;
        kind.regulator = drop_dash(cells.at(5));
        kind.type = drop_dash(cells.at(6));
        for (const std::string_view scale : split_at(cells.at(7), '|')) kind.scales.emplace_back(scale);
        kinds.push_back(std::move(kind));
    });
    return kinds;
}

}  // namespace

const std::vector<RegisterKind>& register_kinds() {
    static const std::vector<RegisterKind> kinds = read_kinds();
    return kinds;
}

const RegisterKind* find_register_kind(const std::vector<std::string>& cells) {
    const auto names = fold_names(cells);
    if (names.size() < 3) return nullptr;
    for (const RegisterKind& kind : register_kinds()) {
        const auto holds = [&](const std::string& sign) { return holds_sign(names, sign); };
        if (!kind.signs.empty() && std::all_of(kind.signs.begin(), kind.signs.end(), holds)) return &kind;
    }
    return nullptr;
}

std::vector<RegisterColumn> name_columns(const std::vector<std::string>& header, const RegisterKind& kind) {
    std::vector<RegisterColumn> columns;
    columns.reserve(header.size());
    for (const std::string& cell : header) columns.push_back(name_column(cell, kind.name));
    return columns;
}

std::vector<RegisterColumn> bare_columns(const RegisterKind& kind) {
    std::vector<RegisterColumn> columns;
    const auto found = column_table().bare.find(kind.name);
    if (found == column_table().bare.end()) return columns;
    for (const std::string& meaning : found->second) columns.push_back({meaning, {}, meaning});
    return columns;
}

bool has_kind(std::string_view kinds, std::string_view kind) {
    return kinds == "*" || is_one_of(split_at(kinds, '|'), kind);
}

bool is_register_meaning(std::string_view meaning) { return column_table().meanings.contains(meaning); }

}  // namespace findings
