#include "indexer/register_files/rows/read_register.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "common/text/text_file.hpp"
#include "indexer/encoding/decode.hpp"
#include "indexer/register_files/cells/cell_value.hpp"
#include "indexer/register_files/rows/read_row.hpp"
#include "indexer/register_files/table/as_at_day.hpp"
#include "indexer/register_files/table/fold_header.hpp"
#include "indexer/register_files/table/table_records.hpp"

namespace findings {
namespace {

/// Titles and notes above a header: the longest seen are six lines.
constexpr std::size_t kMostTitles = 30;

// A row of NHS ODS: a code, a name in capitals, a region's code, a postcode, the day it opened.
bool is_ods_row(const std::vector<std::string>& cells) {
    if (cells.size() != 27 || cells[0].size() < 3 || cells[0].size() > 6) return false;
    const auto is_code = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
    if (!std::all_of(cells[0].begin(), cells[0].end(), is_code)) return false;
    if (std::any_of(cells[1].begin(), cells[1].end(), is_lower)) return false;
    return cells[10].size() == 8 && std::all_of(cells[10].begin(), cells[10].end(), is_digit);
}

const RegisterKind* find_bare_kind(const std::vector<std::string>& cells) {
    if (!is_ods_row(cells)) return nullptr;
    for (const RegisterKind& kind : register_kinds())
        if (kind.shape == RegisterShape::bare) return &kind;
    return nullptr;
}

// The columns that a mapping names; empty when a row has not all of them.
std::vector<RegisterColumn> map_columns(const std::vector<std::string>& cells, const RegisterMap& map) {
    std::vector<RegisterColumn> columns;
    for (const std::string& cell : cells) columns.push_back({mend_cell(cell), {}, {}});
    for (const auto& [meaning, name] : map.columns) {
        const auto column = std::find_if(
            columns.begin(), columns.end(),
            [header = fold_header(name)](const RegisterColumn& known) { return fold_header(known.header) == header; });
        if (column == columns.end()) return {};
        column->meaning = meaning;
    }
    return columns;
}

RegisterKind mapped_kind(const RegisterMap& map) {
    for (const RegisterKind& known : register_kinds())
        if (known.name == map.kind) return known;
    RegisterKind kind;
    kind.name = map.kind.empty() ? "register" : map.kind;
    kind.label = kind.name;
    kind.numbers = kind.name;
    return kind;
}

}  // namespace

bool RegisterTable::find_header(std::string_view text, const RegisterMap& map, std::string& titles) {
    TableRecords records(text);
    TableRecord record;
    for (std::size_t seen = 0; seen < kMostTitles && records.next(record); ++seen) {
        if (!map.columns.empty()) {
            columns_ = map_columns(record.cells, map);
            if (!columns_.empty()) kind_ = mapped_kind(map);
        } else if (const RegisterKind* bare = seen == 0 ? find_bare_kind(record.cells) : nullptr) {
            kind_ = *bare;
            columns_ = bare_columns(*bare);
            return true;
        } else if (const RegisterKind* kind = find_register_kind(record.cells)) {
            kind_ = *kind;
            columns_ = name_columns(record.cells, *kind);
        }
        if (!columns_.empty()) {
            header_line_ = record.line;
            first_record_ = seen + 1;
            return true;
        }
        for (const std::string& cell : record.cells) titles += cell + ' ';
    }
    return false;
}

std::optional<RegisterTable> RegisterTable::recognise(std::string_view bytes, std::string_view name,
                                                      const RegisterMap& map, std::string_view as_at) {
    if (looks_binary(bytes)) return std::nullopt;
    auto decoded = decode_text(bytes);
    if (!decoded) return std::nullopt;
    RegisterTable table;
    table.text_ = std::move(decoded->text);
    table.charset_ = std::move(decoded->charset);
    std::string titles;
    if (!table.find_header(table.text_, map, titles)) return std::nullopt;
    for (const RegisterColumn& column : table.columns_) titles += ' ' + column.header;
    table.lists_newest_ = fold_cell(titles).find("latest full inspection") != std::string::npos;
    if (!map.regulator.empty()) table.kind_.regulator = map.regulator;
    if (!map.default_type.empty()) table.kind_.type = map.default_type;
    if (!map.scale.empty()) table.kind_.scales = {map.scale};
    const auto take = [&](std::string day, const char* from) {
        if (!table.as_at_.empty() || day.empty()) return;
        table.as_at_ = std::move(day);
        table.as_at_from_ = from;
    };
    take(std::string(as_at), "--as-at");
    take(map.as_at, "its .map");
    take(find_as_at_in_title(titles), "its title");
    take(find_as_at_in_name(name), "its name");
    return table;
}

std::optional<RegisterTable> RegisterTable::open(const std::filesystem::path& file, std::string_view as_at) {
    const TextFile read = read_text_file(file, FileKinds::regular);
    if (!read.failure.empty())
        throw Error(Status::bad_config, fmt::format("cannot read {}: {}", file.string(), read.failure),
                    "is it there, may you read it?");
    return recognise(read.text, file.filename().string(), read_register_map(file), as_at);
}

RegisterCounts RegisterTable::read(const RegisterSink& sink) const {
    RegisterCounts counts;
    RowReader reader(kind_, columns_, [&](RefusedCell&& refused) {
        ++(refused.column.empty() ? counts.refused_rows : counts.refused_cells);
        if (sink.refused) sink.refused(std::move(refused));
    });
    const bool paired = kind_.shape == RegisterShape::paired;
    std::vector<RegisterRow> bodies;  // of a long register
    std::unordered_map<std::string, std::size_t> by_number;
    TableRecords records(text_);
    TableRecord record;
    RegisterRow row;
    for (std::size_t seen = 0; records.next(record); ++seen) {
        if (seen < first_record_ || record.blank()) continue;
        ++counts.records;
        if (paired) {
            const auto known = by_number.find(reader.find_number(record));
            if (known != by_number.end()) {
                reader.add_question(record, bodies[known->second]);
                continue;
            }
        }
        if (!reader.read(record, row)) continue;
        if (paired) {
            row.inspection = {};
            by_number.emplace(row.number, bodies.size());
            bodies.push_back(std::move(row));
            reader.add_question(record, bodies.back());
            continue;
        }
        ++counts.rows;
        if (sink.row) sink.row(std::move(row));
    }
    for (RegisterRow& body : bodies) {
        ++counts.rows;
        if (sink.row) sink.row(std::move(body));
    }
    return counts;
}

}  // namespace findings
