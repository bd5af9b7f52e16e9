#include "searcher/facets/facet_counter.hpp"

#include <algorithm>
#include <utility>

#include "searcher/facets/unit_index.hpp"

namespace findings {
namespace {

/// Numbers of what is counted in one DistinctUnits: facets and the none row of each come first.
constexpr std::uint64_t kTablePlace = 1000;
constexpr std::uint64_t kRatePlace = 2000;
constexpr std::uint64_t kKnownPlace = 3000;

}  // namespace

FacetCounter::FacetCounter(const FacetFilters& filters, const std::vector<Field>& facets, bool count_providers,
                           const std::vector<std::pair<Field, Field>>& tables, const CountSpec& spec)
    : rules_(filters),
      spec_(spec),
      count_providers_(count_providers),
      need_key_(rules_.needs_key() || spec.needs_key()) {
    for (const auto& [row, column] : tables) {
        tables_.emplace_back();
        tables_.back().row = row;
        tables_.back().column = column;
    }
    for (const Field facet : facets) {
        tallies_.emplace_back();
        tallies_.back().facet = facet;
    }
}

bool FacetCounter::operator()(const Xapian::Document& document) const {
    const std::string packed = document.get_value(kSlotFacets);
    ValueId year = 0;
    if (rules_.year_slot() != kNoSlot)
        if (const std::string day = document.get_value(rules_.year_slot()); !day.empty())
            year = value_id(day.substr(0, 4));
    return look_at(FacetView(packed), {document.get_docid(), need_key_ ? document_key(document) : 0, year});
}

bool FacetCounter::look_at(const FacetView& view, const FacetRules::Looked& looked) const {
    ++seen_;
    key_ = looked.key;
    rules_.look_at(view, looked);
    const bool accepted = rules_.accepts();
    if (accepted) ++accepted_;
    count(accepted);
    return accepted;
}

FacetCounts FacetCounter::take_counts() {
    return {std::move(tallies_), std::move(tables_), std::move(line_tables_), std::move(line_rates_),
            providers_.size()};
}

void FacetCounter::count(bool accepted) const {
    count_facets();
    if (!accepted) return;
    for (std::size_t i = 0; i < tables_.size(); ++i) count_table(tables_[i], kTablePlace + i);
    if (spec_.split_lines || spec_.rate) count_lines();
    if (!count_providers_) return;
    rules_.collect_matching(facet_index(Field::provider), values_);
    for (const ValueId id : values_) providers_.add(id);
}

void FacetCounter::count_facets() const {
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
        FacetTally& tally = tallies_[i];
        const std::size_t facet = facet_index(tally.facet);
        if (!rules_.collect(facet, values_)) continue;
        if (spec_.counts_documents()) {
            tally.add(values_);
            continue;
        }
        const std::vector<ValueId> values = values_.empty() ? std::vector<ValueId>{0} : values_;
        for (const ValueId id : values) {
            collect_units(tally.facet == Field::provider ? id : 0, tally.facet == Field::grade ? id : 0, units_);
            for (const std::uint64_t unit : units_) {
                if (id != 0 && distinct_.add(kKnownPlace + i, 0, 0, unit)) ++tally.known;
                if (!distinct_.add(i, id, 0, unit)) continue;
                if (id == 0)
                    ++tally.none;
                else
                    tally.counts.add(id);
            }
        }
    }
}

void FacetCounter::collect_axis(Field facet, std::vector<ValueId>& values) const {
    rules_.collect_matching(facet_index(facet), values);
    if (!rules_.has_value(facet_index(facet))) values = {0};
}

void FacetCounter::collect_units(ValueId provider, ValueId grade, std::vector<std::uint64_t>& units) const {
    units.clear();
    if (spec_.counts_documents()) {
        units.assign(1, seen_);
        return;
    }
    rules_.collect_bodies(grade, bodies_);
    if (provider != 0) std::erase_if(bodies_, [&](ValueId body) { return body != provider; });
    if (spec_.unit == CountUnit::stories) {
        // Findings of one story have its key.
        if (provider == 0 || !bodies_.empty()) units.assign(1, key_);
        return;
    }
    if (spec_.unit != CountUnit::inspections) {
        units.assign(bodies_.begin(), bodies_.end());
        return;
    }
    for (const auto& [body, unit] : spec_.units->units(key_))
        if (std::find(bodies_.begin(), bodies_.end(), body) != bodies_.end()) units.push_back(unit);
}

void FacetCounter::count_table(TableTally& table, std::uint64_t place) const {
    if (spec_.counts_documents())
        count_cells(table);
    else
        count_unit_cells(table, place);
}

// A cell is what its two filters would find: provider and grade of one award, other facets of one story.
void FacetCounter::count_cells(TableTally& table) const {
    collect_axis(table.row, values_);
    collect_axis(table.column, columns_);
    for (const ValueId row : values_) ++table.rows[row];
    for (const ValueId column : columns_) ++table.columns[column];
    const bool by_award = (table.row == Field::provider && table.column == Field::grade) ||
                          (table.row == Field::grade && table.column == Field::provider);
    if (by_award) rules_.collect_award_pairs(pairs_);
    for (const ValueId row : values_)
        for (const ValueId column : columns_) {
            const auto pair = table.row == Field::provider ? std::pair(row, column) : std::pair(column, row);
            if (by_award && row != 0 && column != 0 && std::find(pairs_.begin(), pairs_.end(), pair) == pairs_.end())
                continue;
            ++table.cells[{row, column}];
        }
}

// The same in units: each once a cell, once a row and once a column.
void FacetCounter::count_unit_cells(TableTally& table, std::uint64_t place) const {
    collect_axis(table.row, values_);
    collect_axis(table.column, columns_);
    const auto collect = [&](ValueId row, ValueId column) {
        const auto demand = [&](Field facet) -> ValueId {
            if (table.row == facet && row != 0) return row;
            return table.column == facet ? column : 0;
        };
        collect_units(demand(Field::provider), demand(Field::grade), units_);
    };
    constexpr ValueId kTotal = ~ValueId{0};
    for (const ValueId row : values_) {
        collect(row, 0);
        for (const std::uint64_t unit : units_) table.rows[row] += distinct_.add(place, row, kTotal, unit) ? 1U : 0U;
    }
    for (const ValueId column : columns_) {
        collect(0, column);
        for (const std::uint64_t unit : units_)
            table.columns[column] += distinct_.add(place, kTotal, column, unit) ? 1U : 0U;
    }
    for (const ValueId row : values_)
        for (const ValueId column : columns_) {
            collect(row, column);
            for (const std::uint64_t unit : units_)
                table.cells[{row, column}] += distinct_.add(place, row, column, unit) ? 1U : 0U;
        }
}

// Grades of two lines of frameworks are never one number.
void FacetCounter::count_lines() const {
    std::vector<ValueId> lines{0};
    if (spec_.split_lines) collect_axis(Field::line, lines);
    for (const ValueId line : lines) {
        if (spec_.split_lines && !tables_.empty()) {
            TableTally& table = line_tables_[line];
            table.row = tables_.front().row;
            table.column = tables_.front().column;
            count_table(table, line ^ (kTablePlace << 50U));
        }
        if (spec_.rate) count_rate(line);
    }
}

void FacetCounter::count_rate(ValueId line) const {
    const RateSpec& rate = *spec_.rate;
    std::vector<ValueId> rows{0};
    if (rate.row) {
        std::vector<ValueId> values;
        collect_axis(*rate.row, values);
        for (const ValueId value : values) rows.push_back(value == 0 ? ~ValueId{0} : value);
    }
    std::vector<ValueId> found;
    collect_axis(rate.field, found);
    const auto add = [&](std::uint64_t part, ValueId row, ValueId provider, ValueId grade, std::size_t& count) {
        collect_units(provider, grade, units_);
        for (const std::uint64_t unit : units_) count += distinct_.add(kRatePlace + part, row, line, unit) ? 1U : 0U;
    };
    for (const ValueId row : rows) {
        RateTally& tally = line_rates_[line][row];
        const ValueId body = rate.row == Field::provider && row != ~ValueId{0} ? row : 0;
        add(0, row, body, 0, tally.all);
        for (const ValueId value : found) {
            if (value == 0) continue;
            const ValueId grade = rate.field == Field::grade ? value : 0;
            add(1, row, body, grade, tally.known);
            if (std::find(rate.ids.begin(), rate.ids.end(), value) != rate.ids.end())
                add(2, row, body, grade, tally.count);
        }
    }
}

}  // namespace findings
