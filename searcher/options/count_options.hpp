#pragma once

#include <string_view>

#include "common/options/option_table.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// Sets what --count, --share, --rate, --by and --not-since ask for; false for any other option.
/// Throws: Error{usage}.
bool set_count_option(const GivenOption& option, SearchRequest& request);

}  // namespace findings
