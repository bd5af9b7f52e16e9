#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/options/option_table.hpp"

namespace findings {

/// A note for each word of a query that looks like an option with one dash: it leaves the word out.
/// Throws: Error{usage} where an option must have been meant.
std::vector<std::string> note_single_dashes(const std::vector<std::string>& arguments,
                                            const std::vector<OptionSpec>& options);

/// Whether an argument of several words may have been a phrase before the shell took its quotes.
bool may_be_phrase(std::string_view argument);

}  // namespace findings
