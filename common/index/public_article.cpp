#include "common/index/public_article.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

void hide_matches(std::string& text, const std::regex& what) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), what); at != std::sregex_iterator(); ++at)
        found.emplace_back(static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->length()));
    for (const auto& [begin, length] : found) text.replace(begin, length, length, '*');
}

FacetValue hide_places_in_value(const FacetValue& value) {
    Evidence evidence = value.evidence();
    evidence.quote = hide_places_in(std::move(evidence.quote));
    return {value.facet(), value.slug(), value.label(), std::move(evidence)};
}

}  // namespace

bool is_news(const Article& article) {
    constexpr std::string_view kNews = "news";
    return is_one_of(article.slugs(Field::kind), kNews);
}

void hide_places_in_printed_parts(Finding& finding) {
    for (std::string* part : {&finding.heading, &finding.section, &finding.addressee, &finding.due, &finding.regulation,
                              &finding.reference})
        *part = hide_places_in(std::move(*part));
}

bool is_childrens_home(const Article& article) { return is_one_of(article.slugs(Field::type), "childrens-home"); }

bool is_text_public(const Article& article) {
    constexpr std::array<std::string_view, 5> kPublic{"report", "letter", "press-release", "overview", "record"};
    const std::vector<std::string> kinds = article.slugs(Field::kind);
    return !kinds.empty() &&
           std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) { return is_one_of(kPublic, kind); });
}

std::string hide_places_in(std::string text) {
    // Source: the form of UK postcodes, BS 7666; with or without its blank.
    static const std::regex postcode("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b");
    static const std::regex street(
        "\\b[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][A-Za-z'-]+ ){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Ave|Drive|Close|Crescent|"
        "Way|Gardens|Grove|Terrace|Place|Court|Square|Hill|Park|Row|Walk|Mews|Rise)\\b");
    hide_matches(text, postcode);
    hide_matches(text, street);
    return text;
}

void hide_places(Article& article) {
    if (!is_childrens_home(article)) return;
    for (std::string* text : {&article.title, &article.text, &article.dropped})
        *text = hide_places_in(std::move(*text));
    for (std::vector<FacetValue>* values : {&article.values, &article.remarks})
        std::transform(values->begin(), values->end(), values->begin(), hide_places_in_value);
    for (Finding& finding : article.findings) hide_places_in_printed_parts(finding);
    for (Copy& copy : article.copies) copy.title = hide_places_in(std::move(copy.title));
}

}  // namespace findings
