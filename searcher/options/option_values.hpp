#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/base/date.hpp"
#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"

namespace findings {

/// The value that an option names. Throws: Error{usage} with all names, and the nearest one.
template <typename Value>
Value choose(std::string_view option, const std::string& typed,
             const std::vector<std::pair<std::string_view, Value>>& choices) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (name == typed) return value;
        names.emplace_back(name);
    }
    const std::string nearest = nearest_name(typed, names);
    throw Error(Status::usage, fmt::format("--{} {}: not one of {}", option, typed, fmt::join(names, ", ")),
                nearest.empty() ? "" : fmt::format("did you mean {}?", nearest));
}

/// A list as typed: "a,b".
std::vector<std::string> split_list(std::string_view list);

/// The day, month or year of an option. Throws: Error{usage} for what is none.
PartialDate parse_day(std::string_view option, const std::string& typed);

}  // namespace findings
