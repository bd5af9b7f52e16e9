#include "indexer/facets/theme/report_themes.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace findings;

namespace {

Finding make_finding(std::vector<std::string> themes, FindingDirection direction,
                     FindingForm form = FindingForm::sentence) {
    Finding finding;
    finding.form = form;
    finding.direction = direction;
    finding.pieces = {{0, 1}};
    finding.themes = std::move(themes);
    return finding;
}

/// So many sentences that praise, about nothing in particular.
std::vector<Finding> make_long_report(std::size_t sentences = 100) {
    return {sentences, make_finding({}, FindingDirection::strength)};
}

/// The theme as it was chosen: "+" praised, "-" faulted; "none" when it was not.
std::string choice_of(const std::vector<Finding>& findings, const std::string& slug) {
    for (const ReportTheme& theme : choose_report_themes(findings))
        if (theme.slug == slug)
            return std::string(theme.strength != nullptr ? "+" : "") + (theme.weakness != nullptr ? "-" : "");
    return "none";
}

void repeat(std::vector<Finding>& findings, std::size_t times, const Finding& finding) {
    findings.insert(findings.end(), times, finding);
}

}  // namespace

TEST_CASE("sixty-four findings touch on everything, sixty-three do not") {
    CHECK_FALSE(touches_on_everything(make_long_report(63)));
    CHECK(touches_on_everything(make_long_report(64)));
}

TEST_CASE("what a list asks for is a theme, and its weakness") {
    auto report = make_long_report();
    report.push_back(make_finding({"housing"}, FindingDirection::weakness, FindingForm::recommendation));
    CHECK(choice_of(report, "housing") == "-");
}

TEST_CASE("what an entry names beside its subject is no theme") {
    auto report = make_long_report();
    report.push_back(make_finding({"planning", "care-leavers"}, FindingDirection::weakness, FindingForm::requirement));
    CHECK(choice_of(report, "planning") == "-");
    CHECK(choice_of(report, "care-leavers") == "none");
}

TEST_CASE("a fifth of the findings make a theme, less is told in passing") {
    auto report = make_long_report(80);
    repeat(report, 20, make_finding({"records"}, FindingDirection::weakness));
    CHECK(choice_of(report, "records") == "-");
    report.push_back(make_finding({}, FindingDirection::strength));
    CHECK(choice_of(report, "records") == "none");
}

TEST_CASE("an entry addressed to another body makes no theme") {
    auto report = make_long_report();
    report.push_back(make_finding({"housing"}, FindingDirection::weakness, FindingForm::recommendation));
    report.back().other_body = true;
    CHECK(choice_of(report, "housing") == "none");
}

TEST_CASE("a theme is praised where a third of its findings praise it") {
    auto report = make_long_report();
    report.push_back(make_finding({"health"}, FindingDirection::weakness, FindingForm::recommendation));
    repeat(report, 5, make_finding({"health"}, FindingDirection::weakness));
    repeat(report, 2, make_finding({"health"}, FindingDirection::strength));
    CHECK(choice_of(report, "health") == "-");
    repeat(report, 2, make_finding({"health"}, FindingDirection::strength));
    CHECK(choice_of(report, "health") == "+-");
}

TEST_CASE("an entry that praises makes no weakness") {
    auto report = make_long_report();
    report.push_back(make_finding({"voice"}, FindingDirection::strength, FindingForm::recommendation));
    CHECK(choice_of(report, "voice") == "+");
}

TEST_CASE("a mixed finding praises and faults") {
    auto report = make_long_report(4);
    repeat(report, 2, make_finding({"voice"}, FindingDirection::mixed));
    CHECK(choice_of(report, "voice") == "+-");
}

TEST_CASE("the proof of a theme is the entry that asks for it") {
    auto report = make_long_report(2);
    repeat(report, 2, make_finding({"voice"}, FindingDirection::strength));
    report.push_back(make_finding({"voice"}, FindingDirection::weakness, FindingForm::priority_action));
    const auto themes = choose_report_themes(report);
    REQUIRE(themes.size() == 1);
    CHECK(themes.front().proof == &report.back());
    CHECK(themes.front().weakness == &report.back());
    CHECK(themes.front().strength == &report[2]);
}
