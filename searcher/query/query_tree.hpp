#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/date.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// A node of a parsed query. A tree of values; the meaning of the members depends on `kind`.
struct QueryNode {
    enum class Kind : std::uint8_t {
        everything,  ///< an empty query
        word,        ///< `text`: one word as typed; stemmed, equivalents apply; may be hyphenated
        phrase,      ///< `words` in order, exact (no stems)
        near,        ///< `words` within `distance` positions, either order; a word may end with a star
        wildcard,    ///< `text`: the part before the star
        field,       ///< `field` has `text` as value, or (title) holds children[0]: word, phrase, near or wildcard
        range,       ///< `field` between `from` and `to`
        sequence,    ///< side by side: all or any of the words as MatchMode says; fields, must and none_of
                     ///< always
        must,        ///< +children[0]; only inside a sequence
        all_of,      ///< AND
        any_of,      ///< OR
        none_of,     ///< NOT children[0]
    };
    Kind kind = Kind::everything;
    std::string text;
    std::vector<std::string> words;
    std::size_t distance = 0;
    Field field = Field::title;
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    std::vector<QueryNode> children;
    std::size_t begin = 0;  ///< byte offsets in the query as typed, for messages
    std::size_t end = 0;
};

/// Same meaning, letter by letter; where the parts stood in the text does not matter.
bool operator==(const QueryNode& a, const QueryNode& b);

/// A parsed query and the text it came from.
struct QueryTree {
    QueryNode root;
    std::string text;
};

}  // namespace findings
