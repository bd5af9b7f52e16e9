// The counts of --table, for people and for spreadsheets.
#include <algorithm>

#include <fmt/format.h>

#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::size_t kLongestRowLabel = 45;  // holds every theme whole
constexpr std::size_t kLongestLabel = 30;

std::string pad_left(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, count_columns(text)), ' ') + text;
}

std::string pad_right(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, count_columns(text)), ' ');
}

std::string short_label(const FacetCount& value) { return shorten(printable(value.label), kLongestLabel); }

std::string row_label(const FacetCount& value) { return shorten(printable(value.label), kLongestRowLabel); }

}  // namespace

std::string make_csv_cell(const std::string& raw) {
    std::string cell = printable(raw);
    if (!cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos) cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

void write_table_text(std::ostream& out, const TableResult& table, const RenderStyle& style) {
    std::string corner(field_row(table.row_facet).label);
    std::size_t first = count_columns(corner);
    for (const FacetCount& row : table.rows) first = std::max(first, count_columns(row_label(row)));
    const auto bold = [&](const std::string& text) { return style.color ? "\x1b[1m" + text + "\x1b[0m" : text; };
    std::string head = pad_right(corner, first) + "  stories";
    for (const FacetCount& column : table.columns) head += "  " + pad_left(short_label(column), 5);
    out << '\n' << bold(head) << '\n';
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        out << pad_right(row_label(table.rows[i]), first) << "  " << pad_left(group_digits(table.rows[i].count), 7);
        for (std::size_t j = 0; j < table.columns.size(); ++j)
            out << "  "
                << pad_left(group_digits(table.cells[i][j]),
                            std::max<std::size_t>(5, count_columns(short_label(table.columns[j]))));
        out << '\n';
    }
    // The denominators of the columns: "of 20 inadequate reports, 12 fault staffing".
    out << pad_right("stories", first) << "  " << pad_left("", 7);
    for (const FacetCount& column : table.columns)
        out << "  "
            << pad_left(group_digits(column.count), std::max<std::size_t>(5, count_columns(short_label(column))));
    out << '\n';
}

void write_table_csv(std::ostream& out, const TableResult& table) {
    out << make_csv_cell(std::string(field_row(table.row_facet).name)) << ",stories";
    for (const FacetCount& column : table.columns) out << ',' << make_csv_cell(column.slug);
    out << "\r\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        out << make_csv_cell(table.rows[i].slug) << ',' << table.rows[i].count;
        for (const std::size_t cell : table.cells[i]) out << ',' << cell;
        out << "\r\n";
    }
}

}  // namespace findings
