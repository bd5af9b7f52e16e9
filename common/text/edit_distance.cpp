#include "common/text/edit_distance.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace findings {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) return limit + 1;
    limit = std::min(limit, std::max(a.size(), b.size()));  // none is further
    // Three rows are enough: a swap looks back two. Kept for their memory: a question with a typo compares thousands of
    // words.
    thread_local std::vector<std::size_t> older;
    thread_local std::vector<std::size_t> above;
    thread_local std::vector<std::size_t> row;
    // Further from the diagonal than `limit` every distance is greater: those are left out, and stand as too far.
    const std::size_t too_far = limit + 1;
    for (std::vector<std::size_t>* cells : {&older, &above, &row}) cells->assign(b.size() + 2, too_far);
    for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = limit < b.size() && i < b.size() - limit ? i + limit : b.size();
        row[first - 1] = first == 1 ? std::min(i, too_far) : too_far;
        std::size_t best = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], older[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        row[last + 1] = too_far;  // what the next row finds above its end
        if (best > limit) return too_far;
        std::swap(older, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], too_far);
}

}  // namespace findings
