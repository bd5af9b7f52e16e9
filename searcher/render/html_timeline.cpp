#include "searcher/render/html_timeline.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/html_text.hpp"

namespace findings {
namespace {

constexpr double kLaneRem = 2.5;  // as in page.css
// Labels of years stand this many apart at least, in shares of the width: closer ones overlap on a phone.
constexpr double kLeastGap = 0.14;

double year_of(const std::string& date) {
    const auto number = [&](std::size_t at, std::size_t length) { return std::stod(date.substr(at, length)); };
    return number(0, 4) + (number(5, 2) - 1) / 12 + (number(8, 2) - 1) / 372;
}

std::string scale_of(const std::string& grade) {
    const Term* term = find_term(Field::grade, grade);
    return term == nullptr ? std::string() : term->scale;
}

}  // namespace

void HtmlTimeline::add(const Article& article) {
    if (article.date().size() != 10) return;
    Point point;
    point.year = year_of(article.date());
    for (const Award& award : article.awards) {
        const bool asked = std::find(providers_.begin(), providers_.end(), award.provider) != providers_.end();
        if (asked && !award.inferred && !award.grade.empty() && find_term(Field::grade, award.grade) != nullptr)
            point.grade = award.grade;
    }
    point.what = fmt::format("{}: {}{}", article.date(), point.grade.empty() ? "" : grade_label(point.grade) + ", ",
                             article.title);
    points_.push_back(std::move(point));
}

// Grades in the order of the vocabulary, best first; "" for what has none.
std::vector<std::string> HtmlTimeline::lanes() const {
    std::vector<std::string> lanes;
    const auto is_used = [&](const std::string& grade) {
        return std::any_of(points_.begin(), points_.end(), [&](const Point& point) { return point.grade == grade; });
    };
    std::vector<std::string> scales;
    for (const Point& point : points_)
        if (!point.grade.empty()) scales.push_back(scale_of(point.grade));
    for (const Term& term : vocabulary(Field::grade))
        if (std::find(scales.begin(), scales.end(), term.scale) != scales.end()) lanes.push_back(term.slug);
    if (is_used("")) lanes.emplace_back();
    return lanes;
}

void HtmlTimeline::write(std::ostream& out) const {
    if (points_.empty()) return;
    const auto [first, last] = std::minmax_element(points_.begin(), points_.end(),
                                                   [](const Point& a, const Point& b) { return a.year < b.year; });
    const double begin = std::floor(first->year);
    const double width = std::max(1.0, std::floor(last->year) + 1 - begin);
    const std::vector<std::string> lanes = this->lanes();
    const auto left = [&](double year) { return (year - begin) / width * 100; };
    const auto top = [&](const std::string& grade) {
        const auto lane = static_cast<double>(std::find(lanes.begin(), lanes.end(), grade) - lanes.begin());
        return (lane + 0.5) / static_cast<double>(lanes.size()) * 100;
    };
    out << "<section>\n<h2>Timeline</h2>\n<div class=\"timeline\"><div class=\"lanes\">";
    for (const std::string& lane : lanes)
        out << "<span>" << html_text(lane.empty() ? "no grade" : grade_label(lane)) << "</span>";
    out << fmt::format(R"(</div><div class="plot" style="height:{}rem">)",
                       kLaneRem * static_cast<double>(lanes.size()));
    out << R"(<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">)";
    for (const std::string& lane : lanes)
        out << fmt::format(R"(<line x1="0" y1="{0:.2f}" x2="100" y2="{0:.2f}"/>)", top(lane));
    std::map<std::string, std::string> steps;  // by scale: no step leads from one scale to another
    for (const Point& point : points_)
        if (!point.grade.empty())
            steps[scale_of(point.grade)] += fmt::format("{:.2f},{:.2f} ", left(point.year), top(point.grade));
    for (const auto& [scale, line] : steps) out << "<polyline points=\"" << line << "\"/>";
    out << "</svg>\n";
    for (const Point& point : points_)
        out << fmt::format("<span class=\"dot{}\" style=\"left:{:.2f}%;top:{:.2f}%\" title=\"{}\"></span>\n",
                           point.grade.empty() ? " visit" : "", left(point.year), top(point.grade),
                           html_text(point.what));
    out << "</div><div class=\"years\">";
    const int step = std::max(1, static_cast<int>(std::ceil(width * kLeastGap)));
    for (int passed = 0; passed < width; passed += step)
        out << fmt::format("<span style=\"left:{:.2f}%\">{:.0f}</span>", left(begin + passed), begin + passed);
    out << "</div></div>\n</section>\n";
}

}  // namespace findings
