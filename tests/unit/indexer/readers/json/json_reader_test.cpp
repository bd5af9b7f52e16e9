#include "indexer/readers/json/json_reader.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/bytes/read_sink.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

TEST_CASE("each line of JSON Lines is an article, a bad one is rejected with its number") {
    const auto result =
        read_as("a.jsonl",
                "\xef\xbb\xbf{\"text\":\"one\",\"id\":7}\n\n{\"text\": broken}\n[1]\n{\"title\":\"x\"}\n"
                "{\"body\":\"two\"}");
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].type == ContentType::json_lines);
    CHECK(result.articles[0].line == 1);
    CHECK(result.articles[0].declared.at("id") == std::vector<std::string>{"7"});
    CHECK(result.articles[1].line == 6);
    REQUIRE(result.rejections.size() == 3);
    for (const Rejection& rejection : result.rejections) CHECK(rejection.reason == RejectionReason::bad_record);
    CHECK(result.rejections[0].line == 3);
    CHECK(result.rejections[0].detail.starts_with("broken JSON"));
    CHECK(result.rejections[1].detail == "not a JSON object but a list");
    CHECK(result.rejections[2].detail == "no \"text\", \"body\" or \"html\"");
}
TEST_CASE("declared facets take strings, lists, null and nothing") {
    const auto result = read_as(
        "a.json", R"({"text":"x","title":"T","grade":"good","theme":["a","b"],"region":null,"kind":[],"visit":"",)"
                  R"("previous_grade":"good","change":"declined","url":"u","unknown":{"grade":["z"]}})");
    REQUIRE(result.articles.size() == 1);
    const auto& declared = result.articles[0].declared;
    CHECK(result.articles[0].title == "T");
    CHECK(declared.at("grade") == std::vector<std::string>{"good"});
    CHECK(declared.at("theme") == std::vector<std::string>{"a", "b"});
    for (const char* none : {"region", "kind", "visit"}) CHECK(declared.at(none).empty());
    CHECK(declared.at("previous_grade") == std::vector<std::string>{"good"});
    CHECK(declared.at("change") == std::vector<std::string>{"declined"});
    CHECK(declared.count("unknown") == 0);
    CHECK(declared.count("type") == 0);
}
TEST_CASE("a value of the wrong type is a bad record that names the key") {
    const auto detail = [](std::string_view json) { return summarise(read_as("a.json", json)); };
    CHECK(detail(R"({"text":5})") == "rejected bad-record: \"text\" is a number\n");
    CHECK(detail(R"({"text":"x","grade":{"a":1}})") == "rejected bad-record: \"grade\" is an object\n");
    CHECK(detail(R"({"text":"x","title":["a"]})") == "rejected bad-record: \"title\" is a list\n");
    CHECK(detail(R"({"text":"x","theme":[["a"]]})") == "rejected bad-record: \"theme\" is a list\n");
    CHECK(detail(R"({"text":"x","theme":[true]})") == "rejected bad-record: \"theme\" is a boolean\n");
    CHECK(detail(R"("text")") == "rejected bad-record: not a JSON object\n");
}
TEST_CASE("a list of objects counts its records") {
    const auto result = read_as("a.json", R"([{"text":"one [1], \"two\""}, 5, {"text":"three"}])");
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].line == 1);
    CHECK(result.articles[1].line == 3);
    REQUIRE(result.rejections.size() == 1);
    CHECK(result.rejections[0].line == 2);
}
TEST_CASE("a list that is cut short keeps the records before") {
    const auto result = read_as("a.json", R"([{"text":"one"},{"text":"tw)");
    CHECK(result.articles.size() == 1);
    CHECK(result.rejections.size() == 2);
}
TEST_CASE("html in a record goes through the HTML reader, text through the text splitter") {
    CHECK(summarise(read_as("a.json", R"({"html":"<nav>Home</nav><p>in<b>adequate</b></p>"})")) ==
          "navigation: Home\nparagraph: inadequate\n");
    CHECK(summarise(read_as("a.json", R"({"text":"One.\n\nTwo."})")) == "paragraph: One.\nparagraph: Two.\n");
}
TEST_CASE("a record over the limit is too large, the others go on") {
    ReaderLimits limits;
    limits.text_bytes = 100;
    const auto result = read_as("a.jsonl",
                                "{\"text\":\"" + std::string(200, 'a') + "\"}\n{\"text\":\"" +
                                    std::string(2'000'000, 'b') + "\"}\n{\"text\":\"ok\"}\n",
                                limits);
    CHECK(result.articles.size() == 1);
    REQUIRE(result.rejections.size() == 2);
    CHECK(result.rejections[0].reason == RejectionReason::too_large);
    CHECK(result.rejections[1].reason == RejectionReason::too_large);
    CHECK(result.rejections[1].line == 2);
}
TEST_CASE("invalid UTF-8 in a record is a bad record") {
    const auto result = read_as("a.jsonl", "{\"text\":\"caf\xe9\"}\n{\"text\":\"ok\"}\n");
    CHECK(result.articles.size() == 1);
    CHECK(result.rejections.size() == 1);
}
