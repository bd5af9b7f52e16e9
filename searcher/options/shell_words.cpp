#include "searcher/options/shell_words.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "common/base/error.hpp"

namespace findings {

// "-format html" is a query that leaves out the word "format".
std::vector<std::string> note_single_dashes(const std::vector<std::string>& arguments,
                                            const std::vector<OptionSpec>& options) {
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].size() < 3 || arguments[i].front() != '-') continue;
        const std::string_view name = std::string_view(arguments[i]).substr(1);
        for (const OptionSpec& option : options) {
            if (option.name != name) continue;
            const bool has_value = !option.argument.empty() && i + 1 < arguments.size();
            if (has_value || name.find('-') != std::string_view::npos || name == "help" || name == "version")
                throw Error(Status::usage, fmt::format("{} is no option: options begin with two dashes", arguments[i]),
                            fmt::format("write --{}{}{}; to leave out the word write the query in quotes", name,
                                        has_value ? " " : "", has_value ? arguments[i + 1] : ""));
            notes.push_back(fmt::format("{} leaves out the word “{}”; the option is --{}", arguments[i], name, name));
        }
    }
    return notes;
}

// The shell takes the quotes off "missing from care"; in '"missing from care"' the query keeps its own.
bool may_be_phrase(std::string_view argument) {
    constexpr std::size_t kMostSpaces = 7;
    const auto spaces = static_cast<std::size_t>(std::count(argument.begin(), argument.end(), ' '));
    const bool plain = std::all_of(argument.begin(), argument.end(), [](char c) {
        return static_cast<signed char>(c) < 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' ' ||
               c == '\'' || c == '-' || c == ',';
    });
    const std::string padded = fmt::format(" {} ", argument);
    const auto has = [&](const char* word) { return padded.find(word) != std::string::npos; };
    return plain && spaces > 0 && spaces <= kMostSpaces && argument.front() != '-' && !has(" AND ") && !has(" OR ") &&
           !has(" NOT ") && !has(" NEAR ") && !has(" -");
}

}  // namespace findings
