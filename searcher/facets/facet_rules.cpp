#include "searcher/facets/facet_rules.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "common/index/newest_inspections.hpp"

namespace findings {
namespace {

constexpr std::size_t kProvider = facet_index(Field::provider);
constexpr std::size_t kGrade = facet_index(Field::grade);
constexpr std::size_t kKind = facet_index(Field::kind);
constexpr std::size_t kLine = facet_index(Field::line);
constexpr std::size_t kYear = facet_index(Field::year);

void add_once(std::vector<ValueId>& values, ValueId id) {
    if (std::find(values.begin(), values.end(), id) == values.end()) values.push_back(id);
}

ValueId award_value(const PackedAward& award, std::size_t dimension) {
    switch (dimension) {
        case 0:
            return award.provider;
        case 1:
            return award.grade;
        case 2:
            return award.previous;
        default:
            return award.change;
    }
}

}  // namespace

bool Choice::has(ValueId id) const { return id != 0 && std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool FacetFilters::judges_values(std::size_t facet) const {
    const bool hides = facet == kKind && hidden_kinds.active();
    return !is_award_facet(facet) && (only[facet].active() || hides);
}

FacetFilters make_facet_filters(const std::vector<ResolvedFilter>& filters) {
    FacetFilters made;
    for (const ResolvedFilter& filter : filters) {
        const std::size_t facet = facet_index(filter.field);
        Choice* choice = nullptr;
        if (facet < kFacetCount) choice = filter.exclude ? &made.without[facet] : &made.only[facet];
        if (filter.field == Field::was) choice = &made.was;
        if (filter.field == Field::change) choice = &made.change;
        if (choice == nullptr) continue;
        for (const std::string& slug : filter.slugs) {
            if (slug == "none")
                choice->none = true;
            else
                add_once(choice->ids, value_id(slug));
        }
    }
    return made;
}

FacetRules::FacetRules(FacetFilters filters) : filters_(std::move(filters)) {
    worst_choice_.ids = filters_.worst;
    grade_choice_ = filters_.only[kGrade];
    if (filters_.has_worst) {
        if (grade_choice_.active())
            std::erase_if(grade_choice_.ids, [&](ValueId id) { return !worst_choice_.has(id); });
        else
            grade_choice_ = worst_choice_;
        grade_choice_.none = false;  // a story without a grade is not "that grade or worse"
    }
    if (filters_.only[kProvider].active()) choices_[provider] = &filters_.only[kProvider];
    if (filters_.only[kGrade].active() || filters_.has_worst) choices_[grade] = &grade_choice_;
    if (filters_.was.active()) choices_[was] = &filters_.was;
    if (filters_.change.active()) choices_[change] = &filters_.change;
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        if (filters_.judges_values(facet)) plain_filters_.push_back(facet);
        if (filters_.without[facet].active()) exclusions_.push_back(facet);
    }
}

void FacetRules::look_at(const FacetView& view, const Looked& looked) {
    view_ = view;
    looked_ = looked;
    if (filters_.has_own_year()) view_.set_ids(kYear, {&looked_.year, looked_.year == 0 ? 0U : 1U});
    failures_ = 0;
    excluded_ = std::any_of(exclusions_.begin(), exclusions_.end(), [&](std::size_t facet) {
        const Choice& choice = filters_.without[facet];
        if (facet == kGrade) return holds_any(grade, choice) || (choice.none && holds_none(grade));
        return excludes(facet, view_.ids(facet));
    });
    for (const std::size_t facet : plain_filters_)
        if (!passes(facet, view_.ids(facet))) {
            ++failures_;
            failed_ = facet;
        }
}

bool FacetRules::accepts() const { return !excluded_ && failures_ == 0 && passes_awards(choices_); }

bool FacetRules::collect(std::size_t facet, std::vector<ValueId>& values) const {
    values.clear();
    if (excluded_ || failures_ > 1) return false;
    if (failures_ == 1 && (failed_ != facet || filters_.counts_own(facet))) return false;
    if (facet == kProvider) return collect_from_awards(provider, values);
    if (facet == kGrade) return collect_from_awards(grade, values);
    if (!passes_awards(choices_)) return false;
    collect_document_values(facet, values);
    return true;
}

void FacetRules::collect_matching(std::size_t facet, std::vector<ValueId>& values) const {
    if (!collect(facet, values)) values.clear();
    const Choice& own = filters_.only[facet];
    if (is_award_facet(facet) && own.active()) std::erase_if(values, [&](ValueId id) { return !own.has(id); });
}

void FacetRules::collect_award_pairs(std::vector<std::pair<ValueId, ValueId>>& pairs) const {
    pairs.clear();
    const Choices choices = drop_satisfied_by_none(choices_);
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        if (award.provider == 0 || award.grade == 0 || !award_counts(award, view_.award(i).provider) ||
            !award_passes(award, choices))
            continue;
        const std::pair<ValueId, ValueId> pair{award.provider, award.grade};
        if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) pairs.push_back(pair);
    }
}

void FacetRules::collect_bodies(ValueId grade_id, std::vector<ValueId>& bodies) const {
    bodies.clear();
    Choices choices = drop_satisfied_by_none(choices_);
    if (grade_id != 0) choices[grade] = nullptr;
    const bool by_award =
        grade_id != 0 || filters_.latest != nullptr ||
        std::any_of(choices.begin(), choices.end(), [](const Choice* choice) { return choice != nullptr; });
    for (std::size_t i = 0; by_award && i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        if (award.provider == 0 || (grade_id != 0 && award.grade != grade_id)) continue;
        if (award_counts(award, view_.award(i).provider) && award_passes(award, choices))
            add_once(bodies, award.provider);
    }
    if (!bodies.empty() || (grade_id != 0 && view_.award_count() != 0)) return;
    const Choice& own = filters_.only[kProvider];
    const FacetView::Ids providers = view_.ids(kProvider);
    for (std::size_t i = 0; i < providers.count; ++i)
        if (own.ids.empty() || own.has(providers.at(i))) add_once(bodies, providers.at(i));
}

bool FacetRules::has_value(std::size_t facet) const {
    return facet == kGrade ? !holds_none(grade) : view_.ids(facet).count != 0;
}

PackedAward FacetRules::award_at(std::size_t i) const {
    PackedAward award = view_.award(i);
    if (filters_.findings && view_.ids(kProvider).count == 0) award.provider = 0;
    return award;
}

bool FacetRules::award_counts(const PackedAward& award, ValueId awarded_to) const {
    if (award.inferred && !filters_.include_inferred) return false;
    return filters_.latest == nullptr || is_newest_of(awarded_to);
}

bool FacetRules::is_newest_of(ValueId body) const {
    if (filters_.latest->column != nullptr) {
        const std::span<const ValueId> bodies = filters_.latest->column->of(looked_.id);
        return body != 0 && std::find(bodies.begin(), bodies.end(), body) != bodies.end();
    }
    const auto& by_key = filters_.latest->by_key;
    const auto newest_in = [&](ValueId line) {
        const auto newest = by_key.find(latest_key(body, line));
        return newest != by_key.end() && newest->second == looked_.key;
    };
    const FacetView::Ids lines = view_.ids(kLine);
    if (lines.count == 0) return newest_in(0);
    for (std::size_t i = 0; i < lines.count; ++i)
        if (newest_in(lines.at(i))) return true;
    return false;
}

bool FacetRules::award_passes(const PackedAward& award, const Choices& choices) {
    for (std::size_t dimension = 0; dimension < kDimensions; ++dimension)
        if (choices[dimension] != nullptr && !choices[dimension]->has(award_value(award, dimension))) return false;
    return true;
}

bool FacetRules::passes_awards(Choices choices) const {
    choices = drop_satisfied_by_none(choices);
    const auto left = static_cast<std::size_t>(
        std::count_if(choices.begin(), choices.end(), [](const Choice* choice) { return choice != nullptr; }));
    if (filters_.latest == nullptr) {
        if (left == 0) return true;
        if (left == 1) {
            const auto at = static_cast<std::size_t>(
                std::find_if(choices.begin(), choices.end(), [](const Choice* c) { return c != nullptr; }) -
                choices.begin());
            return holds_any(static_cast<Dimension>(at), *choices[at]);
        }
    }
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        if (award_counts(award, view_.award(i).provider) && award_passes(award, choices)) return true;
    }
    if (filters_.latest == nullptr || view_.award_count() != 0) return false;
    // A full inspection that graded nothing is its provider's newest all the same.
    const FacetView::Ids providers = view_.ids(kProvider);
    for (std::size_t i = 0; i < providers.count; ++i) {
        PackedAward ungraded;
        ungraded.provider = providers.at(i);
        if (is_newest_of(ungraded.provider) && award_passes(ungraded, choices)) return true;
    }
    return false;
}

bool FacetRules::holds_none(Dimension dimension) const {
    if (dimension == provider) return view_.ids(kProvider).count == 0;
    if (dimension == grade && view_.ids(kGrade).count != 0) return false;
    if (dimension == grade && !filters_.include_inferred) return true;
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        if (award.area) continue;
        if ((!award.inferred || filters_.include_inferred) && award_value(award, dimension) != 0) return false;
    }
    return true;
}

bool FacetRules::holds_any(Dimension dimension, const Choice& choice) const {
    if (dimension == provider || dimension == grade) {
        const FacetView::Ids ids = view_.ids(dimension == provider ? kProvider : kGrade);
        for (std::size_t i = 0; i < ids.count; ++i)
            if (choice.has(ids.at(i))) return true;
        if (dimension == provider || !filters_.include_inferred) return false;
    }
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        const bool counts = award.inferred ? filters_.include_inferred : dimension != grade;
        if (counts && choice.has(award_value(award, dimension))) return true;
    }
    return false;
}

FacetRules::Choices FacetRules::drop_satisfied_by_none(Choices choices) const {
    for (std::size_t dimension = 0; dimension < kDimensions; ++dimension)
        if (choices[dimension] != nullptr && choices[dimension]->none && holds_none(static_cast<Dimension>(dimension)))
            choices[dimension] = nullptr;
    return choices;
}

bool FacetRules::excludes(std::size_t facet, const FacetView::Ids& ids) const {
    const Choice& choice = filters_.without[facet];
    if (ids.count == 0) return choice.none;
    for (std::size_t i = 0; i < ids.count; ++i)
        if (choice.has(ids.at(i))) return true;
    return false;
}

bool FacetRules::passes(std::size_t facet, const FacetView::Ids& ids) const {
    const Choice& choice = filters_.only[facet];
    if (!choice.active()) {
        for (std::size_t i = 0; i < ids.count; ++i)
            if (filters_.hidden_kinds.has(ids.at(i))) return false;
        return true;
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i < ids.count; ++i) found += choice.has(ids.at(i)) ? 1U : 0U;
    if (filters_.counts_own(facet)) return found == choice.ids.size() && (!choice.none || ids.count == 0);
    return found > 0 || (choice.none && ids.count == 0);
}

bool FacetRules::collect_from_awards(Dimension own, std::vector<ValueId>& values) const {
    const std::size_t facet = own == provider ? kProvider : kGrade;
    const bool limited = own == grade && filters_.has_worst;
    Choices others = choices_;
    others[own] = nullptr;
    const Choices left = drop_satisfied_by_none(others);
    const bool by_award = filters_.latest != nullptr ||
                          std::any_of(left.begin(), left.end(), [](const Choice* choice) { return choice != nullptr; });
    if (!by_award) {
        collect_document_values(facet, values);
        if (limited) std::erase_if(values, [&](ValueId id) { return !worst_choice_.has(id); });
        return !limited || !values.empty();
    }
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        const ValueId id = award_value(award, own);
        if (id == 0 || !award_counts(award, view_.award(i).provider) || !award_passes(award, left)) continue;
        if (!limited || worst_choice_.has(id)) add_once(values, id);
    }
    if (!values.empty()) return true;
    return !limited && holds_none(own) && passes_awards(others);
}

void FacetRules::collect_document_values(std::size_t facet, std::vector<ValueId>& values) const {
    const FacetView::Ids ids = view_.ids(facet);
    for (std::size_t i = 0; i < ids.count; ++i) values.push_back(ids.at(i));
    if (facet != kGrade || !filters_.include_inferred) return;
    for (std::size_t i = 0; i < view_.award_count(); ++i) {
        const PackedAward award = award_at(i);
        if (award.inferred && award.grade != 0) add_once(values, award.grade);
    }
}

}  // namespace findings
