#include "searcher/page/table_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/ascii.hpp"
#include "common/text/count_noun.hpp"
#include "searcher/page/filter_form.hpp"
#include "searcher/page/html_charts.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

bool is_asked(const PageLinks& links, std::string_view name) {
    return std::any_of(links.state().begin(), links.state().end(),
                       [&](const auto& asked) { return asked.first == name; });
}

// In which unit is counted, and of which inspections.
void write_unit_choice(std::ostream& out, const SearchResult& result, CountUnit chosen, const PageLinks& links) {
    out << "<p><label for=\"count\">Count</label> <select id=\"count\" name=\"count\">\n";
    for (const CountUnit unit : {CountUnit::stories, CountUnit::inspections, CountUnit::providers, CountUnit::findings})
        if (unit != CountUnit::findings || result.findings)
            out << fmt::format("<option value=\"{0}\"{1}>{0}</option>\n", name_unit(unit),
                               unit == chosen ? " selected" : "");
    out << "</select></p>\n";
    out << fmt::format(
        "<p><input type=\"checkbox\" id=\"latest\" name=\"latest\" value=\"1\"{}> <label for=\"latest\">Newest full "
        "inspections only</label></p>\n",
        is_asked(links, "latest") ? " checked" : "");
}

}  // namespace

void write_facet_choice(std::ostream& out, std::string_view name, std::string_view label,
                        const std::vector<Field>& facets, Field chosen) {
    out << fmt::format("<p><label for=\"{0}\">{1}</label> <select id=\"{0}\" name=\"{0}\">\n", name, label);
    for (const Field facet : facets)
        out << fmt::format("<option value=\"{}\"{}>{}</option>\n", field_row(facet).name,
                           facet == chosen ? " selected" : "", field_row(facet).label);
    out << "</select></p>\n";
}

void write_counted(std::ostream& out, const SearchResult& result, const PageLinks& links,
                   std::vector<std::string_view> own) {
    out << fmt::format(
        "<p><label for=\"q\">Words</label> <input id=\"q\" name=\"q\" type=\"search\" value=\"{}\"></p>\n",
        html_text(result.query_text));
    own.insert(own.end(), {"q", "offset"});
    for (const auto& [name, value] : links.state())
        if (!is_one_of(own, name))
            out << fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", html_text(name), html_text(value));
    out << "<p><button>Show</button></p>\n</form>\n";
    out << "<h2>" << count_found(result) << "</h2>\n";
    write_chips(out, result, links);
    for (const std::string& note : result.notes) out << "<p>" << html_text(note) << "</p>\n";
    out << fmt::format("<p><a href=\"{}\">These {} as a list, with all filters</a></p>\n", html_text(links.stories({})),
                       name_units(result.findings));
}

void write_table_page(std::ostream& out, const SearchResult& result, const PageOrigin& origin, const PageLinks& links) {
    const TableResult& table = *result.table;
    const std::string title =
        fmt::format("{} by {}", field_row(table.row_facet).label, field_row(table.column_facet).label);
    begin_page(out, title, &links);
    out << "<h1>" << title << "</h1>\n"
        << fmt::format("<form action=\"{}\" method=\"get\" class=\"choices\">\n", html_text(links.page("table")));
    const std::vector<Field> facets(kFacets.begin(), kFacets.end());
    write_facet_choice(out, "rows", "Rows", facets, table.row_facet);
    write_facet_choice(out, "columns", "Columns", facets, table.column_facet);
    write_unit_choice(out, result, table.unit, links);
    write_counted(out, result, links, {"rows", "columns", "count", "latest"});
    // Grades of two lines of frameworks are never one number: a table each.
    const auto write_one = [&](const TableResult& one) {
        if (!one.line.empty()) out << "<h2>" << html_text(one.line) << "</h2>\n";
        write_html_heat_map(out, one, &links);
    };
    write_one(table);
    for (const TableResult& further : result.further_tables) write_one(further);
    write_formats(out, "This table", false, links);
    end_page(out, origin, &links);
}

}  // namespace findings
