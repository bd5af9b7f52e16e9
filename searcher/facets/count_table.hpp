#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "common/index/facet_pack.hpp"

namespace findings {

/// How often each value was seen. Open addressing over flat memory: counting a million documents spends its time
/// here, and std::unordered_map took three times as long.
class CountTable {
  public:
    void add(ValueId id, std::size_t count = 1) {
        if (used_ * 2 >= slots_.size()) grow();
        Slot& slot = find(id);
        if (slot.id == 0) {
            slot.id = id;
            ++used_;
        }
        slot.count += count;
    }

    /// 0 for a value never seen.
    [[nodiscard]] std::size_t count(ValueId id) const;
    /// Number of distinct values.
    [[nodiscard]] std::size_t size() const { return used_; }
    /// Every value with its count, in no order.
    [[nodiscard]] std::vector<std::pair<ValueId, std::size_t>> entries() const;

  private:
    struct Slot {
        ValueId id = 0;  ///< 0: free; no value has that id
        std::size_t count = 0;
    };
    // Value ids are hashes already: their low bits are as good as any.
    Slot& find(ValueId id) {
        std::size_t at = id & (slots_.size() - 1);
        while (slots_[at].id != 0 && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace findings
