#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/language/grade_phrases.hpp"

namespace findings {

/// What a printed name of a graded area stands for.
struct JudgementLabel {
    std::string area;       ///< slug; empty for a label that is none
    bool overall = false;   ///< the overall grade (an area may come with it: homes have one row for both)
    bool previous = false;  ///< the overall grade of the inspection before
    bool service = false;   ///< one service of a hospital or ambulance trust
};

/// The names of areas as one regulator prints them in tables, and as news writes of them.
/// `value` of a match is an index into judgement_labels().
struct JudgementBooks {
    PhraseBook table;
    PhraseBook news;
    /// By row of judgement_labels(): its rank among the rows that apply, 0 for one that does not. Lower is nearer.
    std::vector<std::uint32_t> ranks;

    /// The row itself when it applies to the regulator and type.
    [[nodiscard]] std::optional<std::uint32_t> row_of_name(std::uint32_t row) const {
        return ranks[row] == 0 ? std::nullopt : std::optional(row);
    }
    [[nodiscard]] std::uint32_t rank_of_row(std::uint32_t row) const { return ranks[row]; }
};

/// Rows of data/judgement_labels.tsv.
const std::vector<JudgementLabel>& judgement_labels();

/// The books for a regulator and the types of the providers. Few distinct ones exist; made once and kept.
/// Thread-safe.
const JudgementBooks& select_judgement_books(const FacetContext& context);

}  // namespace findings
