#include "common/index/newest_lists.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/schema.hpp"
#include "common/index/slot_reader.hpp"

namespace findings {
namespace {

const NewestInspection& newer(const NewestInspection& a, const NewestInspection& b) {
    if (a.day != b.day) return a.day > b.day ? a : b;
    return a.document < b.document ? a : b;
}

}  // namespace

NewestLists::NewestLists(const Xapian::Database& stories) {
    NewestInspections of_stories(NewestAmong::stories, false);
    NewestInspections of_records(NewestAmong::records, false);
    Keys keys;
    std::unordered_map<std::uint64_t, Xapian::docid> present;  // the first row of each body that a register still has
    SlotReader packed(stories, kSlotFacets);
    SlotReader inspected(stories, field_row(Field::inspected).slot);
    SlotReader dated(stories, field_row(Field::date).slot);
    SlotReader gone(stories, kSlotGone);
    for (Xapian::docid id = 1; id <= stories.get_lastdocid(); ++id) {
        const std::string bytes = packed.read(id);
        const FacetView view(bytes);
        const InspectionDocument document{view, id, inspected.read(id), dated.read(id), gone.read(id), {}};
        each_body_key(view, [&](std::uint64_t key, ValueId provider) { keys.emplace(key, provider); });
        if (!is_record(view)) {
            of_stories.take(document);
            continue;
        }
        of_records.take(document);
        if (document.gone.empty()) each_body_key(view, [&](std::uint64_t key, ValueId) { present.emplace(key, id); });
    }
    Newest both = of_stories.newest();
    for (const auto& [key, record] : of_records.newest()) {
        const auto [place, fresh] = both.emplace(key, record);
        if (fresh) continue;
        const bool any_graded = place->second.any_graded || record.any_graded;
        place->second = newer(place->second, record);
        place->second.any_graded = any_graded;
    }
    take_scope(NewestAmong::stories, of_stories.newest(), keys);
    take_scope(NewestAmong::records, of_records.newest(), keys);
    take_scope(NewestAmong::both, both, keys);
    take_later_grades(of_stories.newest(), of_records.newest(), keys);
    const auto take_never = [&](NewestAmong among, const Newest& newest) {
        std::unordered_set<ValueId> inspected_bodies;
        for (const auto& [key, found] : newest) inspected_bodies.insert(keys.at(key));
        for (const auto& [key, id] : present)
            if (!inspected_bodies.contains(keys.at(key))) lists(NewestKind::never, among)[id].push_back(keys.at(key));
    };
    take_never(NewestAmong::records, of_records.newest());
    take_never(NewestAmong::both, both);
    for (auto& kind : lists_)
        for (Lists& lists : kind)
            for (auto& [id, bodies] : lists) {
                std::sort(bodies.begin(), bodies.end());
                bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
            }
}

void NewestLists::take_scope(NewestAmong among, const Newest& newest, const Keys& keys) {
    for (const auto& [key, found] : newest) {
        const ValueId body = keys.at(key);
        lists(NewestKind::newest, among)[found.document].push_back(body);
        if (!found.graded && found.any_graded) lists(NewestKind::ungraded, among)[found.document].push_back(body);
    }
}

void NewestLists::take_later_grades(const Newest& stories, const Newest& records, const Keys& keys) {
    for (const auto& [key, found] : stories) {
        const auto record = records.find(key);
        if (record == records.end() || !record->second.graded || record->second.day <= found.day) continue;
        lists(NewestKind::behind, NewestAmong::stories)[found.document].push_back(keys.at(key));
    }
}

std::span<const ValueId> NewestLists::bodies(NewestKind kind, NewestAmong among, Xapian::docid story) const {
    const Lists& lists = lists_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(among)];
    const auto found = lists.find(story);
    if (found == lists.end()) return {};
    return found->second;
}

}  // namespace findings
