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

/// The grade before, as another article of the collection gives it.
struct EarlierGrade {
    std::string provider;
    std::string area;  ///< slug; "" for the overall grade
    std::string grade;
    std::string inspected;
    std::string id;  ///< of the article that gives it
};

/// By story: earlier grades of its providers.
using GradeHistory = std::unordered_map<std::size_t, std::vector<EarlierGrade>>;

/// For each provider of each story the newest earlier graded inspection of the same line in the collection, and for
/// each of its graded areas the newest that graded the area. Only an inspection whose last day is known counts as
/// earlier. A story without a day of its own belongs to the one inspection that ended at most 90 days before it; where
/// several did, nothing is said. `read` gives the inspections of a story's leader.
GradeHistory link_history(const std::vector<Story>& stories, const SpooledArticles& articles,
                          const std::function<std::vector<GradedInspection>(const SpooledArticle&)>& read);

/// Gives awards without a previous grade the one found, with change within a scale, role "computed" and evidence that
/// names the article. What the text itself says stays. The areas of an article on one provider get a change each,
/// `declined:leaders`.
void add_history(Article& article, const std::vector<EarlierGrade>& earlier);

}  // namespace findings
