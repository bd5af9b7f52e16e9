#include "searcher/options/option_values.hpp"

#include <algorithm>
#include <cstddef>

namespace findings {

std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> names;
    while (true) {
        const std::size_t comma = std::min(list.find(','), list.size());
        names.emplace_back(list.substr(0, comma));
        if (comma == list.size()) return names;
        list.remove_prefix(comma + 1);
    }
}

PartialDate parse_day(std::string_view option, const std::string& typed) {
    if (const auto date = parse_date(typed)) return *date;
    throw Error(Status::usage, fmt::format("--{} {}: not a date", option, typed),
                "write 2024, 2024-03, 2024-03-05, 5 March 2024 or 05/03/2024");
}

}  // namespace findings
