#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/options/environment.hpp"
#include "common/options/option_table.hpp"

namespace findings {

/// The command line of findings-serve, understood.
struct ServeOptions {
    bool help = false;
    bool version = false;
    std::string listen = "127.0.0.1:8080";
    std::vector<std::filesystem::path> indexes;
    std::vector<std::string> hosts;  ///< names it is asked under, besides those of loopback; lower case, without port
    unsigned max_connections = 256;
    std::filesystem::path originals;  ///< empty: none are served
    std::string contact;              ///< an address of the web or "mailto:..."
    std::string source_url;
    bool quiet = false;
};

/// Every option of findings-serve.
const std::vector<OptionSpec>& serve_option_table();

/// Throws: Error{usage} naming the option and the value.
ServeOptions parse_serve_options(const ParsedArguments& given, const Environment& environment);

/// The text of --help.
std::string serve_help();

}  // namespace findings
