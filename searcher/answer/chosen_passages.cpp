#include "searcher/answer/chosen_passages.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

#include "common/index/vocabulary.hpp"
#include "searcher/answer/commonplace.hpp"

namespace findings {
namespace {

// A heading or a cell of a table is no sentence.
constexpr std::size_t kShortestPassage = 25;

bool tells_passage(Field field) {
    return field == Field::theme || field == Field::strength || field == Field::weakness || field == Field::action ||
           field == Field::grade;
}

bool has_slug(const ResolvedFilter& filter, const std::string& slug) {
    return std::find(filter.slugs.begin(), filter.slugs.end(), slug) != filter.slugs.end();
}

// Whether a sentence says of what is inspected that it is of a grade: "Services in Kent are inadequate.", and neither
// "inadequate assessments" nor "people who are good to them". `begin`, `end`: of the grade in it.
bool says_grade(std::string_view sentence, std::size_t begin, std::size_t end) {
    constexpr std::array<std::string_view, 6> kJudging{"overall", "judged",        "graded",
                                                       "rated",   "effectiveness", "grade"};
    constexpr std::array<std::string_view, 6> kBeing{"is ", "are ", "was ", "were ", "remain ", "remains "};
    constexpr std::array<std::string_view, 7> kInspected{"ervice", "uality",  "xperiences", "ractice",
                                                         "chool",  "ollege ", "rrangements"};
    constexpr std::array<std::string_view, 5> kBehind{".", ",", " because", " and ", " for "};
    const std::string_view before = sentence.substr(0, begin);
    const std::string_view behind = sentence.substr(end);
    const auto has = [](std::string_view text) {
        return [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
    };
    return std::any_of(kJudging.begin(), kJudging.end(), has(sentence)) ||
           (std::any_of(kInspected.begin(), kInspected.end(), has(before)) &&
            std::any_of(kBeing.begin(), kBeing.end(), [&](auto word) { return before.ends_with(word); }) &&
            std::any_of(kBehind.begin(), kBehind.end(), [&](auto word) { return behind.starts_with(word); }));
}

// Where a table alone proves the grade: the first sentence that says so.
template <typename Add>
void add_grade_sentences(const Article& article, const std::vector<ResolvedFilter>& filters, Add add) {
    const std::string_view text = article.text;
    for (const ResolvedFilter& filter : filters) {
        if (filter.exclude || filter.field != Field::grade) continue;
        for (const std::string& slug : filter.slugs) {
            const Term* grade = find_term(Field::grade, slug);
            if (grade == nullptr) continue;
            std::string label = grade->label;
            label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
            for (std::size_t at = text.find(label); at != std::string_view::npos; at = text.find(label, at + 1)) {
                const std::string_view sentence = sentence_around(text, at);
                const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
                if (sentence.back() != '.' || !says_grade(sentence, at - begin, at - begin + label.size()) ||
                    is_commonplace(sentence))
                    continue;
                add(begin, begin + sentence.size());
                return;
            }
        }
    }
}

// What speaks for a grade: faults for those of its scale's worse half, praise for the better.
FindingDirection direction_of(const Term& grade) {
    int worst = grade.rank;
    for (const Term& term : vocabulary(Field::grade))
        if (term.scale == grade.scale) worst = std::max(worst, term.rank);
    return 2 * grade.rank > worst ? FindingDirection::weakness : FindingDirection::strength;
}

// The sentences that speak for a grade asked for, in their order.
void add_speaking_for_grade(const Article& article, const std::vector<ResolvedFilter>& filters,
                            std::vector<TextRange>& passages) {
    for (const ResolvedFilter& filter : filters) {
        if (filter.exclude || filter.field != Field::grade || filter.slugs.size() != 1) continue;
        const Term* grade = find_term(Field::grade, filter.slugs.front());
        if (grade == nullptr) continue;
        const FindingDirection direction = direction_of(*grade);
        for (const Finding& finding : article.findings)
            if (!finding.other_body && finding.form == FindingForm::sentence && finding.direction == direction)
                passages.emplace_back(finding.begin(), finding.pieces.front().second);
    }
}

bool is_about(const Finding& finding, const ResolvedFilter& filter) {
    if (filter.field == Field::strength && finding.direction == FindingDirection::weakness) return false;
    if (filter.field == Field::weakness && finding.direction == FindingDirection::strength) return false;
    if (filter.field == Field::action || filter.field == Field::grade) return false;
    return std::any_of(finding.themes.begin(), finding.themes.end(),
                       [&](const std::string& theme) { return has_slug(filter, theme); });
}

}  // namespace

std::vector<TextRange> find_chosen_passages(const Article& article, const std::vector<ResolvedFilter>& filters) {
    std::map<TextRange, std::size_t> passed;  // how many filters speak for a passage
    const auto add = [&](std::size_t begin, std::size_t end) {
        if (begin >= end || end > article.text.size() || end - begin < kShortestPassage) return;
        if (!is_commonplace(std::string_view(article.text).substr(begin, end - begin))) ++passed[{begin, end}];
    };
    for (const ResolvedFilter& filter : filters) {
        if (filter.exclude || !tells_passage(filter.field)) continue;
        bool found = false;
        for (const Finding& finding : article.findings)
            if (!finding.other_body && is_about(finding, filter)) {
                add(finding.begin(), finding.pieces.front().second);
                found = true;
            }
        for (const FacetValue& value : article.values) {
            if (value.facet() != filter.field || !has_slug(filter, value.slug())) continue;
            const Evidence& evidence = value.evidence();
            // A finding says it better than the first sentence in which a rule met the words.
            if (evidence.where == Where::body &&
                (!found || filter.field == Field::grade || filter.field == Field::action))
                add(evidence.begin, evidence.end);
        }
    }
    if (passed.empty()) add_grade_sentences(article, filters, add);
    std::vector<std::pair<std::size_t, TextRange>> ordered;
    for (const auto& [passage, filters_passed] : passed) ordered.emplace_back(filters_passed, passage);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<TextRange> passages;
    for (const auto& [filters_passed, passage] : ordered) passages.push_back(passage);
    add_speaking_for_grade(article, filters, passages);
    return passages;
}

}  // namespace findings
