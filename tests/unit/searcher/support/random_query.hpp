#pragma once

#include <cstddef>
#include <string>

#include "searcher/query/query_tree.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"

namespace findings::testing {

/// Lines of words that random queries meet often: forms of one stem, hyphenated and joined spellings, stop words.
std::string generate_text(Random& random, std::size_t most_words);

/// A title of such words: one line.
std::string generate_title(Random& random);

/// A tree such as a parser could have made, of words of generate_text() and values of generate_article().
QueryNode generate_query(Random& random, int depth);

/// A request for every hit and count there is, without a QUERY; each even one is without filters.
SearchRequest generate_whole_request(Random& random, std::size_t number);

/// The number that an environment variable asks for: `./dev fuzz` asks for more.
std::size_t count_from(const char* variable, std::size_t otherwise);

}  // namespace findings::testing
