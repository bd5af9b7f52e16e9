#include "indexer/records/compare_grades.hpp"

#include <cstdlib>

#include "common/base/date.hpp"

namespace findings {
namespace {

constexpr long kDaysOfVisit = 31;
constexpr long kDaysToPublication = 124;

}  // namespace

std::string_view agreement_name(Agreement agreement) {
    switch (agreement) {
        case Agreement::agrees:
            return "agrees";
        case Agreement::differs:
            return "differs";
        case Agreement::older:
            return "older";
        case Agreement::newer:
            return "newer";
        case Agreement::no_article:
            return "no-article";
    }
    return "";
}

bool is_one_inspection(const ToldGrade& a, const ToldGrade& b) {
    const auto first = count_days(a.day());
    const auto second = count_days(b.day());
    if (!first || !second) return true;
    const bool both = a.inspected.empty() == b.inspected.empty();
    return std::abs(*first - *second) <= (both ? kDaysOfVisit : kDaysToPublication);
}

Agreement compare_grades(const ToldGrade& row, const ToldGrade* article) {
    if (article == nullptr) return Agreement::no_article;
    if (is_one_inspection(row, *article)) return row.grade == article->grade ? Agreement::agrees : Agreement::differs;
    return article->day() > row.day() ? Agreement::older : Agreement::newer;
}

void NewestGrades::add(const Article& article, std::uint32_t document) {
    const std::vector<std::string> lines = article.slugs(Field::line);
    auto& newest = is_record(article) ? rows_ : articles_;
    for (const Award& award : article.awards) {
        if (award.provider.empty() || award.grade.empty() || award.inferred) continue;
        const ToldGrade told{document, award.grade, article.inspected, article.published};
        const auto [place, fresh] = newest.try_emplace(Body(award.provider, lines.empty() ? "" : lines.front()), told);
        if (!fresh && told.day() > place->second.day()) place->second = told;
    }
}

const ToldGrade* NewestGrades::find_article(const Body& body) const {
    if (const auto same = articles_.find(body); same != articles_.end()) return &same->second;
    const ToldGrade* found = nullptr;
    for (auto at = articles_.lower_bound(Body(body.first, "")); at != articles_.end() && at->first.first == body.first;
         ++at)
        if ((body.second.empty() || at->first.second.empty()) && (found == nullptr || at->second.day() > found->day()))
            found = &at->second;
    return found;
}

}  // namespace findings
