#include "searcher/options/parse_facet_name.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"

namespace findings {

Field parse_facet_name(std::string_view option, std::string_view name) {
    const FieldRow* row = find_field(name);
    if (row != nullptr && row->kind == FieldKind::facet) return row->field;
    std::vector<std::string> names;
    names.reserve(kFacets.size());
    for (const Field facet : kFacets) names.emplace_back(field_row(facet).name);
    const std::string nearest = nearest_name(name, names);
    throw Error(Status::usage, fmt::format("--{}: there is no facet {}", option, name),
                nearest.empty() ? fmt::format("the facets are {}", fmt::join(names, ", "))
                                : fmt::format("did you mean {}?", nearest));
}

Field parse_listed_name(std::string_view name) {
    const FieldRow* row = find_field(name);
    const bool lists = row != nullptr && row->kind == FieldKind::filter && row->vocabulary == Vocabulary::closed;
    return lists ? row->field : parse_facet_name("list-values", name);
}

}  // namespace findings
