#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "common/index/article.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// A passage of an article's text: where it begins, one past its end.
using TextRange = std::pair<std::size_t, std::size_t>;

/// The sentences for which an article passes the filters on theme, strength, weakness, action and grade: its findings
/// that are about a value chosen, in that direction, then the evidence of the values. Those that pass most filters come
/// first, else in reading order. Of a grade: the sentence that says it, then those that fault (a low grade) or praise.
/// Sentences that every report has are left out. Empty when no such filter is asked for.
std::vector<TextRange> find_chosen_passages(const Article& article, const std::vector<ResolvedFilter>& filters);

}  // namespace findings
