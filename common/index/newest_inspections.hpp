#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "common/index/facet_columns.hpp"
#include "common/index/facet_pack.hpp"

namespace findings {

/// A provider in a line of frameworks (0 for none) as one number.
constexpr std::uint64_t latest_key(ValueId provider, ValueId line) { return provider ^ (line * 0x9e3779b97f4a7c15ULL); }

/// What a document tells of an inspection.
struct InspectionDocument {
    const FacetView& view;
    std::uint32_t id = 0;   ///< ascending in the order of the index
    std::string inspected;  ///< YYYYMMDD of the visit, or empty
    std::string dated;      ///< YYYYMMDD of the document, or empty
    std::string gone;       ///< of a register's row: YYYYMMDD from which on the body is on none; or empty
    std::string order;      ///< what tells the order over several indexes; empty within one
};

/// The newest full inspection of a provider in a line.
struct NewestInspection {
    ValueId body = 0;  ///< the provider
    std::string day;   ///< YYYYMMDD or empty
    std::string order;
    std::uint32_t document = 0;
    bool graded = false;
    bool any_graded = false;  ///< this one or an older one

    /// Whether it has no grade and an older one has, which no longer holds.
    [[nodiscard]] bool is_ungraded() const { return !graded && any_graded; }
    /// Whether it has a grade and is of a later day than the other.
    [[nodiscard]] bool grades_later_than(const NewestInspection& other) const { return graded && day > other.day; }
};

/// Finds each provider's newest full inspection in each line of frameworks, graded or not: by the last day of the
/// visit, else the document's date; of one day's, the one that comes first in the order of the index. Undated ones are
/// the oldest. What grades nothing counts when it is a report or letter or has judgements of areas.
class NewestInspections {
  public:
    /// `at`: as of that day (YYYYMMDD), later ones do not count; empty: all do. A body that registers have no more at
    /// that day has no newest among their rows.
    NewestInspections(NewestAmong among, bool include_inferred, std::string at = {})
        : among_(among), include_inferred_(include_inferred), at_(std::move(at)) {}

    void take(const InspectionDocument& document);

    /// By latest_key().
    [[nodiscard]] const std::unordered_map<std::uint64_t, NewestInspection>& newest() const { return newest_; }

  private:
    void take_in(const InspectionDocument& document, ValueId provider, bool graded);
    void take_key(const InspectionDocument& document, std::uint64_t key, ValueId provider, bool graded);

    NewestAmong among_;
    bool include_inferred_;
    std::string at_;
    std::unordered_map<std::uint64_t, NewestInspection> newest_;
};

/// Hands over every latest_key() that a provider, if it is one, has in a document, and the provider.
template <typename Take>
void each_line_key(const FacetView& view, ValueId provider, Take take) {
    if (provider == 0) return;
    const FacetView::Ids lines = view.ids(facet_index(Field::line));
    if (lines.count == 0) take(latest_key(provider, 0), provider);
    for (std::size_t i = 0; i < lines.count; ++i) take(latest_key(provider, lines.at(i)), provider);
}

/// Hands over each body of a document, of its awards and its own, by every latest_key() it may have there.
template <typename Take>
void each_body_key(const FacetView& view, Take take) {
    for (std::size_t i = 0; i < view.award_count(); ++i) each_line_key(view, view.award(i).provider, take);
    const FacetView::Ids providers = view.ids(facet_index(Field::provider));
    for (std::size_t i = 0; i < providers.count; ++i) each_line_key(view, providers.at(i), take);
}

/// Whether the document is a row of a register.
bool is_record(const FacetView& view);

}  // namespace findings
