#pragma once

#include "indexer/language/reading.hpp"

namespace findings {

/// Whether a name of one word that is also a month, a school subject, a verb or a noun ("March", "Reading", "Deal")
/// lacks the second sign that makes it a place here: words such as "in" before it (never enough for a month), a county
/// or a council's word behind it, a kind of body. False for every other name.
bool lacks_place_sign(const Passage& passage, const PhraseMatch& match);

}  // namespace findings
