#pragma once

#include <optional>
#include <string>

#include "common/index/article.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// The whole story with that id (its own or a copy's), or nullopt.
/// Throws: Error{unavailable} when the index cannot be read.
std::optional<Article> find_article(const OpenIndex& index, const std::string& id);

}  // namespace findings
