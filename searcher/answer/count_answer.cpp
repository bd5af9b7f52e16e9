#include "searcher/answer/count_answer.hpp"

#include <iterator>
#include <utility>

#include "searcher/facets/facet_result.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {
namespace {

// Grades of different lines of frameworks do not add up.
bool is_of_a_line(Field facet) { return facet == Field::grade || facet == Field::judgement; }

std::string name_values(const RateRequest& rate, SearchContext& context) {
    std::string text(field_row(rate.field).name);
    text += ": ";
    for (std::size_t i = 0; i < rate.values.size(); ++i) {
        if (i > 0) text += i + 1 == rate.values.size() ? " or " : ", ";
        const std::string slug = resolve_value(rate.field, rate.values[i], context.vocabulary);
        text += context.labels.label(rate.field, slug);
    }
    return text;
}

void add_tables(const FacetCounts& counts, const SearchRequest& request, SearchContext& context, SearchResult& result) {
    for (const TableTally& tally : counts.tables) {
        result.charts.push_back(make_table_result(tally, context.labels));
        result.charts.back().unit = request.count;
    }
    if (!request.table) return;
    result.table = std::move(result.charts.front());
    result.charts.erase(result.charts.begin());
    if (counts.line_tables.size() > 1) {
        result.columns_of_lines = std::move(result.table->columns);
        std::vector<TableResult> lines = make_line_tables(counts, context.labels);
        result.table = std::move(lines.front());
        result.further_tables.assign(std::make_move_iterator(lines.begin() + 1), std::make_move_iterator(lines.end()));
    }
    const auto mark = [&](TableResult& table) {
        table.unit = request.count;
        table.share = request.share;
    };
    mark(*result.table);
    for (TableResult& table : result.further_tables) mark(table);
}

}  // namespace

CountSpec make_count_spec(const SearchRequest& request, SearchContext& context, std::unique_ptr<UnitIndex>& units) {
    CountSpec spec;
    spec.unit = request.count;
    spec.of_findings = request.findings;
    if (spec.unit == CountUnit::inspections) {
        units = std::make_unique<UnitIndex>(context.index);
        spec.units = units.get();
    }
    if (request.table && request.split_lines)
        spec.split_lines = is_of_a_line(request.table->first) || is_of_a_line(request.table->second);
    if (!request.rate) return spec;
    spec.split_lines = spec.split_lines || is_of_a_line(request.rate->field);
    spec.rate = RateSpec{request.rate->field, {}, {}};
    if (request.table) spec.rate->row = request.table->first;
    for (const std::string& typed : request.rate->values)
        spec.rate->ids.push_back(value_id(resolve_value(request.rate->field, typed, context.vocabulary)));
    return spec;
}

void add_counts(const FacetCounts& counts, const SearchRequest& request, SearchContext& context, SearchResult& result) {
    result.providers = counts.providers;
    result.unit = request.count;
    for (const FacetTally& tally : counts.facets)
        result.facets.push_back(make_facet_result(tally, result.filters, request.facet_limit, context.labels));
    add_tables(counts, request, context, result);
    if (!request.rate) return;
    const std::optional<Field> row = request.table ? std::optional(request.table->first) : std::nullopt;
    result.rates = make_rates(counts, row, context.labels);
    for (RateResult& rate : result.rates) {
        rate.what = name_values(*request.rate, context);
        rate.unit = request.count;
    }
}

}  // namespace findings
