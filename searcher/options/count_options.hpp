#pragma once

#include <string_view>

#include "common/options/option_table.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// Sets what --count, --share, --rate, --by, --not-since and --include-records ask for; false for any other option.
/// Throws: Error{usage}.
bool set_count_option(const GivenOption& option, SearchRequest& request);

/// What follows from these options once all are read. `count_given`: --count was. Throws: Error{usage} for one that
/// means nothing without another.
void settle_counts(bool count_given, SearchRequest& request);

}  // namespace findings
