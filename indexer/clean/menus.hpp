#pragma once

#include <cstddef>
#include <vector>

#include "indexer/clean/line.hpp"

namespace findings {

/// Drops runs of short menu entries in [begin, end). A run needs four entries, `shared_needed` of them such
/// as most sites have.
void drop_menus(std::vector<Line>& lines, std::size_t begin, std::size_t end, std::size_t shared_needed = 2);

/// Whether one line holds a whole menu: "Home | News | Sport | Contact us".
bool is_menu_line(const Line& line);

/// Whether the line says where in a site the page stands: "Home > News", "Home Dartford News Article".
bool is_breadcrumb(const Line& line);

}  // namespace findings
