#include "indexer/publish/check_coverage.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/facet_pack.hpp"
#include "common/index/generation.hpp"
#include "indexer/generation/mark_records.hpp"

namespace findings {
namespace {

constexpr std::array kWatched{Field::provider, Field::grade, Field::region};

/// A story as far as it is compared: 16 bytes, so a million of them are no matter.
struct KnownFacets {
    std::uint64_t story = 0;  ///< hash of its identifier
    std::uint32_t known = 0;  ///< bit i: has a value of kWatched[i]
};

// Two value slots read from end to end instead of a posting list for each story. The order key ends in the identifier;
// it begins with the date, which a corrected story changes, so the date is left out.
std::vector<KnownFacets> read_known(const std::filesystem::path& generation) {
    constexpr std::size_t kDateDigits = 8;
    const Xapian::Database database(generation.string());
    // Slots of another format may mean something else: such a generation is not compared.
    if (database.get_metadata(std::string(metadata::kFormat)) != std::to_string(kIndexFormat)) return {};
    std::vector<KnownFacets> stories(database.get_lastdocid());
    const std::vector<bool> records = mark_records(database);
    for (auto value = database.valuestream_begin(kSlotOrder); value != database.valuestream_end(kSlotOrder); ++value) {
        const std::string key = *value;
        if (key.size() > kDateDigits && !records[value.get_docid()])
            stories[value.get_docid() - 1].story =
                std::hash<std::string_view>()(std::string_view(key).substr(kDateDigits));
    }
    for (auto value = database.valuestream_begin(kSlotFacets); value != database.valuestream_end(kSlotFacets);
         ++value) {
        const std::string packed = *value;
        const FacetView view(packed);
        for (std::size_t i = 0; i < kWatched.size(); ++i)
            if (view.ids(facet_index(kWatched[i])).count > 0) stories[value.get_docid() - 1].known |= 1U << i;
    }
    std::erase_if(stories, [](const KnownFacets& story) { return story.story == 0; });
    std::sort(stories.begin(), stories.end(),
              [](const KnownFacets& a, const KnownFacets& b) { return a.story < b.story; });
    return stories;
}

std::array<CoverageLoss, kWatched.size()> compare(const std::vector<KnownFacets>& before,
                                                  const std::vector<KnownFacets>& after) {
    std::array<CoverageLoss, kWatched.size()> losses;
    for (std::size_t i = 0; i < kWatched.size(); ++i) losses[i].facet = kWatched[i];
    auto next = after.begin();
    for (const KnownFacets& story : before) {
        while (next != after.end() && next->story < story.story) ++next;
        if (next == after.end()) break;
        if (next->story != story.story) continue;
        for (std::size_t i = 0; i < kWatched.size(); ++i) {
            losses[i].before += (story.known >> i) & 1U;
            losses[i].after += (next->known >> i) & 1U;
        }
    }
    return losses;
}

double percent_lost(const CoverageLoss& loss) {
    if (loss.before < loss.after + kNoticedValues) return 0;
    return 100.0 * static_cast<double>(loss.before - loss.after) / static_cast<double>(loss.before);
}

}  // namespace

std::optional<CoverageLoss> find_coverage_loss(const std::filesystem::path& old_generation,
                                               const std::filesystem::path& new_generation, double max_percent) {
    std::vector<KnownFacets> before;
    try {
        before = read_known(old_generation);
    } catch (const Xapian::Error&) {
        // A damaged live generation must not keep a sound one from replacing it.
        return std::nullopt;
    }
    std::vector<KnownFacets> after;
    try {
        after = read_known(new_generation);
    } catch (const Xapian::Error& error) {
        throw Error(Status::refused,
                    fmt::format("{} cannot be read: {}", new_generation.string(), error.get_description()),
                    "the index people search is as it was; check the disk, build again");
    }
    const auto losses = compare(before, after);
    const auto worst = std::max_element(losses.begin(), losses.end(), [](const CoverageLoss& a, const CoverageLoss& b) {
        return percent_lost(a) < percent_lost(b);
    });
    if (percent_lost(*worst) <= max_percent) return std::nullopt;
    return *worst;
}

}  // namespace findings
