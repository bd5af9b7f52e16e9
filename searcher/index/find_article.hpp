#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "common/index/article.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// The whole story with that id, or with a copy of that id; nullopt when there is none. Throws: Error{unavailable}.
std::optional<Article> find_article_by_id(const OpenIndex& index, const std::string& id);

/// The whole story that `typed` names: by its id or a copy's, its address, its source or the end of its source's path
/// (a file name), a path that ends with its source, or the beginning of its id. What is whole goes before what is cut;
/// nullopt when nothing answers. Throws: Error{usage} with their ids when several stories answer; Error{unavailable}
/// when the index cannot be read.
std::optional<Article> find_article(const OpenIndex& index, const std::string& typed);

/// Whether an article, or a copy, has exactly that id: then it is no finding's. Throws: as find_article().
bool has_article(const OpenIndex& index, const std::string& id);

/// The document of the finding with that id in an index opened for findings; 0 when the article is not there or has no
/// such finding any more. Throws: Error{unavailable} when the index cannot be read.
Xapian::docid find_finding(const OpenIndex& index, const std::string& id);

}  // namespace findings
