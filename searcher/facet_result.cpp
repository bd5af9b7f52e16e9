#include "searcher/facet_result.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/slug.hpp"

namespace findings {
namespace {

using Entry = std::pair<ValueId, std::size_t>;

// The values whose count reaches that of the `limit`-th: with their ties, which only labels can order. Looking
// up 100,000 provider names to print ten is what this avoids.
std::vector<Entry> top_entries(std::vector<Entry> entries, std::size_t limit) {
    if (entries.size() <= limit) return entries;
    if (limit == 0) return {};
    std::nth_element(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(limit - 1), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.second > b.second; });
    const std::size_t least = entries[limit - 1].second;
    std::erase_if(entries, [&](const Entry& entry) { return entry.second < least; });
    return entries;
}

bool comes_first(const FacetCount& a, const FacetCount& b) {
    if (a.count != b.count) return a.count > b.count;
    const std::string left = make_slug(a.label);
    const std::string right = make_slug(b.label);
    return left != right ? left < right : a.slug < b.slug;
}

}  // namespace

FacetResult make_facet_result(const FacetTally& tally, const std::vector<ResolvedFilter>& filters, std::size_t limit,
                              LabelStore& labels) {
    FacetResult result;
    result.facet = tally.facet;
    result.none = tally.none;
    result.known = tally.known;
    result.total_values = tally.counts.size();
    for (const ResolvedFilter& filter : filters) {
        if (filter.field != tally.facet || filter.exclude) continue;
        for (const std::string& slug : filter.slugs)
            if (slug != "none")
                result.values.push_back({slug, labels.label(tally.facet, slug), tally.counts.count(value_id(slug)), true});
    }
    std::vector<FacetCount> others;
    for (const auto& [id, count] : top_entries(tally.counts.entries(), limit)) {
        const auto label = labels.find(tally.facet, id);
        if (!label) continue;
        const bool selected = std::any_of(result.values.begin(), result.values.end(),
                                          [&](const FacetCount& value) { return value.slug == label->slug; });
        if (!selected) others.push_back({label->slug, label->label, count, false});
    }
    std::sort(others.begin(), others.end(), comes_first);
    const std::size_t room = limit > result.values.size() ? limit - result.values.size() : 0;
    if (others.size() > room) others.resize(room);
    result.values.insert(result.values.end(), others.begin(), others.end());
    std::sort(result.values.begin(), result.values.end(), [&](const FacetCount& a, const FacetCount& b) {
        if (tally.facet != Field::grade) return comes_first(a, b);
        const std::size_t left = labels.print_order(tally.facet, a.slug);
        const std::size_t right = labels.print_order(tally.facet, b.slug);
        return left != right ? left < right : a.slug < b.slug;
    });
    return result;
}

}  // namespace findings
