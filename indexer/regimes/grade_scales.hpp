#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/language/grade_phrases.hpp"

namespace findings {

/// A printed grade: rows of data/grade_phrases.tsv. `value` of a match in GradeRules::phrases is its index.
struct PrintedGrade {
    std::string scale;
    std::string slug;
};
const std::vector<PrintedGrade>& printed_grades();

/// What one regulator's inspections of one kind of provider may award, by date.
struct GradeRules {
    std::string regulator;           ///< slug or "*"
    std::vector<std::string> types;  ///< slugs or {"*"}
    std::string first_day;
    std::string last_day;
    std::vector<std::string> awarded;   ///< scales
    std::vector<std::string> previous;  ///< scales an earlier inspection may have used
    bool gives_overall = true;
    PhraseBook phrases;  ///< of all those scales

    [[nodiscard]] bool may_award(std::string_view grade_slug) const;
    [[nodiscard]] bool may_recall(std::string_view grade_slug) const;
};

/// The rules for the inspection an article is about. Scales are never mapped onto each other: a word that the
/// regulator's scale of that day does not have is no grade.
const GradeRules& select_grade_rules(const FacetContext& context);

/// Rules for joint inspections of a local area's SEND arrangements, and of supported accommodation: their
/// outcomes are sentences, plain enough to be looked for whatever the provider's type.
const GradeRules& send_grade_rules();
const GradeRules& supported_accommodation_rules();

/// Whether grades of a scale are given to areas only, never to the whole: report cards, safeguarding met or not met.
bool is_scale_of_areas(std::string_view scale);

/// Scale of a grade, empty for an unknown one.
std::string_view scale_of_grade(std::string_view grade_slug);

}  // namespace findings
