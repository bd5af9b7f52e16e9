#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// One row of a spreadsheet or of a CSV file.
struct SheetRow {
    std::size_t number = 0;  ///< as its program counts it, from 1
    std::vector<std::string> cells;
};

/// One sheet.
struct Sheet {
    std::string name;  ///< empty for CSV
    std::vector<SheetRow> rows;
};

/// No row has more cells than this; a sheet of Excel's may be wide and empty.
inline constexpr std::size_t kMaxColumns = 1024;

/// Gives the articles of a spreadsheet. A sheet whose header names the keys of JSON input, and among them the text's
/// ("text", "body" or "html"), gives an article a row, with an empty cell as an absent key and values of a list parted
/// by ";". All others are one article together: their rows as table rows below their names. `whole`: what is known of
/// the spreadsheet as an article (metadata, warnings).
void give_sheets(std::vector<Sheet> sheets, RawArticle whole, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
