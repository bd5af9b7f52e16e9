#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/options/environment.hpp"
#include "common/options/option_table.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// What the program was asked to do. Everything but `search` answers one question and ends.
enum class Command : std::uint8_t { search, show, timeline, replay, batch, list_fields, list_values, help, version };

enum class ColorMode : std::uint8_t { automatic, always, never };

/// The command line understood: the request, and how to print the answer.
struct SearchOptions {
    Command command = Command::search;
    std::string argument;  ///< ID, PROVIDER, FILE or FACET of the command
    SearchRequest request;
    std::string ids_file;  ///< `--ids`; read into request.ids by run_command
    OutputFormat format = OutputFormat::text;
    std::vector<std::string> columns;  ///< `--columns`, as typed; empty: all
    ColorMode color = ColorMode::automatic;
    bool pager = true;
    bool quiet = false;
    bool cite = false;          ///< `--cite`: a line to cite, instead of the text or in the other formats
    bool counts_asked = false;  ///< --facets or --limit 0: the counts are the answer, not a hint beside it
};

/// Every option of findings-search. The filters come from the field table: a new facet is a new option.
const std::vector<OptionSpec>& search_option_table();

/// Options of a command line and, behind it, of a configuration file become a request. No I/O.
/// Throws: Error{usage} naming the option and the value; Error{bad_config} naming file and line.
SearchOptions parse_search_options(const ParsedArguments& given, const Environment& environment);

/// The text of --help.
std::string search_help();

}  // namespace findings
