#include "searcher/facets/latest_awards.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/every_document.hpp"
#include "searcher/index/withdrawn.hpp"

namespace findings {
namespace {

struct Newest {
    std::string day;    ///< YYYYMMDD or empty
    std::string order;  ///< kSlotOrder of the document
    bool graded = false;
    bool any_graded = false;  ///< this one or an older one
};

/// Kinds of visit that are no full inspection.
constexpr std::array<ValueId, 4> kPartialVisits{value_id("monitoring"), value_id("focused"), value_id("assurance"),
                                                value_id("interim")};
/// An article of another kind that grades nothing may only mention an inspection.
constexpr std::array<ValueId, 2> kDocuments{value_id("report"), value_id("letter")};

constexpr std::array<ValueId, 1> kRecords{value_id(kRecordKind)};

template <std::size_t N>
bool has_any(const FacetView& view, Field facet, const std::array<ValueId, N>& wanted) {
    const FacetView::Ids ids = view.ids(facet_index(facet));
    for (std::size_t i = 0; i < ids.count; ++i)
        if (std::find(wanted.begin(), wanted.end(), ids.at(i)) != wanted.end()) return true;
    return false;
}

/// A decider that looks at every document and wants none.
class NewestAwards : public Xapian::MatchDecider {
  public:
    NewestAwards(bool include_inferred, std::string at, RecordScope among)
        : include_inferred_(include_inferred), at_(std::move(at)), among_(among) {}

    bool operator()(const Xapian::Document& document) const override {
        const std::string packed = document.get_value(kSlotFacets);
        const FacetView view(packed);
        const bool record = has_any(view, Field::kind, kRecords);
        if (among_ != RecordScope::all && record != (among_ == RecordScope::only)) return false;
        if (record && is_gone(document)) return false;
        if (has_any(view, Field::visit, kPartialVisits)) return false;
        const bool inspected =
            view.ids(facet_index(Field::judgement)).count != 0 || has_any(view, Field::kind, kDocuments);
        for (std::size_t i = 0; i < view.award_count(); ++i) {
            const PackedAward award = view.award(i);
            const bool graded = award.grade != 0 && (!award.inferred || include_inferred_);
            if (graded || inspected) take(document, view, award.provider, graded);
        }
        const FacetView::Ids providers = view.ids(facet_index(Field::provider));
        if (view.award_count() == 0 && inspected && view.ids(facet_index(Field::visit)).count != 0)
            for (std::size_t i = 0; i < providers.count; ++i) take(document, view, providers.at(i), false);
        return false;
    }

    [[nodiscard]] const std::unordered_map<std::uint64_t, Newest>& newest() const { return newest_; }

  private:
    // The day from which on no register has the body, "00000001" where none with a day ever had.
    [[nodiscard]] bool is_gone(const Xapian::Document& document) const {
        const std::string gone = document.get_value(kSlotGone);
        return !gone.empty() && (at_.empty() || gone <= at_);
    }

    void take(const Xapian::Document& document, const FacetView& view, ValueId provider, bool graded) const {
        if (provider == 0) return;
        const FacetView::Ids lines = view.ids(facet_index(Field::line));
        if (lines.count == 0) take_in(document, latest_key(provider, 0), graded);
        for (std::size_t i = 0; i < lines.count; ++i) take_in(document, latest_key(provider, lines.at(i)), graded);
    }

    void take_in(const Xapian::Document& document, std::uint64_t key, bool graded) const {
        std::string day = document.get_value(field_row(Field::inspected).slot);
        if (day.empty()) day = document.get_value(field_row(Field::date).slot);
        if (!at_.empty() && day > at_) return;
        std::string order = document.get_value(kSlotOrder);
        const auto [place, fresh] = newest_.try_emplace(key);
        Newest& known = place->second;
        const bool any_graded = known.any_graded || graded;
        if (fresh || day > known.day || (day == known.day && order <= known.order)) {
            // Of one document's awards one grade will do.
            graded = graded || (known.order == order && known.graded);
            known = {std::move(day), std::move(order), graded, false};
        }
        known.any_graded = any_graded;
    }

    bool include_inferred_;
    std::string at_;
    RecordScope among_;
    mutable std::unordered_map<std::uint64_t, Newest> newest_;
};

}  // namespace

LatestInspections find_latest_inspections(const OpenIndex& index, bool include_inferred, const std::string& at,
                                          RecordScope among, const std::string& before) {
    const NewestAwards finder(include_inferred, at, among);
    Xapian::Enquire enquire(index.stories);
    // A withdrawn inspection is nobody's newest.
    enquire.set_query(index.withdrawn.empty() ? every_document()
                                              : Xapian::Query(Xapian::Query::OP_AND_NOT, every_document(),
                                                              withdrawn_documents(index.withdrawn)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 0, index.stories.get_doccount(), nullptr, &finder);
    LatestInspections latest;
    for (const auto& [key, newest] : finder.newest()) {
        if (!before.empty() && newest.day >= before) continue;
        const ValueId document = value_id(newest.order);
        latest.newest.emplace(key, document);
        if (!newest.graded && newest.any_graded) latest.ungraded.emplace(key, document);
    }
    return latest;
}

}  // namespace findings
