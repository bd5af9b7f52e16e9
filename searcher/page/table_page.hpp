#pragma once

#include <ostream>
#include <string_view>
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

/// What stands below the choices of facets: the words, everything else asked and the button, which end the form; how
/// many stories are counted, by which filters; the way to their list. `own`: the parameters of the choices.
void write_counted(std::ostream& out, const SearchResult& result, const PageLinks& links,
                   std::vector<std::string_view> own);

}  // namespace findings
