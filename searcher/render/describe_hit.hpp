#pragma once

#include <string>
#include <vector>

#include "searcher/model/search_result.hpp"

namespace findings {

/// The label of a grade's slug; the slug where the vocabulary does not know it. Printable.
std::string grade_label(const std::string& slug);

/// The label of an article's first value of a facet, or "". Printable.
std::string first_label(const Article& article, Field facet);

/// The name of a provider as the article has it; its slug where the article does not name it. Printable.
std::string name_provider(const Article& article, const std::string& slug);

/// The grade before an award: "Good", or "Good, computed" where another article of the collection says it.
std::string name_previous(const Article& article, const Award& award);

/// The question in one line: the query, then the filters. Printable.
std::string describe_question(const SearchResult& result);

/// What a list says of a story: provider, grade (was …), date, source with the page of the snippet, copies, id (for
/// --show and --similar). Printable.
std::vector<std::string> list_facts(const Hit& hit);

/// The same in one line, with " · " between.
std::string describe_hit(const Hit& hit);

}  // namespace findings
