#include "searcher/facet_result.hpp"

#include <algorithm>
#include <map>
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

bool comes_first_in_scale(const FacetCount& a, const FacetCount& b, LabelStore& labels) {
    const std::size_t left = labels.print_order(Field::grade, a.slug);
    const std::size_t right = labels.print_order(Field::grade, b.slug);
    return left != right ? left < right : a.slug < b.slug;
}

// One axis of a table with the id of each value.
std::vector<std::pair<FacetCount, ValueId>> make_axis(Field facet, const std::map<ValueId, std::size_t>& totals,
                                                      LabelStore& labels) {
    std::vector<std::pair<FacetCount, ValueId>> axis;
    for (const auto& [id, total] : totals) {
        const auto label = id == 0 ? Label{"none", "(none)"} : labels.find(facet, id).value_or(Label{"?", "?"});
        axis.push_back({{label.slug, label.label, total, false}, id});
    }
    std::sort(axis.begin(), axis.end(), [&](const auto& a, const auto& b) {
        if ((a.second == 0) != (b.second == 0)) return b.second == 0;
        if (facet == Field::year) return a.first.slug < b.first.slug;
        return facet == Field::grade ? comes_first_in_scale(a.first, b.first, labels) : comes_first(a.first, b.first);
    });
    return axis;
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
        return tally.facet == Field::grade ? comes_first_in_scale(a, b, labels) : comes_first(a, b);
    });
    return result;
}

TableResult make_table_result(const TableTally& tally, LabelStore& labels) {
    TableResult result;
    result.row_facet = tally.row;
    result.column_facet = tally.column;
    const auto columns = make_axis(tally.column, tally.columns, labels);
    for (const auto& [column, id] : columns) result.columns.push_back(column);
    for (const auto& [row, row_id] : make_axis(tally.row, tally.rows, labels)) {
        result.rows.push_back(row);
        auto& cells = result.cells.emplace_back();
        for (const auto& [column, column_id] : columns) {
            const auto cell = tally.cells.find({row_id, column_id});
            cells.push_back(cell == tally.cells.end() ? 0 : cell->second);
        }
    }
    return result;
}

}  // namespace findings
