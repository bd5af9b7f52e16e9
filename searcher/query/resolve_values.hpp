#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/index/vocabulary_source.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// The option of another field that has the value typed for `field`, as a hint: “Kent” is a council area: --authority
/// kent. Empty when none has.
std::string suggest_other_field(Field field, std::string_view typed, VocabularySource& source);

/// Throws: Error{usage} when a value has a sign or operator in it that slugs would drop: "-good", ">good", "good*".
void check_value(Field field, std::string_view typed);

/// The slug of a value as typed: slug or label, any case; "none" stays "none". Values of closed facets must
/// be known; those of open facets need not be: an unknown provider is an empty answer, not an error. Throws:
/// Error{usage} naming the field and the value, with the nearest names as hint.
std::string resolve_value(Field field, std::string_view typed, VocabularySource& source);

/// The filters of the command line with slugs, repeats removed. Filters of one field with the same sense are
/// merged. Throws: as resolve_value.
std::vector<ResolvedFilter> resolve_filters(const std::vector<FieldFilter>& filters, VocabularySource& source);

/// Replaces the values in a query by their slugs.
/// Throws: as resolve_value, with the position in the query marked.
void resolve_query(QueryTree& tree, VocabularySource& source);

}  // namespace findings
