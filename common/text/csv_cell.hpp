#pragma once

#include <string>

namespace findings {

/// One cell of a CSV line for a spreadsheet: quoted where needed, and guarded by an apostrophe where it would be read
/// as a formula.
std::string quote_csv_cell(std::string cell);

}  // namespace findings
