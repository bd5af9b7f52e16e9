#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "common/options/option_table.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/options/search_options.hpp"
#include "searcher/site/address.hpp"

namespace findings {

/// Whether an address may carry a parameter of that name: "q", a filter, an exclusion, or one of what shapes the
/// answer. What reads a file or says how the command line prints is none.
bool is_parameter(std::string_view name);

/// The parameters of an address as options of findings-search, "q" left out. A switch is given by 1, yes, true or on.
/// Throws: Error{usage} for a parameter that does not exist, with the nearest name; for one given twice that may be
/// given once only; for a switch with another value.
ParsedArguments read_parameters(const Address& address);

/// What an address asks, as the command line would ask it with `format`. `own`: names of parameters that the page takes
/// for itself. Throws: Error{usage} as read_parameters() and parse_search_options().
SearchOptions read_question(const Address& address, OutputFormat format,
                            const std::vector<std::filesystem::path>& indexes,
                            const std::vector<std::string_view>& own = {});

/// The address with the values of its filters in place of what was typed, each once: what links are made of.
Address make_canonical(const Address& address, const std::vector<ResolvedFilter>& filters);

}  // namespace findings
