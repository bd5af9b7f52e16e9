#include "common/index/facet_pack.hpp"

#include <algorithm>
#include <cstring>

#include "common/base/little_endian.hpp"
#include "common/base/varint.hpp"

namespace findings {
namespace {

constexpr std::size_t kIdBytes = 6;
constexpr unsigned char kAwardsTag = 0xff;
constexpr std::size_t kAwardBytes = 4 * kIdBytes + 1;
constexpr char kInferred = 1;
constexpr char kArea = 2;

void append_id(std::string& bytes, ValueId id) { append_little_endian(bytes, id, kIdBytes); }

constexpr unsigned kFlagShift = 8 * kIdBytes;
constexpr std::uint64_t kIdMask = (std::uint64_t{1} << kFlagShift) - 1;

ValueId read_id(const char* data) { return read_little_endian({data, kIdBytes}); }

}  // namespace

std::vector<std::string> list_area_changes(const Article& article) {
    std::vector<std::string> changes;
    if (article.awards.size() != 1 || article.awards.front().inferred) return changes;
    for (std::string& slug : article.slugs(Field::change))
        if (slug.find(':') != std::string::npos) changes.push_back(std::move(slug));
    return changes;
}

std::string pack_facets(const Article& article) {
    std::string bytes;
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        std::vector<std::string> slugs = article.slugs(kFacets[facet]);
        if (slugs.empty()) continue;
        bytes.push_back(static_cast<char>(facet));
        append_varint(bytes, slugs.size());
        for (const std::string& slug : slugs) append_id(bytes, value_id(slug));
    }
    if (article.awards.empty()) return bytes;
    bytes.push_back(static_cast<char>(kAwardsTag));
    const std::vector<std::string> areas = list_area_changes(article);
    append_varint(bytes, article.awards.size() + areas.size());
    const auto append_award = [&](const Award& award, const std::string& change, char flags) {
        for (const std::string* part : {&award.provider, &award.grade, &award.previous, &change})
            append_id(bytes, value_id(*part));
        bytes.push_back(flags);
    };
    for (const Award& award : article.awards) append_award(award, award.change, award.inferred ? kInferred : '\0');
    for (const std::string& change : areas) append_award(article.awards.front(), change, kArea);
    return bytes;
}

FacetView::FacetView(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto tag = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        const auto count = take_varint(bytes);
        const std::size_t item = tag == kAwardsTag ? kAwardBytes : kIdBytes;
        if (!count || *count > bytes.size() / item) return;
        if (tag == kAwardsTag) {
            awards_ = bytes.data();
            award_count_ = *count;
        } else if (tag < kFacetCount) {
            facets_[tag] = {bytes.data(), *count};
        }
        bytes.remove_prefix(*count * item);
    }
}

// An id of a column is a whole little-endian number: its first six bytes are what a slot holds.
ValueId FacetView::Ids::at(std::size_t i) const { return read_id(data + i * stride); }

void FacetView::set_ids(std::size_t facet, std::span<const ValueId> ids) {
    facets_[facet] = {reinterpret_cast<const char*>(ids.data()), ids.size(), sizeof(ValueId)};
}

void FacetView::set_awards(std::span<const std::uint64_t> numbers) {
    awards_ = reinterpret_cast<const char*>(numbers.data());
    award_count_ = numbers.size() / std::tuple_size_v<AwardNumbers>;
    as_numbers_ = true;
}

AwardNumbers pack_award(const PackedAward& award) {
    const auto flags = static_cast<std::uint64_t>((award.inferred ? kInferred : 0) | (award.area ? kArea : 0));
    return {award.provider, award.grade, award.previous, award.change | (flags << kFlagShift)};
}

PackedAward FacetView::award(std::size_t i) const {
    if (as_numbers_) {
        AwardNumbers numbers;
        std::memcpy(numbers.data(), awards_ + i * sizeof(numbers), sizeof(numbers));
        const std::uint64_t flags = numbers[3] >> kFlagShift;
        return {numbers[0],          numbers[1], numbers[2], numbers[3] & kIdMask, (flags & kInferred) != 0,
                (flags & kArea) != 0};
    }
    const char* at = awards_ + i * kAwardBytes;
    return {read_id(at),
            read_id(at + kIdBytes),
            read_id(at + 2 * kIdBytes),
            read_id(at + 3 * kIdBytes),
            (at[4 * kIdBytes] & kInferred) != 0,
            (at[4 * kIdBytes] & kArea) != 0};
}

}  // namespace findings
