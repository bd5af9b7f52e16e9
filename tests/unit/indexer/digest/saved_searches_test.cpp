#include "indexer/digest/saved_searches.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a saved search has a name, a query and filters") {
    const auto searches = parse_saved_searches(
        "# for the news desk\n[falls]\nquery  = \"missing from care\"\nfilter = grade:inadequate region:\"South "
        "East\"\n"
        "filter = not-kind:overview\n\n[all of Kent]\nfilter = authority:kent\n",
        "s.conf");
    REQUIRE(searches.size() == 2);
    CHECK(searches[0].name == "falls");
    CHECK(searches[0].place == "s.conf:2");
    CHECK(searches[0].error.empty());
    CHECK(searches[0].text() == "\"missing from care\" --grade=inadequate --region=South East --not-kind=overview");
    CHECK(searches[1].text() == " --authority=kent");
}

TEST_CASE("a mistake is said with its line and the nearest name, and costs one search") {
    const auto error = [](const std::string& body) {
        const auto searches = parse_saved_searches("[a]\n" + body + "\n[b]\nquery = care\n", "s.conf");
        REQUIRE(searches.size() == 2);
        CHECK(searches[1].error.empty());
        return searches[0].error;
    };
    CHECK(error("qury = x") == "s.conf:2: unknown key qury; did you mean query?");
    CHECK(error("filter = grad:good") == "s.conf:2: there is no filter grad; did you mean grade?");
    CHECK(error("filter = grade") == "s.conf:2: filter grade: expected name:value");
    CHECK(error("filter = region:south west") ==
          "s.conf:2: filter west: expected name:value; a value of several words stands in quotes");
    CHECK(error("filter = grade:") == "s.conf:2: filter grade: a value is missing");
    CHECK(error("filter = provider:\"Kent") == "s.conf:2: filter provider: a quote is not closed");
    CHECK(error("just words") == "s.conf:2: expected `query = ...` or `filter = ...`");
    CHECK(error("# nothing") == "s.conf:1: [a] has neither query nor filter");
}

TEST_CASE("names are given once, and every line has one above it") {
    const auto twice = parse_saved_searches("[a]\nquery = x\n[a]\nquery = y\n", "s.conf");
    CHECK(twice.at(1).error == "s.conf:3: there is another search named a");
    CHECK(parse_saved_searches("query = x\n", "s.conf").at(0).error ==
          "s.conf:1: a search begins with its name in brackets: [name]");
    CHECK(parse_saved_searches("[a\nquery = x\n", "s.conf").at(0).error == "s.conf:1: expected [name]");
    CHECK(parse_saved_searches("", "s.conf").empty());
}
