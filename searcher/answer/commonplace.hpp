#pragma once

#include <cstddef>
#include <string_view>

namespace findings {

/// The line or sentence around a byte of a text: up to a line break or the end of a sentence on either side.
/// Requires: byte < text.size().
std::string_view sentence_around(std::string_view text, std::size_t byte);

/// Whether a sentence says the same in every report, and nothing of this one: statutory text, what a grade means, how
/// inspections are made, a row of the table of judgements. Such sentences name every subject; as excerpts they tell
/// nothing.
bool is_commonplace(std::string_view sentence);

}  // namespace findings
