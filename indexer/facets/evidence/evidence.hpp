#pragma once

#include <string>
#include <string_view>

#include "common/index/article.hpp"
#include "indexer/article/clean_article.hpp"

namespace findings {

/// What a rule says of itself: its name, the part the quote plays, and how sure it is.
struct Rule {
    std::string_view name;
    std::string_view role;
    double confidence = 1;
};

/// Evidence in the body: the sentence or table row that holds byte `at`.
/// Requires: at < article.body.size().
Evidence make_evidence(const CleanArticle& article, std::size_t at, const Rule& rule);

/// Evidence in the body: exactly this span.
Evidence make_evidence(const CleanArticle& article, Span span, const Rule& rule);

/// Evidence in the title: the whole of it.
Evidence make_title_evidence(const CleanArticle& article, const Rule& rule);

/// Evidence without an offset: declared, path or metadata.
Evidence make_outside_evidence(Where where, std::string_view quote, const Rule& rule);

}  // namespace findings
