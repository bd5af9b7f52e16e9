#pragma once

#include <string_view>

namespace findings {

/// Whether a text is likely Welsh: many of its words are the small ones of that language, which English has not. A text
/// that was read as English keeps them.
bool looks_welsh(std::string_view text);

}  // namespace findings
