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
TEST_CASE("a record that is not UTF-8 is read as a text file would be") {
    CHECK(summarise(read_as("a.jsonl", "{\"text\":\"caf\xe9 \x93good\x94\"}\n{\"text\":\"ok\"}\n")) ==
          "paragraph: café “good”\nparagraph: ok\n");
}
TEST_CASE("JSON Lines in UTF-16 and UTF-32 are read, with a byte order mark or without") {
    const auto wide = [](std::string_view ascii, std::size_t before, std::size_t after) {
        std::string bytes;
        for (const char c : ascii) bytes.append(before, '\0').append(1, c).append(after, '\0');
        return bytes;
    };
    const std::string lines = "{\"text\":\"one\"}\r\n{\"text\":\"two\"}\n";
    const std::string both = "paragraph: one\nparagraph: two\n";
    for (const char* name : {"a.jsonl", "a.ndjson", "a.json"}) {
        CHECK(summarise(read_as(name, "\xff\xfe" + wide(lines, 0, 1))) == both);
        CHECK(summarise(read_as(name, "\xfe\xff" + wide(lines, 1, 0))) == both);
        CHECK(summarise(read_as(name, wide(lines, 0, 1))) == both);
        CHECK(summarise(read_as(name, std::string("\xff\xfe\0\0", 4) + wide(lines, 0, 3))) == both);
        CHECK(summarise(read_as(name, "\xef\xbb\xbf" + lines + "\xef\xbb\xbf" + lines)) == both + both);
    }
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "{\"text\":\"number " + std::to_string(i) + "\"}\n";
    const auto result = read_as("a.jsonl", "\xff\xfe" + wide(many, 0, 1));
    CHECK(result.rejections.empty());
    REQUIRE(result.articles.size() == 5000);
    CHECK(result.articles[4999].line == 5000);
}
TEST_CASE("an array named .jsonl and lines named .json are what they are") {
    const auto list = read_as("a.jsonl", "[\n  {\n \"text\": \"one\"\n },\n {\n \"text\": \"two\"\n }\n]\n");
    CHECK(summarise(list) == "paragraph: one\nparagraph: two\n");
    REQUIRE(list.articles.size() == 2);
    CHECK(list.articles[1].line == 2);
    CHECK(list.articles[1].type == ContentType::json);
    CHECK(summarise(read_as("a.jsonl", R"([{"text":"one"},{"text":"two"}])")) == "paragraph: one\nparagraph: two\n");
    const auto laid_out = read_as("a.jsonl", "\n{\n \"text\": \"one\"\n}\n{\n \"text\": \"two\"\n}\n");
    REQUIRE(laid_out.articles.size() == 2);
    CHECK(laid_out.articles[0].line == 2);
    CHECK(laid_out.articles[1].line == 5);
    CHECK(laid_out.articles[1].type == ContentType::json_lines);
    const auto lines = read_as("a.json", "{\"text\":\"one\"}\n{\"text\": broken}\n{\"text\":\"three\"}\n");
    REQUIRE(lines.articles.size() == 2);
    CHECK(lines.articles[1].line == 3);
    CHECK(lines.articles[1].type == ContentType::json_lines);
    CHECK(lines.rejections.size() == 1);
    CHECK(summarise(read_as("a.jsonl", "{\"text\":\"one\"},\n\x1e{\"text\":\"two\"},\n")) ==
          "paragraph: one\nparagraph: two\n");
    const auto broken = read_as("a.jsonl", "{\"text\":\"one\n{\"text\":\"two\"}\n");
    CHECK(broken.articles.size() == 1);
    CHECK(broken.rejections.size() == 1);
}
TEST_CASE("what JSON does not know costs no record") {
    const auto text = [](std::string_view json) { return summarise(read_as("a.jsonl", json)); };
    CHECK(text(R"({"score":NaN,"a":[-Infinity,Infinity,None],"text":"x"})") == "paragraph: x\n");
    CHECK(text(R"({"score":01,"a":1e999,"b":.5,"c":+1,"d":True,"text":"x"})") == "paragraph: x\n");
    CHECK(text(R"({"text":"half \ud83d and \ude00, whole \ud83d\ude00"})") == "paragraph: half � and �, whole 😀\n");
    CHECK(text("{\"text\":\"tab\tand it\\'s \\x\"}") == "row: tab\tand it's \\x\n");
    CHECK(text(R"({"text":"x","tags":["a",],})") == "paragraph: x\n");
    CHECK(text(R"({"text":"x" /* why, not */, "url":"http://x.org/a" // so
)") == "rejected bad-record: broken JSON at byte 13\n");
    CHECK(summarise(read_as("a.json", "{\"text\":\"x\" /* a, b */, // c\n \"url\":\"http://x.org/a\"}")) ==
          "paragraph: x\n");
    const auto result = read_as("a.jsonl", R"({"id":007,"grade":NaN,"text":"one","text":"two"})");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].declared.at("id") == std::vector<std::string>{"007"});
    CHECK(result.articles[0].declared.at("grade").empty());
    CHECK(summarise(result) == "paragraph: two\n");
    CHECK(text(R"({"text":NaN})") == "rejected bad-record: no \"text\", \"body\" or \"html\"\n");
    CHECK(text(R"({"text":"x)") == "rejected bad-record: broken JSON at byte 11\n");
}
TEST_CASE("a day may be a number") {
    const auto result = read_as("a.jsonl", R"({"text":"x","published":1709632800,"inspected":1709632800.5})");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].declared.at("published") == std::vector<std::string>{"1709632800"});
    CHECK(result.articles[0].declared.at("inspected") == std::vector<std::string>{"1709632800.5"});
}
TEST_CASE("entities and markup left in a record are characters and blocks") {
    const auto result = read_as(
        "a.jsonl",
        R"({"title":{"rendered":"Council&#8217;s <em>plan<\/em> &amp; more"},"provider":"Smith &amp; Sons","text":)"
        R"({"protected":false,"rendered":"<p>The council&rsquo;s team<\/p>\n<p>Two<sup>1<\/sup><\/p>"}})");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].title == "Council’s plan & more");
    CHECK(result.articles[0].declared.at("provider") == std::vector<std::string>{"Smith & Sons"});
    CHECK(summarise(result) == "paragraph: The council’s team\nparagraph: Two\n");
    CHECK(summarise(read_as("a.jsonl",
                            R"({"text":"The council&rsquo;s &amp;amp; staff&#39;s views, 3 < 4 <b and c > d"})")) ==
          "paragraph: The council’s & staff's views, 3 < 4 <b and c > d\n");
    CHECK(summarise(read_as("a.jsonl", R"({"text":"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"})")) ==
          "paragraph: One\nparagraph: Two\n");
    CHECK(summarise(read_as("a.jsonl", R"({"title":{"raw":"T"},"text":"x"})")) ==
          "rejected bad-record: \"title\" is an object\n");
}
