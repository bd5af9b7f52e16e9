#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/clause_tokens.hpp"
#include "indexer/regimes/grade_scales.hpp"
#include "indexer/regimes/judgement_labels.hpp"
#include "indexer/regimes/regimes.hpp"

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
    bool current = false;                ///< "now", "its latest report"
    bool everywhere = false;             ///< "in all areas"
    bool near_areas = false;             ///< the sentence names graded areas somewhere
    std::string_view rule;               ///< the pattern that decided, see data/grade_patterns.tsv
    std::size_t begin = 0;               ///< bytes of the grade
    std::size_t end = 0;
};

/// What is known around a sentence.
struct SentenceSetting {
    const Regime* rules = nullptr;
    const JudgementBooks* books = nullptr;
    const FacetContext* context = nullptr;
    const Passage* passage = nullptr;  ///< title or body
    PhraseBook names;                  ///< provider labels; value: index of the provider
    std::vector<TokenMark> marks;      ///< where the passage names the providers: class name, in order
    bool whole_services = false;  ///< the provider is a council's services: its homes and agencies are graded apart
    bool report = false;          ///< inspectors' own words: "services are good" is an award
    bool title = false;
    bool recalled = false;  ///< one of the two sentences before names an earlier year
    int year = 0;           ///< of the inspection, else of publication; 0 unknown
};

}  // namespace findings
