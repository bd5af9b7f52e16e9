#include "common/index/finding_values.hpp"

#include <string>
#include <vector>

#include "common/index/vocabulary.hpp"

namespace findings {
namespace {

bool is_own(Field field) { return field == Field::theme || field == Field::strength || field == Field::weakness; }
bool is_of_body(Field field) { return field == Field::provider || field == Field::group; }

}  // namespace

void take_finding_values(Article& article, const Finding& finding) {
    std::erase_if(article.values, [&](const FacetValue& value) {
        return is_own(value.facet()) || (finding.other_body && is_of_body(value.facet()));
    });
    if (finding.other_body)
        for (Award& award : article.awards) award.provider.clear();
    Evidence evidence;
    evidence.where = Where::body;
    evidence.rule = "finding";
    evidence.page = finding.page;
    evidence.begin = finding.begin();
    evidence.end = finding.end();
    const auto add = [&](Field field, const std::string& slug, Polarity polarity) {
        const Term* term = find_term(field, slug);
        evidence.polarity = polarity;
        article.values.emplace_back(field, slug, term == nullptr ? slug : term->label, evidence);
    };
    for (const std::string& theme : finding.themes) {
        add(Field::theme, theme, Polarity::none);
        if (finding.direction != FindingDirection::weakness) add(Field::strength, theme, Polarity::strength);
        if (finding.direction != FindingDirection::strength) add(Field::weakness, theme, Polarity::weakness);
    }
}

}  // namespace findings
