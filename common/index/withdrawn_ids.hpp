#pragma once

#include <string>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// Whether `ids`, those of the articles that nobody is shown, name this one.
bool is_withdrawn(const std::vector<std::string>& ids, const std::string& id);

/// Whether nobody is shown this story: `ids` name it or one of its copies.
bool is_withdrawn(const std::vector<std::string>& ids, const Article& article);

/// Takes out of findings what they repeat of withdrawn articles, for its id names the article.
void drop_withdrawn_repeats(const std::vector<std::string>& ids, std::vector<Finding>& findings);

}  // namespace findings
