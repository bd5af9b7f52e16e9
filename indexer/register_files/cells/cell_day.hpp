#pragma once

#include <string>
#include <string_view>

namespace findings {

/// What a cell that should hold a day holds.
struct CellDay {
    std::string day;     ///< ISO; empty for none
    std::string reason;  ///< why it is none, e.g. "no day: the month would be 25"; empty when it is one
};

/// Reads 05/03/2024, 05-03-2024, 05/03/24, 20240305, 2024-03-05, 5 March 2024, each with a time behind it or none, and
/// a spreadsheet's serial number (45356). Days come first: a month above 12 is no day. Requires: !is_missing(cell).
CellDay read_cell_day(std::string_view cell);

}  // namespace findings
