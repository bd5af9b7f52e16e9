#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/clean_article.hpp"
#include "indexer/article/extracted_facets.hpp"
#include "indexer/article/raw_article.hpp"
#include "indexer/clean/recurring_lines.hpp"
#include "indexer/facets/extract_facets.hpp"
#include "indexer/ingest/corrections.hpp"

namespace findings {

/// What one article is processed with.
struct ArticleSetting {
    std::string source;                         ///< the file's path relative to its SOURCE
    SiteLines site = {};                        ///< lines that its site repeats
    const KnownProviders* providers = nullptr;  ///< may be null
    /// The corrections of a cleaned article, `line` being its record number; may be empty.
    std::function<CorrectedValues(const CleanArticle& clean, std::size_t line)> find_corrections = {};
};

/// An article after each step.
struct ProcessedArticle {
    CleanArticle clean;
    ExtractedFacets facets;
    /// When a correction sets the grade: slugs of the grades the article gives itself. Copies of a story are told by
    /// those, or one corrected copy would leave the others to stand beside it uncorrected.
    std::optional<std::vector<std::string>> own_grades;
};

/// Cleaned, corrected, facets extracted: the steps between a reader and the spool, the same for a build and for
/// inspect.
ProcessedArticle process_article(const RawArticle& raw, const ArticleSetting& setting);

}  // namespace findings
