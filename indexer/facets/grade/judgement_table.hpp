#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/regimes/grade_scales.hpp"
#include "indexer/regimes/judgement_labels.hpp"
#include "indexer/regimes/regimes.hpp"

namespace findings {

/// One printed judgement: a row of a table, two or more lines of one, or a sentence in its place.
struct JudgementRow {
    std::string area;        ///< slug, may be empty for the overall or previous grade
    std::string area_label;  ///< as printed, for areas the vocabulary does not know
    bool overall = false;
    bool previous = false;
    bool sentence = false;  ///< "The overall judgement is good": a sentence, not a row
    std::string grade;      ///< slug
    Span span;              ///< bytes of the body: the row or sentence
};

/// Every printed judgement of a report, in order. Robust against labels and grades wrapped over lines, also
/// where the two columns' lines alternate. Only names of data/judgement_labels.tsv count, and, in real table
/// rows beside them, any other short name with a grade. Speed: linear; the first pages and table rows only.
std::vector<JudgementRow> read_judgement_table(const CleanArticle& article, const Regime& rules,
                                               const JudgementBooks& books, bool report);

}  // namespace findings
