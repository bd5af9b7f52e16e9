#pragma once

#include "common/index/article.hpp"
#include "indexer/facets/grade/grade_reading.hpp"

namespace findings {

/// How much a proof weighs; the heavier one wins.
inline constexpr int kFromTable = 100;
inline constexpr int kFromPrintedSentence = 90;
inline constexpr int kPageOneLine = 40;
inline constexpr int kKeptWeight = 15;  ///< less than a grade that a sentence calls the previous one

/// What a sentence's grade weighs as the one given.
int weigh_grade(const GradeReading& reading, Where where);

/// What it weighs as the one before. What is said of an earlier inspection is said in all ways; only a name or
/// "overall" makes it surer.
int weigh_previous_grade(const GradeReading& reading, Where where);

}  // namespace findings
