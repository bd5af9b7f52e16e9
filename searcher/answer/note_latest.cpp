#include "searcher/answer/note_latest.hpp"

#include <vector>

#include <fmt/format.h>

#include "common/text/count_noun.hpp"
#include "searcher/match/match_stories.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings {
namespace {

std::vector<ResolvedFilter> drop_grades(const std::vector<ResolvedFilter>& filters) {
    std::vector<ResolvedFilter> kept;
    for (const ResolvedFilter& filter : filters)
        if (filter.field != Field::grade && filter.field != Field::was && filter.field != Field::change)
            kept.push_back(filter);
    return kept;
}

void note_ungraded(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                   const LatestAwards& ungraded, const Xapian::Query& text, const OpenIndex& index,
                   std::vector<std::string>& notes) {
    SearchRequest others = request;
    others.worst.clear();
    const std::size_t count = count_stories(text, plan_filters(others, drop_grades(filters), &ungraded), index);
    if (count == 0) return;
    const std::string_view verb = count == 1 ? "is" : "are";
    notes.push_back(
        fmt::format("{} {} {} newest full inspection without an overall grade: no older grade counts (--grade none)",
                    count_units(count, request.findings), request.findings ? std::string(verb) + " of" : verb,
                    count == 1 || request.findings ? "a provider's" : "their providers'"));
}

void note_never(const SearchRequest& request, const std::vector<ResolvedFilter>& filters, const LatestAwards& never,
                const Xapian::Query& text, const OpenIndex& index, std::vector<std::string>& notes) {
    SearchRequest others = request;
    others.worst.clear();
    others.since.reset();
    others.until.reset();
    // A body has one row here, and a row without an award counts for no provider.
    const std::size_t count = count_stories(text, plan_filters(others, drop_grades(filters), &never), index);
    if (count == 0) return;
    notes.push_back(fmt::format("{} of registers {} no inspection and {} in no count of --latest",
                                count_noun(count, "body", "bodies"), count == 1 ? "has" : "have",
                                count == 1 ? "is" : "are"));
}

}  // namespace

std::string describe_later_grades(std::size_t count, bool findings) {
    return fmt::format("of {} a register has a later grade of the same provider (--include-records counts that one)",
                       count_units(count, findings));
}

void note_latest(const SearchRequest& request, const LatestInspections& latest, const Xapian::Query& text,
                 const OpenIndex& index, SearchResult& result) {
    if (!latest.ungraded.empty()) note_ungraded(request, result.filters, latest.ungraded, text, index, result.notes);
    if (!latest.behind.empty())
        result.later_grades = count_stories(text, plan_filters(request, result.filters, &latest.behind), index);
    if (result.later_grades > 0) result.notes.push_back(describe_later_grades(result.later_grades, request.findings));
    if (!latest.never.empty()) note_never(request, result.filters, latest.never, text, index, result.notes);
}

}  // namespace findings
