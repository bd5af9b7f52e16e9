#include "indexer/ingest/process_article.hpp"

#include <utility>

#include "indexer/clean/clean_article.hpp"

namespace findings {
namespace {

std::vector<std::string> list_grades(const ExtractedFacets& facets) {
    std::vector<std::string> grades;
    for (const FacetValue& value : facets.values)
        if (value.facet() == Field::grade) grades.push_back(value.slug());
    return grades;
}

}  // namespace

ProcessedArticle process_article(const RawArticle& raw, const ArticleSetting& setting) {
    ProcessedArticle processed;
    processed.clean = clean_article(raw, setting.source, setting.site);
    if (setting.find_corrections) {
        CorrectedValues values = setting.find_corrections(processed.clean, raw.line);
        if (values.contains("grade"))
            processed.own_grades = list_grades(extract_facets(processed.clean, setting.providers));
        put_right(processed.clean, std::move(values));
    }
    processed.facets = extract_facets(processed.clean, setting.providers);
    return processed;
}

}  // namespace findings
