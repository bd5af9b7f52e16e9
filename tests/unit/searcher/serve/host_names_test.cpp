#include "searcher/serve/host_names.hpp"

#include <doctest/doctest.h>

namespace findings::testing {
namespace {

TEST_CASE("the name of a Host header, without its port") {
    CHECK(host_name("localhost:8080") == "localhost");
    CHECK(host_name("Findings.Example.ORG") == "findings.example.org");
    CHECK(host_name("findings.example.org.") == "findings.example.org");
    CHECK(host_name("[::1]:8080") == "[::1]");
    CHECK(host_name("127.0.0.1:") == "127.0.0.1");
    for (const char* bad : {"", "a b", "a:b", "a:99999", "a:1:2", "[::1", "[evil.example]", "a/b", "a@b", "a,b", "é"}) {
        CAPTURE(bad);
        CHECK(host_name(bad) == "");
    }
}

TEST_CASE("loopback is this machine's own names and addresses, and no name that begins like one") {
    for (const char* name : {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"}) CHECK(is_loopback_name(name));
    for (const char* name : {"localhost.evil.example", "127.0.0.1.evil.example", "127.evil", "[::2]", "128.0.0.1", ""})
        CHECK_FALSE(is_loopback_name(name));
}

TEST_CASE("a Host is ours when it is loopback or configured") {
    const std::vector<std::string> configured{"findings.example.org"};
    CHECK(is_our_host("localhost:9", configured));
    CHECK(is_our_host("FINDINGS.example.org", configured));
    CHECK(is_our_host("findings.example.org:443", configured));
    CHECK_FALSE(is_our_host("evil.example", configured));
    CHECK_FALSE(is_our_host("findings.example.org.evil.example", configured));
    CHECK_FALSE(is_our_host("", configured));
    CHECK_FALSE(is_our_host("findings.example.org", {}));
}

}  // namespace
}  // namespace findings::testing
