#include "searcher/facets/facet_result.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

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

/// A value on its way into the answer.
struct CountedValue {
    const CountedLabel* value = nullptr;
    std::size_t count = 0;
    bool selected = false;
};

// By count, then label.
bool stands_before(const CountedValue& a, const CountedValue& b) {
    if (a.count != b.count) return a.count > b.count;
    return a.value->order != b.value->order ? a.value->order < b.value->order : a.value->slug < b.value->slug;
}

// The same, where the labels have been put in order before.
bool has_place_before(const CountedValue& a, const CountedValue& b) {
    return a.count != b.count ? a.count > b.count : a.value->place < b.value->place;
}

// The grades of a scale from best to worst, the scales in the order of the vocabulary.
void sort_by_scale(std::vector<CountedValue>& grades, LabelStore& labels) {
    std::sort(grades.begin(), grades.end(), [&](const CountedValue& a, const CountedValue& b) {
        const std::size_t left = labels.print_order(Field::grade, a.value->slug);
        const std::size_t right = labels.print_order(Field::grade, b.value->slug);
        return left != right ? left < right : a.value->slug < b.value->slug;
    });
}

std::vector<FacetCount> make_counts(const std::vector<CountedValue>& values) {
    std::vector<FacetCount> counts;
    counts.reserve(values.size());
    for (const CountedValue& value : values)
        counts.push_back({value.value->slug, value.value->label, value.count, value.selected});
    return counts;
}

// One axis of a table: its values in order, "none" last.
std::vector<FacetCount> make_axis(Field facet, const std::map<ValueId, std::size_t>& totals, LabelStore& labels) {
    static const CountedLabel unknown{"?", "?", "?", 0};
    std::vector<CountedValue> values;
    for (const auto& [id, total] : totals) {
        if (id == 0) continue;
        const CountedLabel* value = labels.find(facet, id);
        values.push_back({value == nullptr ? &unknown : value, total});
    }
    if (facet == Field::grade)
        sort_by_scale(values, labels);
    else if (facet == Field::year)
        std::sort(values.begin(), values.end(),
                  [](const CountedValue& a, const CountedValue& b) { return a.value->slug < b.value->slug; });
    else
        std::sort(values.begin(), values.end(), stands_before);
    std::vector<FacetCount> axis = make_counts(values);
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
    std::vector<CountedValue> values;
    for (const ResolvedFilter& filter : filters) {
        if (filter.field != tally.facet || filter.exclude) continue;
        for (const std::string& slug : filter.slugs)
            if (slug != "none")
                values.push_back({&labels.find_or_name(tally.facet, slug), tally.counts.count(value_id(slug)), true});
    }
    const std::size_t selected = values.size();
    std::vector<CountedValue> others;
    for (const auto& [id, count] : top_entries(tally.counts.entries(), limit)) {
        const CountedLabel* value = labels.find(tally.facet, id);
        const auto is_same = [&](const CountedValue& other) { return other.value == value; };
        if (value == nullptr || std::any_of(values.begin(), values.end(), is_same)) continue;
        others.push_back({value, count});
    }
    const auto before = labels.place_all(tally.facet, others.size()) ? has_place_before : stands_before;
    const std::size_t room = limit > selected ? limit - selected : 0;
    if (room < others.size()) {
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(room), others.end(), before);
        others.resize(room);
    }
    values.insert(values.end(), others.begin(), others.end());
    if (tally.facet == Field::grade)
        sort_by_scale(values, labels);
    else
        std::sort(values.begin(), values.end(), before);
    result.values = make_counts(values);
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

namespace {

std::string line_label(ValueId line, LabelStore& labels) {
    if (line == 0) return "no line of frameworks";
    const CountedLabel* label = labels.find(Field::line, line);
    return label == nullptr ? "?" : label->label;
}

// Lines in the order of the vocabulary, articles of none last.
template <typename Value>
std::vector<ValueId> order_lines(const std::map<ValueId, Value>& by_line, LabelStore& labels) {
    std::vector<ValueId> lines;
    for (const auto& [line, value] : by_line) lines.push_back(line);
    const auto place = [&](ValueId line) {
        const CountedLabel* label = line == 0 ? nullptr : labels.find(Field::line, line);
        return label == nullptr ? static_cast<std::size_t>(-1) : labels.print_order(Field::line, label->slug);
    };
    std::stable_sort(lines.begin(), lines.end(), [&](ValueId a, ValueId b) { return place(a) < place(b); });
    return lines;
}

RateRow make_rate_row(const RateTally& tally, std::string slug, std::string label) {
    return {std::move(slug), std::move(label), tally.count, tally.known, tally.all - std::min(tally.all, tally.known)};
}

}  // namespace

std::vector<TableResult> make_line_tables(const FacetCounts& counts, LabelStore& labels) {
    std::vector<TableResult> tables;
    for (const ValueId line : order_lines(counts.line_tables, labels)) {
        tables.push_back(make_table_result(counts.line_tables.at(line), labels));
        if (counts.line_tables.size() > 1) tables.back().line = line_label(line, labels);
    }
    return tables;
}

std::vector<RateResult> make_rates(const FacetCounts& counts, std::optional<Field> row, LabelStore& labels) {
    constexpr ValueId kNone = ~ValueId{0};
    std::vector<RateResult> rates;
    for (const ValueId line : order_lines(counts.line_rates, labels)) {
        const auto& tallies = counts.line_rates.at(line);
        RateResult& rate = rates.emplace_back();
        if (counts.line_rates.size() > 1) rate.line = line_label(line, labels);
        std::map<ValueId, std::size_t> totals;
        for (const auto& [id, tally] : tallies)
            if (id != 0) totals[id == kNone ? 0 : id] = tally.all;
        if (const auto all = tallies.find(0); all != tallies.end()) rate.all = make_rate_row(all->second, "all", "all");
        if (!row) continue;
        rate.row_label = field_row(*row).label;
        for (const FacetCount& value : make_axis(*row, totals, labels)) {
            const ValueId id = value.slug == "none" ? kNone : value_id(value.slug);
            rate.rows.push_back(make_rate_row(tallies.at(id), value.slug, value.label));
        }
    }
    return rates;
}

}  // namespace findings
