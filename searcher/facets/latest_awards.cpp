#include "searcher/facets/latest_awards.hpp"

#include <string>
#include <unordered_map>

#include "searcher/facets/facet_counter.hpp"

namespace findings {
namespace {

struct Newest {
    std::string day;    ///< YYYYMMDD or empty
    std::string order;  ///< kSlotOrder of the document
};

/// A decider that looks at every document and wants none.
class NewestAwards : public Xapian::MatchDecider {
  public:
    NewestAwards(bool include_inferred, std::string at) : include_inferred_(include_inferred), at_(std::move(at)) {}

    bool operator()(const Xapian::Document& document) const override {
        const std::string packed = document.get_value(kSlotFacets);
        const FacetView view(packed);
        for (std::size_t i = 0; i < view.award_count(); ++i) {
            const PackedAward award = view.award(i);
            if (award.provider == 0 || award.grade == 0 || (award.inferred && !include_inferred_)) continue;
            std::string day = document.get_value(field_row(Field::inspected).slot);
            if (day.empty()) day = document.get_value(field_row(Field::date).slot);
            if (!at_.empty() && day > at_) continue;
            std::string order = document.get_value(kSlotOrder);
            const auto [place, fresh] = newest_.try_emplace(award.provider);
            Newest& known = place->second;
            if (fresh || day > known.day || (day == known.day && order < known.order))
                known = {std::move(day), std::move(order)};
        }
        return false;
    }

    [[nodiscard]] const std::unordered_map<ValueId, Newest>& newest() const { return newest_; }

  private:
    bool include_inferred_;
    std::string at_;
    mutable std::unordered_map<ValueId, Newest> newest_;
};

}  // namespace

LatestAwards find_latest_awards(const OpenIndex& index, bool include_inferred, const std::string& at) {
    const NewestAwards finder(include_inferred, at);
    Xapian::Enquire enquire(index.database);
    enquire.set_query(Xapian::Query::MatchAll);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 0, index.database.get_doccount(), nullptr, &finder);
    LatestAwards latest;
    for (const auto& [provider, newest] : finder.newest()) latest.emplace(provider, value_id(newest.order));
    return latest;
}

}  // namespace findings
