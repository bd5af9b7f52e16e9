#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One record of a table, its cells in the order of the columns asked for; a column the file lacks is "".
struct CsvRow {
    std::size_t line = 0;  ///< where it begins in the file, from 1
    std::vector<std::string> cells;
};

/// Columns a table may have. Order in the file is free.
struct CsvColumns {
    std::vector<std::string> names;
    std::size_t needed = 0;  ///< how many of them, from the first, the header must have
};

/// Reads a table that people keep by hand: RFC 4180 (quotes, doubled quotes, line breaks in quotes), with or without a
/// byte order mark, LF or CRLF, separated by commas, or by semicolons or tabs where the header is, space around
/// unquoted cells ignored, blank lines skipped. Excel saves such files. `name` stands in messages. Throws:
/// Error{bad_config} for a text without a header, which is a file cut off and not an empty table; naming name:line for
/// an unknown or missing column, a column given twice, a row with more cells than the header, a quote never closed,
/// text that is not UTF-8.
std::vector<CsvRow> parse_csv(std::string_view marked, const std::string& name, const CsvColumns& columns);

/// Reads a file by read_text_file and parse_csv. Throws: Error{bad_config} also when it cannot be read.
std::vector<CsvRow> read_csv(const std::filesystem::path& file, const CsvColumns& columns);

}  // namespace findings
