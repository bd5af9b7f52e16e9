#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/language/grade_phrases.hpp"

namespace findings {

/// Whether an inspection grades the whole body.
enum class OverallGrade : std::uint8_t {
    overall,  ///< one grade for the whole
    areas,    ///< only areas have a grade
    told,     ///< nothing is printed for the whole; a story's grade of the whole counts
    outcome,  ///< one of a few sentences
    none,
};

/// A kind of visit without a grade.
struct UngradedVisit {
    std::string visit;
    std::string framework;  ///< of its own, or ""
    std::string line;       ///< of its own, or ""
};

/// What one inspectorate gives one kind of body in one period: a row of data/regimes.tsv.
struct Regime {
    std::string line;       ///< frameworks that succeed one another, "" for none
    std::string framework;  ///< "" where the day is not known
    std::vector<std::string> regulators;
    bool without_regulator = false;  ///< also for a story that names no inspectorate
    std::vector<std::string> types;
    std::vector<std::string> signs;  ///< phrases in small letters, one of which the opening must have; none: no matter
    std::string first_day;
    std::string last_day;
    std::vector<std::string> awarded;      ///< scales
    std::vector<std::string> areas_alone;  ///< those of them that are given to areas only
    std::vector<std::string> previous;     ///< scales an earlier inspection may have used
    OverallGrade overall = OverallGrade::overall;
    std::vector<std::string> areas;  ///< what "in all areas" means, "" where bodies differ
    std::vector<UngradedVisit> ungraded;
    PhraseBook phrases;  ///< of all those scales

    [[nodiscard]] bool may_award(std::string_view grade_slug) const;
    [[nodiscard]] bool may_recall(std::string_view grade_slug) const;
    /// Whether a grade may stand for the whole body; `story` says that journalists tell it.
    [[nodiscard]] bool may_be_overall(std::string_view grade_slug, bool story) const;
    /// The grade that a quotation of the inspectorate's own definition stands for, "" where it defines none.
    [[nodiscard]] std::string_view defined_grade(std::string_view visit) const;
    /// A kind of visit that gives no grade.
    [[nodiscard]] bool gives_no_grade(std::string_view visit) const;
    /// The framework of a visit, "" when it is not known.
    [[nodiscard]] std::string_view framework_of(std::string_view visit) const;
    /// The line that a visit belongs to, "" for none.
    [[nodiscard]] std::string_view line_of(std::string_view visit) const;
};

/// The regime of the inspection that an article is about. Scales are never mapped onto each other: a word that the
/// inspectorate's scale of that day does not have is no grade.
const Regime& select_regime(const FacetContext& context);
/// The same as if one body of the type were the only provider: for the framework of each body of a round-up.
const Regime& select_regime(const FacetContext& context, std::string_view type);

/// Regimes whose outcomes are sentences and that the article may be of by inspectorate, type and a sign in its opening.
/// The sentences are plain enough to be looked for whatever the day.
std::vector<const Regime*> find_outcome_regimes(const FacetContext& context);

/// Whether the parts of a body of that type (a council's homes, its adoption service) are inspected and graded apart.
bool grades_parts_apart(std::string_view type);

}  // namespace findings
