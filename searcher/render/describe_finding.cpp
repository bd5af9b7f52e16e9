#include "searcher/render/describe_finding.hpp"

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

constexpr std::size_t kYearDigits = 4;

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

std::string describe_total(const SearchResult& result) {
    if (!result.findings) {
        std::string text = count_of(result.total, "story", "stories");
        if (result.total > 0) text += " from " + count_of(result.providers, "provider", "providers");
        return text;
    }
    std::string text = count_of(result.total, "finding", "findings");
    if (result.total > 0)
        text += fmt::format(" in {} from {}", count_of(result.stories, "story", "stories"),
                            count_of(result.providers, "provider", "providers"));
    return text;
}

std::string describe_form(FindingForm form) { return lower_first(label_of(Field::form, form_name(form))); }

std::string describe_direction(FindingDirection direction) {
    return lower_first(label_of(Field::direction, direction_name(direction)));
}

std::string describe_kind(const Finding& finding) {
    std::string direction = describe_direction(finding.direction);
    if (finding.form == FindingForm::sentence) return direction;
    return fmt::format("{}, {}", describe_form(finding.form), direction);
}

std::string describe_repeat(const RepeatedFinding& repeat, const std::string& day, bool earlier) {
    const std::string year = day.substr(0, kYearDigits);
    std::string text = repeat.computed ? "similar point" : earlier ? "told before" : "told again";
    if (!year.empty()) text += (repeat.computed ? " in " : ", ") + year;
    if (!repeat.full) text += " (in part)";
    return text;
}

std::string describe_article(const Hit& hit) {
    std::vector<std::string> facts = list_facts(hit);
    facts.pop_back();  // the finding's own id
    return fmt::format("{} · id {}", fmt::join(facts, " · "), printable(hit.article.id));
}

std::vector<std::string> list_finding_facts(const FoundFinding& found) {
    const Finding& finding = found.finding;
    std::vector<std::string> facts;
    const auto add = [&](std::string_view before, const std::string& value) {
        if (!value.empty()) facts.push_back(printable(fmt::format("{}{}", before, value)));
    };
    add("", finding.heading);
    add("", describe_kind(finding));
    add("to: ", finding.addressee);
    if (finding.other_body && finding.addressee.empty()) add("", "to another body");
    add("due: ", finding.due);
    add("", finding.regulation);
    add("", finding.reference);
    return facts;
}

std::string name_repeated(const RepeatedArticle& article, const std::string& id) {
    constexpr std::size_t kTitleColumns = 70;
    std::string name;
    if (!article.title.empty()) name = shorten(printable(article.title), kTitleColumns);
    if (!article.day.empty()) name += (name.empty() ? "" : ", ") + article.day;
    return name + (name.empty() ? "id " : " \u00b7 id ") + printable(id);
}

std::vector<std::string> list_repeats(const FoundFinding& found) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < found.finding.repeats.size(); ++i) {
        const RepeatedFinding& repeat = found.finding.repeats[i];
        const RepeatedArticle of = i < found.repeated_articles.size() ? found.repeated_articles[i] : RepeatedArticle();
        lines.push_back(fmt::format("{}: {}", describe_repeat(repeat, of.day), name_repeated(of, repeat.id)));
    }
    return lines;
}

}  // namespace findings
