// --beside as text, and what both forms of it ask.
#include <algorithm>

#include <fmt/format.h>

#include "common/text/csv_cell.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {

std::vector<FacetCount> list_grades_beside(const std::vector<GradesBeside>& beside) {
    // The widest place knows the order of the scale best.
    std::vector<FacetCount> grades;
    for (auto each = beside.rbegin(); each != beside.rend(); ++each)
        for (const FacetCount& value : each->grades.values) {
            const auto same = [&](const FacetCount& known) { return known.slug == value.slug; };
            if (std::none_of(grades.begin(), grades.end(), same)) grades.push_back(value);
        }
    return grades;
}

std::size_t count_grade_beside(const GradesBeside& beside, const std::string& grade) {
    for (const FacetCount& value : beside.grades.values)
        if (value.slug == grade) return value.count;
    return 0;
}

void write_beside_text(std::ostream& out, const std::vector<GradesBeside>& beside) {
    if (beside.empty()) return;
    const std::vector<FacetCount> grades = list_grades_beside(beside);
    out << fmt::format("\n{}, newest full inspections (computed)\n", printable(beside.front().kind));
    for (const GradesBeside& each : beside) {
        out << fmt::format("  {}\n", printable(each.place));
        if (each.grades.known + each.grades.none == 0) out << "    no full inspection\n";
        if (each.grades.known > 0)
            for (const FacetCount& grade : grades)
                out << fmt::format("    {:>7} of {:<7} {}\n", group_digits(count_grade_beside(each, grade.slug)),
                                   group_digits(each.grades.known), printable(grade.label));
        if (each.grades.none > 0)
            out << fmt::format("    {:>7}            no grade known\n", group_digits(each.grades.none));
    }
}

void write_beside_csv(std::ostream& out, const std::vector<GradesBeside>& beside) {
    out << "place,type,grade,count,known,none\r\n";
    const std::vector<FacetCount> grades = list_grades_beside(beside);
    for (const GradesBeside& each : beside)
        for (const FacetCount& grade : grades)
            out << fmt::format("{},{},{},{},{},{}\r\n", make_csv_cell(each.place), make_csv_cell(each.kind),
                               make_csv_cell(grade.slug), count_grade_beside(each, grade.slug), each.grades.known,
                               each.grades.none);
}

}  // namespace findings
