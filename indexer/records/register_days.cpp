#include "indexer/records/register_days.hpp"

#include <algorithm>

namespace findings {

void RegisterDays::add(const std::string& kind, std::uint32_t as_at, std::uint64_t body) {
    Kind& known = kinds_[kind];
    if (as_at != 0) {
        const auto place = std::lower_bound(known.days.begin(), known.days.end(), as_at);
        if (place == known.days.end() || *place != as_at) known.days.insert(place, as_at);
    }
    std::uint32_t& last = known.last[body];
    last = std::max(last, as_at);
}

std::uint32_t RegisterDays::find_gone(const std::string& kind, std::uint64_t body) const {
    const auto known = kinds_.find(kind);
    if (known == kinds_.end()) return kNeverNow;
    const auto last = known->second.last.find(body);
    if (last == known->second.last.end() || last->second == 0) return kNeverNow;
    const auto next = std::upper_bound(known->second.days.begin(), known->second.days.end(), last->second);
    return next == known->second.days.end() ? 0 : *next;
}

}  // namespace findings
