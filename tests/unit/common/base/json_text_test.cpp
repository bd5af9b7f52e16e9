#include "common/base/json_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace findings;

TEST_CASE("JSON goes out on a line or as a document, and broken bytes as the replacement character") {
    const nlohmann::ordered_json json{{"b", 1}, {"a", "caf\xe9"}};
    CHECK(dump_json(json) == "{\"b\":1,\"a\":\"caf\xef\xbf\xbd\"}");
    CHECK(dump_json_document(json) == "{\n  \"b\": 1,\n  \"a\": \"caf\xef\xbf\xbd\"\n}\n");
}

TEST_CASE("JSON on a line is what the library makes of it") {
    const nlohmann::ordered_json json{{"plain", "good"},
                                      {"quoted", "a \"b\" \\ c"},
                                      {"control", std::string("a\x01\x7f\n\tb\0", 7)},
                                      {"caf\xc3\xa9", "\xe2\x80\x9c"},
                                      {"", ""},
                                      {"none", nullptr},
                                      {"yes", true},
                                      {"no", false},
                                      {"numbers", {0, 1, -1, 18446744073709551615U, 0.1, 5.18, 1e300, -0.0, 2.0}},
                                      {"empty", {nlohmann::ordered_json::array(), nlohmann::ordered_json::object()}},
                                      {"nested", {{{"a", {1, 2}}}, {{"b", "\xff"}}}}};
    CHECK(dump_json(json) == json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}
