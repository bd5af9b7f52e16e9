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

// By count, then label. The folded labels are made once: ten thousand providers with one story each are ties.
void sort_by_count(std::vector<FacetCount>& values) {
    std::vector<std::pair<std::string, FacetCount>> keyed;
    keyed.reserve(values.size());
    for (FacetCount& value : values) {
        std::string key = make_slug(value.label);
        keyed.emplace_back(std::move(key), std::move(value));
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        if (a.second.count != b.second.count) return a.second.count > b.second.count;
        return a.first != b.first ? a.first < b.first : a.second.slug < b.second.slug;
    });
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::move(keyed[i].second);
}

void sort_by_scale(std::vector<FacetCount>& grades, LabelStore& labels) {
    std::sort(grades.begin(), grades.end(), [&](const FacetCount& a, const FacetCount& b) {
        const std::size_t left = labels.print_order(Field::grade, a.slug);
        const std::size_t right = labels.print_order(Field::grade, b.slug);
        return left != right ? left < right : a.slug < b.slug;
    });
}

// One axis of a table: its values in order, "none" last.
std::vector<FacetCount> make_axis(Field facet, const std::map<ValueId, std::size_t>& totals, LabelStore& labels) {
    std::vector<FacetCount> axis;
    for (const auto& [id, total] : totals) {
        if (id == 0) continue;
        const Label label = labels.find(facet, id).value_or(Label{"?", "?"});
        axis.push_back({label.slug, label.label, total, false});
    }
    if (facet == Field::grade)
        sort_by_scale(axis, labels);
    else if (facet == Field::year)
        std::sort(axis.begin(), axis.end(), [](const FacetCount& a, const FacetCount& b) { return a.slug < b.slug; });
    else
        sort_by_count(axis);
    if (const auto none = totals.find(0); none != totals.end()) axis.push_back({"none", "(none)", none->second, false});
    return axis;
}

// The id a value of an axis was counted under.
ValueId axis_id(const FacetCount& value) { return value.slug == "none" ? 0 : value_id(value.slug); }

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
                result.values.push_back(
                    {slug, labels.label(tally.facet, slug), tally.counts.count(value_id(slug)), true});
    }
    std::vector<FacetCount> others;
    for (const auto& [id, count] : top_entries(tally.counts.entries(), limit)) {
        const auto label = labels.find(tally.facet, id);
        if (!label) continue;
        const bool selected = std::any_of(result.values.begin(), result.values.end(),
                                          [&](const FacetCount& value) { return value.slug == label->slug; });
        if (!selected) others.push_back({label->slug, label->label, count, false});
    }
    sort_by_count(others);
    const std::size_t room = limit > result.values.size() ? limit - result.values.size() : 0;
    if (others.size() > room) others.resize(room);
    result.values.insert(result.values.end(), others.begin(), others.end());
    if (tally.facet == Field::grade)
        sort_by_scale(result.values, labels);
    else
        sort_by_count(result.values);
    return result;
}

TableResult make_table_result(const TableTally& tally, LabelStore& labels) {
    TableResult result;
    result.row_facet = tally.row;
    result.column_facet = tally.column;
    result.rows = make_axis(tally.row, tally.rows, labels);
    result.columns = make_axis(tally.column, tally.columns, labels);
    for (const FacetCount& row : result.rows) {
        auto& cells = result.cells.emplace_back();
        for (const FacetCount& column : result.columns) {
            const auto cell = tally.cells.find({axis_id(row), axis_id(column)});
            cells.push_back(cell == tally.cells.end() ? 0 : cell->second);
        }
    }
    return result;
}

}  // namespace findings
