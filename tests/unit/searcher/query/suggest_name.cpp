#include "searcher/query/suggest_name.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/text/edit_distance.hpp"

namespace findings {
namespace {

TEST_CASE("edits are inserting, deleting, replacing and swapping neighbours, counted up to a limit") {
    CHECK(edit_distance("good", "good", 2) == 0);
    CHECK(edit_distance("good", "god", 2) == 1);
    CHECK(edit_distance("good", "goood", 2) == 1);
    CHECK(edit_distance("good", "gold", 2) == 1);
    CHECK(edit_distance("good", "ogod", 2) == 1);
    CHECK(edit_distance("abcdef", "badcfe", 3) == 3);
    CHECK(edit_distance("good", "bad", 2) == 3);
    CHECK(edit_distance("", "ab", 5) == 2);
    CHECK(edit_distance("kitten", "sitting", 9) == 3);
}

TEST_CASE("the nearest names come first; a beginning counts as near; nothing near gives nothing") {
    const std::vector<std::string> names{"outstanding", "good",     "requires-improvement",
                                         "inadequate",  "adequate", "met"};
    CHECK(suggest_names("gode", names) == std::vector<std::string>{"good"});
    CHECK(suggest_names("req", names) == std::vector<std::string>{"requires-improvement"});
    CHECK(suggest_names("INADEQUAT", names) == std::vector<std::string>{"inadequate"});
    CHECK(suggest_names("zzzz", names).empty());
    CHECK(suggest_names("", names).empty());
    CHECK(suggest_names("adequate", names, 1) == std::vector<std::string>{"adequate"});
}

TEST_CASE("the hint is a question") {
    const std::vector<std::string> names{"good", "gold", "goad"};
    CHECK(suggest_hint("goo", names) == "did you mean good, gold or goad?");
    CHECK(suggest_hint("gold", names) == "did you mean gold, good or goad?");
    CHECK(suggest_hint("x", {}).empty());
}

}  // namespace
}  // namespace findings
