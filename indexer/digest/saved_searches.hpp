#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace findings {

/// One saved search, as its file has it.
struct SavedSearch {
    std::string name;
    std::string place;                                         ///< file:line of its heading
    std::string query;                                         ///< in the query language; empty when filters are all
    std::vector<std::pair<std::string, std::string>> filters;  ///< option of findings-search without dashes, value
    std::string error;                                         ///< why it cannot be run; empty when it can

    /// Query and filters on one line: another text is another search.
    [[nodiscard]] std::string text() const;
};

/// Reads the text of a file of saved searches:
///
///     # a comment
///     [inadequate-south-east]
///     query  = safeguarding
///     filter = grade:inadequate region:south-east
///
/// `query` and `filter` may be repeated; queries are joined by a space, filters add up. A filter is `name:value` or
/// `name:"several words"`, the name being a filter of findings-search. A line that cannot be understood makes its
/// search one with an error; lines before the first heading make a search without a name. Throws nothing.
std::vector<SavedSearch> parse_saved_searches(std::string_view text, const std::string& file_name);

}  // namespace findings
