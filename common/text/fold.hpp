#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Case, compatibility forms (ligatures, full width), accents and apostrophes folded: "Ofﬁce’s Café" -> "offices
/// cafe". Invalid UTF-8 becomes U+FFFD. ASCII text takes no detour through ICU.
std::string fold_text(std::string_view utf8);

/// Whether the bytes are valid UTF-8.
bool is_valid_utf8(std::string_view bytes);

}  // namespace findings
