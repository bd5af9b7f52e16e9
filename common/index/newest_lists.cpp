#include "common/index/newest_lists.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/schema.hpp"
#include "common/index/slot_reader.hpp"

namespace findings {
namespace {

/// A row of a register that tells of a body.
struct BodyRow {
    Xapian::docid id = 0;
    ValueId body = 0;
};

}  // namespace

NewestLists::NewestLists(const Xapian::Database& stories) {
    NewestInspections of_stories(NewestAmong::stories, false);
    NewestInspections of_records(NewestAmong::records, false);
    NewestInspections of_both(NewestAmong::both, false);
    std::unordered_map<std::uint64_t, BodyRow> present;  // the first row of each body that a register still has
    SlotReader packed(stories, kSlotFacets);
    SlotReader inspected(stories, field_row(Field::inspected).slot);
    SlotReader dated(stories, field_row(Field::date).slot);
    SlotReader gone(stories, kSlotGone);
    for (Xapian::docid id = 1; id <= stories.get_lastdocid(); ++id) {
        const std::string bytes = packed.read(id);
        const FacetView view(bytes);
        const InspectionDocument document{view, id, inspected.read(id), dated.read(id), gone.read(id), {}};
        for (NewestInspections* inspections : {&of_stories, &of_records, &of_both}) inspections->take(document);
        if (!is_record(view) || !document.gone.empty()) continue;
        each_body_key(view, [&](std::uint64_t key, ValueId body) { present.emplace(key, BodyRow{id, body}); });
    }
    take_scope(NewestAmong::stories, of_stories.newest());
    take_scope(NewestAmong::records, of_records.newest());
    take_scope(NewestAmong::both, of_both.newest());
    take_later_grades(of_stories.newest(), of_records.newest());
    const auto take_never = [&](NewestAmong among, const Newest& newest) {
        std::unordered_set<ValueId> inspected_bodies;
        for (const auto& [key, found] : newest) inspected_bodies.insert(found.body);
        for (const auto& [key, row] : present)
            if (!inspected_bodies.contains(row.body)) lists(NewestKind::never, among)[row.id].push_back(row.body);
    };
    take_never(NewestAmong::records, of_records.newest());
    take_never(NewestAmong::both, of_both.newest());
    for (auto& kind : lists_)
        for (Lists& lists : kind)
            for (auto& [id, bodies] : lists) {
                std::sort(bodies.begin(), bodies.end());
                bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
            }
}

void NewestLists::take_scope(NewestAmong among, const Newest& newest) {
    for (const auto& [key, found] : newest) {
        lists(NewestKind::newest, among)[found.document].push_back(found.body);
        if (found.is_ungraded()) lists(NewestKind::ungraded, among)[found.document].push_back(found.body);
    }
}

void NewestLists::take_later_grades(const Newest& stories, const Newest& records) {
    for (const auto& [key, found] : stories) {
        const auto record = records.find(key);
        if (record == records.end() || !record->second.grades_later_than(found)) continue;
        lists(NewestKind::behind, NewestAmong::stories)[found.document].push_back(found.body);
    }
}

std::span<const ValueId> NewestLists::bodies(NewestKind kind, NewestAmong among, Xapian::docid story) const {
    const Lists& lists = lists_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(among)];
    const auto found = lists.find(story);
    if (found == lists.end()) return {};
    return found->second;
}

}  // namespace findings
