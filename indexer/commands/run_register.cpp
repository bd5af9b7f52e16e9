#include <algorithm>
#include <map>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/register_files/rows/read_register.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

/// Refusals of one column for one reason: the first ten are shown.
constexpr std::size_t kShownRefusals = 10;
/// Rows of the text's sample.
constexpr std::size_t kShownRows = 3;

Json describe_inspection(const RegisterInspection& inspection) {
    Json judgements = Json::array();
    for (const Judgement& judgement : inspection.judgements)
        judgements.push_back(judgement.area + ':' + judgement.grade);
    return {{"event", inspection.event},
            {"visit", inspection.visit},
            {"number", inspection.number},
            {"inspected", inspection.inspected},
            {"published", inspection.published},
            {"grade", inspection.grade},
            {"printed_grade", inspection.printed_grade},
            {"concern", inspection.concern},
            {"predecessor", inspection.predecessor},
            {"judgements", std::move(judgements)}};
}

Json describe_row(const RegisterRow& row) {
    Json earlier = Json::array();
    for (const RegisterInspection& inspection : row.earlier) earlier.push_back(describe_inspection(inspection));
    return {{"line", row.line},
            {"number", row.number},
            {"other_numbers", row.other_numbers},
            {"name", row.name},
            {"redacted", row.redacted},
            {"other_names", row.other_names},
            {"type", row.types},
            {"subtype", row.subtypes},
            {"status", row.status},
            {"owner", row.owner},
            {"owner_number", row.owner_number},
            {"brand", row.brand},
            {"sector", row.sector},
            {"authority", row.authority},
            {"region", row.region},
            {"town", row.town},
            {"registered", row.registered},
            {"closed", row.closed},
            {"inspection", row.inspection.empty() ? Json(nullptr) : describe_inspection(row.inspection)},
            {"earlier", std::move(earlier)}};
}

std::string tell_column(const RegisterColumn& column) {
    if (column.meaning.empty()) return "not read";
    if (column.is_private()) return "left out";
    return column.part.empty() ? column.meaning : fmt::format("{} ({})", column.meaning, column.part);
}

void print_head(const RegisterTable& table, const std::string& file, std::ostream& out) {
    out << fmt::format("{}: {} ({})\n", file, table.kind().label, table.kind().name);
    out << (table.header_line() == 0 ? std::string("no header") : fmt::format("header on line {}", table.header_line()))
        << ", " << table.charset() << '\n';
    out << (table.as_at().empty() ? std::string("as at: unknown; its rows are never “now” (--as-at DAY says it)")
                                  : fmt::format("as at: {} ({})", table.as_at(), table.as_at_from()))
        << "\n\ncolumns:\n";
    std::size_t blank = 0;
    for (const RegisterColumn& column : table.columns())
        if (column.header.empty() && column.meaning.empty())
            ++blank;
        else
            out << fmt::format("  {:<60} {}\n", column.header, tell_column(column));
    if (blank > 0) out << fmt::format("  {} without a name\n", count_noun(blank, "column", "columns"));
}

std::string tell_name(const RegisterRow& row) {
    if (!row.name.empty()) return row.name;
    return row.redacted ? "(name kept back)" : "(no name)";
}

void print_row(const RegisterRow& row, std::ostream& out) {
    const RegisterInspection& newest = row.inspection;
    out << fmt::format("  line {}: {} {}", row.line, row.number, tell_name(row));
    for (const std::string* part : {&row.authority, &row.owner, &newest.grade, &newest.inspected})
        if (!part->empty()) out << ", " << *part;
    out << '\n';
}

using RefusalKey = std::pair<std::string, std::string>;  ///< column, reason

void print_refusals(const std::map<RefusalKey, std::vector<RefusedCell>>& refusals,
                    const std::map<RefusalKey, std::size_t>& counts, std::ostream& out) {
    for (const auto& [key, shown] : refusals) {
        const std::size_t count = counts.at(key);
        out << fmt::format("\n{}: {}, {}\n", key.first.empty() ? "rows" : key.first, key.second,
                           key.first.empty() ? count_noun(count, "row", "rows") : count_noun(count, "cell", "cells"));
        for (const RefusedCell& cell : shown) out << fmt::format("  line {}: “{}”\n", cell.line, cell.value);
        if (count > shown.size()) out << fmt::format("  … and {} more\n", count - shown.size());
    }
}

RegisterCounts print_text(const RegisterTable& table, const std::string& file, std::ostream& out) {
    print_head(table, file, out);
    std::map<RefusalKey, std::vector<RefusedCell>> refusals;
    std::map<RefusalKey, std::size_t> refused;
    std::vector<RegisterRow> sample;
    const RegisterCounts counts = table.read({[&](RegisterRow&& row) {
                                                  if (sample.size() < kShownRows) sample.push_back(std::move(row));
                                              },
                                              [&](RefusedCell&& cell) {
                                                  const RefusalKey key{cell.column, cell.reason};
                                                  if (++refused[key] <= kShownRefusals)
                                                      refusals[key].push_back(std::move(cell));
                                              }});
    out << "\nfirst rows:\n";
    for (const RegisterRow& row : sample) print_row(row, out);
    out << fmt::format("\n{} of {} read; {} and {} refused\n", count_noun(counts.rows, "row", "rows"),
                       count_noun(counts.records, "record", "records"), count_noun(counts.refused_rows, "row", "rows"),
                       count_noun(counts.refused_cells, "cell", "cells"));
    print_refusals(refusals, refused, out);
    return counts;
}

RegisterCounts print_json(const RegisterTable& table, const std::string& file, std::ostream& out) {
    Json columns = Json::array();
    for (const RegisterColumn& column : table.columns())
        columns.push_back({{"header", column.header}, {"meaning", column.meaning}, {"part", column.part}});
    Json head{{"format_version", 1},          {"file", file},
              {"kind", table.kind().name},    {"label", table.kind().label},
              {"as_at", table.as_at()},       {"as_at_from", table.as_at_from()},
              {"charset", table.charset()},   {"header_line", table.header_line()},
              {"columns", std::move(columns)}};
    // Row by row: a register of a million rows does not stand in memory.
    std::string opened = dump_json(head);
    opened.pop_back();
    out << opened << ",\"rows\":[";
    bool first = true;
    Json refused = Json::array();
    const RegisterCounts counts = table.read(
        {[&](RegisterRow&& row) {
             out << (first ? "\n" : ",\n") << dump_json(describe_row(row));
             first = false;
         },
         [&](RefusedCell&& cell) {
             refused.push_back(
                 {{"line", cell.line}, {"column", cell.column}, {"value", cell.value}, {"reason", cell.reason}});
         }});
    out << fmt::format(
        "],\n\"refused\":{},\"records\":{},\"rows_read\":{},\"rows_refused\":{},\"cells_refused\":{}}}\n",
        dump_json(refused), counts.records, counts.rows, counts.refused_rows, counts.refused_cells);
    return counts;
}

}  // namespace

Status run_register(const IndexOptions& options, std::ostream& out) {
    const std::string& file = options.arguments.front();
    const auto table = RegisterTable::open(file, options.as_at);
    if (!table)
        throw Error(Status::bad_config, fmt::format("{}: no register that is known by its columns", file),
                    fmt::format("name them in {}.map, lines such as `number = Service ID`", file));
    const RegisterCounts counts = options.json ? print_json(*table, file, out) : print_text(*table, file, out);
    return counts.refused_rows == 0 ? Status::ok : Status::some_rejected;
}

}  // namespace findings
