#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/reading.hpp"

namespace findings {

/// A name as it stands in a passage: words [first, last).
struct NameSpan {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A body's name that a pattern found: "Future Fostering", "Oldham College", "HMP Leeds", "Larkspur House".
struct BodyName {
    NameSpan words;
    std::string type;         ///< slug of facet `type`; empty when the pattern does not tell
    bool inspected = false;   ///< "inspection of", "a visit to" stands right before it
    bool needs_call = false;  ///< believed only where the text calls it a home, a unit, a service
};

/// Names by their type words, capitalised or not ("Ouse View care home") ("… Primary School"), their prefix ("HMP …")
/// and, with `needs_call`, by house words
/// ("… House") and by what follows them ("Hazeldene, in Bloxwich, is run by"). In text order.
/// A `headline` begins with a capital whatever its first word is.
std::vector<BodyName> find_body_names(const Passage& passage, bool headline = false);

/// The capitalised name that begins at a word, with small words inside ("School of Music"), or an empty span.
NameSpan read_name(const Passage& passage, std::size_t first);

}  // namespace findings
