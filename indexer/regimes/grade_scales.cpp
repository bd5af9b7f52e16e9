#include "indexer/regimes/grade_scales.hpp"

#include <algorithm>
#include <array>

#include "common/index/vocabulary.hpp"
#include "embedded/grade_phrases.hpp"
#include "embedded/grade_scales.hpp"

namespace findings {
namespace {

struct PhraseRow {
    PrintedGrade grade;
    std::vector<std::string_view> phrases;
};

const std::vector<PhraseRow>& phrase_rows() {
    static const std::vector<PhraseRow> rows = [] {
        std::vector<PhraseRow> made;
        for (const auto& cells : read_grade_table(embedded::grade_phrases()))
            if (cells.size() >= 3)
                made.push_back({{std::string(cells[0]), std::string(cells[1])}, split_grade_cell(cells[2])});
        return made;
    }();
    return rows;
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

void fill_phrases(GradeRules& rules) {
    const std::vector<PhraseRow>& rows = phrase_rows();
    for (const std::vector<std::string>* scales : {&rules.awarded, &rules.previous})
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (contains(*scales, rows[i].grade.scale))
                for (const std::string_view phrase : rows[i].phrases)
                    rules.phrases.add(phrase, static_cast<std::uint32_t>(i));
}

std::vector<std::string> to_strings(std::string_view cell) {
    std::vector<std::string> made;
    for (const std::string_view part : split_grade_cell(cell)) made.emplace_back(part);
    return made;
}

GradeRules make_rules_of(std::string scale) {
    GradeRules rules;
    rules.awarded = {std::move(scale)};
    fill_phrases(rules);
    return rules;
}

const std::vector<GradeRules>& all_rules() {
    static const std::vector<GradeRules> rules = [] {
        std::vector<GradeRules> made;
        for (const auto& cells : read_grade_table(embedded::grade_scales())) {
            if (cells.size() < 7) continue;
            GradeRules& row = made.emplace_back();
            row.regulator = cells[0];
            row.types = to_strings(cells[1]);
            row.first_day = cells[2];
            row.last_day = cells[3];
            row.awarded = to_strings(cells[4]);
            row.previous = to_strings(cells[5]);
            row.gives_overall = cells[6] == "overall";
            fill_phrases(row);
        }
        return made;
    }();
    return rules;
}

/// Who inspects such a body in England; for stories that speak of "inspectors" alone.
bool may_be_ofsteds(const FacetContext& context) {
    constexpr std::array<std::string_view, 6> kTypes{"school",         "college",          "nursery",
                                                     "childrens-home", "fostering-agency", "adoption-agency"};
    return context.regulator.empty() && !context.providers.empty() &&
           std::find(kTypes.begin(), kTypes.end(), context.providers.front().type) != kTypes.end();
}

bool fits(const GradeRules& rules, const FacetContext& context) {
    const bool regulated = rules.regulator == "*" || rules.regulator == context.regulator ||
                           (rules.regulator == "ofsted" && may_be_ofsteds(context));
    if (!regulated) return false;
    if (rules.types.front() != "*" &&
        std::none_of(context.providers.begin(), context.providers.end(),
                     [&](const FoundProvider& provider) { return contains(rules.types, provider.type); }))
        return false;
    // Old-style reports kept appearing for weeks after a change of scale, so only the inspection's day can
    // bring a new scale in; the day of publication can keep an old one out.
    if (!rules.first_day.empty() && (context.inspected.empty() || context.inspected < rules.first_day)) return false;
    if (!rules.last_day.empty()) {
        const std::string& day = context.inspected.empty() ? context.published : context.inspected;
        if (day.empty() || day > rules.last_day) return false;
    }
    return true;
}

}  // namespace

const std::vector<PrintedGrade>& printed_grades() {
    static const std::vector<PrintedGrade> grades = [] {
        std::vector<PrintedGrade> made;
        for (const PhraseRow& row : phrase_rows()) made.push_back(row.grade);
        return made;
    }();
    return grades;
}

bool GradeRules::may_award(std::string_view grade_slug) const { return contains(awarded, scale_of_grade(grade_slug)); }
bool GradeRules::may_recall(std::string_view grade_slug) const {
    return contains(previous, scale_of_grade(grade_slug));
}

const GradeRules& select_grade_rules(const FacetContext& context) {
    for (const GradeRules& rules : all_rules())
        if (fits(rules, context)) return rules;
    return all_rules().back();
}

const GradeRules& send_grade_rules() {
    static const GradeRules rules = make_rules_of("send");
    return rules;
}

const GradeRules& supported_accommodation_rules() {
    static const GradeRules rules = make_rules_of("supported-accommodation");
    return rules;
}

bool is_scale_of_areas(std::string_view scale) { return scale == "report-card" || scale == "met"; }

std::string_view scale_of_grade(std::string_view grade_slug) {
    const Term* term = find_term(Field::grade, grade_slug);
    return term != nullptr ? std::string_view(term->scale) : std::string_view();
}

}  // namespace findings
