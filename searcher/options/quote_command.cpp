#include "searcher/options/quote_command.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace findings {
namespace {

// In single quotes where the shell would see more than a word.
std::string quote_argument(const std::string& argument) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+,./:@%";
    if (!argument.empty() && argument.find_first_not_of(kPlain) == std::string::npos) return argument;
    std::string quoted = "'";
    for (const char c : argument) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

}  // namespace

std::string quote_command(const SearchOptions& options, const std::vector<std::string>& arguments) {
    std::string command = "findings-search";
    const bool named = std::any_of(arguments.begin(), arguments.end(),
                                   [](const std::string& a) { return a.rfind("--index", 0) == 0; });
    if (!named)
        for (const std::filesystem::path& index : options.request.indexes)
            command += " --index " + quote_argument(std::filesystem::absolute(index).string());
    const auto cite = options.cite ? std::find(arguments.begin(), arguments.end(), "--cite") : arguments.end();
    for (auto argument = arguments.begin(); argument != arguments.end(); ++argument)
        if (argument != cite) command += ' ' + quote_argument(*argument);
    return command;
}

}  // namespace findings
