#include "common/index/finding_place.hpp"

#include <limits>

#include "common/base/varint.hpp"

namespace findings {

std::string pack_finding_place(const FindingPlace& place) {
    std::string bytes;
    append_varint(bytes, place.story);
    append_varint(bytes, place.number);
    return bytes;
}

FindingPlace unpack_finding_place(std::string_view bytes) {
    const auto story = take_varint(bytes);
    const auto number = take_varint(bytes);
    if (!story || !number || *number == 0 || !bytes.empty() || *story > std::numeric_limits<std::uint32_t>::max())
        return {};
    return {static_cast<std::uint32_t>(*story), *number};
}

}  // namespace findings
