#pragma once

#include "indexer/language/passage.hpp"

namespace findings {

/// Whether names stand in small letters throughout: scraped stories, some feeds. False for a short text.
bool lacks_capitals(const Passage& passage);

/// Marks as capital the words that are names in a text without capitals: names of the lists, places behind "in" or
/// before a body's kind, and the words before a body's kind ("priory primary school"). Finds the matches anew.
void recase(Passage& passage);

}  // namespace findings
