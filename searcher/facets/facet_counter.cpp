#include "searcher/facets/facet_counter.hpp"

#include <algorithm>
#include <utility>

namespace findings {

FacetCounter::FacetCounter(const FacetFilters& filters, const std::vector<Field>& facets, bool count_providers,
                           const std::vector<std::pair<Field, Field>>& tables)
    : rules_(filters), count_providers_(count_providers), need_key_(rules_.needs_key()) {
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
    return look_at(FacetView(packed), need_key_ ? document_key(document) : 0);
}

bool FacetCounter::look_at(const FacetView& view, std::uint64_t key) const {
    ++seen_;
    rules_.look_at(view, key);
    const bool accepted = rules_.accepts();
    if (accepted) ++accepted_;
    count(accepted);
    return accepted;
}

FacetCounts FacetCounter::take_counts() { return {std::move(tallies_), std::move(tables_), providers_.size()}; }

void FacetCounter::count(bool accepted) const {
    for (FacetTally& tally : tallies_) {
        const std::size_t facet = facet_index(tally.facet);
        if (rules_.collect(facet, values_)) {
            ++(values_.empty() ? tally.none : tally.known);
            for (const ValueId id : values_) tally.counts.add(id);
        }
    }
    if (!accepted) return;
    for (TableTally& table : tables_) count_cells(table);
    if (!count_providers_) return;
    rules_.collect_matching(facet_index(Field::provider), values_);
    for (const ValueId id : values_) providers_.add(id);
}

// A cell is what its two filters would find: provider and grade of one award, other facets of one story.
void FacetCounter::count_cells(TableTally& table) const {
    const auto collect = [&](Field facet, std::vector<ValueId>& values) {
        rules_.collect_matching(facet_index(facet), values);
        if (!rules_.has_value(facet_index(facet))) values = {0};
    };
    collect(table.row, values_);
    collect(table.column, columns_);
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

std::uint64_t document_key(const Xapian::Document& document) { return value_id(document.get_value(kSlotOrder)); }

}  // namespace findings
