#include "searcher/render/shown_title.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "common/text/name_slug.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

// Holds every headline of news whole.
constexpr std::size_t kLongestHeadline = 160;
// What people read without looking for it. "Joint targeted area inspection of London Borough of Sutton" has 52.
constexpr std::size_t kEarly = 60;

bool is_official(const Article& article) {
    const std::vector<std::string> kinds = article.slugs(Field::kind);
    return std::any_of(kinds.begin(), kinds.end(),
                       [](const auto& kind) { return kind == "report" || kind == "letter"; });
}

// The label of the only provider, or "".
std::string only_provider(const Article& article) {
    return article.slugs(Field::provider).size() == 1 ? first_label(article, Field::provider) : std::string();
}

// Slugs, so that "Hammersmith & Fulham" is found as "Hammersmith and Fulham".
bool names_early(const std::string& title, const std::string& name) {
    const std::string early = '-' + make_name_slug(title.substr(0, std::min(title.size(), kEarly + name.size()))) + '-';
    return early.find('-' + make_name_slug(name) + '-') != std::string::npos;
}

}  // namespace

std::string shown_title(const Article& article, std::size_t columns) {
    std::string title = printable(article.title);
    const bool official = is_official(article);
    const std::string name = official ? only_provider(article) : std::string();
    if (title.empty()) return name.empty() ? "(no title)" : fmt::format("{}: (no title)", name);
    if (!name.empty() && !names_early(title, name)) title = fmt::format("{}: {}", name, title);
    return shorten(title, official ? columns : kLongestHeadline);
}

}  // namespace findings
