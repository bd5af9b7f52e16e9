#pragma once

#include <string_view>

#include "common/index/schema.hpp"

namespace findings {

/// The facet that an option's value names. Throws: Error{usage} with the nearest facet, or all of them.
Field parse_facet_name(std::string_view option, std::string_view name);

/// The same for --list-values, which takes filters that have a vocabulary too: change, was.
Field parse_listed_name(std::string_view name);

}  // namespace findings
