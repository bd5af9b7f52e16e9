#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/index/schema.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// A page with the counts by two facets: a form to choose them, what is asked, the table as a heat map.
/// Requires: `result.table`.
void write_table_page(std::ostream& out, const SearchResult& result, const PageOrigin& origin, const PageLinks& links);

/// A choice of facets for a form: label, select, its options. `name` is the parameter.
void write_facet_choice(std::ostream& out, std::string_view name, std::string_view label,
                        const std::vector<Field>& facets, Field chosen);

/// Everything asked but `own`, as hidden fields of a form.
void write_hidden_state(std::ostream& out, const PageLinks& links, const std::vector<std::string_view>& own);

}  // namespace findings
