#include "searcher/plan/field_query.hpp"

#include "common/index/terms.hpp"

namespace findings {
namespace {

using Xapian::Query;

}  // namespace

std::string make_filter_term(Field field, const std::string& value) {
    return field_row(field).vocabulary == Vocabulary::none ? exact_term(field, value) : facet_term(field, value);
}

Query build_field_query(Field field, const std::string& value) {
    const FieldRow& row = field_row(field);
    if (value == "none" && row.kind != FieldKind::unique) {
        // Every value of the field, without a limit: an article without one has no such term.
        const Query any(Query::OP_WILDCARD, std::string(row.prefix), 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_OR);
        return {Query::OP_SCALE_WEIGHT, Query(Query::OP_AND_NOT, Query(std::string()), any), 0.0};
    }
    return {Query::OP_SCALE_WEIGHT, Query(make_filter_term(field, value)), 0.0};
}

Query build_range_query(Field field, const std::optional<PartialDate>& from, const std::optional<PartialDate>& to) {
    // "0" sorts before every year and after the empty value of a missing date.
    const std::string first = from ? first_day_key(*from) : "0";
    const std::string last = to ? last_day_key(*to) : "9";
    return {Query::OP_VALUE_RANGE, field_row(field).slot, first, last};
}

}  // namespace findings
