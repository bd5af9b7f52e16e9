#include "indexer/regimes/regimes.hpp"

#include <algorithm>
#include <deque>

#include "common/base/table_rows.hpp"
#include "embedded/regimes.hpp"
#include "indexer/regimes/grade_scales.hpp"

namespace findings {
namespace {

constexpr std::size_t kOpeningBytes = 12'000;
/// Reports of an inspection before a change go on appearing so many months after it.
constexpr int kMonthsOfReports = 2;

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::vector<std::string> read_list(std::string_view cell) {
    std::vector<std::string> made;
    if (cell == "-") return made;
    for (const std::string_view part : split_at(cell, '|')) made.emplace_back(part);
    return made;
}

std::string read_name(std::string_view cell) { return cell == "-" ? std::string() : std::string(cell); }

OverallGrade read_overall(std::string_view cell) {
    if (cell == "overall") return OverallGrade::overall;
    if (cell == "areas") return OverallGrade::areas;
    if (cell == "told") return OverallGrade::told;
    return cell == "outcome" ? OverallGrade::outcome : OverallGrade::none;
}

void read_regulators(Regime& regime, std::string_view cell) {
    for (std::string& name : regime.regulators = read_list(cell))
        if (name.back() == '?') {
            name.pop_back();
            regime.without_regulator = true;
        }
}

void read_scales(Regime& regime, std::string_view cell) {
    for (std::string& scale : regime.awarded = read_list(cell))
        if (scale.back() == '*') {
            scale.pop_back();
            regime.areas_alone.push_back(scale);
        }
}

void read_ungraded(Regime& regime, std::string_view cell) {
    for (const std::string& text : read_list(cell)) {
        const std::size_t sign = std::min(text.find('='), text.size());
        const std::size_t colon = std::min(text.find(':'), text.size());
        UngradedVisit visit;
        visit.visit = text.substr(0, sign);
        if (sign < text.size()) visit.framework = text.substr(sign + 1, colon - sign - 1);
        if (colon < text.size()) visit.line = text.substr(colon + 1);
        regime.ungraded.push_back(std::move(visit));
    }
}

void fill_phrases(Regime& regime) {
    for (const std::vector<std::string>* scales : {&regime.awarded, &regime.previous})
        for (const std::string& scale : *scales) add_scale_phrases(scale, regime.phrases);
}

const std::deque<Regime>& all_regimes() {
    static const std::deque<Regime> regimes = [] {
        std::deque<Regime> made;
        for_each_row(embedded::regimes(), [&](const auto& cells) {
            Regime& row = made.emplace_back();
            row.line = read_name(cells.at(0));
            row.framework = read_name(cells.at(1));
            read_regulators(row, cells.at(2));
            row.types = read_list(cells.at(3));
            if (cells.at(4) != "*") row.signs = read_list(cells.at(4));
            row.first_day = cells.at(5);
            row.last_day = cells.at(6);
            read_scales(row, cells.at(7));
            row.previous = read_list(cells.at(8));
            row.overall = read_overall(cells.at(9));
            row.areas = read_list(cells.at(10));
            read_ungraded(row, cells.at(11));
            fill_phrases(row);
        });
        return made;
    }();
    return regimes;
}

bool has_type(const Regime& regime, std::string_view type) {
    return regime.types.front() == "*" || contains(regime.types, type);
}

/// A story that speaks of "inspectors" alone has the inspectorate of its body's kind: the row must name the kind.
bool has_regulator(const Regime& regime, std::string_view regulator, std::string_view type) {
    if (regime.regulators.front() == "*" || contains(regime.regulators, regulator)) return true;
    return regime.without_regulator && regulator.empty() && contains(regime.types, type);
}

/// A day so many months later, for comparing.
std::string months_later(std::string_view day, int months) {
    int year = std::stoi(std::string(day.substr(0, 4)));
    int month = std::stoi(std::string(day.substr(5, 2))) + months;
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    const std::string padded = (month < 10 ? "0" : "") + std::to_string(month);
    return std::to_string(year) + "-" + padded + std::string(day.substr(7));
}

bool has_day(const Regime& regime, std::string_view inspected, std::string_view published) {
    if (!regime.first_day.empty()) {
        if (inspected.empty() && (published.empty() || published < months_later(regime.first_day, kMonthsOfReports)))
            return false;
        if (!inspected.empty() && inspected < regime.first_day) return false;
    }
    if (!regime.last_day.empty()) {
        const std::string_view day = inspected.empty() ? published : inspected;
        if (day.empty() || day > regime.last_day) return false;
    }
    return true;
}

bool shows_sign(const Regime& regime, const CleanArticle& article) {
    if (regime.signs.empty()) return true;
    const std::string_view opening = std::string_view(article.body).substr(0, kOpeningBytes);
    const auto holds = [](std::string_view text, std::string_view phrase) {
        return std::search(text.begin(), text.end(), phrase.begin(), phrase.end(), [](char a, char b) {
                   return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
               }) != text.end();
    };
    return std::any_of(regime.signs.begin(), regime.signs.end(),
                       [&](const std::string& sign) { return holds(article.title, sign) || holds(opening, sign); });
}

const Regime& select(const FacetContext& context, const std::vector<std::string_view>& types) {
    for (const Regime& regime : all_regimes()) {
        const bool fits = types.empty()
                              ? regime.types.front() == "*" && has_regulator(regime, context.regulator, {})
                              : std::any_of(types.begin(), types.end(), [&](std::string_view type) {
                                    return has_type(regime, type) && has_regulator(regime, context.regulator, type);
                                });
        if (fits && has_day(regime, context.inspected, context.published) && shows_sign(regime, context.article))
            return regime;
    }
    return all_regimes().back();
}

}  // namespace

bool Regime::may_award(std::string_view grade_slug) const { return contains(awarded, scale_of_grade(grade_slug)); }
bool Regime::may_recall(std::string_view grade_slug) const { return contains(previous, scale_of_grade(grade_slug)); }

bool Regime::may_be_overall(std::string_view grade_slug, bool story) const {
    if (overall == OverallGrade::areas || overall == OverallGrade::none) return false;
    if (overall == OverallGrade::told && !story) return false;
    return !contains(areas_alone, scale_of_grade(grade_slug));
}

std::string_view Regime::defined_grade(std::string_view visit) const {
    // Source: gov.uk, social care common inspection framework and ILACS framework, "inadequate".
    constexpr std::string_view kDefined = "inadequate";
    const bool defines = contains(regulators, "ofsted") || regulators.front() == "*";
    return defines && visit != "short" && may_award(kDefined) ? kDefined : std::string_view();
}

bool Regime::gives_no_grade(std::string_view visit) const {
    return overall == OverallGrade::none || std::any_of(ungraded.begin(), ungraded.end(),
                                                        [&](const UngradedVisit& each) { return each.visit == visit; });
}

std::string_view Regime::framework_of(std::string_view visit) const {
    for (const UngradedVisit& each : ungraded)
        if (each.visit == visit && !each.framework.empty()) return each.framework;
    return framework;
}

std::string_view Regime::line_of(std::string_view visit) const {
    for (const UngradedVisit& each : ungraded)
        if (each.visit == visit && !each.line.empty()) return each.line;
    return line;
}

const Regime& select_regime(const FacetContext& context) {
    std::vector<std::string_view> types;
    for (const FoundProvider& provider : context.providers) types.push_back(provider.type);
    return select(context, types);
}

const Regime& select_regime(const FacetContext& context, std::string_view type) { return select(context, {type}); }

std::vector<const Regime*> find_outcome_regimes(const FacetContext& context) {
    std::vector<const Regime*> found;
    const std::string_view type = context.providers.empty() ? std::string_view() : context.providers.front().type;
    // A partnership is often taken for its council.
    const bool open = type.empty() || type == "council-services";
    for (const Regime& regime : all_regimes()) {
        if (regime.overall != OverallGrade::outcome) continue;
        if (!contains(regime.regulators, context.regulator) && !context.regulator.empty()) continue;
        if (!contains(regime.types, type) && !(regime.signs.empty() ? open : type.empty())) continue;
        if (std::any_of(found.begin(), found.end(),
                        [&](const Regime* each) { return each->awarded == regime.awarded; }))
            continue;
        if (shows_sign(regime, context.article)) found.push_back(&regime);
    }
    return found;
}

bool grades_parts_apart(std::string_view type) { return type == "council-services" || type == "area-partnership"; }

}  // namespace findings
