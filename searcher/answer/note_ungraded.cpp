#include "searcher/answer/note_ungraded.hpp"

#include <fmt/format.h>

#include "common/text/count_noun.hpp"
#include "searcher/match/match_stories.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings {

std::string note_ungraded(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                          const LatestAwards& ungraded, const Xapian::Query& text, const OpenIndex& index) {
    if (ungraded.empty()) return {};
    SearchRequest others = request;
    others.worst.clear();
    std::vector<ResolvedFilter> kept;
    for (const ResolvedFilter& filter : filters)
        if (filter.field != Field::grade && filter.field != Field::was && filter.field != Field::change)
            kept.push_back(filter);
    const std::size_t count = count_stories(text, plan_filters(others, kept, &ungraded), index);
    if (count == 0) return {};
    const std::string_view verb = count == 1 ? "is" : "are";
    return fmt::format("{} {} {} newest full inspection without an overall grade: no older grade counts (--grade none)",
                       count_units(count, request.findings), request.findings ? std::string(verb) + " of" : verb,
                       count == 1 || request.findings ? "a provider's" : "their providers'");
}

}  // namespace findings
