#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/article.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// Whether `withdrawn.csv` of an index names that id.
bool is_withdrawn(const OpenIndex& index, const std::string& id);

/// Whether nobody is shown this story: it or one of its copies is withdrawn.
bool is_withdrawn(const OpenIndex& index, const Article& article);

/// The documents of withdrawn stories, or of their findings; matches nothing when nothing is withdrawn.
Xapian::Query withdrawn_documents(const std::vector<std::string>& ids);

/// How many stories of the index nobody is shown.
std::size_t count_withdrawn(const OpenIndex& index);

/// Takes out of findings what they repeat of withdrawn articles.
void hide_withdrawn_repeats(const OpenIndex& index, std::vector<Finding>& findings);

}  // namespace findings
