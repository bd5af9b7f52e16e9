#include "searcher/site/address.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

namespace findings::testing {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("an address is taken apart: path, format, parameters") {
    CHECK(parse_address("/") == Address{});
    CHECK(parse_address("/?q=missing+from%20care&grade=inadequate") ==
          Address{{}, "", {{"q", "missing from care"}, {"grade", "inadequate"}}});
    CHECK(parse_address("/.json?q=a") == Address{{}, "json", {{"q", "a"}}});
    CHECK(parse_address("/article/a1b2.json") == Address{{"article", "a1b2"}, "json", {}});
    CHECK(parse_address("/provider/st-helens.atom").format == "atom");
    CHECK(parse_address("/table/").path == std::vector<std::string>{"table"});
}

TEST_CASE("a format is told from an id that ends like one by its encoded dot") {
    CHECK(parse_address("/article/a%2Ejson") == Address{{"article", "a.json"}, "", {}});
    CHECK(parse_address("/article/a.pdf") == Address{{"article", "a.pdf"}, "", {}});
    CHECK(parse_address("/article/kent%2Ffuture.json") == Address{{"article", "kent/future"}, "json", {}});
}

TEST_CASE("what a form sends empty is not given, a switch may stand without a value") {
    CHECK(parse_address("/?q=&since=&grade=good&&").parameters == Pairs{{"grade", "good"}});
    CHECK(parse_address("/?latest").parameters == Pairs{{"latest", "1"}});
    CHECK(parse_address("/?q==").parameters == Pairs{{"q", "="}});
    CHECK(parse_address("/?").parameters.empty());
}

TEST_CASE("an address that is none is refused before or after it is decoded") {
    for (const char* bad :
         {"",        "x",       "?q=a",    "//",    "/a//b",       "/%",   "/%0", "/%zz", "/%00",  "/article/a%00.json",
          "/?q=%0a", "/..",     "/a/../b", "/.%2e", "/%2e%2e/etc", "/a/.", "/\\", "/a b", "/\x7f", "/\xc3\xa9",
          "/%ff",    "/?q=%c3", "/?%00=a"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(parse_address(bad), Error);
    }
    CHECK_NOTHROW(parse_address("/article/..%2F..%2Fetc%2Fpasswd"));  // an id like any other; it names no file
    CHECK_NOTHROW(parse_address("/article/%C3%A9"));
}

TEST_CASE("an address printed is the address that is read again") {
    const Address cases[] = {
        {},
        {{}, "csv", {{"q", "a&b=c+d %/?#"}, {"not-grade", "none"}}},
        {{"article", "a.json"}, "", {}},
        {{"article", "kent/f ü.txt"}, "json", {{"generation", "20261122T020000Z-1a2b3c4d"}}},
        {{"provider", "…"}, "atom", {}},
    };
    for (const Address& address : cases) {
        const std::string target = print_address(address);
        CAPTURE(target);
        CHECK(parse_address(target) == address);
    }
    CHECK(print_address({{}, "", {{"q", "missing from care"}, {"grade", "inadequate"}}}) ==
          "/?q=missing+from+care&grade=inadequate");
}

}  // namespace
}  // namespace findings::testing
