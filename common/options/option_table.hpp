#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One option of a program, as parsed, as printed by --help and as checked against the man page.
struct OptionSpec {
    std::string name;      ///< without the dashes
    std::string argument;  ///< what the value is called in the help, e.g. "DIR"; empty for a switch
    std::string help;      ///< one line, lower case, no full stop
    std::string group;     ///< heading of the help; options of a group stand together in the table
    bool repeatable = false;
    std::string commands = {};  ///< those that take it, separated by ", "; empty: every command

    [[nodiscard]] bool is_taken_by(std::string_view command) const;
};

/// One option as given.
struct GivenOption {
    std::string name;
    std::string value;  ///< "" for a switch
    std::string place;  ///< "file:line" of the configuration file, empty on the command line
};

/// An argument list taken apart; nothing but names and shapes has been checked.
struct ParsedArguments {
    std::vector<GivenOption> options;  ///< in the order given
    std::vector<std::string> positional;

    [[nodiscard]] bool has(std::string_view name) const;
    /// The last value of an option, or "".
    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
};

/// The row of that name, or nullptr.
const OptionSpec* find_option(const std::vector<OptionSpec>& table, std::string_view name);

/// Takes the arguments (program name not included) apart by the table. Long options only, spelt out in full,
/// `--name value` or `--name=value`; `-h` stands for --help; any other argument with one leading '-' is
/// positional, and so is everything after `--`. A value that stands apart from its option is no other option.
/// Throws: Error{usage} for an unknown option (with the nearest name), a missing or superfluous value, or an
/// option given twice that is not repeatable.
ParsedArguments parse_arguments(const std::vector<OptionSpec>& table, const std::vector<std::string>& arguments);

/// Options given on the command line must be ones that the command takes; from a configuration file, which is for
/// all commands, the others are left out. `name` is what messages call the command.
/// Throws: Error{usage} with the nearest option it does take.
void keep_taken_options(const std::vector<OptionSpec>& table, std::string_view command, std::string_view name,
                        ParsedArguments& arguments);

/// The rows that a command takes, in their order.
std::vector<OptionSpec> options_of_command(const std::vector<OptionSpec>& table, std::string_view command);

/// The table as help text: groups under their headings, help aligned and wrapped to `width` columns.
std::string format_options(const std::vector<OptionSpec>& table, std::size_t width = 80);

/// `text` as a number of things. Throws: Error{usage} naming the option for anything but digits or when too big.
std::size_t parse_number(std::string_view option, std::string_view text);

}  // namespace findings
