#pragma once

#include <string>
#include <vector>

#include "searcher/options/search_options.hpp"

namespace findings {

/// The command line as a shell would take it: the index named even where the environment gave it, and without --cite,
/// for the command gives the answer again and not the line that cites it.
std::string quote_command(const SearchOptions& options, const std::vector<std::string>& arguments);

}  // namespace findings
