#include "common/index/newest_inspections.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "common/index/vocabulary.hpp"

namespace findings {
namespace {

/// An article of another kind that grades nothing may only mention an inspection.
constexpr std::array<ValueId, 2> kDocuments{value_id("report"), value_id("letter")};
constexpr ValueId kRecord = value_id(kRecordKind);
// The kinds of visit that are no full inspection: those to which the vocabulary gives a scale.
const std::vector<ValueId>& partial_visits() {
    static const std::vector<ValueId> visits = [] {
        std::vector<ValueId> found;
        for (const Term& term : vocabulary(Field::visit))
            if (!term.scale.empty()) found.push_back(value_id(term.slug));
        return found;
    }();
    return visits;
}

template <typename Wanted>
bool has_any(const FacetView& view, Field facet, const Wanted& wanted) {
    const FacetView::Ids ids = view.ids(facet_index(facet));
    for (std::size_t i = 0; i < ids.count; ++i)
        if (std::find(wanted.begin(), wanted.end(), ids.at(i)) != wanted.end()) return true;
    return false;
}

}  // namespace

bool is_record(const FacetView& view) { return has_any(view, Field::kind, std::array{kRecord}); }

void NewestInspections::take(const InspectionDocument& document) {
    const FacetView& view = document.view;
    const bool record = is_record(view);
    if (among_ != NewestAmong::both && record != (among_ == NewestAmong::records)) return;
    // "00000001" where no register with a day ever had the body.
    if (record && !document.gone.empty() && (at_.empty() || document.gone <= at_)) return;
    if (has_any(view, Field::visit, partial_visits())) return;
    const bool inspected = view.ids(facet_index(Field::judgement)).count != 0 || has_any(view, Field::kind, kDocuments);
    for (std::size_t i = 0; i < view.award_count(); ++i) {
        const PackedAward award = view.award(i);
        const bool graded = award.grade != 0 && (!award.inferred || include_inferred_);
        if (graded || inspected) take_in(document, award.provider, graded);
    }
    const FacetView::Ids providers = view.ids(facet_index(Field::provider));
    if (view.award_count() == 0 && inspected && view.ids(facet_index(Field::visit)).count != 0)
        for (std::size_t i = 0; i < providers.count; ++i) take_in(document, providers.at(i), false);
}

void NewestInspections::take_in(const InspectionDocument& document, ValueId provider, bool graded) {
    each_line_key(document.view, provider,
                  [&](std::uint64_t key, ValueId body) { take_key(document, key, body, graded); });
}

void NewestInspections::take_key(const InspectionDocument& document, std::uint64_t key, ValueId provider, bool graded) {
    const std::string& day = document.inspected.empty() ? document.dated : document.inspected;
    if (!at_.empty() && day > at_) return;
    const auto [place, fresh] = newest_.try_emplace(key);
    NewestInspection& known = place->second;
    const bool any_graded = known.any_graded || graded;
    const auto comes_first = [&] {
        return document.order != known.order ? document.order < known.order : document.id <= known.document;
    };
    if (fresh || day > known.day || (day == known.day && comes_first())) {
        // Of one document's awards one grade will do.
        const bool same = !fresh && known.order == document.order && known.document == document.id;
        known = {provider, day, document.order, document.id, graded || (same && known.graded), false};
    }
    known.any_graded = any_graded;
}

}  // namespace findings
