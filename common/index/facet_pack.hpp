#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/value_id.hpp"
#include "common/index/article.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// An award in a packed slot.
struct PackedAward {
    ValueId provider = 0;
    ValueId grade = 0;
    ValueId previous = 0;
    ValueId change = 0;
    bool inferred = false;
    bool area = false;  ///< stands for the change of one of the award's areas, `declined:leaders`; else as the award
};

/// The changes of an article's areas, `declined:leaders`, that are true of its award. They are worked out for articles
/// with one award only; none for an inferred one.
std::vector<std::string> list_area_changes(const Article& article);

/// Serialises facet values and awards of one article for kSlotFacets.
/// Shape: for each facet with values, in kFacets order: byte facet index, varint count, count * 6 bytes (little
/// endian); then byte 0xff, varint count of awards, each 4 * 6 bytes and a byte of flags: 1 inferred, 2 area. An award
/// is followed by one for each of its areas that changed.
std::string pack_facets(const Article& article);

/// An award as four numbers, for columns (facet_columns.hpp): the flags stand above the 48 bits of the last one.
using AwardNumbers = std::array<std::uint64_t, 4>;
AwardNumbers pack_award(const PackedAward& award);

/// A packed slot read in place, or the same put together from columns; valid as long as what it reads is.
class FacetView {
  public:
    /// No value and no award.
    FacetView() = default;
    /// Requires: `bytes` made by pack_facets, or empty.
    explicit FacetView(std::string_view bytes);

    void set_ids(std::size_t facet, std::span<const ValueId> ids);
    /// `numbers`: of each award its AwardNumbers.
    void set_awards(std::span<const std::uint64_t> numbers);

    /// The ids of one facet (index into kFacets).
    struct Ids {
        const char* data = nullptr;
        std::size_t count = 0;
        std::size_t stride = 6;  ///< bytes from one id to the next
        [[nodiscard]] ValueId at(std::size_t i) const;
    };
    [[nodiscard]] Ids ids(std::size_t facet) const { return facets_[facet]; }
    [[nodiscard]] std::size_t award_count() const { return award_count_; }
    [[nodiscard]] PackedAward award(std::size_t i) const;

  private:
    std::array<Ids, kFacetCount> facets_{};
    const char* awards_ = nullptr;
    std::size_t award_count_ = 0;
    bool as_numbers_ = false;  ///< awards stand as AwardNumbers
};

}  // namespace findings
