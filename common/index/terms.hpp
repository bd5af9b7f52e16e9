#pragma once

#include <string>
#include <string_view>

#include "common/index/schema.hpp"

namespace findings {

/// The boolean term of a facet's value. Requires: a slug (make_slug, make_judgement_slug).
std::string facet_term(Field facet, std::string_view slug);

/// The boolean term of a free value: an id, an address, a source path, a publisher. Kept as it is; values over
/// 180 bytes or with a NUL byte are hashed, for Xapian refuses terms of 245 bytes and more and counts NULs twice.
/// Publishers are compared as slugs, the others byte for byte.
std::string exact_term(Field field, std::string_view value);

/// The boolean term of the findings that repeat the one with that id: no field, only --show looks it up.
std::string repeats_term(std::string_view finding_id);

}  // namespace findings
