#include "common/index/finding_place.hpp"

#include <limits>

#include "common/base/little_endian.hpp"
#include "common/base/varint.hpp"

namespace findings {
namespace {

constexpr unsigned kHashBytes = 2;
constexpr std::uint64_t kMostPositions = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::string pack_finding_name(std::size_t number, std::uint16_t hash) {
    std::string bytes;
    append_varint(bytes, number);
    append_little_endian(bytes, hash, kHashBytes);
    return bytes;
}

std::string pack_finding_place(const FindingPlace& place) {
    std::string bytes = pack_finding_name(place.number, place.hash);
    append_varint(bytes, place.story);
    std::uint32_t end = 0;
    for (const PositionRange& range : place.ranges) {
        append_varint(bytes, range.first - end);
        append_varint(bytes, range.count);
        end = range.first + range.count;
    }
    return bytes;
}

FindingPlace unpack_finding_place(std::string_view bytes) {
    FindingPlace place;
    const auto number = take_varint(bytes);
    if (!number || *number == 0 || bytes.size() < kHashBytes) return {};
    place.number = *number;
    place.hash = static_cast<std::uint16_t>(read_little_endian(bytes.substr(0, kHashBytes)));
    bytes.remove_prefix(kHashBytes);
    const auto story = take_varint(bytes);
    if (!story || *story > std::numeric_limits<std::uint32_t>::max()) return {};
    std::uint64_t end = 0;
    while (!bytes.empty()) {
        const auto gap = take_varint(bytes);
        const auto count = take_varint(bytes);
        if (!gap || !count || *gap > kMostPositions || *count > kMostPositions || end + *gap + *count > kMostPositions)
            return {};
        const std::uint64_t first = end + *gap;
        place.ranges.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(*count)});
        end = first + *count;
    }
    place.story = static_cast<std::uint32_t>(*story);
    return place;
}

std::string make_place_key(const FindingPlace& place) {
    std::string bytes;
    append_varint(bytes, place.story);
    append_varint(bytes, place.number);
    return bytes;
}

}  // namespace findings
