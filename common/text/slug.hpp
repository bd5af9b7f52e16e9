#pragma once

#include <string>
#include <string_view>

namespace findings {

/// The stored and typed form of a label: accents folded, `&` to "and", apostrophes dropped, lower-case ASCII
/// letters and digits, everything else to single hyphens. Cut to 80 bytes plus a hash when longer, so that a
/// slug always fits a term. "St. Mary's & All" -> "st-marys-and-all".
std::string make_slug(std::string_view label);

/// A judgement as typed or declared, "Help and protection: Good" -> "help-and-protection:good".
std::string make_judgement_slug(std::string_view typed);

}  // namespace findings
