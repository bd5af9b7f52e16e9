#include "searcher/page/html_beside.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searcher/page/html_text.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

std::string place_of(const GradesBeside& beside, const PageLinks* links) {
    const std::string place = html_text(beside.place);
    return links == nullptr ? place
                            : fmt::format("<a href=\"{}\">{}</a>", html_text(links->newest(beside.filters)), place);
}

}  // namespace

void write_html_beside(std::ostream& out, const std::vector<GradesBeside>& beside, const PageLinks* links) {
    const std::vector<FacetCount> grades = list_grades_beside(beside);
    if (beside.size() < 2 || grades.empty()) return;
    const bool has_neighbours =
        std::any_of(beside.begin(), beside.end(), [](const GradesBeside& each) { return each.neighbours; });
    const char* heading =
        has_neighbours ? "Beside its region, nation and statistical neighbours" : "Beside its region and nation";
    out << fmt::format(
        "<h2>{0}</h2>\n<p>{1}: stories of each body’s newest full inspection, by grade "
        "(computed).</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"{0}\">\n<table>\n<thead><tr><th scope=\"col\">Grade</th>",
        heading, html_text(beside.front().kind));
    for (const GradesBeside& each : beside)
        out << fmt::format("<th scope=\"col\" class=\"count\">{}</th>", place_of(each, links));
    out << "</tr></thead>\n";
    for (const FacetCount& grade : grades) {
        out << fmt::format("<tr><th scope=\"row\">{}</th>", html_text(grade.label));
        for (const GradesBeside& each : beside)
            out << fmt::format("<td class=\"count\">{} of {}</td>", group_digits(count_grade_beside(each, grade.slug)),
                               group_digits(each.grades.known));
        out << "</tr>\n";
    }
    out << "<tr><th scope=\"row\">no grade known</th>";
    for (const GradesBeside& each : beside)
        out << fmt::format("<td class=\"count\">{}</td>", group_digits(each.grades.none));
    out << "</tr>\n</table>\n</div>\n";
}

}  // namespace findings
