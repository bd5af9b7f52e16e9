#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/facet_columns.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/facet_rules.hpp"
#include "searcher/index/document_set.hpp"

namespace findings {

/// Judges and counts the documents of one generation by its columns: what FacetCounter does with each document's packed
/// slot, in a tenth of the instructions. Each distinct list of values is judged once. Documents that only one filter
/// rejects are kept apart for the counts of its facet. Only filters on awards are decided document by document.
class ColumnJudge {
  public:
    /// Whether columns tell what these filters ask: none counts inferred grades or has a year of its own.
    static bool can_judge(const FacetFilters& filters);

    /// Requires: can_judge(filters); `columns` outlive the judge. Throws: Error{unavailable} when they are
    /// damaged; so do all the others.
    ColumnJudge(const FacetFilters& filters, const FacetColumns& columns);

    /// Whether the document passes every filter.
    [[nodiscard]] bool accepts(Xapian::docid id);

    /// What was counted of a set.
    struct Counted {
        DocumentSet accepted;
        FacetCounts counts;
    };
    /// Judges the documents found, counts facets and, when asked, providers by which stories were found.
    Counted count(const DocumentSet& found, const std::vector<Field>& facets, bool count_providers);

  private:
    /// A filter on one facet that the values of the document decide.
    struct ListFilter {
        std::size_t facet = 0;
        const FacetColumn* column = nullptr;
        std::vector<char> passes;  ///< by list
        [[nodiscard]] bool takes(Xapian::docid id) const { return passes[column->list_of(id)] != 0; }
    };
    /// Filters failed by a document, of those that are no award's.
    struct Failures {
        std::size_t count = 0;
        std::size_t last = 0;  ///< index into plain_
    };
    [[nodiscard]] bool is_excluded(Xapian::docid id) const;
    [[nodiscard]] Failures judge_values(Xapian::docid id) const;
    /// Whether it has anybody's newest inspection, where --latest asks: what has none has no award that counts.
    [[nodiscard]] bool has_newest(Xapian::docid id) const;
    /// Requires: asks_awards_.
    void look_at_awards(Xapian::docid id);
    [[nodiscard]] bool passes_awards(Xapian::docid id);
    [[nodiscard]] ListFilter make_filter(std::size_t facet, const FacetRules& rules, bool excludes) const;

    FacetFilters filters_;
    const FacetColumns& columns_;
    FacetRules award_rules_;             ///< filters on awards alone
    std::vector<ListFilter> plain_;      ///< filters on values
    std::vector<ListFilter> excluding_;  ///< lists that pass are left out
    bool asks_awards_ = false;           ///< an award filter or --latest is asked
    /// Set where one filter on a grade or a provider is all that is asked of awards: then values decide.
    std::optional<ListFilter> single_;
    std::vector<ValueId> values_;
};

}  // namespace findings
