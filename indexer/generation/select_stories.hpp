#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "indexer/deduplicate/deduplicate.hpp"
#include "indexer/ingest/read_articles.hpp"

namespace findings {

/// One story: the article that leads it and its near-identical copies, as indexes into ReadArticles::articles.
struct Story {
    std::size_t leader = 0;
    std::vector<std::size_t> copies;
};

/// What the whole collection says about its articles.
struct SelectedStories {
    std::vector<Story> stories;         ///< newest first, undated last, then by id: the order of document ids
    std::vector<Rejection> rejections;  ///< duplicate-id
};

/// Rejects repeated identifiers (the first in file order stays), deduplicates and orders the stories.
/// An identifier made from a path or found in a page is replaced instead of rejected; `articles` is updated.
/// `read_candidate` gives an article's fold candidate; it is asked only for articles that may have copies.
SelectedStories select_stories(SpooledArticles& articles, const std::vector<SourceFile>& files,
                               const std::function<CopyCandidate(const SpooledArticle&)>& read_candidate);

}  // namespace findings
