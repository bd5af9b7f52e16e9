#include "indexer/digest/known_grades.hpp"

#include <algorithm>
#include <charconv>

namespace findings {
namespace {

// Councils and homes are inspected again within four years, so a grade stands that long.
constexpr int kYearsBetween = 4;

int day_number(std::string_view day) {
    int number = 0;
    std::from_chars(day.data(), day.data() + day.size(), number);
    return number;
}

bool is_newer(const GivenGrade& a, const GivenGrade& b) {
    return std::tie(a.day, a.inspected) > std::tie(b.day, b.inspected);
}

}  // namespace

bool is_years_before(int years, std::string_view day, std::string_view newest) {
    constexpr int kOneYear = 10000;  // in YYYYMMDD
    return !day.empty() && !newest.empty() && day_number(day) < day_number(newest) - years * kOneYear;
}

void KnownGrades::add(const GivenGrade& grade) {
    const auto [place, fresh] = newest_.try_emplace({grade.provider, grade.scale, grade.regulator}, grade);
    if (!fresh && is_newer(grade, place->second)) place->second = grade;
    if (grade.day > newest_day_) newest_day_ = grade.day;
}

const GivenGrade* KnownGrades::find_before(const GivenGrade& grade) const {
    const GivenGrade* found = nullptr;
    // Areas alone follow whatever was known of the provider: they replaced the overall grades.
    const bool any_scale = grade.scale == kAreaScale;
    for (auto row = newest_.lower_bound({grade.provider, any_scale ? std::string_view() : grade.scale, 0});
         row != newest_.end() && row->second.provider == grade.provider; ++row) {
        const GivenGrade& known = row->second;
        if (!any_scale && known.scale != grade.scale) break;
        if (known.regulator != grade.regulator && known.regulator != 0 && grade.regulator != 0) continue;
        if (found == nullptr || is_newer(known, *found)) found = &known;
    }
    return found;
}

GradeNews KnownGrades::judge(const GivenGrade& grade) const {
    if (grade.day.empty()) return GradeNews::undated;
    const GivenGrade* before = find_before(grade);
    if (before == nullptr)
        return is_years_before(kYearsBetween, grade.day, newest_day_) ? GradeNews::archive : GradeNews::newer;
    const bool same_grade = grade.grade == before->grade && grade.scale == before->scale;
    const bool both_inspected = grade.inspected && before->inspected;
    if (grade.day == before->day)
        return same_grade ? GradeNews::repeated : both_inspected ? GradeNews::contradicts : GradeNews::archive;
    const bool later = grade.day > before->day;
    if (same_grade && !both_inspected && (later || !is_years_before(1, grade.day, before->day)))
        return GradeNews::repeated;
    return later ? GradeNews::newer : GradeNews::archive;
}

std::string KnownGrades::newest_day_of(ValueId provider) const {
    std::string newest;
    for (auto row = newest_.lower_bound({provider, {}, 0}); row != newest_.end() && row->second.provider == provider;
         ++row)
        newest = std::max(newest, row->second.day);
    return newest;
}

}  // namespace findings
