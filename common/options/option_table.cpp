#include "common/options/option_table.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/option.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"

namespace findings {
namespace {

namespace po = boost::program_options;

// The name Boost files positional arguments under; no option may be called this, dashes cannot be typed twice.
constexpr const char* kPositional = "--";

// No short options: `-good` is query text. No guessing: `--l` must never quietly become --latest.
constexpr int kStyle = po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent |
                       po::command_line_style::long_allow_next;

// More than these are no hint any more.
constexpr std::size_t kListedNames = 16;

std::vector<std::string> option_names(const std::vector<OptionSpec>& table) {
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const OptionSpec& option : table) names.push_back(option.name);
    return names;
}

// Boost hands back "--name" or "name" depending on the error; messages always show the dashes.
std::string bare_name(std::string name) {
    name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
    return name.substr(0, name.find('='));
}

po::parsed_options run_parser(const std::vector<OptionSpec>& table, const std::vector<std::string>& arguments) {
    po::options_description description;
    for (const OptionSpec& option : table) {
        if (option.argument.empty())
            description.add_options()(option.name.c_str(), new po::untyped_value(true), "");
        else
            description.add_options()(option.name.c_str(), po::value<std::string>(), "");
    }
    description.add_options()(kPositional, po::value<std::vector<std::string>>(), "");
    po::positional_options_description positional;
    positional.add(kPositional, -1);
    const auto short_help = [](const std::string& argument) {
        return argument == "-h" ? std::pair<std::string, std::string>("help", "")
                                : std::pair<std::string, std::string>();
    };
    return po::command_line_parser(arguments)
        .options(description)
        .positional(positional)
        .style(kStyle)
        .extra_parser(short_help)
        .run();
}

[[noreturn]] void throw_missing_value(const OptionSpec& spec, const std::string& hint) {
    throw Error(Status::usage, fmt::format("--{} needs a value", spec.name), hint);
}

// Boost takes whatever argument follows for the value: --show --format json would show the article "--format".
void check_value_is_no_option(const OptionSpec& spec, const po::option& option) {
    const bool stands_apart = !option.value.empty() && option.original_tokens.size() > 1;
    if (!stands_apart || (option.value.front().rfind("--", 0) != 0 && option.value.front() != "-h")) return;
    throw_missing_value(
        spec, fmt::format("write --{} {}; a value that begins with dashes needs an equals sign: --{}={}", spec.name,
                          spec.argument, spec.name, option.value.front()));
}

// As typed, or beginning alike: --max-age of another command is nearest to --max-loss.
std::string nearest_taken(const std::string& name, const std::vector<std::string>& taken) {
    std::string nearest = nearest_name(name, taken);
    std::size_t longest = 3;
    if (!nearest.empty()) return nearest;
    for (const std::string& other : taken) {
        const auto differ = std::mismatch(name.begin(), name.end(), other.begin(), other.end()).first;
        const auto alike = static_cast<std::size_t>(differ - name.begin());
        if (alike <= longest) continue;
        longest = alike;
        nearest = other;
    }
    return nearest;
}

[[noreturn]] void throw_unknown(const std::vector<OptionSpec>& table, const std::string& name) {
    const std::string nearest = nearest_name(name, option_names(table));
    throw Error(Status::usage, fmt::format("unknown option --{}", name),
                nearest.empty() ? "--help lists the options" : fmt::format("did you mean --{}?", nearest));
}

}  // namespace

bool ParsedArguments::has(std::string_view name) const {
    return std::any_of(options.begin(), options.end(), [&](const GivenOption& option) { return option.name == name; });
}

std::string ParsedArguments::value(std::string_view name) const {
    const auto last =
        std::find_if(options.rbegin(), options.rend(), [&](const GivenOption& option) { return option.name == name; });
    return last == options.rend() ? std::string() : last->value;
}

std::vector<std::string> ParsedArguments::values(std::string_view name) const {
    std::vector<std::string> found;
    for (const GivenOption& option : options)
        if (option.name == name) found.push_back(option.value);
    return found;
}

const OptionSpec* find_option(const std::vector<OptionSpec>& table, std::string_view name) {
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const OptionSpec& each) { return each.name == name; });
    return row == table.end() ? nullptr : &*row;
}

ParsedArguments parse_arguments(const std::vector<OptionSpec>& table, const std::vector<std::string>& arguments) {
    ParsedArguments parsed;
    try {
        for (const po::option& option : run_parser(table, arguments).options) {
            if (option.string_key == kPositional || option.position_key >= 0) {
                parsed.positional.insert(parsed.positional.end(), option.value.begin(), option.value.end());
                continue;
            }
            const OptionSpec* spec = find_option(table, option.string_key);
            if (spec == nullptr) throw_unknown(table, option.string_key);
            check_value_is_no_option(*spec, option);
            if (!spec->repeatable && !spec->argument.empty() && parsed.has(spec->name))
                throw Error(Status::usage, fmt::format("--{} is given twice", spec->name), "give it once");
            parsed.options.push_back({spec->name, option.value.empty() ? "" : option.value.front(), ""});
        }
    } catch (const po::unknown_option& error) {
        throw_unknown(table, bare_name(error.get_option_name()));
    } catch (const po::error_with_option_name& error) {
        const std::string name = bare_name(error.get_option_name());
        const OptionSpec* spec = find_option(table, name);
        if (spec == nullptr) throw Error(Status::usage, fmt::format("--{} needs a value", name), "");
        if (spec->argument.empty()) throw Error(Status::usage, fmt::format("--{} takes no value", name), "");
        throw_missing_value(*spec, fmt::format("write --{} {}", name, spec->argument));
    } catch (const po::error& error) {
        throw Error(Status::usage, error.what(), "--help lists the options");
    }
    return parsed;
}

bool OptionSpec::is_taken_by(std::string_view command) const {
    for (std::string_view rest = commands; !rest.empty();) {
        const std::size_t end = std::min(rest.find(", "), rest.size());
        if (rest.substr(0, end) == command) return true;
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return commands.empty();
}

std::vector<OptionSpec> options_of_command(const std::vector<OptionSpec>& table, std::string_view command) {
    std::vector<OptionSpec> taken;
    std::copy_if(table.begin(), table.end(), std::back_inserter(taken),
                 [&](const OptionSpec& option) { return option.is_taken_by(command); });
    return taken;
}

void keep_taken_options(const std::vector<OptionSpec>& table, std::string_view command, std::string_view name,
                        ParsedArguments& arguments) {
    const std::vector<OptionSpec> taken = options_of_command(table, command);
    const auto is_refused = [&](const GivenOption& given) { return find_option(taken, given.name) == nullptr; };
    for (const GivenOption& given : arguments.options) {
        if (!given.place.empty() || !is_refused(given)) continue;
        const OptionSpec* row = find_option(table, given.name);
        const std::vector<std::string> names = option_names(taken);
        const std::string nearest = nearest_taken(given.name, names);
        const std::string instead = !nearest.empty() ? fmt::format("did you mean --{}?", nearest)
                                    : names.size() <= kListedNames
                                        ? fmt::format("it takes --{}", fmt::join(names, ", --"))
                                        : "--help lists the options";
        throw Error(Status::usage, fmt::format("{} takes no --{}", name, given.name),
                    fmt::format("--{} is for {}; {}", given.name, row == nullptr ? "" : row->commands, instead));
    }
    std::erase_if(arguments.options, is_refused);
}

std::string format_options(const std::vector<OptionSpec>& table, std::size_t width) {
    constexpr std::size_t kHelpColumn = 28;
    std::string text;
    std::string_view group;
    for (const OptionSpec& option : table) {
        if (option.group != group) text += fmt::format("{}{}:\n", text.empty() ? "" : "\n", option.group);
        group = option.group;
        std::string line = fmt::format("  {}--{}{}{}", option.name == "help" ? "-h, " : "", option.name,
                                       option.argument.empty() ? "" : " ", option.argument);
        if (line.size() + 2 > kHelpColumn) {
            text += line + '\n';
            line.clear();
        }
        line.resize(kHelpColumn, ' ');
        std::string_view rest = option.help;
        while (line.size() + rest.size() > width) {
            const std::size_t cut = rest.rfind(' ', width - kHelpColumn);
            if (cut == std::string_view::npos || cut == 0) break;
            text += line + std::string(rest.substr(0, cut)) + '\n';
            rest.remove_prefix(cut + 1);
            line.assign(kHelpColumn, ' ');
        }
        text += line + std::string(rest) + '\n';
    }
    return text;
}

std::size_t parse_number(std::string_view option, std::string_view text) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    // One below the largest: that one means "no limit" and cannot be typed as a number.
    if (error != std::errc{} || stop != end || number == static_cast<std::size_t>(-1))
        throw Error(Status::usage, fmt::format("--{} {}: not a whole number", option, text),
                    "give a number, 0 or more");
    return number;
}

}  // namespace findings
