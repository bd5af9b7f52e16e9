#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/reading.hpp"

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
    bool needs_call = false;  ///< believed only where the text calls it a home, a unit, a service
};

/// Names by their type words ("… Primary School"), their prefix ("HMP …") and, with `needs_call`, by house
/// words
/// ("… House") and by what follows them ("Hazeldene, in Bloxwich, is run by"). In text order.
std::vector<BodyName> find_body_names(const Passage& passage);

/// The capitalised name that begins at a word, with small words inside ("School of Music"), or an empty span.
NameSpan read_name(const Passage& passage, std::size_t first);

/// A name without The, Ltd, Limited, CIC and the like: what is printed.
std::string make_name_label(std::string_view name);

/// The slug under which all spellings of a name meet: CofE and Church of England as CE, Saint as St, & as
/// and.
std::string make_name_slug(std::string_view label);

/// Where a name stands in a passage, word by word, case-blind; also its first words alone ("Ashgrove" for
/// "Ashgrove Fostering") when `short_form` is not empty. Byte spans, in order.
std::vector<Span> find_name(const Passage& passage, std::string_view label, std::string_view short_form);

}  // namespace findings
