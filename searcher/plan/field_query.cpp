#include "searcher/plan/field_query.hpp"

#include "common/index/finding.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/terms.hpp"

namespace findings {
namespace {

using Xapian::Query;

}  // namespace

std::string make_filter_term(Field field, const std::string& value) {
    return field_row(field).vocabulary == Vocabulary::none ? exact_term(field, value) : facet_term(field, value);
}

Query make_id_query(const std::string& id) {
    const Query whole(exact_term(Field::id, id));
    const auto name = split_finding_id(id);
    if (!name) return whole;
    // No term for each finding, which would be a tenth of the index: the packed place begins with number and hash. The
    // rest of it are varints, which end in a byte below 0x80.
    constexpr std::size_t kAboveAny = 8;
    const std::string place = pack_finding_name(name->number, name->text_hash());
    const Query called(Query::OP_VALUE_RANGE, kSlotStory, place, place + std::string(kAboveAny, '\xff'));
    return {Query::OP_OR, whole, Query(Query::OP_AND, Query(exact_term(Field::id, name->article)), called)};
}

Query build_field_query(Field field, const std::string& value) {
    const FieldRow& row = field_row(field);
    if (value == "none" && row.kind != FieldKind::unique) {
        // Every value of the field, without a limit: an article without one has no such term.
        const Query any(Query::OP_WILDCARD, std::string(row.prefix), 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_OR);
        return {Query::OP_SCALE_WEIGHT, Query(Query::OP_AND_NOT, Query(std::string()), any), 0.0};
    }
    const Query found = field == Field::id ? make_id_query(value) : Query(make_filter_term(field, value));
    return {Query::OP_SCALE_WEIGHT, found, 0.0};
}

Query build_range_query(Field field, const std::optional<PartialDate>& from, const std::optional<PartialDate>& to) {
    // "0" sorts before every year and after the empty value of a missing date.
    const std::string first = from ? first_day_key(*from) : "0";
    const std::string last = to ? last_day_key(*to) : "9";
    return {Query::OP_VALUE_RANGE, field_row(field).slot, first, last};
}

}  // namespace findings
