#include "searcher/render/describe_finding.hpp"

#include <doctest/doctest.h>

namespace findings::testing {

TEST_CASE("what a finding repeats is named by title and date, and by its id alone where the index has it no more") {
    FoundFinding found;
    found.finding.repeats = {{"a1#7-0a1b", true, true}, {"gone#1-ffff", false, false}};
    found.repeated_articles = {{"Inspection of Anytown", "2019-05-02"}, {}};
    const std::vector<std::string> lines = list_repeats(found);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "similar point in 2019: Inspection of Anytown, 2019-05-02 \u00b7 id a1#7-0a1b");
    CHECK(lines[1] == "told before (in part): id gone#1-ffff");
    CHECK(name_repeated({"", "2019-05-02"}, "a1#7-0a1b") == "2019-05-02 \u00b7 id a1#7-0a1b");
    CHECK(name_repeated({std::string(200, 'x') + "\x1b[31m", ""}, "a1#7-0a1b").size() < 110);
}

}  // namespace findings::testing
