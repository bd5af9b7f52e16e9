#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/text_query.hpp"

namespace findings::testing {

using Random = std::mt19937;

/// A number from 0 to `below` - 1.
std::size_t draw(Random& random, std::size_t below);

/// The values that generated articles and requests draw from.
const std::vector<std::string>& values_of(Field field);
/// One of them.
std::string any_value(Random& random, Field field);

/// An article with random facets, awards and dates.
Article generate_article(Random& random, std::size_t number);
std::vector<Article> generate_articles(std::size_t count, unsigned seed);

/// Random filters and counted facets; no QUERY.
SearchRequest generate_request(Random& random);

/// What stands in the failure message of a request.
std::string describe(const SearchRequest& request);

/// Whether the QUERY of a request finds an article, worked out by hand.
using TextRule = std::function<bool(const Article&)>;

/// Runs the request and checks hits, total, undated, providers and every facet's counts against counting by hand: the
/// contract's definition of each number applied to one article after the other.
void check_request(const std::vector<Article>& articles, const SearchRequest& request, const TextRule& text,
                   SearchContext& context);

}  // namespace findings::testing
