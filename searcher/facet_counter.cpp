#include "searcher/facet_counter.hpp"

namespace findings {

FacetCounter::FacetCounter(const FacetFilters& filters, const std::vector<Field>& facets, bool count_providers)
    : rules_(filters), count_providers_(count_providers), need_key_(rules_.needs_key()) {
    for (const Field facet : facets) {
        tallies_.emplace_back();
        tallies_.back().facet = facet;
    }
}

bool FacetCounter::operator()(const Xapian::Document& document) const {
    ++seen_;
    const std::string packed = document.get_value(kSlotFacets);
    rules_.look_at(FacetView(packed), need_key_ ? document_key(document) : 0);
    const bool accepted = rules_.accepts();
    if (accepted) ++accepted_;
    count(accepted);
    return accepted;
}

void FacetCounter::count(bool accepted) const {
    for (FacetTally& tally : tallies_) {
        const std::size_t facet = facet_index(tally.facet);
        if (rules_.collect(facet, values_)) {
            if (values_.empty()) ++tally.none;
            for (const ValueId id : values_) tally.counts.add(id);
        }
        if (accepted && rules_.has_value(facet)) ++tally.known;
    }
    if (!accepted || !count_providers_) return;
    rules_.collect_matching(facet_index(Field::provider), values_);
    for (const ValueId id : values_) providers_.add(id);
}

std::uint64_t document_key(const Xapian::Document& document) { return value_id(document.get_value(kSlotOrder)); }

}  // namespace findings
