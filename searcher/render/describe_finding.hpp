#pragma once

#include <string>
#include <vector>

#include "searcher/model/search_result.hpp"

namespace findings {

/// "41 findings in 23 stories from 20 providers", "5 stories from 6 providers".
std::string describe_total(const SearchResult& result);

/// A form or a direction within a sentence: "priority action", "weakness".
std::string describe_form(FindingForm form);
std::string describe_direction(FindingDirection direction);

/// What kind of finding it is: "recommendation, weakness"; a sentence has its direction alone.
std::string describe_kind(const Finding& finding);

/// An earlier finding that said the same, or (with `earlier` false) a later one: "similar point in 2019" where it is
/// worked out, "told before, 2019" only where the report prints it. `day`: of the other's article, ISO or empty.
std::string describe_repeat(const RepeatedFinding& repeat, const std::string& day, bool earlier = true);

/// Where the finding's article stands: provider, grade, date, source with page.
std::string describe_article(const Hit& hit);

/// What stands over a finding's text: its heading, its kind, whom it is addressed to, by when, under which regulation.
std::vector<std::string> list_finding_facts(const FoundFinding& found);

/// What a finding repeats or is repeated by, as a reader knows it: the article's title and date, then the finding's id.
std::string name_repeated(const RepeatedArticle& article, const std::string& id);

/// The lines below it: what it repeats, each with title, date and id.
std::vector<std::string> list_repeats(const FoundFinding& found);

}  // namespace findings
