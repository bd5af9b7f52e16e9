#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// The slug of the council that a cell names: its everyday or formal name, its code (E09000002, 301, CRF), a district's
/// name; "" for a cell that says "none", nullopt for one that names no council.
std::optional<std::string> read_council(std::string_view cell);

/// The slug of the region that a cell names; "" for a region that is none of the ONS's, nullopt for no region.
std::optional<std::string> read_region(std::string_view cell);

}  // namespace findings
