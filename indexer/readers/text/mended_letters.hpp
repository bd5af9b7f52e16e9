#pragma once

#include <string>

namespace findings {

/// Lines of a text whose letters are set apart ("I N S P E C T I O N   R E P O R T") or printed twice
/// ("IInnssppeeccttiioonn"), as other programs extract headings, with their words put together again. A line is changed
/// only when all of it is like that.
std::string mend_letters(std::string text);

}  // namespace findings
