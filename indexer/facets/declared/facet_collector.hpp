#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.hpp"
#include "indexer/article/clean_article.hpp"
#include "indexer/article/extracted_facets.hpp"
#include "indexer/facets/date/find_dates.hpp"

namespace findings {

/// Gathers what the rules find in one article: each value once, and what the source declares before what is found.
class FacetCollector {
  public:
    explicit FacetCollector(const CleanArticle& article) : article_(article) {}

    /// Adds a value; the first evidence of a value stays. An empty slug is nothing.
    void add(Field facet, const std::string& slug, const std::string& label, Evidence evidence);
    /// The same with the vocabulary's label.
    void add(Field facet, const std::string& slug, Evidence evidence);

    /// Adds what the source declares for a facet; false when it declares nothing about it.
    bool add_declared(Field facet);

    /// Sets `published` or `inspected`: as declared, else as found.
    void add_day(Field field, std::optional<FoundDay> found);

    /// Adds the year of the article's date, with that date's evidence.
    void add_year();

    /// The values of a facet so far.
    [[nodiscard]] std::vector<std::string> slugs(Field facet) const;
    /// The first of them; empty when there is none.
    [[nodiscard]] std::string first_slug(Field facet) const;

    /// What has been gathered, for the rules to add the rest.
    [[nodiscard]] ExtractedFacets& facets() { return facets_; }

  private:
    const CleanArticle& article_;
    ExtractedFacets facets_;
};

}  // namespace findings
