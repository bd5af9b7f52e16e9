#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/name_slug.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// Where a name stands in a passage, word by word, case-blind; also its first words alone ("Ashgrove" for
/// "Ashgrove Fostering") when `short_form` is not empty. Byte spans, in order.
std::vector<Span> find_name(const Passage& passage, std::string_view label, std::string_view short_form);

}  // namespace findings
