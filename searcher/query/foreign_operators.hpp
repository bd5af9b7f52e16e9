#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/schema.hpp"

namespace findings {

/// Something that means more than its letters to another search program, and nothing here: to search its words would be
/// a guess, and for `!word` the opposite.
struct ForeignOperator {
    std::size_t begin = 0;  ///< byte offsets in the query
    std::size_t end = 0;
    std::string message;
    std::string hint;  ///< how to ask for it here
};

/// The first foreign operator of the run of bytes [begin, end) of a query: no space, bracket or quote is in it. What
/// stands before and behind the run is looked at too.
/// Source: the query manuals of Lucene, Elasticsearch, Xapian, SQLite, Google, Westlaw and Lexis.
std::optional<ForeignOperator> find_foreign_operator(std::string_view query, std::size_t begin, std::size_t end);

/// How to ask for what a value with a sign before it would mean elsewhere ("-good", "!good", ">good"), or what is not
/// part of any value ("good*"): a message and a hint. Nothing when the value has neither.
std::optional<ForeignOperator> find_sign_in_value(const FieldRow& row, std::string_view value);

}  // namespace findings
