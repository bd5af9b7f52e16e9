#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Whether a folded word ends a company's name: "ltd", "limited", "cic".
bool is_company_ending(std::string_view folded);

/// A name without The, Ltd, Limited, CIC and the like: what is printed.
std::string make_name_label(std::string_view name);

/// The slug under which all spellings of a name meet: CofE and Church of England as CE, Saint as St, & as
/// and.
std::string make_name_slug(std::string_view label);

}  // namespace findings
