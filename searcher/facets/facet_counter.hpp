#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/schema.hpp"
#include "searcher/facets/count_spec.hpp"
#include "searcher/facets/count_table.hpp"
#include "searcher/facets/facet_rules.hpp"

namespace findings {

/// What was counted of one facet.
struct FacetTally {
    Field facet = Field::grade;
    CountTable counts;      ///< stories that pass every filter but the facet's own, by value
    std::size_t none = 0;   ///< such stories without a value
    std::size_t known = 0;  ///< such stories with a value: known and none make up what the counts are of

    /// Counts a story with these values.
    void add(const std::vector<ValueId>& values) {
        ++(values.empty() ? none : known);
        for (const ValueId id : values) counts.add(id);
    }
};

/// What was counted for --table; id 0 is "no value".
struct TableTally {
    Field row = Field::grade;
    Field column = Field::region;
    std::map<ValueId, std::size_t> rows;
    std::map<ValueId, std::size_t> columns;
    std::map<std::pair<ValueId, ValueId>, std::size_t> cells;
};

/// What was counted for --rate in one row.
struct RateTally {
    std::size_t count = 0;  ///< units with one of the values
    std::size_t known = 0;  ///< units with any value
    std::size_t all = 0;
};

/// All that was counted in one answer.
struct FacetCounts {
    std::vector<FacetTally> facets;                              ///< in the order of the facets given
    std::vector<TableTally> tables;                              ///< in the order asked for
    std::map<ValueId, TableTally> line_tables;                   ///< the first table by line, where lines are split
    std::map<ValueId, std::map<ValueId, RateTally>> line_rates;  ///< by line and row; row 0 is all of them
    std::size_t providers = 0;  ///< distinct ones by which stories were found; 0 unless asked for
};

/// Looks once at each document the query finds: lets into the answer what passes every filter, and counts for
/// each facet what passes every filter but its own (drill-sideways).
///
/// A MatchDecider, not a MatchSpy: a spy sees accepted documents only, drilling sideways needs the others too.
/// Requires: get_mset() with check_at_least = get_doccount(), else documents are skipped unseen (pitfall 1).
class FacetCounter : public Xapian::MatchDecider {
  public:
    FacetCounter(const FacetFilters& filters, const std::vector<Field>& facets, bool count_providers,
                 const std::vector<std::pair<Field, Field>>& tables = {}, const CountSpec& spec = {});

    bool operator()(const Xapian::Document& document) const override;
    /// The same for a document whose values are at hand.
    bool look_at(const FacetView& view, const FacetRules::Looked& looked) const;

    /// What was counted; the counter is spent.
    [[nodiscard]] FacetCounts take_counts();
    [[nodiscard]] std::size_t seen() const { return seen_; }
    [[nodiscard]] std::size_t accepted() const { return accepted_; }

  private:
    void count(bool accepted) const;
    void count_facets() const;
    void count_table(TableTally& table, std::uint64_t place) const;
    void count_cells(TableTally& table) const;
    void count_unit_cells(TableTally& table, std::uint64_t place) const;
    void count_lines() const;
    void count_rate(ValueId line) const;
    /// The units that a document stands for where a cell asks for a provider or a grade; 0 for no such demand.
    void collect_units(ValueId provider, ValueId grade, std::vector<std::uint64_t>& units) const;
    void collect_axis(Field facet, std::vector<ValueId>& values) const;

    // Xapian calls a const operator; what it counts is what it is for.
    mutable FacetRules rules_;
    mutable std::vector<FacetTally> tallies_;
    mutable CountTable providers_;
    mutable std::vector<ValueId> values_;
    mutable std::vector<TableTally> tables_;
    mutable std::vector<ValueId> columns_;
    mutable std::vector<std::pair<ValueId, ValueId>> pairs_;
    mutable std::size_t seen_ = 0;
    mutable std::size_t accepted_ = 0;
    mutable DistinctUnits distinct_;
    mutable std::map<ValueId, TableTally> line_tables_;
    mutable std::map<ValueId, std::map<ValueId, RateTally>> line_rates_;
    mutable std::vector<std::uint64_t> units_;
    mutable std::vector<ValueId> bodies_;
    mutable std::uint64_t key_ = 0;
    CountSpec spec_;
    bool count_providers_;
    bool need_key_;
};

}  // namespace findings
