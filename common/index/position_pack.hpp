#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/fnv_hash.hpp"

namespace findings {

/// Hash of a folded term in packed positions.
constexpr std::uint64_t hash_word(std::string_view term) { return fnv_hash(term); }

/// A word of a story and the places where it stands, ascending.
struct WordPlaces {
    std::uint64_t hash = 0;
    std::vector<std::uint32_t> places;
};

/// Serialises where a story's words stand, for kSlotPositions. In any order; of words with
/// one hash (a chance of 2^-64 a pair), only one has places.
/// Shape (numbers are varints): last position of the title, number of words, multiplier, bytes of a key; then the keys,
/// ascending, little endian; then, in their order, the bytes of each word's list, a byte each, 0 for a list of over
/// 255; then the lists, and after them the long ones, each behind its length. A list is its places as differences. A
/// key is the top of hash * (2 * multiplier + 1) * 0x9e3779b97f4a7c15, with the first multiplier under which the
/// story's words differ: two bytes then do for most stories, and are exact for a word that the story is known to have.
std::string pack_positions(std::span<const WordPlaces> words, std::uint32_t title_end);

/// Packed positions read in place; valid as long as the bytes are.
class PositionView {
  public:
    /// Requires: `bytes` made by pack_positions, or empty. Damaged bytes give wrong places, never a read outside.
    explicit PositionView(std::string_view bytes);

    /// Replaces `places` by those of the word with this hash; false where it has none. One word in a few hundred that
    /// the story does not have is taken for one it has: ask the posting list where that is not known.
    bool find(std::uint64_t hash, std::vector<std::uint32_t>& places) const;
    /// Position of the last word of the title, 0 without one, or where the title's words stand under prefixed terms.
    [[nodiscard]] std::uint32_t title_end() const { return title_end_; }

  private:
    [[nodiscard]] std::uint64_t key_at(std::size_t i) const;
    [[nodiscard]] std::size_t bytes_before(std::size_t i) const;
    [[nodiscard]] std::optional<std::string_view> list_at(std::size_t i) const;

    std::uint32_t title_end_ = 0;
    std::size_t count_ = 0;
    std::uint64_t multiplier_ = 0;
    unsigned key_bytes_ = 0;
    std::string_view keys_;
    std::string_view sizes_;  ///< of the lists, a byte each
    std::string_view lists_;
};

}  // namespace findings
