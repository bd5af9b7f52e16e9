// What an inspectorate gives is data: who, what kind of body, which day.
#include "indexer/regimes/regimes.hpp"

#include <string>

#include <doctest/doctest.h>

#include "indexer/regimes/grade_scales.hpp"
#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

Outcome read_school(std::string text, std::string published, std::string inspected = {}) {
    return read_story({.text = std::move(text),
                       .providers = {"Hillcrest Primary School"},
                       .type = "school",
                       .published = std::move(published),
                       .inspected = std::move(inspected)});
}

}  // namespace

TEST_CASE("a state school has had no overall grade since September 2024, whoever says good in all areas") {
    const Outcome after =
        read_school("Hillcrest Primary School was rated good in all areas.", "2025-07-03", "2025-06-04");
    CHECK(after.grade().empty());
    CHECK(after.judgements() ==
          "quality-of-education:good behaviour-and-attitudes:good personal-development:good "
          "leadership-and-management:good");
    CHECK(read_school("Hillcrest Primary School has been judged good.", "2025-07-03", "2025-06-04").grade().empty());
    // Reports of the weeks before went on appearing.
    CHECK(read_school("Hillcrest Primary School has been judged good.", "2024-10-03").grade() == "good");
    CHECK(read_school("Hillcrest Primary School has been judged good.", "2024-10-03", "2024-09-24").grade().empty());
    CHECK(read_school("Hillcrest Primary School has been judged good.", "2023-10-03").grade() == "good");
}

TEST_CASE("an independent school has an overall grade after September 2024 as well") {
    CHECK(read_school("Hillcrest Primary School, an independent school in Hove, has been judged good.", "2025-07-03",
                      "2025-06-04")
              .grade() == "good");
}

TEST_CASE("a council's children's services have no overall grade from April 2026, their areas have") {
    const auto council = [](const char* inspected) {
        return read_story({.text = "Kent has been rated good by Ofsted. It was rated outstanding for leadership.",
                           .providers = {"Kent"},
                           .type = "council-services",
                           .inspected = inspected});
    };
    CHECK(council("2026-03-20").grade() == "good");
    CHECK(council("2026-04-20").grade().empty());
    CHECK(council("2026-04-20").judgements() == "leaders:outstanding");
}

TEST_CASE("the Care Inspectorate's grade of the whole counts in a story, its areas alone in a report") {
    const auto nursery = [](const char* kind) {
        return read_story({.text = "The inspectorate graded the nursery as 'weak'.",
                           .providers = {"Bluebell Nursery"},
                           .type = "nursery",
                           .regulator = "care-inspectorate",
                           .kind = kind});
    };
    CHECK(nursery("news").grade() == "scotland-weak");
    CHECK(nursery("report").grade().empty());
}

TEST_CASE("frameworks follow inspectorate, kind of body, day, visit and what the opening says") {
    const auto framework = [](const char* regulator, const char* type, const char* inspected,
                              const char* visit = "full", std::string text = "Text.") {
        const Story story{.text = std::move(text), .type = type, .regulator = regulator, .inspected = inspected};
        const CleanArticle article = make_article(story);
        FacetContext context{article, regulator, "report", visit, "", inspected, {}};
        context.providers.push_back({"a", "A", type, {}, {}, {}});
        const Regime& regime = select_regime(context);
        return std::string(regime.line_of(visit)) + "/" + std::string(regime.framework_of(visit));
    };
    CHECK(framework("ofsted", "council-services", "2015-03-20") == "council-services/sif");
    CHECK(framework("ofsted", "council-services", "2018-06-20") == "council-services/ilacs");
    CHECK(framework("ofsted", "council-services", "2018-06-20", "full",
                    "A re-inspection of services for children in need of help.") == "council-services/sif");
    CHECK(framework("ofsted", "council-services", "2021-06-20", "focused") == "council-services/focused");
    CHECK(framework("ofsted", "area-partnership", "2021-06-20") == "area-send/area-send-2016");
    CHECK(framework("ofsted", "area-partnership", "2024-06-20") == "area-send/area-send");
    CHECK(framework("ofsted", "area-partnership", "2024-06-20", "joint") == "joint/jtai");
    CHECK(framework("ofsted", "childrens-home", "2024-06-20") == "homes-and-agencies/sccif");
    CHECK(framework("ofsted", "school", "2017-06-20") == "schools/cif");
    CHECK(framework("ofsted", "school", "2025-11-12") == "schools/report-card");
    CHECK(framework("cqc", "council-services", "2024-06-20") == "cqc-councils/cqc-assurance");
    CHECK(framework("cqc", "hospital", "2020-06-20") == "cqc-services/cqc-kloe");
    CHECK(framework("cqc", "hospital", "2024-06-20") == "cqc-services/cqc-saf");
    CHECK(framework("cqc", "hospital", "") == "cqc-services/");
    CHECK(framework("hmicfrs", "police", "2024-06-20") == "police/peel");
}

TEST_CASE("old Ofsted's adequate lies between good and inadequate, and nothing is said of what came behind it") {
    CHECK(change_between("good", "adequate") == "declined");
    CHECK(change_between("outstanding", "adequate") == "declined");
    CHECK(change_between("inadequate", "adequate") == "improved");
    CHECK(change_between("adequate", "adequate") == "unchanged");
    CHECK(change_between("adequate", "inadequate").empty());
    CHECK(change_between("adequate", "good").empty());
    CHECK(change_between("adequate", "requires-improvement").empty());
    CHECK(change_between("requires-improvement", "adequate").empty());
    CHECK(change_between("good", "satisfactory") == "declined");
    CHECK(change_between("inadequate", "satisfactory") == "improved");
    CHECK(change_between("satisfactory", "inadequate").empty());
}

TEST_CASE("the five steps of HMICFRS are one scale, in both directions") {
    CHECK(change_between("good", "hmicfrs-adequate") == "declined");
    CHECK(change_between("hmicfrs-adequate", "good") == "improved");
    CHECK(change_between("inadequate", "hmicfrs-adequate") == "improved");
    CHECK(change_between("hmicfrs-adequate", "requires-improvement") == "declined");
    CHECK(change_between("hmicfrs-adequate", "hmicfrs-adequate") == "unchanged");
    CHECK(change_between("hmicfrs-adequate", "prisons-good").empty());
    CHECK(change_between("prisons-good", "hmicfrs-adequate").empty());
}
