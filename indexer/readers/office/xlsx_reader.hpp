#pragma once

#include <vector>

#include "indexer/readers/office/sheet.hpp"
#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// Reads the sheets of a workbook (.xlsx) in their order, hidden ones too. Days are written as 2024-03-05. Returns why
/// it cannot be read, or nullopt.
std::optional<Rejection> read_xlsx(ZipParts& parts, std::vector<Sheet>& sheets, RawArticle& article);

}  // namespace findings
