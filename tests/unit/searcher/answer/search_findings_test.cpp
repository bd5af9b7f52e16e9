#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/answer/run_search.hpp"
#include "tests/unit/searcher/support/finding_articles.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

using namespace findings;
using namespace findings::testing;

namespace {

struct FindingsFixture : SearchFixture {
    FindingsFixture() : SearchFixture(make_finding_articles()) {
        request.findings = true;
        request.count = CountUnit::findings;
        request.limit = kNoLimit;
        request.fall_back_to_any = false;
    }
};

std::vector<std::string> texts(const Answer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : answer.hits) found.push_back(hit.finding->text);
    return found;
}

}  // namespace

TEST_CASE_FIXTURE(FindingsFixture,
                  "without words every finding is found, of the newest article first, in reading order") {
    const Answer answer = search();
    CHECK(texts(answer) == std::vector<std::string>{"Social workers’ caseloads are too high.",
                                                    "Managers know their service well.", "The quality of supervision.",
                                                    "Ensure that the board oversees caseloads.",
                                                    "Caseloads are manageable, but turnover is high."});
    CHECK(answer.result.total == 5);
}

TEST_CASE_FIXTURE(FindingsFixture, "words must stand in the finding, not elsewhere in its article") {
    request.text = "supervision caseloads";
    CHECK(search().hits.empty());
    request.text = "caseloads";
    CHECK(search().result.total == 3);
    request.text = "letterhead";
    CHECK(search().hits.empty());
}

TEST_CASE_FIXTURE(FindingsFixture, "a title is asked of the article, words and rows of words alike") {
    request.text = "title:anytown";
    CHECK(search().result.total == 4);
    request.text = "title:\"inspection of anytown\"";
    CHECK(search().result.total == 4);
    request.text = "title:\"anytown inspection\"";
    CHECK(search().result.total == 0);
    request.text = "anytown";
    CHECK(search().result.total == 0);
    request.text = "\"inspection of anytown\"";
    CHECK(search().result.total == 0);
}

TEST_CASE_FIXTURE(FindingsFixture, "a row of words may reach over the pieces of a finding") {
    request.text = "\"the quality of supervision\"";
    CHECK(texts(search()) == std::vector<std::string>{"The quality of supervision."});
}

TEST_CASE_FIXTURE(FindingsFixture, "theme, strength and weakness are the finding's own") {
    request.filters = {{Field::weakness, {"staffing"}, false}};
    const Answer answer = search();
    CHECK(texts(answer) == std::vector<std::string>{"Social workers’ caseloads are too high.",
                                                    "Caseloads are manageable, but turnover is high."});
    CHECK(answer.hits[0].article.slugs(Field::theme) == std::vector<std::string>{"staffing"});
    request.filters = {{Field::strength, {"leadership"}, false}};
    CHECK(texts(search()) == std::vector<std::string>{"Managers know their service well."});
}

TEST_CASE_FIXTURE(FindingsFixture, "a finding addressed to another body is never counted as the provider's") {
    request.filters = {{Field::provider, {"anytown"}, false}};
    request.facets = {Field::provider, Field::region};
    const Answer answer = search();
    CHECK(answer.result.total == 3);
    CHECK(answer.facet(Field::region).known == 3);
    CHECK(answer.facet(Field::provider).none == 1);
}

TEST_CASE_FIXTURE(FindingsFixture, "a finding is named by article, number and text") {
    request.text = "supervision";
    const Answer answer = search();
    REQUIRE(answer.hits.size() == 1);
    const std::string id = answer.hits[0].finding->id;
    CHECK(id == make_finding_id("anytown-2023", 3, "The quality of supervision."));
    request.text = "id:" + id;
    CHECK(search().ids() == std::vector<std::string>{id});
    request.text = "id:anytown-2023";
    CHECK(search().result.total == 4);
}
