#include "searcher/plan/find_names.hpp"

#include <doctest/doctest.h>

#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings::testing {
namespace {

const SmallIndex& index() {
    static const SmallIndex small{
        {"1", "A manor", "text", {{Field::provider, "whitmarsh-manor"}}},
        {"2", "A town", "text", {{Field::provider, "reading"}, {Field::group, "st-marys-and-all"}}},
        {"3", "A home", "text", {{Field::provider, "st-marys"}}},
        {"4", "An agency", "text", {{Field::provider, "st-marys-fostering-agency"}}},
    };
    return small;
}

std::string names_in(const std::string& query) {
    std::string text;
    for (const QueriedName& name : find_names(parse_query(query, {}), index().db()))
        text += '[' + name.text + ' ' + name.term + (name.weight > kOneWordWeight ? " certain]" : "]");
    return text;
}

}  // namespace

TEST_CASE("a name of several words is found among others, whatever its case, punctuation and possessive") {
    CHECK(names_in("safeguarding at Whitmarsh Manor") == "[Whitmarsh Manor XPRwhitmarsh-manor certain]");
    CHECK(names_in("whitmarsh manor’s lift") == "[whitmarsh manor’s XPRwhitmarsh-manor certain]");
    CHECK(names_in("St. Mary's staff") == "[St Mary's XPRst-marys certain]");
    CHECK(names_in("manor whitmarsh") == "");
    CHECK(names_in("whitmarsh -manor") == "");
}

TEST_CASE("the longest name wins, and a beginning of a longer one is still found") {
    CHECK(names_in("st mary's fostering agency") ==
          "[st mary's fostering agency XPRst-marys-fostering-agency certain]");
    CHECK(names_in("st mary's fostering carers") == "[st mary's XPRst-marys certain]");
    CHECK(names_in("st mary's and all") ==
          "[st mary's XPRst-marys certain][st mary's and all XGPst-marys-and-all certain]");
}

TEST_CASE("one word among others is certain only as the whole query or as a council") {
    CHECK(names_in("reading lessons") == "[reading XPRreading]");
    CHECK(names_in("Reading") == "[Reading XPRreading certain]");
    CHECK(names_in("Reading Borough Council safeguarding") == "[Reading XPRreading certain]");
    CHECK(names_in("reading city lessons") == "[reading XPRreading]");
}

}  // namespace findings::testing
