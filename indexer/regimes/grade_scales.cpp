#include "indexer/regimes/grade_scales.hpp"

#include "common/index/vocabulary.hpp"
#include "embedded/grade_phrases.hpp"

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

}  // namespace

const std::vector<PrintedGrade>& printed_grades() {
    static const std::vector<PrintedGrade> grades = [] {
        std::vector<PrintedGrade> made;
        for (const PhraseRow& row : phrase_rows()) made.push_back(row.grade);
        return made;
    }();
    return grades;
}

void add_scale_phrases(std::string_view scale, PhraseBook& phrases) {
    const std::vector<PhraseRow>& rows = phrase_rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].grade.scale == scale)
            for (const std::string_view phrase : rows[i].phrases) phrases.add(phrase, static_cast<std::uint32_t>(i));
}

std::string_view scale_of_grade(std::string_view grade_slug) {
    const Term* term = find_term(Field::grade, grade_slug);
    return term != nullptr ? std::string_view(term->scale) : std::string_view();
}

namespace {

/// "Adequate" stands between the second and the third grade of the four-point scale, "satisfactory" in place of the
/// third.
bool is_better_than_middle(std::string_view grade) { return grade == "outstanding" || grade == "good"; }

}  // namespace

std::string_view change_between(std::string_view previous, std::string_view grade) {
    // Old Ofsted: outstanding, good, adequate (schools: satisfactory), inadequate. What came behind "adequate" may be
    // of the scale that followed, and is compared with nothing.
    if (grade == "adequate" || grade == "satisfactory") {
        if (is_better_than_middle(previous)) return "declined";
        if (previous == "inadequate") return "improved";
    }
    // HMICFRS since 2021: outstanding, good, adequate, requires improvement, inadequate.
    constexpr std::string_view kMiddle = "hmicfrs-adequate";
    const bool four_point = scale_of_grade(grade == kMiddle ? previous : grade) == "four-point";
    if (grade == kMiddle && four_point) return is_better_than_middle(previous) ? "declined" : "improved";
    if (previous == kMiddle && four_point) return is_better_than_middle(grade) ? "improved" : "declined";
    return grade_change(previous, grade);
}

}  // namespace findings
