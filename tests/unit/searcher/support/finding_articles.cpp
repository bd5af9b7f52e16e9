#include "tests/unit/searcher/support/finding_articles.hpp"

#include <stdexcept>

#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {

Finding& add_finding(Article& article, const std::vector<std::string>& passages) {
    Finding finding;
    for (const std::string& passage : passages) {
        const std::size_t begin = article.text.find(passage);
        if (begin == std::string::npos) throw std::logic_error("not in the text: " + passage);
        finding.pieces.emplace_back(begin, begin + passage.size());
    }
    return article.findings.emplace_back(std::move(finding));
}

std::vector<Article> make_finding_articles() {
    Article anytown;
    anytown.id = "anytown-2023";
    anytown.source = "anytown.pdf";
    anytown.title = "Inspection of Anytown children’s services";
    anytown.text =
        "Letterhead of Anytown.\nSocial workers’ caseloads are too high. Managers know their service well.\n"
        "What needs to improve\nThe quality\n3\nof supervision.\nEnsure that the board oversees caseloads.\n";
    anytown.inspected = "2023-03-17";
    anytown.values = {make_value(Field::provider, "anytown", "Anytown"),
                      make_value(Field::region, "south-east"),
                      make_value(Field::grade, "inadequate"),
                      make_value(Field::kind, "report"),
                      make_value(Field::weakness, "vetting"),
                      make_value(Field::theme, "vetting")};
    anytown.awards.push_back({"anytown", "four-point", "inadequate", "good", "declined", false, {}});
    anytown.pages = {{0, 1}, {100, 2}};
    add_finding(anytown, {"Social workers’ caseloads are too high."}).themes = {"staffing"};
    Finding& praise = add_finding(anytown, {"Managers know their service well."});
    praise.direction = FindingDirection::strength;
    praise.themes = {"leadership"};
    Finding& entry = add_finding(anytown, {"The quality", "of supervision."});
    entry.form = FindingForm::recommendation;
    entry.heading = "What needs to improve";
    entry.page = 2;
    entry.themes = {"leadership"};
    entry.repeats = {{"anytown-2019#7-0a1b", true, true}};
    entry.compared_with = "anytown-2019";
    Finding& other = add_finding(anytown, {"Ensure that the board oversees caseloads."});
    other.form = FindingForm::priority_action;
    other.addressee = "the board";
    other.other_body = true;
    Article othertown;
    othertown.id = "othertown-2021";
    othertown.source = "othertown.pdf";
    othertown.title = "Othertown: focused visit";
    othertown.text = "Caseloads are manageable, but turnover is high. It rained.\n";
    othertown.inspected = "2021-05-04";
    othertown.values = {make_value(Field::provider, "othertown", "Othertown"), make_value(Field::region, "north-west"),
                        make_value(Field::kind, "letter"), make_value(Field::grade, "good")};
    othertown.awards.push_back({"othertown", "four-point", "good", "", "", false, {}});
    Finding& mixed = add_finding(othertown, {"Caseloads are manageable, but turnover is high."});
    mixed.direction = FindingDirection::mixed;
    mixed.themes = {"staffing"};
    return {anytown, othertown};
}

}  // namespace findings::testing
