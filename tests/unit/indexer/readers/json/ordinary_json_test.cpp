#include "indexer/readers/json/ordinary_json.hpp"

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace findings;

namespace {

using nlohmann::json;

/// What was told, one line an event. In the middle of a list or object the library knows no size either.
class Recorder : public nlohmann::json_sax<json> {
  public:
    bool null() override { return add("null"); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return add("integer " + std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add("unsigned " + std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return add("float " + text); }
    bool string(string_t& value) override { return add("string " + value); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return add("{"); }
    bool key(string_t& name) override { return add("key " + name); }
    bool end_object() override { return add("}"); }
    bool start_array(std::size_t) override { return add("["); }
    bool end_array() override { return add("]"); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
    std::string told;

  private:
    bool add(const std::string& event) {
        told += event + '\n';
        return true;
    }
};

std::optional<std::string> parse_quickly(std::string_view text) {
    Recorder recorder;
    simdjson::dom::parser parser;
    if (!OrdinaryJson(parser, recorder).parse(text)) return std::nullopt;
    return recorder.told;
}

std::optional<std::string> parse_by_library(std::string_view text) {
    Recorder recorder;
    if (!json::sax_parse(text.begin(), text.end(), &recorder)) return std::nullopt;
    return recorder.told;
}

}  // namespace

TEST_CASE("ordinary records are told as the library tells them") {
    for (const std::string_view text :
         {R"({})", R"([])", R"( {"a" : "b", "c":["d" , "e"],"f":{"g":[1,-2,0]}, "h":true,"i":false,"j":null} )",
          R"("\"\\\/\b\f\n\r\t\u0041\u00e9\u2019\uD83D\ude00\u0000")", "\"caf\xc3\xa9 \xe2\x80\x99 \xf0\x9f\x98\x80\"",
          "[\"\x7f\"]", "\r\n\t[1]\n", "999999999999999999", "-999999999999999999"}) {
        CAPTURE(text);
        REQUIRE(parse_quickly(text).has_value());
        CHECK(parse_quickly(text) == parse_by_library(text));
    }
}

TEST_CASE("what is broken or out of the ordinary is left to the library") {
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "[",
                                        "\"",
                                        "{\"a\"}",
                                        "{\"a\":}",
                                        "{\"a\":1,}",
                                        "[1,]",
                                        "[,1]",
                                        "{,}",
                                        "[1}",
                                        "{\"a\":1]",
                                        "{a:1}",
                                        "[1 2]",
                                        "[1]x",
                                        "[1],",
                                        "nul",
                                        "True",
                                        "01",
                                        "-",
                                        "1.5",
                                        "1e3",
                                        "+1",
                                        "\"\n\"",
                                        "\"\\x\"",
                                        "\"\\u12\"",
                                        "\"\\u12g4\"",
                                        "\"\\ud800\"",
                                        "\"\\ud800\\u0041\"",
                                        "\"\\udc00\"",
                                        "\"\xff\"",
                                        "\"\xc3\"",
                                        "\"\xed\xa0\x80\"",
                                        "\"\xc0\x80\"",
                                        "\"\xc3\\u0041\"",
                                        "'a'"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_quickly(text).has_value());
    }
    CHECK_FALSE(parse_quickly(std::string_view("[1]\0", 4)).has_value());
    CHECK_FALSE(parse_quickly(std::string(5000, '[') + std::string(5000, ']')).has_value());
}

TEST_CASE("of damaged records none is told otherwise than by the library") {
    const std::string record = R"({"id":7,"text":"Leaders \"know\" \u2019 caf)"
                               "\xc3\xa9"
                               R"( well.\n","theme":["a","b"],"x":{"y":[true,null,-3]}})";
    std::mt19937 random(3);
    std::size_t quick = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text = record;
        for (unsigned changes = 1 + random() % 2; changes > 0; --changes) {
            const std::size_t at = random() % text.size();
            if (random() % 3 == 0)
                text.erase(at, 1);
            else
                text[at] = static_cast<char>(random());
        }
        const auto told = parse_quickly(text);
        if (!told) continue;
        ++quick;
        CAPTURE(text);
        REQUIRE(told == parse_by_library(text));
    }
    CHECK(quick > 1000);
}
