#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "common/index/newest_inspections.hpp"

namespace findings {

/// Which bodies' newest full inspection each story of a generation has, for every question that names no day.
class NewestLists {
  public:
    /// Cost: one pass over the value slots. Throws: Xapian::Error.
    explicit NewestLists(const Xapian::Database& stories);

    /// The bodies that a story is so to, in ascending order; empty for none.
    [[nodiscard]] std::span<const ValueId> bodies(NewestKind kind, NewestAmong among, Xapian::docid story) const;

  private:
    using Newest = std::unordered_map<std::uint64_t, NewestInspection>;
    using Lists = std::unordered_map<Xapian::docid, std::vector<ValueId>>;

    Lists& lists(NewestKind kind, NewestAmong among) {
        return lists_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(among)];
    }
    void take_scope(NewestAmong among, const Newest& newest);
    void take_later_grades(const Newest& stories, const Newest& records);

    std::array<std::array<Lists, kNewestScopes>, kNewestKinds> lists_;
};

}  // namespace findings
