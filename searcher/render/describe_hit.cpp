#include "searcher/render/describe_hit.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/render/name_page.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

constexpr std::size_t kNamesShown = 2;

std::vector<std::string> labels_of(const Article& article, Field facet) {
    std::vector<std::string> labels;
    for (const FacetValue& value : article.values)
        if (value.facet() == facet && std::find(labels.begin(), labels.end(), value.label()) == labels.end())
            labels.push_back(value.label());
    return labels;
}

std::string name_some(const std::vector<std::string>& labels) {
    const std::size_t shown = std::min(labels.size(), kNamesShown);
    std::string text =
        fmt::format("{}", fmt::join(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (labels.size() > shown) text += fmt::format(" and {} more", labels.size() - shown);
    return text;
}

// "Inadequate (was Good)"; the previous grade only where one award leaves no doubt whose it is.
std::string describe_grade(const Article& article) {
    std::string text = name_some(labels_of(article, Field::grade));
    if (article.awards.size() != 1 || article.awards[0].previous.empty() || article.awards[0].inferred) return text;
    const std::string previous = name_previous(article, article.awards[0]);
    return text.empty() ? "was " + previous : fmt::format("{} (was {})", text, previous);
}

}  // namespace

std::string name_provider(const Article& article, const std::string& slug) {
    if (slug.empty()) return "(unknown provider)";
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::provider && value.slug() == slug) return printable(value.label());
    return printable(slug);
}

std::string name_previous(const Article& article, const Award& award) {
    return grade_label(award.previous) + (article.has_computed(award.previous) ? ", computed" : "");
}

std::string first_label(const Article& article, Field facet) {
    for (const FacetValue& value : article.values)
        if (value.facet() == facet) return printable(value.label());
    return {};
}

std::string grade_label(const std::string& slug) {
    const Term* term = find_term(Field::grade, slug);
    return printable(term == nullptr ? slug : term->label);
}

std::string describe_question(const SearchResult& result) {
    std::string text =
        result.query_text.empty() ? (result.findings ? "Findings" : "Stories") : printable(result.query_text);
    for (const ResolvedFilter& filter : result.filters)
        text += printable(fmt::format(" · {}{}: {}", filter.exclude ? "not " : "", field_row(filter.field).name,
                                      fmt::join(filter.slugs, ", ")));
    return text;
}

std::vector<std::string> list_facts(const Hit& hit) {
    const Article& article = hit.article;
    std::vector<std::string> parts;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) parts.push_back(printable(part));
    };
    add(name_some(labels_of(article, Field::provider)));
    add(describe_grade(article));
    add(article.date() + (article.published.empty() && !article.inspected.empty() ? " (inspected)" : ""));
    add(hit.page == 0 ? article.source : article.source + ", " + name_page(hit.page, article.ocr_confidence(hit.page)));
    if (!article.copies.empty()) add(fmt::format("and {}", count_of(article.copies.size(), "copy", "copies")));
    add("id " + hit.id());
    return parts;
}

std::string describe_hit(const Hit& hit) { return fmt::format("{}", fmt::join(list_facts(hit), " · ")); }

}  // namespace findings
