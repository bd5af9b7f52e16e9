#pragma once

#include <string>
#include <string_view>

#include "common/article.hpp"

namespace findings {

/// An article as bytes: the document data of a generation, and the spool between extraction and writing.
/// Lengths are varints, strings follow their length; the head (everything but text and dropped) comes first.
std::string encode_record(const Article& article);

/// How much of a record to read.
enum class RecordPart {
    head,  ///< everything but evidence quotes, text and dropped text: enough for a hit without a snippet
    full,
};

/// Reads what encode_record wrote. Throws Error{unavailable} on damaged bytes.
Article decode_record(std::string_view bytes, RecordPart part = RecordPart::full);

}  // namespace findings
