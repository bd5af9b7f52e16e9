#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/facet_columns.hpp"
#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// The values chosen for one field: any of the ids, or none at all.
struct Choice {
    std::vector<ValueId> ids;
    bool none = false;

    [[nodiscard]] bool active() const { return none || !ids.empty(); }
    [[nodiscard]] bool has(ValueId id) const;
};

/// Which document has each provider's newest full inspection in each line of frameworks, for `--latest`.
struct LatestAwards {
    /// The bodies of each document: told by the build, of the one generation that is searched.
    const FacetColumn* column = nullptr;
    /// Without a column: latest_key() -> key of the document that has it.
    std::unordered_map<std::uint64_t, std::uint64_t> by_key;

    [[nodiscard]] bool empty() const { return column != nullptr ? column->lists.empty() : by_key.empty(); }
};

/// Whether a facet is told by awards as well: its filters are decided together with theirs.
constexpr bool is_award_facet(std::size_t facet) {
    return facet == facet_index(Field::provider) || facet == facet_index(Field::grade);
}

/// Every filter that is decided from the packed slot.
struct FacetFilters {
    std::array<Choice, kFacetCount> only;
    std::array<Choice, kFacetCount> without;
    Choice was;
    Choice change;
    Choice hidden_kinds;         ///< left out unless a kind is chosen: to the facet kind a filter of its own
    std::vector<ValueId> worst;  ///< grades that `--worst` allows; meaningless unless has_worst
    bool has_worst = false;
    bool all_themes = false;
    bool include_inferred = false;
    bool findings = false;                 ///< documents are findings: one without a provider is told to another body
    const LatestAwards* latest = nullptr;  ///< null: not asked
    std::uint32_t year_slot = kNoSlot;     ///< the slot with the day whose year counts; kNoSlot: the facet's own

    /// Whether the year is told from outside: see FacetRules::look_at().
    [[nodiscard]] bool has_own_year() const { return year_slot != kNoSlot; }
    /// Whether a facet has a filter that the document's values decide, not its awards.
    [[nodiscard]] bool judges_values(std::size_t facet) const;
    /// Whether a facet's own filter holds for its own counts, too.
    [[nodiscard]] bool counts_own(std::size_t facet) const { return all_themes && facet == facet_index(Field::theme); }
};

/// Filters with their values as ids. Fields that are no facet (and not `was` or `change`) are left out.
FacetFilters make_facet_filters(const std::vector<ResolvedFilter>& filters);

/// Judges one document after another: does it pass every filter, and with which values does it count where.
///
/// Filters on provider, grade (with --worst), was and change are decided by one award together when two or more
/// of them are given, by any value of the document when it is one alone. `none` is a fact of the document, not
/// of an award. Inferred awards exist only with include_inferred.
class FacetRules {
  public:
    explicit FacetRules(FacetFilters filters);
    ~FacetRules() = default;
    // Its choices point into itself.
    FacetRules(const FacetRules&) = delete;
    FacetRules& operator=(const FacetRules&) = delete;

    /// Whether look_at() needs the document's key.
    [[nodiscard]] bool needs_key() const { return filters_.latest != nullptr && filters_.latest->column == nullptr; }
    /// The slot with the day whose year look_at() is told; kNoSlot: none is.
    [[nodiscard]] std::uint32_t year_slot() const { return filters_.year_slot; }

    /// What of a document its packed slot does not say.
    struct Looked {
        std::uint32_t id = 0;   ///< its number in the one generation searched: for --latest by column
        std::uint64_t key = 0;  ///< where needs_key() says so
        ValueId year = 0;       ///< the year that counts where the filters have one of their own; 0: none
    };
    /// Looks at a document; the view must outlive the questions below.
    void look_at(const FacetView& view, const Looked& looked);

    /// Whether a document with these values of a facet passes the filter on it, and whether an exclusion hits it. Where
    /// the values alone tell: neither asks for inferred grades.
    [[nodiscard]] bool passes(std::size_t facet, const FacetView::Ids& ids) const;
    [[nodiscard]] bool excludes(std::size_t facet, const FacetView::Ids& ids) const;

    /// Whether it passes every filter.
    [[nodiscard]] bool accepts() const;

    /// Whether it passes every filter but the facet's own; `values` becomes what it counts for there, without
    /// repeats; empty for the "none" row. --worst, --latest and exclusions are nobody's own.
    /// Requires: facet < kFacetCount (an index into kFacets).
    bool collect(std::size_t facet, std::vector<ValueId>& values) const;

    /// The values by which an accepted document was found: as collect(), narrowed to the facet's own choice.
    void collect_matching(std::size_t facet, std::vector<ValueId>& values) const;

    /// Provider and grade of each award by which an accepted document was found.
    void collect_award_pairs(std::vector<std::pair<ValueId, ValueId>>& pairs) const;

    /// The providers of the awards by which a document was found, of those with that grade (0: any); without awards, or
    /// where no filter asks for one, all of the story's.
    void collect_bodies(ValueId grade_id, std::vector<ValueId>& bodies) const;

    /// Whether it has any value of the facet.
    [[nodiscard]] bool has_value(std::size_t facet) const;

  private:
    enum Dimension : std::uint8_t { provider, grade, was, change };
    static constexpr std::size_t kDimensions = change + 1;
    using Choices = std::array<const Choice*, kDimensions>;  ///< null where the dimension is free

    /// An award of the document. Those of a finding told to another body name no provider.
    [[nodiscard]] PackedAward award_at(std::size_t i) const;
    [[nodiscard]] bool award_counts(const PackedAward& award, ValueId awarded_to) const;
    /// Whether the document has the provider's newest full inspection in one of its own lines.
    [[nodiscard]] bool is_newest_of(ValueId body) const;
    static bool award_passes(const PackedAward& award, const Choices& choices);
    [[nodiscard]] bool passes_awards(Choices choices) const;
    [[nodiscard]] bool holds_none(Dimension dimension) const;
    [[nodiscard]] bool holds_any(Dimension dimension, const Choice& choice) const;
    [[nodiscard]] Choices drop_satisfied_by_none(Choices choices) const;
    bool collect_from_awards(Dimension own, std::vector<ValueId>& values) const;
    void collect_document_values(std::size_t facet, std::vector<ValueId>& values) const;

    FacetFilters filters_;
    Choice grade_choice_;                     ///< --grade and --worst together
    Choice worst_choice_;                     ///< --worst alone
    Choices choices_{};                       ///< the active award dimensions
    std::vector<std::size_t> plain_filters_;  ///< facets with a choice that are no award dimension
    std::vector<std::size_t> exclusions_;     ///< facets with an exclusion

    FacetView view_;  ///< with the year that counts
    Looked looked_;
    bool excluded_ = false;
    std::size_t failures_ = 0;  ///< plain filters failed
    std::size_t failed_ = 0;    ///< one of them
};

}  // namespace findings
