#include "indexer/register_files/cells/nested_value.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("objects, lists and texts as Python and JSON write them") {
    const auto value =
        parse_nested("{'overall': {'rating': 'Good', \"keyQuestionRatings\": [{'name': 'Safe', 'n': 1}]}, 'x': None}");
    REQUIRE(value);
    const NestedValue* overall = value->find("overall");
    REQUIRE(overall != nullptr);
    CHECK(overall->text_of("rating") == "Good");
    CHECK(overall->find("keyQuestionRatings")->items.at(0).text_of("name") == "Safe");
    CHECK(value->text_of("x") == "None");
    CHECK(parse_nested("[]")->items.empty());
    CHECK(parse_nested("{'a': 'it\\'s'}")->text_of("a") == "it's");
}

TEST_CASE("a dump that is cut off or goes on is none") {
    for (const char* cell : {"{'a': 'b'", "[{'a': 'b'}]}]", "{'a'}", "{1: 2}", "['a", ""})
        CHECK_FALSE_MESSAGE(parse_nested(cell), cell);
    CHECK_FALSE(parse_nested(std::string(5000, '[')));
}
