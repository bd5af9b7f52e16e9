#include "searcher/facets/count_table.hpp"

#include <algorithm>

namespace findings {

std::size_t CountTable::count(ValueId id) const {
    if (slots_.empty()) return 0;
    std::size_t at = id & (slots_.size() - 1);
    while (slots_[at].id != 0 && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].count;
}

std::vector<std::pair<ValueId, std::size_t>> CountTable::entries() const {
    std::vector<std::pair<ValueId, std::size_t>> all;
    all.reserve(used_);
    for (const Slot& slot : slots_)
        if (slot.id != 0) all.emplace_back(slot.id, slot.count);
    return all;
}

void CountTable::grow() {
    std::vector<Slot> old(std::max<std::size_t>(64, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.id != 0) find(slot.id) = slot;
}

}  // namespace findings
