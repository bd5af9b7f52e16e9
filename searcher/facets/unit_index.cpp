#include "searcher/facets/unit_index.hpp"

#include <algorithm>
#include <string>

#include "common/base/date.hpp"
#include "common/index/facet_pack.hpp"
#include "searcher/index/every_document.hpp"

namespace findings {
namespace {

constexpr int kDaysAfterVisit = 90;

/// An inspection of one provider.
struct Visit {
    std::string day;  ///< YYYYMMDD
    ValueId framework = 0;
    friend bool operator==(const Visit&, const Visit&) = default;
};

using Visits = std::unordered_map<ValueId, std::vector<Visit>>;

/// What a document says of its visit.
struct Told {
    std::uint64_t key = 0;
    std::string inspected;  ///< YYYYMMDD or empty
    std::string dated;
    ValueId framework = 0;
    std::vector<ValueId> providers;
};

std::uint64_t unit_of(ValueId provider, const Visit& visit) {
    std::uint64_t hash = provider * 0x9e3779b97f4a7c15ULL;
    hash ^= visit.framework + 0x632be59bd9b4e019ULL + (hash << 6U) + (hash >> 2U);
    return hash ^ (std::stoull(visit.day) * 0xbf58476d1ce4e5b9ULL);
}

/// Hands every document over.
template <typename Take>
class EachDocument : public Xapian::MatchDecider {
  public:
    explicit EachDocument(Take take) : take_(take) {}
    bool operator()(const Xapian::Document& document) const override {
        const std::string packed = document.get_value(kSlotFacets);
        const FacetView view(packed);
        Told told;
        told.key = document_key(document);
        told.inspected = document.get_value(field_row(Field::inspected).slot);
        told.dated = document.get_value(field_row(Field::date).slot);
        const FacetView::Ids frameworks = view.ids(facet_index(Field::framework));
        if (frameworks.count == 1) told.framework = frameworks.at(0);
        const FacetView::Ids providers = view.ids(facet_index(Field::provider));
        for (std::size_t i = 0; i < providers.count; ++i) told.providers.push_back(providers.at(i));
        take_(told);
        return false;
    }

  private:
    Take take_;
};

template <typename Take>
void each_document(const OpenIndex& index, Take take) {
    const EachDocument<Take> decider(take);
    Xapian::Enquire enquire(index.database);
    enquire.set_query(every_document());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 0, index.database.get_doccount(), nullptr, &decider);
}

std::string days_before(const std::string& key, int days) {
    const PartialDate day{std::stoi(key.substr(0, 4)), std::stoi(key.substr(4, 2)), std::stoi(key.substr(6, 2))};
    return first_day_key(add_days(day, -days));
}

// The framework of a visit whose article does not say it: that of the one known visit of that day.
void fill_frameworks(Visits& visits) {
    for (auto& [provider, known] : visits) {
        std::vector<Visit> named;
        for (const Visit& visit : known)
            if (visit.framework != 0) named.push_back(visit);
        for (Visit& visit : known) {
            if (visit.framework != 0) continue;
            const auto same = [&](const Visit& other) { return other.day == visit.day; };
            if (std::count_if(named.begin(), named.end(), same) == 1)
                visit.framework = std::find_if(named.begin(), named.end(), same)->framework;
        }
        std::sort(known.begin(), known.end(), [](const Visit& a, const Visit& b) {
            return a.day != b.day ? a.day < b.day : a.framework < b.framework;
        });
        known.erase(std::unique(known.begin(), known.end()), known.end());
    }
}

// The one visit that a document tells of, or nullptr.
const Visit* find_visit_of(const Told& told, const std::vector<Visit>& known) {
    const Visit* found = nullptr;
    const std::string first =
        told.inspected.empty() && !told.dated.empty() ? days_before(told.dated, kDaysAfterVisit) : "";
    for (const Visit& visit : known) {
        if (told.framework != 0 && visit.framework != 0 && visit.framework != told.framework) continue;
        const bool fits = told.inspected.empty() ? !told.dated.empty() && visit.day >= first && visit.day <= told.dated
                                                 : visit.day == told.inspected;
        if (!fits) continue;
        if (found != nullptr) return nullptr;
        found = &visit;
    }
    return found;
}

}  // namespace

std::uint64_t document_key(const Xapian::Document& document) { return value_id(document.get_value(kSlotOrder)); }

UnitIndex::UnitIndex(const OpenIndex& index) {
    Visits visits;
    each_document(index, [&](const Told& told) {
        if (told.inspected.empty()) return;
        for (const ValueId provider : told.providers) {
            std::vector<Visit>& known = visits[provider];
            const Visit visit{told.inspected, told.framework};
            if (std::find(known.begin(), known.end(), visit) == known.end()) known.push_back(visit);
        }
    });
    fill_frameworks(visits);
    each_document(index, [&](const Told& told) {
        for (const ValueId provider : told.providers)
            if (const auto known = visits.find(provider); known != visits.end())
                if (const Visit* visit = find_visit_of(told, known->second))
                    units_[told.key].emplace_back(provider, unit_of(provider, *visit));
    });
}

const std::vector<UnitIndex::Unit>& UnitIndex::units(std::uint64_t document) const {
    static const std::vector<Unit> none;
    const auto found = units_.find(document);
    return found == units_.end() ? none : found->second;
}

}  // namespace findings
