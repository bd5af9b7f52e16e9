#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/facets/grade/grade_sentences.hpp"

namespace findings {

/// An area of a report card with its grade.
struct CardJudgement {
    std::uint32_t area = 0;  ///< index into judgement_labels()
    std::string grade;       ///< slug of scale report-card or met
};

/// The areas that a sentence on one of Ofsted's report cards grades: "Attendance and behaviour, and leadership and
/// governance, met the expected standard." The scale's names are said of nothing else, so nearness is enough: areas
/// introduced by "for" or "in" behind a grade, else those before it. "Exceptional" counts beside a verb or in quotation
/// marks only, "met" for safeguarding only.
std::vector<CardJudgement> read_card_sentence(const std::vector<GradeWord>& words, const SentenceSetting& setting);

}  // namespace findings
