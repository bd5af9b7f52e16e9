#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/options/environment.hpp"
#include "common/options/option_table.hpp"

namespace findings {

/// One `key = value` line.
struct ConfigEntry {
    std::string key;
    std::string value;
    std::string place;  ///< "file:line", for messages
};

/// Which program reads the file; all share one.
enum class Program { index, search, serve };

/// Reads the text of a configuration file: `key = value` lines, `#` comments, blank lines. Keys are option
/// names. Throws: Error{bad_config} naming file:line for a line of another shape or a key no program knows.
std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& file_name);

/// Reads `named` (from --config), or else the first candidate that exists; no file is no entries.
/// Throws: Error{bad_config} also when `named` cannot be read.
std::vector<ConfigEntry> read_config(const std::string& named, const Environment& environment);

/// Adds the entries meant for `program` to the options that the command line leaves unset. A switch is set by
/// `yes` or `true`, left alone by `no` or `false`. `environment` outranks the file for --index.
/// Throws: Error{bad_config} for a switch with another value.
void apply_config(const std::vector<ConfigEntry>& entries, Program program, const std::vector<OptionSpec>& table,
                  const Environment& environment, ParsedArguments& arguments);

}  // namespace findings
