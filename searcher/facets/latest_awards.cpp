#include "searcher/facets/latest_awards.hpp"

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/index/newest_inspections.hpp"
#include "searcher/index/every_document.hpp"
#include "searcher/index/withdrawn.hpp"

namespace findings {
namespace {

/// A row of a register that tells of a body.
struct BodyRow {
    ValueId document = 0;
    ValueId body = 0;
};

NewestAmong scope_of(RecordScope among) {
    if (among == RecordScope::all) return NewestAmong::both;
    return among == RecordScope::only ? NewestAmong::records : NewestAmong::stories;
}

/// Shows every document and wants none.
class EachInspection : public Xapian::MatchDecider {
  public:
    using Take = std::function<void(const InspectionDocument&)>;
    explicit EachInspection(Take take) : take_(std::move(take)) {}

    bool operator()(const Xapian::Document& document) const override {
        const std::string packed = document.get_value(kSlotFacets);
        const FacetView view(packed);
        take_({view, 0, document.get_value(field_row(Field::inspected).slot),
               document.get_value(field_row(Field::date).slot), document.get_value(kSlotGone),
               document.get_value(kSlotOrder)});
        return false;
    }

  private:
    Take take_;
};

void each_inspection(const OpenIndex& index, EachInspection::Take take) {
    const EachInspection decider(std::move(take));
    Xapian::Enquire enquire(index.stories);
    // A withdrawn inspection is nobody's newest.
    enquire.set_query(index.withdrawn.empty() ? every_document()
                                              : Xapian::Query(Xapian::Query::OP_AND_NOT, every_document(),
                                                              withdrawn_documents(index.withdrawn)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 0, index.stories.get_doccount(), nullptr, &decider);
}

LatestInspections take_columns(const FacetColumns& columns, NewestAmong among) {
    const auto column = [&](NewestKind kind) { return LatestAwards{&columns.newest(kind, among), {}}; };
    return {column(NewestKind::newest), column(NewestKind::ungraded), column(NewestKind::behind),
            column(NewestKind::never)};
}

bool is_told_by_columns(const OpenIndex& index, bool include_inferred, const std::string& at,
                        const std::string& before) {
    if (include_inferred || !at.empty() || !before.empty() || index.generations.size() != 1) return false;
    // A withdrawn inspection is nobody's newest.
    return index.generations.front().hidden == 0;
}

}  // namespace

LatestInspections find_latest_inspections(const OpenIndex& index, bool include_inferred, const std::string& at,
                                          RecordScope among, const std::string& before) {
    const NewestAmong scope = scope_of(among);
    if (is_told_by_columns(index, include_inferred, at, before))
        return take_columns(index.generations.front().columns, scope);
    NewestInspections found(scope, include_inferred, at);
    NewestInspections registers(NewestAmong::records, include_inferred, at);
    std::unordered_map<std::uint64_t, BodyRow> rows;  // the first one of each body that a register still has
    each_inspection(index, [&](const InspectionDocument& document) {
        found.take(document);
        if (!is_record(document.view)) return;
        if (scope == NewestAmong::stories) registers.take(document);
        if (!document.gone.empty() && (at.empty() || document.gone <= at)) return;
        const ValueId row = value_id(document.order);
        each_body_key(document.view, [&](std::uint64_t key, ValueId body) { rows.emplace(key, BodyRow{row, body}); });
    });
    LatestInspections latest;
    std::unordered_set<ValueId> inspected;
    for (const auto& [key, newest] : found.newest()) {
        inspected.insert(newest.body);
        if (!before.empty() && newest.day >= before) continue;
        const ValueId document = value_id(newest.order);
        latest.newest.by_key.emplace(key, document);
        if (newest.is_ungraded()) latest.ungraded.by_key.emplace(key, document);
        if (scope != NewestAmong::stories) continue;
        const auto later = registers.newest().find(key);
        if (later != registers.newest().end() && later->second.grades_later_than(newest))
            latest.behind.by_key.emplace(key, document);
    }
    if (scope != NewestAmong::stories)
        for (const auto& [key, row] : rows)
            if (!inspected.contains(row.body)) latest.never.by_key.emplace(key, row.document);
    return latest;
}

}  // namespace findings
