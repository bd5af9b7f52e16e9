#pragma once

#include <string>

#include "common/options/environment.hpp"
#include "searcher/options/search_options.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {

/// Colour and width for standard output as it is now. `--color` outranks NO_COLOR and TERM=dumb, they outrank the
/// terminal; away from a terminal lines are 80 columns wide, so that files do not depend on a window.
RenderStyle choose_style(const SearchOptions& options, const Environment& environment);

/// A page on a terminal is a screen of tags. `command`: as the reader typed it, for the hint. Throws: Error{usage}.
void refuse_page_on_terminal(const SearchOptions& options, const std::string& command);

}  // namespace findings
