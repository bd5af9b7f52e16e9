#pragma once

#include <ostream>
#include <string_view>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// The class of a grade's colour, by its place in its scale.
std::string_view grade_colour(const FacetCount& grade);

/// A facet as bars: label, count, bar; the "none" row last.
void write_html_facet(std::ostream& out, const FacetResult& facet);

/// Grades by the facet of the rows, one chart for each scale: rows never add up two scales. Each number is a cell of
/// the table, so it is what choosing both values finds. Requires: the columns are grades.
void write_html_grades(std::ostream& out, const TableResult& table);

/// A table with its row and column totals, each cell shaded by its share of the row's stories. With `links` each number
/// leads to its stories.
void write_html_heat_map(std::ostream& out, const TableResult& table, const PageLinks* links = nullptr);

}  // namespace findings
