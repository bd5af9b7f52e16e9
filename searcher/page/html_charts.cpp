#include "searcher/page/html_charts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

/// The columns of one scale.
struct Scale {
    std::string name;
    std::vector<std::size_t> columns;
};

std::vector<Scale> scales_of(const TableResult& table) {
    std::vector<Scale> scales;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Term* term = find_term(Field::grade, table.columns[i].slug);
        const std::string name = term == nullptr ? table.columns[i].slug : term->scale;
        // Stories without a grade stand beside the first scale, so that they are seen and counted once.
        if (table.columns[i].slug == "none" && !scales.empty()) {
            scales.front().columns.push_back(i);
            continue;
        }
        auto scale = std::find_if(scales.begin(), scales.end(), [&](const Scale& s) { return s.name == name; });
        if (scale == scales.end()) scale = scales.insert(scales.end(), {name, {}});
        scale->columns.push_back(i);
    }
    return scales;
}

// A bar as wide as its share of the column. An element of SVG, because the reading room's policy lets no style
// attribute through.
std::string draw_bar(std::size_t count, std::size_t most) {
    return fmt::format(R"(<svg class="bar" aria-hidden="true"><rect width="{}%" height="100%"/></svg>)",
                       most == 0 ? 0 : count * 100 / most);
}

// The row as a strip: each grade as wide as its share. Its numbers stand in the cells beside it.
std::string draw_strip(const TableResult& table, const Scale& scale, std::size_t row, std::size_t total) {
    std::string strip = R"(<svg class="strip" aria-hidden="true">)";
    std::size_t before = 0;
    for (const std::size_t column : scale.columns) {
        const std::size_t count = table.cells[row][column];
        if (count > 0)
            strip += fmt::format(R"(<rect class="{}" x="{:.2f}%" width="{:.2f}%" height="100%"/>)",
                                 grade_colour(table.columns[column]),
                                 static_cast<double>(before) * 100 / static_cast<double>(total),
                                 static_cast<double>(count) * 100 / static_cast<double>(total));
        before += count;
    }
    return strip + "</svg>";
}

// The strips need room of their own at 390 pixels, so they stand below the row's numbers there: page.css.
void write_scale(std::ostream& out, const TableResult& table, const Scale& scale) {
    out << "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Grades\">\n<table "
           "class=\"chart\">\n<thead><tr><th scope=\"col\">"
        << field_row(table.row_facet).label << "</th><th scope=\"col\" class=\"count\">graded</th>";
    for (const std::size_t column : scale.columns)
        out << fmt::format("<th scope=\"col\" class=\"count\"><span class=\"key {}\"></span>{}</th>",
                           grade_colour(table.columns[column]), html_text(table.columns[column].label));
    out << "<td></td></tr></thead>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::size_t total = 0;
        std::size_t graded = 0;
        for (const std::size_t column : scale.columns) {
            total += table.cells[row][column];
            if (table.columns[column].slug != "none") graded += table.cells[row][column];
        }
        if (total == 0) continue;
        out << fmt::format("<tr><th scope=\"row\">{}</th><td class=\"count\">{} of {}</td>",
                           html_text(table.rows[row].label), group_digits(graded), group_digits(table.rows[row].count));
        for (const std::size_t column : scale.columns)
            out << fmt::format("<td class=\"count\">{}</td>", group_digits(table.cells[row][column]));
        out << "<td class=\"strip\">" << draw_strip(table, scale, row, total) << "</td></tr>\n";
    }
    out << "</table>\n</div>\n";
}

std::string link_cell(const TableResult& table, std::size_t row, std::size_t column, const PageLinks* links) {
    const std::string number = group_digits(table.cells[row][column]);
    if (links == nullptr || table.cells[row][column] == 0) return number;
    return fmt::format("<a href=\"{}\">{}</a>",
                       html_text(links->stories({{table.row_facet, table.rows[row].slug},
                                                 {table.column_facet, table.columns[column].slug}})),
                       number);
}

std::string lower_label(Field field) {
    std::string label(field_row(field).label);
    label.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(label.front())));
    return label;
}

}  // namespace

// Colours by place in the scale: the four-point scale has four, longer ones share the ends.
std::string_view grade_colour(const FacetCount& grade) {
    if (grade.slug == "none") return "rank-none";
    const Term* term = find_term(Field::grade, grade.slug);
    if (term == nullptr) return "rank-other";
    int last = 0;
    for (const Term& other : vocabulary(Field::grade))
        if (other.scale == term->scale) last = std::max(last, other.rank);
    if (term->rank == 0) return "rank-best";
    if (term->rank == last) return "rank-bad";
    return term->rank * 2 < last ? "rank-good" : "rank-middle";
}

void write_html_facet(std::ostream& out, const FacetResult& facet) {
    if (facet.known + facet.none == 0) return;
    std::size_t most = facet.none;
    for (const FacetCount& value : facet.values) most = std::max(most, value.count);
    out << fmt::format("<section>\n<h2>{}</h2>\n<p class=\"about\">known: {} of {}</p>\n<table>\n",
                       field_row(facet.facet).label, group_digits(facet.known), group_digits(facet.known + facet.none));
    const auto write_row = [&](const std::string& label, std::size_t count, bool chosen) {
        out << fmt::format("<tr{}><th scope=\"row\">{}</th><td class=\"count\">{}</td><td class=\"bar\">{}</td></tr>\n",
                           chosen ? " class=\"chosen\"" : "", label, group_digits(count), draw_bar(count, most));
    };
    for (const FacetCount& value : facet.values) write_row(html_text(value.label), value.count, value.selected);
    if (facet.none > 0) write_row("(none)", facet.none, false);
    out << "</table>\n";
    if (facet.total_values > facet.values.size())
        out << fmt::format("<p class=\"about\">showing {} of {}</p>\n", facet.values.size(), facet.total_values);
    out << "</section>\n";
}

void write_html_grades(std::ostream& out, const TableResult& table) {
    const bool graded = std::any_of(table.columns.begin(), table.columns.end(),
                                    [](const FacetCount& column) { return column.slug != "none"; });
    if (!graded || table.rows.size() < 2) return;
    out << fmt::format("<section>\n<h2>Grades by {}</h2>\n", lower_label(table.row_facet));
    for (const Scale& scale : scales_of(table)) write_scale(out, table, scale);
    out << "</section>\n";
}

void write_html_heat_map(std::ostream& out, const TableResult& table, const PageLinks* links) {
    const std::string_view unit = name_unit(table.unit);
    out << fmt::format(
        "<section class=\"wide\" tabindex=\"0\" aria-label=\"{0} by {1}{2}\">\n<h2>{0} by {1}</h2>\n<p "
        "class=\"about\">{4}{5}; "
        "the darker, the greater the share of "
        "the row's {3}.</p>\n<table class=\"heat\">\n<thead><tr><th scope=\"col\">{0}</th><th scope=\"col\" "
        "class=\"count\">{3}</th>",
        field_row(table.row_facet).label, lower_label(table.column_facet),
        table.line.empty() ? std::string() : html_text(": " + table.line), unit,
        static_cast<char>(unit.front() - 'a' + 'A'), unit.substr(1));
    for (const FacetCount& column : table.columns)
        out << fmt::format(R"(<th scope="col" class="count">{}</th>)", html_text(column.label));
    out << "</tr></thead>\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::size_t row_total = std::max<std::size_t>(1, table.rows[i].count);
        out << fmt::format(R"(<tr><th scope="row">{}</th><td class="count">{}</td>)", html_text(table.rows[i].label),
                           group_digits(table.rows[i].count));
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            const std::size_t cell = table.cells[i][j];
            out << fmt::format("<td class=\"cell heat-{}\">{}</td>", (cell * 10 + row_total / 2) / row_total,
                               link_cell(table, i, j, links));
        }
        out << "</tr>\n";
    }
    out << fmt::format(R"(<tr><th scope="row">{}</th><td class="count"></td>)", unit);
    for (const FacetCount& column : table.columns)
        out << fmt::format("<td class=\"count\">{}</td>", group_digits(column.count));
    out << "</tr>\n</table>\n</section>\n";
}

}  // namespace findings
