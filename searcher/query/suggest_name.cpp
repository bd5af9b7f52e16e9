#include "searcher/query/suggest_name.hpp"

#include <algorithm>
#include <utility>

#include "common/text/ascii.hpp"
#include "common/text/edit_distance.hpp"

namespace findings {

std::vector<std::string> suggest_names(std::string_view typed, std::span<const std::string> names, std::size_t most) {
    const std::string wanted = lower_case(typed);
    if (wanted.empty()) return {};
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, const std::string*>> near;
    for (const std::string& name : names) {
        if (name.empty()) continue;
        const std::string folded = lower_case(name);
        // People get the first letter right: one more edit is near enough then.
        const std::size_t allowed = limit + (folded.front() == wanted.front() ? 1 : 0);
        std::size_t distance = edit_distance(wanted, folded, allowed);
        // A beginning is a better clue than many edits, a worse one than a slip of the finger.
        const bool begins = wanted.size() >= 2 && folded.compare(0, wanted.size(), wanted) == 0;
        if (begins) distance = std::min<std::size_t>(distance, 2);
        if (distance <= allowed || begins) near.emplace_back(distance, &name);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // Far names beside a near one only confuse.
    while (!near.empty() && near.back().first > near.front().first + 1) near.pop_back();
    if (near.size() > most) near.resize(most);
    std::vector<std::string> result;
    result.reserve(near.size());
    for (const auto& [distance, name] : near) result.push_back(*name);
    return result;
}

std::string suggest_hint(std::string_view typed, std::span<const std::string> names) {
    const std::vector<std::string> near = suggest_names(typed, names);
    if (near.empty()) return {};
    std::string hint = "did you mean ";
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (i > 0) hint += i + 1 == near.size() ? " or " : ", ";
        hint += near[i];
    }
    return hint + '?';
}

}  // namespace findings
