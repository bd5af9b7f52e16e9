#pragma once

#include <string>
#include <string_view>

#include "common/index/article.hpp"

namespace findings {

/// An article as bytes. Numbers are varints, strings follow their length; of a string that stands before in the same
/// part, like the name of a rule, only where.
struct RecordParts {
    std::string head;  ///< what a hit shows without a snippet
    std::string rest;  ///< remarks, pages, findings, text and dropped text
};

RecordParts encode_parts(const Article& article);

/// A record: the head as it is, the length of the rest, and the rest: `deflated` where there is such a thing and it is
/// shorter. Inflating the text of ten hits to show their titles was a fifth of a query.
std::string join_record(const RecordParts& parts, std::string_view deflated);

/// A record that is not deflated: the spool between extraction and writing.
std::string encode_record(const Article& article);

/// How much of a record to read.
enum class RecordPart {
    head,  ///< everything but evidence quotes, findings, text and dropped text: enough for a hit without a snippet
    full,
};

/// Reads what join_record wrote. Throws Error{unavailable} on damaged bytes.
Article decode_record(std::string_view bytes, RecordPart part = RecordPart::full);

}  // namespace findings
