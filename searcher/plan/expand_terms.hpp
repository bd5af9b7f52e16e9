#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.hpp"

namespace findings {

/// Indexed words that one word of a query stands for.
struct Expansion {
    std::vector<std::string> terms;  ///< folded, without the field prefix; most frequent first, then by letter
    std::size_t total = 0;           ///< how many there were before the limit
};

/// Indexed words that begin with `prefix` (folded), under a field prefix ("" for the whole text).
Expansion expand_prefix(const Xapian::Database& db, std::string_view field_prefix, std::string_view prefix,
                        std::size_t limit);

/// Indexed words with the stem of `term` (folded). The term itself is always among them, so that a query of
/// an unknown word stays a query. For positions: stem terms have none. Only words that share their first
/// three letters with the term or its stem are seen: enough for inflection, not for inquiry/enquiry.
Expansion expand_stem(const Xapian::Database& db, std::string_view field_prefix, std::string_view term,
                      Analyzer& analyzer, std::size_t limit);

}  // namespace findings
