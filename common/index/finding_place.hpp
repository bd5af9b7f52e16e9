#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Words in a row among the positions of a story.
struct PositionRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    friend bool operator==(const PositionRange&, const PositionRange&) = default;
};

/// Where a finding is stored: its article's document and which of the article's findings it is.
struct FindingPlace {
    std::uint32_t story = 0;  ///< document of the article in its generation, from 1; 0 for damaged bytes
    std::size_t number = 0;   ///< in reading order, from 1
    std::uint16_t hash = 0;   ///< of its text: hash_finding_text()
    /// Where the finding's words stand among those of its story: one row after the other, ascending. Empty where the
    /// finding has positions of its own, or no words.
    std::vector<PositionRange> ranges = {};
    friend bool operator==(const FindingPlace&, const FindingPlace&) = default;
};

/// For kSlotStory: the number (a varint) and the hash (two bytes), then varints: the story, and of each range how far
/// it begins behind the end of the one before, and how many positions it has. Damaged bytes give story 0.
std::string pack_finding_place(const FindingPlace& place);
FindingPlace unpack_finding_place(std::string_view bytes);

/// What the packed places of findings with this number and hash begin with, and no others do.
std::string pack_finding_name(std::size_t number, std::uint16_t hash);

/// Story and number as bytes that are the same in every format of an index: what a draw at random depends on.
std::string make_place_key(const FindingPlace& place);

}  // namespace findings
