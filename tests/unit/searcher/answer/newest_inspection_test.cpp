// --latest, --change and --worst along a line of frameworks, on the whole and on areas.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

struct Inspection {
    std::string id;
    std::string provider;
    std::string line;
    std::string day;
    std::string grade;      ///< "" for none
    std::string leaders;    ///< grade of that area, "" for none
    std::string went = {};  ///< change of that area, "" for unknown
    std::string visit = {};
};

Article make_report(const Inspection& inspection) {
    Article article;
    article.id = inspection.id;
    article.source = inspection.id + ".pdf";
    article.title = inspection.id;
    article.text = "Children are safe.";
    article.inspected = inspection.day;
    article.values = {make_value(Field::provider, inspection.provider), make_value(Field::line, inspection.line),
                      make_value(Field::kind, "report")};
    if (!inspection.visit.empty()) article.values.push_back(make_value(Field::visit, inspection.visit));
    if (!inspection.grade.empty()) article.values.push_back(make_value(Field::grade, inspection.grade));
    Award award{inspection.provider, "four-point", inspection.grade, "", "", false, {}};
    if (!inspection.leaders.empty()) {
        award.judgements.push_back({"leaders", inspection.leaders});
        article.values.push_back(make_value(Field::judgement, "leaders:" + inspection.leaders));
    }
    if (!inspection.went.empty()) article.values.push_back(make_value(Field::change, inspection.went + ":leaders"));
    article.awards = {award};
    return article;
}

struct Fixture : SearchFixture {
    Fixture()
        : SearchFixture([] {
              std::vector<Article> articles;
              for (const Inspection& each : std::vector<Inspection>{
                       {"kent-2024", "kent", "council-services", "2024-03-01", "inadequate", "inadequate"},
                       {"kent-2027", "kent", "council-services", "2027-03-01", "", "good", "improved"},
                       {"kent-send", "kent", "area-send", "2025-03-01", "", ""},
                       {"slough-2022", "slough", "council-services", "2022-03-01", "good", "good"},
                       {"slough-2025", "slough", "council-services", "2025-03-01", "inadequate", "requires-improvement",
                        "declined"},
                       {"slough-visit", "slough", "council-services", "2026-03-01", "", "", "", "monitoring"}})
                  articles.push_back(make_report(each));
              return articles;
          }()) {
        request.limit = 100;
        request.sort = SortOrder::provider;
    }
    [[nodiscard]] std::string notes() const {
        std::string joined;
        for (const std::string& note : search().result.notes) joined += note + '\n';
        return joined;
    }
};

using Ids = std::vector<std::string>;
const std::string kNote =
    "1 story is a provider's newest full inspection without an overall grade: no older grade counts (--grade none)\n";

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a newest full inspection without an overall grade leaves none now, and a note says so") {
    request.latest = true;
    request.filters = {{Field::line, {"council-services"}, false}};
    CHECK(search().ids() == Ids{"kent-2027", "slough-2025"});
    CHECK(notes() == kNote);
    request.filters.push_back({Field::grade, {"inadequate"}, false});
    CHECK(search().ids() == Ids{"slough-2025"});
    CHECK(notes() == kNote);
    request.filters.back().values = {"none"};
    CHECK(search().ids() == Ids{"kent-2027"});
}

TEST_CASE_FIXTURE(Fixture, "no note where the older grade still counts or another filter leaves the provider out") {
    request.filters = {{Field::line, {"council-services"}, false}};
    CHECK(notes().empty());
    request.latest = true;
    request.filters.push_back({Field::provider, {"slough"}, false});
    CHECK(search().ids() == Ids{"slough-2025"});
    CHECK(notes().empty());
    // Its line never had a grade: there is none that no longer counts.
    request.filters = {{Field::line, {"area-send"}, false}};
    CHECK(search().ids() == Ids{"kent-send"});
    CHECK(notes().empty());
    request.filters = {{Field::line, {"council-services"}, false}, {Field::grade, {"inadequate"}, false}};
    request.at = PartialDate{2026, 1, 1};
    CHECK(search().ids() == Ids{"kent-2024", "slough-2025"});
    CHECK(notes().empty());
}

TEST_CASE("bodies of registers without any inspection are noted where rows of registers are looked at") {
    const auto make_row = [](const std::string& id, const std::string& provider) {
        Article article;
        article.id = id;
        article.source = "homes.csv";
        article.title = id;
        article.values = {make_value(Field::provider, provider), make_value(Field::kind, "record"),
                          make_value(Field::type, "childrens-home")};
        return article;
    };
    SearchFixture fixture({make_report({"rowan-2024", "rowan", "homes-and-agencies", "2024-03-01", "good", ""}),
                           make_row("rowan-row", "rowan"), make_row("elm-row", "elm"), make_row("oak-row", "oak")});
    fixture.request.latest = true;
    CHECK(fixture.search().result.notes.empty());
    fixture.request.include_records = true;
    using Notes = std::vector<std::string>;
    // Neither grades nor days are asked of those without an inspection.
    fixture.request.since = PartialDate{2025, 0, 0};
    CHECK(fixture.search().result.notes ==
          Notes{"2 bodies of registers have no inspection and are in no count of --latest"});
    fixture.request.filters = {{Field::grade, {"good"}, false}, {Field::provider, {"elm"}, false}};
    CHECK(fixture.search().result.notes ==
          Notes{"1 body of registers has no inspection and is in no count of --latest"});
}

TEST_CASE_FIXTURE(Fixture, "the change of an area is asked for by direction and area") {
    request.filters = {{Field::change, {"declined:leaders"}, false}};
    CHECK(search().ids() == Ids{"slough-2025"});
    request.filters = {{Field::change, {"Improved:Leaders"}, false}};
    CHECK(search().ids() == Ids{"kent-2027"});
    request.filters = {{Field::change, {"improved:leaders", "declined:leaders"}, false}};
    CHECK(search().ids() == Ids{"kent-2027", "slough-2025"});
    // With a grade: of one award.
    request.filters.push_back({Field::grade, {"inadequate"}, false});
    CHECK(search().ids() == Ids{"slough-2025"});
    request.filters = {{Field::change, {"declined:in-care"}, false}};
    CHECK(search().ids().empty());
    // The whole did not change as far as is known.
    request.filters = {{Field::change, {"declined"}, false}};
    CHECK(search().ids().empty());
    request.filters = {{Field::change, {"none"}, false}};
    CHECK(search().ids().size() == 6);
    request.filters = {{Field::change, {"declined:leaders"}, true}};
    CHECK(search().ids().size() == 5);
}

TEST_CASE_FIXTURE(Fixture, "a change of an area needs a direction and a known area") {
    request.filters = {{Field::change, {"first:leaders"}, false}};
    CHECK_THROWS_WITH_AS(search(), "change \"first:leaders\" names no direction", Error);
    request.filters = {{Field::change, {"declined:leeders"}, false}};
    CHECK_THROWS_WITH_AS(search(), "unknown change \"declined:leeders\"", Error);
}

TEST_CASE_FIXTURE(Fixture, "worst asks an area when it names one, in either order") {
    request.worst = "leaders:requires-improvement";
    CHECK(search().ids() == Ids{"kent-2024", "slough-2025"});
    request.worst = "inadequate:leaders";
    CHECK(search().ids() == Ids{"kent-2024"});
    request.worst = "requires-improvement";
    CHECK(search().ids() == Ids{"kent-2024", "slough-2025"});
    request.worst = "leaders:awful";
    CHECK_THROWS_AS(search(), Error);
}

}  // namespace findings::testing
