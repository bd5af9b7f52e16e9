#pragma once

#include <string>

#include "searcher/query/query_tree.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"

namespace findings::testing {

/// Lines of words that random queries meet often: forms of one stem, hyphenated and joined spellings, stop words.
std::string generate_text(Random& random, std::size_t most_words);

/// A tree such as a parser could have made, of words of generate_text() and values of generate_article().
QueryNode generate_query(Random& random, int depth);

}  // namespace findings::testing
