#include "searcher/facets/column_judge.hpp"

#include <algorithm>
#include <utility>

#include "searcher/facets/count_columns.hpp"

namespace findings {
namespace {

constexpr std::size_t kProvider = facet_index(Field::provider);
constexpr std::size_t kGrade = facet_index(Field::grade);
constexpr std::size_t kLine = facet_index(Field::line);

FacetFilters keep_award_filters(const FacetFilters& filters) {
    FacetFilters kept;
    kept.only[kProvider] = filters.only[kProvider];
    kept.only[kGrade] = filters.only[kGrade];
    kept.was = filters.was;
    kept.change = filters.change;
    kept.worst = filters.worst;
    kept.has_worst = filters.has_worst;
    kept.findings = filters.findings;
    kept.latest = filters.latest;
    return kept;
}

FacetView view_of(std::size_t facet, std::span<const ValueId> ids) {
    FacetView view;
    view.set_ids(facet, ids);
    return view;
}

}  // namespace

bool ColumnJudge::can_judge(const FacetFilters& filters) {
    if (filters.include_inferred || filters.has_own_year()) return false;
    return filters.latest == nullptr || filters.latest->column != nullptr;
}

ColumnJudge::ColumnJudge(const FacetFilters& filters, const FacetColumns& columns)
    : filters_(filters), columns_(columns), award_rules_(keep_award_filters(filters)) {
    const FacetRules rules(filters);
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        if (filters.judges_values(facet)) plain_.push_back(make_filter(facet, rules, false));
        if (filters.without[facet].active()) excluding_.push_back(make_filter(facet, rules, true));
    }
    const bool by_provider = filters.only[kProvider].active();
    const bool by_grade = filters.only[kGrade].active() || filters.has_worst;
    const bool by_history = filters.was.active() || filters.change.active() || filters.latest != nullptr;
    asks_awards_ = by_provider || by_grade || by_history;
    if (by_history || by_provider == by_grade) return;
    single_.emplace();
    single_->facet = by_provider ? kProvider : kGrade;
    single_->column = &columns.column(single_->facet);
    for (std::size_t list = 0; list < single_->column->list_count(); ++list) {
        award_rules_.look_at(view_of(single_->facet, single_->column->list(list)), {});
        single_->passes.push_back(award_rules_.accepts() ? 1 : 0);
    }
}

ColumnJudge::ListFilter ColumnJudge::make_filter(std::size_t facet, const FacetRules& rules, bool excludes) const {
    ListFilter filter;
    filter.facet = facet;
    filter.column = &columns_.column(facet);
    filter.passes.reserve(filter.column->list_count());
    for (std::size_t list = 0; list < filter.column->list_count(); ++list) {
        const FacetView::Ids ids = view_of(facet, filter.column->list(list)).ids(facet);
        filter.passes.push_back((excludes ? rules.excludes(facet, ids) : rules.passes(facet, ids)) ? 1 : 0);
    }
    return filter;
}

bool ColumnJudge::is_excluded(Xapian::docid id) const {
    return std::any_of(excluding_.begin(), excluding_.end(),
                       [id](const ListFilter& filter) { return filter.takes(id); });
}

ColumnJudge::Failures ColumnJudge::judge_values(Xapian::docid id) const {
    Failures failures;
    for (std::size_t i = 0; i < plain_.size(); ++i)
        if (!plain_[i].takes(id)) failures = {failures.count + 1, i};
    return failures;
}

bool ColumnJudge::has_newest(Xapian::docid id) const {
    return filters_.latest == nullptr || filters_.latest->column->list_of(id) != 0;
}

void ColumnJudge::look_at_awards(Xapian::docid id) {
    FacetView view;
    for (const std::size_t facet : {kProvider, kGrade, kLine}) view.set_ids(facet, columns_.column(facet).of(id));
    view.set_awards(columns_.awards().of(id));
    award_rules_.look_at(view, {id, 0, 0});
}

bool ColumnJudge::passes_awards(Xapian::docid id) {
    if (!asks_awards_) return true;
    if (single_) return single_->takes(id);
    if (!has_newest(id)) return false;
    look_at_awards(id);
    return award_rules_.accepts();
}

bool ColumnJudge::accepts(Xapian::docid id) {
    return !is_excluded(id) && judge_values(id).count == 0 && passes_awards(id);
}

ColumnJudge::Counted ColumnJudge::count(const DocumentSet& found, const std::vector<Field>& facets,
                                        bool count_providers) {
    const auto last = static_cast<Xapian::docid>(columns_.document_count());
    Counted counted{DocumentSet(last), {}};
    for (const Field facet : facets) counted.counts.facets.emplace_back().facet = facet;
    const auto tally_of = [&](std::size_t facet) -> FacetTally* {
        const auto tally = std::find_if(counted.counts.facets.begin(), counted.counts.facets.end(),
                                        [&](const FacetTally& each) { return facet_index(each.facet) == facet; });
        return tally == counted.counts.facets.end() ? nullptr : &*tally;
    };
    // Of each filter on values: the documents that pass all the others.
    std::vector<std::optional<DocumentSet>> sideways(plain_.size());
    for (std::size_t i = 0; i < plain_.size(); ++i)
        if (tally_of(plain_[i].facet) != nullptr && !filters_.counts_own(plain_[i].facet)) sideways[i].emplace(last);
    // Provider and grade count for the awards that pass what is asked of the others: of the one that alone is asked,
    // for every document that passes the filters on values.
    const bool only_accepted = single_ && !filters_.has_worst;
    std::vector<FacetTally*> of_awards;
    FacetTally* of_own = nullptr;
    DocumentSet before_awards(single_ ? last : 0);
    for (const std::size_t facet : {kProvider, kGrade}) {
        FacetTally* tally = tally_of(facet);
        if (!asks_awards_ || tally == nullptr) continue;
        if (only_accepted && facet == single_->facet)
            of_own = tally;
        else
            of_awards.push_back(tally);
    }
    CountTable providers;
    found.each([&](Xapian::docid id) {
        if (is_excluded(id)) return;
        const Failures failures = judge_values(id);
        if (failures.count > 1 || (failures.count == 1 && !sideways[failures.last])) return;
        const bool accepted = passes_awards(id);
        if (failures.count == 1) {
            if (accepted) sideways[failures.last]->add(id);
            return;
        }
        if (accepted) counted.accepted.add(id);
        if (of_own != nullptr) before_awards.add(id);
        if (!asks_awards_ || (only_accepted && !accepted)) return;
        if (of_awards.empty() && !(accepted && count_providers)) return;
        if (!has_newest(id)) return;
        if (single_) look_at_awards(id);
        for (FacetTally* tally : of_awards)
            if (award_rules_.collect(facet_index(tally->facet), values_)) tally->add(values_);
        if (!accepted || !count_providers) return;
        award_rules_.collect_matching(kProvider, values_);
        for (const ValueId body : values_) providers.add(body);
    });

    for (std::size_t i = 0; i < plain_.size(); ++i)
        if (sideways[i]) sideways[i]->add_all(counted.accepted);
    for (FacetTally& tally : counted.counts.facets) {
        const std::size_t facet = facet_index(tally.facet);
        if (asks_awards_ && is_award_facet(facet) && &tally != of_own) continue;
        const DocumentSet* set = &tally == of_own ? &before_awards : &counted.accepted;
        for (std::size_t i = 0; i < plain_.size(); ++i)
            if (plain_[i].facet == facet && sideways[i]) set = &*sideways[i];
        count_column(*set, columns_, tally);
    }
    if (!count_providers) return counted;
    if (asks_awards_) {
        counted.counts.providers = providers.size();
    } else if (const FacetTally* counted_bodies = tally_of(kProvider)) {
        counted.counts.providers = counted_bodies->counts.size();
    } else {
        FacetTally tally;
        tally.facet = Field::provider;
        count_column(counted.accepted, columns_, tally);
        counted.counts.providers = tally.counts.size();
    }
    return counted;
}

}  // namespace findings
