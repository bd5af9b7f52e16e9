#include "common/index/article.hpp"

#include <algorithm>

namespace findings {

std::vector<std::string> Article::slugs(Field facet) const {
    std::vector<std::string> found;
    for (const FacetValue& value : values)
        if (value.facet() == facet && std::find(found.begin(), found.end(), value.slug()) == found.end())
            found.push_back(value.slug());
    return found;
}

bool Article::has_computed(std::string_view previous) const {
    return std::any_of(values.begin(), values.end(), [&](const FacetValue& value) {
        return value.facet() == Field::was && value.slug() == previous && value.evidence().role == "computed";
    });
}

bool is_record(const Article& article) {
    return std::any_of(article.values.begin(), article.values.end(), [](const FacetValue& value) {
        return value.facet() == Field::kind && value.slug() == kRecordKind;
    });
}

int Article::ocr_confidence(int page) const {
    for (const PageStart& start : pages)
        if (start.page == page) return start.ocr_confidence;
    return 0;
}

int Article::ocr_confidence(const Evidence& evidence) const {
    if (evidence.where == Where::title) return pages.empty() ? 0 : pages.front().ocr_confidence;
    return evidence.where == Where::body || evidence.where == Where::table ? ocr_confidence(evidence.page) : 0;
}

}  // namespace findings
