#include "common/json_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace findings;

TEST_CASE("JSON goes out on a line or as a document, and broken bytes as the replacement character") {
    const nlohmann::ordered_json json{{"b", 1}, {"a", "caf\xe9"}};
    CHECK(dump_json(json) == "{\"b\":1,\"a\":\"caf\xef\xbf\xbd\"}");
    CHECK(dump_json_document(json) == "{\n  \"b\": 1,\n  \"a\": \"caf\xef\xbf\xbd\"\n}\n");
}
