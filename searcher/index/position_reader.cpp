#include "searcher/index/position_reader.hpp"

#include <algorithm>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"

namespace findings {
namespace {

// Xapian tells a posting source which database it reads by nothing else: paths are hidden, and every database of ours
// has the same identity.
bool are_same(const Xapian::Database& a, const Xapian::Database& b) {
    return a.internal.size() == 1 && b.internal.size() == 1 && a.internal.front().get() == b.internal.front().get();
}

const Xapian::Database& stories_of(const Xapian::Database& findings, const std::vector<FindingStories>& generations) {
    if (generations.size() == 1) return generations.front().stories;
    const auto found = std::find_if(generations.begin(), generations.end(), [&](const FindingStories& generation) {
        return are_same(generation.findings, findings);
    });
    if (found == generations.end())
        throw Error(Status::unavailable, "findings without their stories", "search one index at a time");
    return found->stories;
}

}  // namespace

std::vector<FindingStories> list_finding_stories(const OpenIndex& index) {
    std::vector<FindingStories> found;
    if (index.unit != SearchedUnit::findings) return found;
    for (const OpenGeneration& generation : index.generations)
        found.push_back({generation.database, generation.stories});
    return found;
}

PositionReader::Slot::Slot(const Xapian::Database& database)
    : at(database.valuestream_begin(kSlotPositions)), end(database.valuestream_end(kSlotPositions)) {}

bool PositionReader::Slot::go_to(Xapian::docid id) {
    if (document == id) return true;
    if (at != end) at.skip_to(id);
    if (at == end || at.get_docid() != id) return false;
    document = id;
    bytes = *at;
    view = PositionView(bytes);
    return true;
}

PositionReader::PositionReader(const Xapian::Database& documents, const std::vector<FindingStories>& generations)
    : are_findings_(!generations.empty()),
      at_(documents.valuestream_begin(are_findings_ ? kSlotStory : kSlotPositions)),
      end_(documents.valuestream_end(are_findings_ ? kSlotStory : kSlotPositions)),
      own_(documents) {
    if (are_findings_) stories_.emplace(stories_of(documents, generations));
}

void PositionReader::skip_to(Xapian::docid id) {
    if (at_ != end_) at_.skip_to(id);
}

void PositionReader::load() {
    const Xapian::docid id = at_.get_docid();
    if (loaded_ == id) return;
    loaded_ = id;
    if (!are_findings_) {
        has_own_ = own_.go_to(id);
        return;
    }
    place_ = unpack_finding_place(*at_);
    has_own_ = place_.ranges.empty() && own_.go_to(id);
    has_story_ = place_.story != 0 && stories_->go_to(place_.story);
}

// Positions within the ranges, counted on from range to range as in a text of the finding alone.
void PositionReader::keep(const std::vector<PositionRange>& ranges, std::vector<std::uint32_t>& places) {
    std::size_t kept = 0;
    std::uint32_t before = 0;
    auto place = places.begin();
    for (const PositionRange& range : ranges) {
        place = std::lower_bound(place, places.end(), range.first);
        for (; place != places.end() && *place - range.first < range.count; ++place)
            places[kept++] = *place - range.first + before + 1;
        before += range.count;
    }
    places.resize(kept);
}

bool PositionReader::find(std::uint64_t hash, std::vector<std::uint32_t>& places) {
    load();
    places.clear();
    if (has_own_) return own_.view.find(hash, places);
    if (!are_findings_ || !has_story_ || !stories_->view.find(hash, places)) return false;
    keep(place_.ranges, places);
    return !places.empty();
}

bool PositionReader::find_in_title(std::uint64_t hash, std::vector<std::uint32_t>& places) {
    load();
    places.clear();
    const bool has = are_findings_ ? has_story_ : has_own_;
    if (!has) return false;
    const PositionView& view = are_findings_ ? stories_->view : own_.view;
    if (!view.find(hash, places)) return false;
    places.erase(std::upper_bound(places.begin(), places.end(), view.title_end()), places.end());
    return !places.empty();
}

}  // namespace findings
