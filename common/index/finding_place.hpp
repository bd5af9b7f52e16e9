#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace findings {

/// Where a finding is stored: its article's document and which of the article's findings it is.
struct FindingPlace {
    std::uint32_t story = 0;  ///< document of the article in its generation, from 1; 0 for damaged bytes
    std::size_t number = 0;   ///< in reading order, from 1
    friend bool operator==(const FindingPlace&, const FindingPlace&) = default;
};

/// For kSlotStory: two varints. Damaged bytes give story 0.
std::string pack_finding_place(const FindingPlace& place);
FindingPlace unpack_finding_place(std::string_view bytes);

}  // namespace findings
