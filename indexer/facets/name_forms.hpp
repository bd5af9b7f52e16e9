#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/reading.hpp"

namespace findings {

/// Whether a folded word ends a company's name: "ltd", "limited", "cic".
bool is_company_ending(std::string_view folded);

/// A name without The, Ltd, Limited, CIC and the like: what is printed.
std::string make_name_label(std::string_view name);

/// The slug under which all spellings of a name meet: CofE and Church of England as CE, Saint as St, & as
/// and.
std::string make_name_slug(std::string_view label);

/// Where a name stands in a passage, word by word, case-blind; also its first words alone ("Ashgrove" for
/// "Ashgrove Fostering") when `short_form` is not empty. Byte spans, in order.
std::vector<Span> find_name(const Passage& passage, std::string_view label, std::string_view short_form);

}  // namespace findings
