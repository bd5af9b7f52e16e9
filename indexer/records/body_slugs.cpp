#include "indexer/records/body_slugs.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/records/make_record.hpp"

namespace findings {

std::vector<std::size_t> order_newest_first(const std::vector<std::string>& as_at) {
    std::vector<std::size_t> order(as_at.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return as_at[a] > as_at[b]; });
    return order;
}

RecordBody BodySlugs::name(const RegisterRow& row, const RegisterKind& kind) {
    if (row.number.empty()) return name_record_body(row, kind);
    const auto [place, fresh] = by_number_.try_emplace(owner_key(kind, row.number));
    if (fresh) place->second = name_record_body(row, kind);
    return place->second;
}

}  // namespace findings
