#pragma once

#include <string>
#include <string_view>

namespace findings {

/// The day as at which a register stands, from a title above its header ("as at 31 March 2025", "as at March 2022"): a
/// month or a year means its last day. ISO; "" when the text says none.
std::string find_as_at_in_title(std::string_view title);

/// The same from a file's name: "provider_at_march_2024.csv", "2026-05-31_datastore.csv", "etr-2026-07.csv",
/// "edubasealldata20260601.csv", "ratings-2024.csv". A span of two years ("2017-18") says none.
std::string find_as_at_in_name(std::string_view file_name);

/// A day, month or year as a person types it, as its last day; "" for anything else.
std::string read_as_at(std::string_view typed);

}  // namespace findings
