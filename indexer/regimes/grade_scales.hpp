#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/grade_phrases.hpp"

namespace findings {

/// A printed grade: rows of data/grade_phrases.tsv. `value` of a match in Regime::phrases is its index.
struct PrintedGrade {
    std::string scale;
    std::string slug;
};
const std::vector<PrintedGrade>& printed_grades();

/// Adds every printed form of a scale's grades; of two scales with one form the first added keeps it.
void add_scale_phrases(std::string_view scale, PhraseBook& phrases);

/// Scale of a grade, empty for an unknown one.
std::string_view scale_of_grade(std::string_view grade_slug);

/// The direction from one grade to the next: improved, declined or unchanged; "" across scales. Two scales share words
/// with the four-point one: old Ofsted's with "adequate" or "satisfactory", where only a grade before these is
/// known to be of that scale, and the five steps of HMICFRS.
std::string_view change_between(std::string_view previous, std::string_view grade);

}  // namespace findings
