#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/article/graded_inspection.hpp"
#include "indexer/generation/select_stories.hpp"

namespace findings {

/// What the entries of one story's lists repeat.
struct StoryRepeats {
    std::string compared_with;                                              ///< id of the earlier inspection's article
    std::unordered_map<std::size_t, std::vector<RepeatedFinding>> repeats;  ///< by number of the finding, from 0
};

/// By story.
using FindingRepeats = std::unordered_map<std::size_t, StoryRepeats>;

/// Compares the entries of each report's lists with those of the newest earlier inspection of the same body and line
/// whose report has such lists, too. Findings addressed to another body are compared with those to it only.
/// `read_inspections` and `read_article` give what the spool holds of a story's leader.
FindingRepeats link_repeats(const std::vector<Story>& stories, const SpooledArticles& articles,
                            const std::function<std::vector<GradedInspection>(const SpooledArticle&)>& read_inspections,
                            const std::function<Article(const SpooledArticle&)>& read_article);

/// Writes them into the article's findings. What a finding itself says ("a recommendation at the last inspection") is
/// printed, else the repeat is computed.
void add_repeats(Article& article, const StoryRepeats& found);

}  // namespace findings
