#pragma once

#include <vector>

#include "indexer/language/grade_words.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// "The previous inspection was in 2015.": what follows in the past tense is that inspection's.
bool recalls_inspection(const std::vector<GradeWord>& words);

/// "its first inspection since it opened", "not previously inspected"; not "the first inspection under the new
/// framework" or "since 2019".
bool tells_of_first_inspection(const std::vector<GradeWord>& words);

/// Whether one of the two sentences before the one at `span` names a year before `year` (any year when that is 0): "In
/// July 2012 inspectors saw …".
bool follows_early_year(const Reading& reading, Span span, int year);

}  // namespace findings
