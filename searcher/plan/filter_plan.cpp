#include "searcher/plan/filter_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/slug.hpp"
#include "searcher/index/every_document.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/plan/field_query.hpp"
#include "searcher/plan/record_scope.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {
namespace {

// Bounds that every YYYYMMDD lies between, and neither a missing value nor the "\xff" of one does.
constexpr const char* kFirstDay = "00000000";
constexpr const char* kLastDay = "99999999";

Xapian::Query any_term(Field field, const std::vector<std::string>& slugs,
                       Xapian::Query::op op = Xapian::Query::OP_OR) {
    std::vector<Xapian::Query> terms;
    terms.reserve(slugs.size());
    for (const std::string& slug : slugs) terms.emplace_back(facet_term(field, slug));
    return Xapian::Query(op, terms.begin(), terms.end());
}

bool has_none(const ResolvedFilter& filter) {
    return std::find(filter.slugs.begin(), filter.slugs.end(), "none") != filter.slugs.end();
}

bool is_counted(const SearchRequest& request, Field field) {
    return std::find(request.facets.begin(), request.facets.end(), field) != request.facets.end();
}

// Whether the document's own terms say what the filter says (or, for an award filter, at least no less).
bool has_terms(const SearchRequest& request, const ResolvedFilter& filter) {
    if (has_none(filter) || filter.slugs.empty()) return false;
    if (filter.field == Field::year && request.by != DateBasis::usual) return false;
    const bool can_be_inferred =
        filter.field == Field::grade || filter.field == Field::was || filter.field == Field::change;
    return !can_be_inferred || !request.include_inferred;
}

std::vector<std::string> grades_from(const std::string& typed) {
    check_value(Field::grade, typed);
    const Term* bound = resolve_term(Field::grade, typed);
    if (bound == nullptr) {
        std::vector<std::string> names;
        for (const Term& term : vocabulary(Field::grade)) names.push_back(term.slug);
        const std::string nearest = nearest_name(typed, names);
        throw Error(Status::usage, fmt::format("--worst {}: there is no such grade", typed),
                    nearest.empty() ? "--list-values grade lists them" : fmt::format("did you mean {}?", nearest));
    }
    std::vector<std::string> slugs;
    for (const Term& term : vocabulary(Field::grade))
        if (term.scale == bound->scale && term.rank >= bound->rank) slugs.push_back(term.slug);
    return slugs;
}

std::string area_of(const std::string& typed) {
    const Term* area = resolve_term(Field::judgement, typed);
    return area != nullptr ? area->slug : make_slug(typed);
}

bool is_award_dimension(Field field) {
    return field == Field::provider || field == Field::grade || field == Field::was || field == Field::change;
}

DayRange date_range(const SearchRequest& request) {
    return {date_slot(request.by), request.since ? first_day_key(*request.since) : std::string(kFirstDay),
            request.until ? last_day_key(*request.until) : std::string(kLastDay)};
}

}  // namespace

std::uint32_t date_slot(DateBasis basis) {
    if (basis == DateBasis::inspected) return kSlotByInspected;
    return basis == DateBasis::published ? kSlotByPublished : field_row(Field::date).slot;
}

FilterPlan plan_filters(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                        const LatestAwards* latest) {
    FilterPlan plan;
    plan.decided = make_facet_filters(filters);
    plan.decided.all_themes = request.all_themes;
    plan.decided.findings = request.findings;
    plan.decided.include_inferred = request.include_inferred;
    plan.decided.latest = latest;
    if (request.by != DateBasis::usual) plan.decided.year_slot = date_slot(request.by);
    plan.counts =
        request.rate || !request.facets.empty() || request.count_providers || request.table || !request.charts.empty();
    plan.decides = latest != nullptr;
    std::vector<Xapian::Query> required;
    std::vector<Xapian::Query> forbidden;
    std::size_t award_dimensions = 0;
    for (const ResolvedFilter& filter : filters) {
        if (!filter.exclude && is_award_dimension(filter.field)) ++award_dimensions;
        const bool every = request.all_themes && filter.field == Field::theme;
        if (!has_terms(request, filter) || (!filter.exclude && !every && is_counted(request, filter.field))) {
            plan.decides = true;
            continue;
        }
        const Xapian::Query::op op = every && !filter.exclude ? Xapian::Query::OP_AND : Xapian::Query::OP_OR;
        (filter.exclude ? forbidden : required).push_back(any_term(filter.field, filter.slugs, op));
    }
    if (award_dimensions > 1) plan.decides = true;
    if (const std::size_t colon = request.worst.find(':'); colon != std::string::npos) {
        std::string area = request.worst.substr(0, colon);
        std::string grade = request.worst.substr(colon + 1);
        // As a judgement is typed, or as a change is.
        if (resolve_term(Field::grade, area) != nullptr) std::swap(area, grade);
        area = area_of(area);
        std::vector<std::string> slugs = grades_from(grade);
        for (std::string& slug : slugs) slug.insert(0, area + ':');
        required.push_back(any_term(Field::judgement, slugs));
    } else if (!request.worst.empty()) {
        const std::vector<std::string> grades = grades_from(request.worst);
        for (const std::string& slug : grades) plan.decided.worst.push_back(value_id(slug));
        plan.decided.has_worst = true;
        plan.decides = true;
        if (!request.include_inferred) required.push_back(any_term(Field::grade, grades));
    }
    const bool names_kinds = std::any_of(filters.begin(), filters.end(), [](const ResolvedFilter& filter) {
        return filter.field == Field::kind && !filter.exclude;
    });
    std::vector<std::string> hidden;
    if (request.findings && !request.include_news && !names_kinds) hidden.emplace_back(kNewsKind);
    if (find_record_scope(request, filters) == RecordScope::hidden) hidden.emplace_back(kRecordKind);
    // The facet of kinds shows what it could be asked for.
    if (!hidden.empty() && is_counted(request, Field::kind)) {
        for (const std::string& kind : hidden) plan.decided.hidden_kinds.ids.push_back(value_id(kind));
        plan.decides = true;
    } else if (!hidden.empty()) {
        forbidden.push_back(any_term(Field::kind, hidden));
    }
    if (request.ids) {
        std::vector<Xapian::Query> terms;
        terms.reserve(request.ids->size());
        for (const std::string& id : *request.ids) terms.push_back(make_id_query(id));
        required.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
    }
    if (!request.withdrawn.empty()) forbidden.push_back(withdrawn_documents(request.withdrawn));
    plan.counts_awards = award_dimensions > 0 || request.include_inferred;
    plan.required =
        required.empty() ? every_document() : Xapian::Query(Xapian::Query::OP_AND, required.begin(), required.end());
    if (!forbidden.empty()) plan.forbidden = Xapian::Query(Xapian::Query::OP_OR, forbidden.begin(), forbidden.end());
    if (request.since || request.until) plan.days = date_range(request);
    return plan;
}

Xapian::Query apply_plan(const Xapian::Query& text, const FilterPlan& plan, PlannedDates dates) {
    Xapian::Query query = text;
    const auto filter_by = [&](const Xapian::Query& by) { query = Xapian::Query(Xapian::Query::OP_FILTER, query, by); };
    if (plan.required.get_type() != Xapian::Query::LEAF_MATCH_ALL) filter_by(plan.required);
    if (plan.days && dates == PlannedDates::as_asked)
        filter_by(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, plan.days->slot, plan.days->first, plan.days->last));
    Xapian::Query forbidden = plan.forbidden;
    if (dates == PlannedDates::undated)
        forbidden |= Xapian::Query(Xapian::Query::OP_VALUE_RANGE, field_row(Field::date).slot, kFirstDay, kLastDay);
    if (!forbidden.empty()) query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, forbidden);
    return query;
}

}  // namespace findings
