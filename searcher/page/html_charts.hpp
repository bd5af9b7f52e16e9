#pragma once

#include <ostream>

#include "searcher/model/search_result.hpp"

namespace findings {

/// A facet as bars: label, count, bar; the "none" row last.
void write_html_facet(std::ostream& out, const FacetResult& facet);

/// Grades by the facet of the rows, one chart for each scale: rows never add up two scales. Each number is a cell of
/// the table, so it is what choosing both values finds. Requires: the columns are grades.
void write_html_grades(std::ostream& out, const TableResult& table);

/// A table with its row and column totals, each cell shaded by its share of the row's stories.
void write_html_heat_map(std::ostream& out, const TableResult& table);

}  // namespace findings
