// The counts of --table, for people and for spreadsheets.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/csv_cell.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::size_t kLongestRowLabel = 45;  // holds every theme whole
constexpr std::size_t kLongestLabel = 30;
constexpr std::size_t kNarrowestColumn = 5;
constexpr std::size_t kWidestColumn = 13;  // "unsatisfactory" breaks; every other word of a label fits
constexpr std::size_t kGap = 2;

// "24.5 %", exactly rounded; nothing of nothing is no share.
std::string print_share(std::size_t part, std::size_t whole) {
    return whole == 0 ? std::string("-")
                      : fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string pad_left(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, count_columns(text)), ' ') + text;
}

std::string pad_right(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, count_columns(text)), ' ');
}

/// One column of numbers under a label of several lines.
struct TextColumn {
    std::vector<std::string> label;  ///< lines, from top to bottom
    std::vector<std::string> cells;  ///< one a row, the total last
    std::size_t width = kNarrowestColumn;
};

std::vector<std::string> words_of_label(const std::string& label) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t end = std::min(label.find(' ', at), label.size());
        words.push_back(shorten(label.substr(at, end - at), kWidestColumn));
        at = end + 1;
    }
    return words;
}

/// A column as narrow as its longest word and its longest number.
TextColumn make_column(const std::string& label, std::vector<std::string> cells) {
    TextColumn column;
    column.cells = std::move(cells);
    const std::vector<std::string> words = words_of_label(shorten(label, kLongestLabel));
    for (const std::vector<std::string>* texts : {&words, &std::as_const(column.cells)})
        for (const std::string& text : *texts) column.width = std::max(column.width, count_columns(text));
    for (const std::string& word : words)
        if (!column.label.empty() && count_columns(column.label.back()) + 1 + count_columns(word) <= column.width)
            column.label.back() += ' ' + word;
        else
            column.label.push_back(word);
    return column;
}

std::vector<TextColumn> make_columns(const TableResult& table) {
    std::vector<std::string> totals;
    for (const FacetCount& row : table.rows) totals.push_back(group_digits(row.count));
    totals.emplace_back();
    std::vector<TextColumn> columns{make_column(std::string(name_unit(table.unit)), std::move(totals))};
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            cells.push_back(group_digits(table.cells[i][j]));
            if (table.share) cells.back() += ' ' + print_share(table.cells[i][j], table.rows[i].count);
        }
        // The denominator of the column: "of 20 inadequate reports, 12 fault staffing".
        cells.push_back(group_digits(table.columns[j].count));
        columns.push_back(make_column(printable(table.columns[j].label), std::move(cells)));
    }
    return columns;
}

/// The corner, the rows and the line of totals.
std::vector<std::string> row_labels(const TableResult& table, std::size_t longest) {
    std::vector<std::string> labels{std::string(field_row(table.row_facet).label)};
    for (const FacetCount& row : table.rows)
        labels.push_back(shorten(printable(row.label), std::min(longest, kLongestRowLabel)));
    labels.emplace_back(name_unit(table.unit));
    return labels;
}

std::size_t widest(const std::vector<std::string>& texts) {
    std::size_t width = 0;
    for (const std::string& text : texts) width = std::max(width, count_columns(text));
    return width;
}

/// Columns first to last - 1 beside the row labels.
void write_block(std::ostream& out, const std::vector<std::string>& labels, std::size_t label_width,
                 const std::vector<TextColumn>& columns, std::size_t first, std::size_t last, bool color) {
    std::size_t height = 1;
    for (std::size_t j = first; j < last; ++j) height = std::max(height, columns[j].label.size());
    for (std::size_t line = 0; line < height; ++line) {
        std::string head = pad_right(line + 1 == height ? labels.front() : "", label_width);
        for (std::size_t j = first; j < last; ++j) {
            const std::size_t above = height - columns[j].label.size();
            const std::string text = line < above ? "" : columns[j].label[line - above];
            head += std::string(kGap, ' ') + pad_left(text, columns[j].width);
        }
        out << (color ? "\x1b[1m" + head + "\x1b[0m" : head) << '\n';
    }
    for (std::size_t i = 1; i < labels.size(); ++i) {
        out << pad_right(labels[i], label_width);
        for (std::size_t j = first; j < last; ++j)
            out << std::string(kGap, ' ') << pad_left(columns[j].cells[i - 1], columns[j].width);
        out << '\n';
    }
}

std::size_t cell_of(const TableResult& table, std::size_t row, const std::string& column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].slug == column) return table.cells[row][i];
    return 0;
}

}  // namespace

std::string_view name_unit(CountUnit unit) {
    switch (unit) {
        case CountUnit::inspections:
            return "inspections";
        case CountUnit::providers:
            return "providers";
        case CountUnit::findings:
            return "findings";
        case CountUnit::stories:
            break;
    }
    return "stories";
}

std::string share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? std::string() : fmt::format("{:.4f}", static_cast<double>(part) / static_cast<double>(whole));
}

std::string make_csv_cell(const std::string& raw) { return quote_csv_cell(printable(raw)); }

void write_table_text(std::ostream& out, const TableResult& table, const RenderStyle& style) {
    if (!table.line.empty()) out << '\n' << (style.color ? "\x1b[1m" + table.line + "\x1b[0m" : table.line) << '\n';
    const std::vector<TextColumn> columns = make_columns(table);
    std::size_t wanted = 0;
    for (const TextColumn& column : columns) wanted += kGap + column.width;
    // Row labels stand whole where all columns fit beside them, else they leave half a line to the numbers.
    std::vector<std::string> labels = row_labels(table, kLongestRowLabel);
    if (widest(labels) + wanted > style.width) labels = row_labels(table, style.width / 2);
    const std::size_t label_width = widest(labels);

    for (std::size_t first = 0; first < columns.size();) {
        std::size_t last = first;
        std::size_t used = label_width;
        do used += kGap + columns[last++].width;
        while (last < columns.size() && used + kGap + columns[last].width <= style.width);
        out << '\n';
        write_block(out, labels, label_width, columns, first, last, style.color);
        first = last;
    }
}

void write_tables_csv(std::ostream& out, const SearchResult& result) {
    const TableResult& first = *result.table;
    const bool with_line = !result.further_tables.empty();
    std::vector<const TableResult*> tables{&first};
    for (const TableResult& table : result.further_tables) tables.push_back(&table);
    // A spreadsheet has one header.
    std::vector<std::string> columns;
    for (const FacetCount& column : with_line ? result.columns_of_lines : first.columns) columns.push_back(column.slug);
    if (with_line) out << "line,";
    out << make_csv_cell(std::string(field_row(first.row_facet).name)) << ',' << name_unit(first.unit);
    for (const std::string& column : columns) out << ',' << make_csv_cell(column);
    if (first.share)
        for (const std::string& column : columns) out << ',' << make_csv_cell(column + "_share");
    out << "\r\n";
    for (const TableResult* table : tables)
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            if (with_line) out << make_csv_cell(table->line) << ',';
            out << make_csv_cell(table->rows[i].slug) << ',' << table->rows[i].count;
            std::vector<std::size_t> cells;
            for (const std::string& column : columns) cells.push_back(cell_of(*table, i, column));
            for (const std::size_t cell : cells) out << ',' << cell;
            if (table->share)
                for (const std::size_t cell : cells) out << ',' << share_of(cell, table->rows[i].count);
            out << "\r\n";
        }
}

void write_rate_text(std::ostream& out, const RateResult& rate) {
    if (!rate.line.empty()) out << '\n' << rate.line;
    out << fmt::format("\n{}, of {} whose value is known\n", printable(rate.what), name_unit(rate.unit));
    std::size_t width = 3;
    std::vector<const RateRow*> rows;
    for (const RateRow& row : rate.rows) rows.push_back(&row);
    rows.push_back(&rate.all);
    for (const RateRow* row : rows)
        width = std::max(width, count_columns(shorten(printable(row->label), kLongestRowLabel)));
    for (const RateRow* row : rows) {
        const std::string label = pad_right(shorten(printable(row->label), kLongestRowLabel), width);
        out << fmt::format("  {}  {} of {}  {}", label, group_digits(row->count), group_digits(row->known),
                           print_share(row->count, row->known));
        if (row->unknown > 0) out << fmt::format("  ({} unknown)", group_digits(row->unknown));
        if (row->known < kFewBodies) out << "  few";
        out << '\n';
    }
}

void write_rates_csv(std::ostream& out, const std::vector<RateResult>& rates) {
    const bool lines = rates.size() > 1;
    if (rates.empty()) return;
    out << (lines ? "line," : "") << "row,count,known,share,unknown,few\r\n";
    for (const RateResult& rate : rates) {
        const auto write = [&](const RateRow& row) {
            if (lines) out << make_csv_cell(rate.line) << ',';
            out << fmt::format("{},{},{},{},{},{}\r\n", make_csv_cell(row.slug), row.count, row.known,
                               share_of(row.count, row.known), row.unknown, row.known < kFewBodies ? "yes" : "no");
        };
        for (const RateRow& row : rate.rows) write(row);
        write(rate.all);
    }
}

}  // namespace findings
