#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/regimes/grade_scales.hpp"
#include "indexer/regimes/judgement_labels.hpp"

namespace findings {

/// What a grade in running text is.
enum class GradeRole : std::uint8_t {
    awarded,         ///< the provider's, by this inspection: overall or of areas
    previous,        ///< the provider's, by an earlier one
    other_provider,  ///< somebody else's
    mentioned,       ///< statistics, hopes, denials, grades of nothing known
    figure,          ///< "good progress": no grade at all
};

/// Whose grade it is.
enum class GradeSubject : std::uint8_t { unknown, overall, named, generic, area };

/// One grade of a sentence, understood.
struct GradeReading {
    std::string slug;
    GradeRole role = GradeRole::figure;
    GradeSubject subject = GradeSubject::unknown;
    bool kept = false;                   ///< "remains", "retained"
    bool past = false;                   ///< "it was judged …": simple past, with no name as its subject
    bool firm = false;                   ///< a grade verb or "rating" stands with it
    std::vector<std::uint32_t> areas;    ///< indexes into judgement_labels()
    std::vector<std::size_t> providers;  ///< providers named as its subject, by index
    int year = 0;                        ///< an early year printed behind it, 0 for none
    bool everywhere = false;             ///< "in all areas"
    bool near_areas = false;             ///< the sentence names graded areas somewhere
    std::size_t begin = 0;               ///< bytes of the grade
    std::size_t end = 0;
};

/// What is known around a sentence.
struct SentenceSetting {
    const GradeRules* rules = nullptr;
    const JudgementBooks* books = nullptr;
    const FacetContext* context = nullptr;
    PhraseBook names;     ///< provider labels; value: index of the provider
    bool report = false;  ///< inspectors' own words: "services are good" is an award
    bool title = false;
    int year = 0;  ///< of the inspection, else of publication; 0 unknown
};

/// Reads every grade word of a sentence (or title). The words of a sentence carry their bytes in the body.
/// Linear in the sentence, but for a few bounded looks to either side.
std::vector<GradeReading> read_grade_sentence(std::vector<GradeWord> sentence, const SentenceSetting& setting);

}  // namespace findings
