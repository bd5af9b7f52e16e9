#include "indexer/exports/export_counts.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/exports/check_export.hpp"
#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

ExportedStory make_story(const std::string& grade) {
    ExportedStory story;
    story.id = "s";
    if (!grade.empty()) story.values["grade"] = {grade};
    ExportedPart finding;
    finding.values["theme"] = {"staffing", "vetting"};
    story.findings = {finding, finding};
    ExportedPart award;
    award.values["provider_grade"] = {"home/" + grade};
    story.awards = {award};
    return story;
}

ExportCounts count_two() {
    ExportCounts counts;
    count_story(make_story("good"), counts);
    count_story(make_story(""), counts);
    return counts;
}

}  // namespace

TEST_CASE("stories, findings and awards are counted apart, value by value") {
    const ExportCounts counts = count_two();
    CHECK(counts.of(ExportUnit::story).documents == 2);
    CHECK(counts.of(ExportUnit::finding).documents == 4);
    CHECK(counts.of(ExportUnit::award).documents == 2);
    CHECK(counts.of(ExportUnit::story).values.at("grade").at("good") == 1);
    CHECK(counts.of(ExportUnit::finding).values.at("theme").at("vetting") == 4);
    CHECK(counts.of(ExportUnit::story).values.at("region").empty());
}

TEST_CASE("counts are read as they were written") {
    const ExportCounts counts = count_two();
    const ExportCounts again = read_counts(make_counts_json(counts, {{"grade", {{"good", "Good"}}}}));
    CHECK(compare_counts(counts, again).empty());
    CHECK(again.units == counts.units);
    CHECK(make_counts_json(counts, {{"grade", {{"good", "Good"}}}})["story"]["fields"]["grade"][0]["label"] == "Good");
}

TEST_CASE("a number too few, a value too many and a missing document differ") {
    const ExportCounts counts = count_two();
    ExportCounts engine = counts;
    engine.of(ExportUnit::story).documents = 1;
    engine.of(ExportUnit::finding).values["theme"]["vetting"] = 3;
    engine.of(ExportUnit::story).values["grade"]["poor"] = 7;
    engine.of(ExportUnit::award).values.erase("provider_grade");
    const std::vector<CountDifference> expected{{ExportUnit::story, "", "", 2, 1},
                                                {ExportUnit::story, "grade", "poor", 0, 7},
                                                {ExportUnit::finding, "theme", "vetting", 4, 3},
                                                {ExportUnit::award, "provider_grade", "home/", 1, 0},
                                                {ExportUnit::award, "provider_grade", "home/good", 1, 0}};
    CHECK(compare_counts(counts, engine) == expected);
    CHECK(count_numbers(counts) == 3 + 1 + 2 + 2);
}

TEST_CASE("a folder without a manifest of ours is no export") {
    const test::TempFolder folder;
    const auto read = [&] { return test::error_text(Status::no_input, [&] { read_export_manifest(folder.path()); }); };
    CHECK(read().find("there is no export") != std::string::npos);
    folder.write("manifest.json", "{\"files\":[]}");
    CHECK_FALSE(read().empty());
    folder.write("manifest.json", "{\"findings_export\":2}");
    CHECK(read().find("another release") != std::string::npos);
    folder.write("manifest.json", "{\"findings_export\":1,\"engine\":\"lucene\"}");
    CHECK(read().find("does not know") != std::string::npos);
}
