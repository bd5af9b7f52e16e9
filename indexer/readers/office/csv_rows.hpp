#pragma once

#include <string_view>

#include "indexer/readers/office/sheet.hpp"

namespace findings {

/// The rows of a CSV file: cells parted by the sign that its first lines hold most of (comma, semicolon, tab), quoted
/// as in RFC 4180; a quote that is never closed ends at the end of the text. Requires: tidied UTF-8.
Sheet read_csv_rows(std::string_view text);

}  // namespace findings
