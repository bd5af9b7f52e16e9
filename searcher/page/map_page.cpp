#include "searcher/page/map_page.hpp"

#include <algorithm>
#include <string_view>

#include <embedded/tiles.hpp>
#include <fmt/format.h>

#include "common/base/table_rows.hpp"
#include "common/text/count_noun.hpp"
#include "searcher/page/filter_form.hpp"
#include "searcher/page/html_charts.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/table_page.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

constexpr int kTileSize = 40;
constexpr std::size_t kShades = 10;

/// One row of a table, summed up for its tile.
struct TileValue {
    std::size_t known = 0;             ///< stories of the place with a value of the facet
    const FacetCount* most = nullptr;  ///< the most frequent value
};

TileValue sum_up(const TableResult& table, const std::string& slug) {
    TileValue value;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].slug != slug) continue;
        value.known = table.rows[i].count;
        std::size_t best = 0;
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            const std::size_t cell = table.cells[i][j];
            if (table.columns[j].slug == "none") {
                value.known -= std::min(value.known, cell);
            } else if (cell > best) {
                best = cell;
                value.most = &table.columns[j];
            }
        }
    }
    return value;
}

void write_tiles(std::ostream& out, const TableResult& councils, const TableResult& regions) {
    int columns = 0;
    int rows = 0;
    std::size_t largest = 1;
    for (const Tile& tile : map_tiles()) {
        columns = std::max(columns, tile.column + 1);
        rows = std::max(rows, tile.row + 1);
        if (!tile.is_region) largest = std::max(largest, sum_up(councils, tile.slug).known);
    }
    const bool grades = councils.column_facet == Field::grade;
    out << fmt::format(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Map, drawn; the same numbers are in the "
        "tables "
        "below\">\n<svg class=\"tiles\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\">\n",
        (columns + 1) * kTileSize, (rows + 1) * kTileSize);
    for (const Tile& tile : map_tiles()) {
        const int x = tile.column * kTileSize;
        const int y = tile.row * kTileSize;
        const TileValue value = sum_up(tile.is_region ? regions : councils, tile.slug);
        if (tile.is_region) {
            out << fmt::format("<text class=\"region\" x=\"{}\" y=\"{}\">{} {}</text>\n", x, y + kTileSize - 8,
                               html_text(tile.label), group_digits(value.known));
            continue;
        }
        std::string fill = "heat-0";
        if (value.known > 0)
            fill = grades && value.most != nullptr
                       ? std::string(grade_colour(*value.most))
                       : fmt::format("heat-{}", std::max<std::size_t>(1, value.known * kShades / largest));
        out << fmt::format(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/><text x=\"{}\" y=\"{}\">{}</text><text "
            "class=\"number\" x=\"{}\" y=\"{}\">{}</text>\n",
            fill, x + 1, y + 1, kTileSize - 2, kTileSize - 2, x + kTileSize / 2, y + 16, html_text(tile.label),
            x + kTileSize / 2, y + 32, value.known == 0 ? std::string() : group_digits(value.known));
    }
    out << "</svg>\n</div>\n";
}

// What each colour of a tile stands for, with the letters of no council.
void write_legend(std::ostream& out, const TableResult& table, bool findings) {
    if (table.column_facet != Field::grade) {
        out << fmt::format("<p class=\"about\">The number in a tile: its {} with a value; the darker, the more.</p>\n",
                           name_units(findings));
        return;
    }
    out << fmt::format(
        "<p class=\"about\">The number in a tile: its {} with a grade. Its colour: the most frequent grade, which the "
        "table names.</p>\n<ul class=\"legend\">\n",
        name_units(findings));
    for (const FacetCount& column : table.columns)
        if (column.slug != "none")
            out << fmt::format("<li><span class=\"key {}\"></span>{}</li>\n", grade_colour(column),
                               html_text(column.label));
    out << "</ul>\n";
}

void write_most_frequent(std::ostream& out, const TableResult& councils) {
    out << fmt::format(
        "<h2>Councils</h2>\n<table>\n<thead><tr><th scope=\"col\">Council area</th><th scope=\"col\">Tile</th><th "
        "scope=\"col\" class=\"count\">known</th><th scope=\"col\">Most frequent {}</th></tr></thead>\n",
        field_row(councils.column_facet).name);
    for (const FacetCount& row : councils.rows) {
        if (row.slug == "none") continue;
        const auto tile = std::find_if(map_tiles().begin(), map_tiles().end(),
                                       [&](const Tile& known) { return !known.is_region && known.slug == row.slug; });
        const TileValue value = sum_up(councils, row.slug);
        out << fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"count\">{} of {}</td><td>{}</td></tr>\n",
            html_text(row.label), tile == map_tiles().end() ? "none" : html_text(tile->label),
            group_digits(value.known), group_digits(row.count),
            value.most == nullptr ? std::string("–") : html_text(value.most->label));
    }
    out << "</table>\n";
}

}  // namespace

const std::vector<Tile>& map_tiles() {
    static const std::vector<Tile> tiles = [] {
        std::vector<Tile> read;
        for_each_row(embedded::tiles(), [&](const std::vector<std::string_view>& row) {
            read.push_back({row.at(0) == "region", std::string(row.at(1)), std::string(row.at(2)),
                            std::stoi(std::string(row.at(3))), std::stoi(std::string(row.at(4)))});
        });
        return read;
    }();
    return tiles;
}

void write_map_page(std::ostream& out, const SearchResult& result, const PageOrigin& origin, const PageLinks& links) {
    const TableResult& councils = *result.table;
    const TableResult& regions = result.charts.front();
    const std::string title = fmt::format("Map: {}", field_row(councils.column_facet).label);
    begin_page(out, title, &links);
    out << "<h1>" << title << "</h1>\n"
        << fmt::format("<form action=\"{}\" method=\"get\" class=\"choices\">\n", html_text(links.page("map")));
    std::vector<Field> facets;
    for (const Field facet : kFacets)
        if (facet != Field::authority && facet != Field::region) facets.push_back(facet);
    write_facet_choice(out, "facet", "What is shown", facets, councils.column_facet);
    write_counted(out, result, links, {"facet"});
    write_legend(out, councils, result.findings);
    write_tiles(out, councils, regions);
    write_html_heat_map(out, regions, &links);
    write_most_frequent(out, councils);
    write_html_heat_map(out, councils, &links);
    write_formats(out, "This map’s numbers", false, links);
    end_page(out, origin, &links);
}

}  // namespace findings
