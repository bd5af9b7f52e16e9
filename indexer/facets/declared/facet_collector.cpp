#include "indexer/facets/declared/facet_collector.hpp"

#include <utility>

#include "common/index/vocabulary.hpp"
#include "indexer/facets/declared/declared_facets.hpp"
#include "indexer/facets/evidence/evidence.hpp"

namespace findings {

void FacetCollector::add(Field facet, const std::string& slug, const std::string& label, Evidence evidence) {
    if (slug.empty()) return;
    for (const FacetValue& value : facets_.values)
        if (value.facet() == facet && value.slug() == slug) return;
    facets_.values.emplace_back(facet, slug, label, std::move(evidence));
}

void FacetCollector::add(Field facet, const std::string& slug, Evidence evidence) {
    add(facet, slug, label_of(facet, slug), std::move(evidence));
}

bool FacetCollector::add_declared(Field facet) {
    const auto values = read_declared(article_, facet);
    if (!values) return false;
    for (const DeclaredValue& value : *values)
        add(facet, value.slug, value.label, make_declared_evidence(article_, field_row(facet).name, value.label));
    return true;
}

void FacetCollector::add_day(Field field, std::optional<FoundDay> found) {
    const std::string_view key = field_row(field).name;
    std::string& day = field == Field::published ? facets_.published : facets_.inspected;
    if (const auto declared = read_declared_day(article_, key, facets_.warnings)) {
        day = *declared;
        if (!day.empty()) facets_.remarks.emplace_back(field, day, day, make_declared_evidence(article_, key, day));
    } else if (found) {
        day = found->day;
        facets_.remarks.emplace_back(field, day, day, std::move(found->evidence));
    }
}

void FacetCollector::add_year() {
    const bool published = !facets_.published.empty();
    const std::string year = (published ? facets_.published : facets_.inspected).substr(0, 4);
    for (const FacetValue& remark : facets_.remarks)
        if (remark.facet() == (published ? Field::published : Field::inspected)) {
            add(Field::year, year, year, remark.evidence());
            return;
        }
}

std::vector<std::string> FacetCollector::slugs(Field facet) const {
    std::vector<std::string> found;
    for (const FacetValue& value : facets_.values)
        if (value.facet() == facet) found.push_back(value.slug());
    return found;
}

std::string FacetCollector::first_slug(Field facet) const {
    for (const FacetValue& value : facets_.values)
        if (value.facet() == facet) return value.slug();
    return {};
}

}  // namespace findings
