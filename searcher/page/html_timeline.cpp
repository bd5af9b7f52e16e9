#include "searcher/page/html_timeline.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

constexpr double kLanePixels = 44;
constexpr double kYearPixels = 28;
constexpr double kLabelRise = 5;  // a lane's name stands above its line
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
    point.date = article.date();
    point.title = article.title;
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
    const auto left = [&](double year) { return 3 + (year - begin) / width * 94; };  // dots stay inside
    const auto top = [&](const std::string& grade) {
        const auto lane = static_cast<double>(std::find(lanes.begin(), lanes.end(), grade) - lanes.begin());
        return (lane + 0.5) / static_cast<double>(lanes.size()) * 100;
    };
    out << fmt::format(
        "<section>\n<h2>Timeline</h2>\n<div class=\"timeline\" aria-hidden=\"true\"><svg height=\"{:.0f}\">",
        kLanePixels * static_cast<double>(lanes.size()) + kYearPixels);
    const double scale = static_cast<double>(lanes.size()) * kLanePixels / 100;
    for (const std::string& lane : lanes)
        out << fmt::format(R"(<line x1="0" y1="{0:.1f}" x2="100%" y2="{0:.1f}"/><text x="0" y="{1:.1f}">{2}</text>)",
                           top(lane) * scale, top(lane) * scale - kLabelRise,
                           html_text(lane.empty() ? "no grade" : grade_label(lane)));
    std::map<std::string, const Point*> before;  // by scale: no step leads from one scale to another
    for (const Point& point : points_) {
        if (point.grade.empty()) continue;
        const Point*& last_point = before[scale_of(point.grade)];
        if (last_point != nullptr)
            out << fmt::format(R"(<line class="step" x1="{:.2f}%" y1="{:.1f}" x2="{:.2f}%" y2="{:.1f}"/>)",
                               left(last_point->year), top(last_point->grade) * scale, left(point.year),
                               top(point.grade) * scale);
        last_point = &point;
    }
    for (const Point& point : points_) {
        if (point.grade.empty())
            out << fmt::format(
                R"(<svg class="visit" x="{:.2f}%" y="{:.1f}"><rect x="-6" y="-6" width="12" height="12"/></svg>)",
                left(point.year), top(point.grade) * scale);
        else
            out << fmt::format(R"(<circle cx="{:.2f}%" cy="{:.1f}" r="7"/>)", left(point.year),
                               top(point.grade) * scale);
    }
    const int step = std::max(1, static_cast<int>(std::ceil(width * kLeastGap)));
    for (int passed = 0; passed < width; passed += step)
        out << fmt::format(R"(<text x="{:.2f}%" y="{:.1f}">{:.0f}</text>)", left(begin + passed),
                           static_cast<double>(lanes.size()) * kLanePixels + kYearPixels - 6, begin + passed);
    out << "</svg></div>\n";
    write_points(out);
    out << "</section>\n";
}

// What is drawn, as words: no number is known by its place alone.
void HtmlTimeline::write_points(std::ostream& out) const {
    std::size_t graded = 0;
    for (const Point& point : points_) graded += point.grade.empty() ? 0 : 1;
    out << fmt::format("<p class=\"about\">{} with a date, {} of them with a grade. The same as a table:</p>\n",
                       count_of(points_.size(), "story", "stories"), group_digits(graded));
    out << "<table class=\"points\">\n<thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Grade</th><th "
           "scope=\"col\">Story</th></tr></thead>\n";
    for (const Point& point : points_)
        out << fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", html_text(point.date),
                           point.grade.empty() ? "–" : html_text(grade_label(point.grade)), html_text(point.title));
    out << "</table>\n";
}

}  // namespace findings
