#include "searcher/serve/serve_options.hpp"

#include <ctime>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/serve/access_log.hpp"
#include "searcher/serve/listening.hpp"

namespace findings::testing {
namespace {

ServeOptions parse(const std::vector<std::string>& arguments) {
    return parse_serve_options(parse_arguments(serve_option_table(), arguments), Environment{});
}

TEST_CASE("findings-serve listens at loopback, port 8080, unless told otherwise") {
    const ServeOptions options = parse({"--index", "ix"});
    CHECK(options.listen == "127.0.0.1:8080");
    CHECK(options.max_connections == 256);
    CHECK(options.indexes == std::vector<std::filesystem::path>{"ix"});
    CHECK(parse({"--index", "a", "--index", "b"}).indexes.size() == 2);
    CHECK(parse({"--index", "a", "--host", "Room.example", "--host", "b"}).hosts ==
          std::vector<std::string>{"room.example", "b"});
    CHECK(parse({"--index", "a", "--quiet"}).quiet);
    CHECK(parse({"--index", "a", "--originals", "/srv"}).originals == "/srv");
}

TEST_CASE("a contact is a web or mail address, the source a web address") {
    CHECK(parse({"--index", "a", "--contact", "desk@example.org"}).contact == "mailto:desk@example.org");
    CHECK(parse({"--index", "a", "--contact", "https://example.org/x"}).contact == "https://example.org/x");
    CHECK_THROWS_AS(parse({"--index", "a", "--contact", "javascript:alert(1)"}), Error);
    CHECK_THROWS_AS(parse({"--index", "a", "--contact", "desk"}), Error);
    CHECK(parse({"--index", "a", "--source-url", "https://example.org/src"}).source_url == "https://example.org/src");
    CHECK_THROWS_AS(parse({"--index", "a", "--source-url", "mailto:a@b"}), Error);
}

TEST_CASE("what is no option, no address and no number is refused") {
    for (const std::vector<std::string>& bad :
         std::vector<std::vector<std::string>>{{"words"},
                                               {"--index", "a", "--listen", "8080"},
                                               {"--index", "a", "--listen", "::1:8080"},
                                               {"--index", "a", "--listen", "127.0.0.1:99999"},
                                               {"--index", "a", "--listen", ":80"},
                                               {"--index", "a", "--host", "a b"},
                                               {"--index", "a", "--max-connections", "1"},
                                               {"--index", "a", "--max-connections", "99999"}}) {
        CAPTURE(bad.back());
        CHECK_THROWS_AS(parse(bad), Error);
    }
}

TEST_CASE("an address to listen at is taken apart, brackets and all") {
    CHECK(parse_listen("[::1]:8080").host == "::1");
    CHECK(parse_listen("localhost:0").port == "0");
}

TEST_CASE("systemd's socket is taken by the process it is meant for, one only") {
    Listening taken;
    CHECK_FALSE(take_handed_socket("", "", 7, taken));
    CHECK_FALSE(take_handed_socket("8", "1", 7, taken));
    CHECK_THROWS_AS(take_handed_socket("7", "2", 7, taken), Error);
    CHECK(take_handed_socket("7", "1", 7, taken));
    CHECK(taken.socket == 3);
}

TEST_CASE("a socket says whether others can reach it") {
    const Listening own = open_listening({"127.0.0.1", "0"});
    CHECK(own.loopback);
    CHECK(own.address.starts_with("127.0.0.1:"));
    const Listening all = open_listening({"0.0.0.0", "0"});
    CHECK_FALSE(all.loopback);
    CHECK_THROWS_AS(open_listening({"127.0.0.1", own.address.substr(own.address.rfind(':') + 1)}), Error);
    CHECK_THROWS_AS(open_listening({"no-such-host.invalid", "0"}), Error);
}

TEST_CASE("the access log is the combined format, and what a client sends stays inside its quotes") {
    AccessRecord record;
    record.client = "127.0.0.1";
    record.at = 1795824000;
    record.method = "GET";
    record.target = "/?q=a\"b\\c\n";
    record.protocol = "HTTP/1.1";
    record.status = 200;
    record.bytes = 12;
    record.agent = "curl";
    CHECK(format_access(record) ==
          R"(127.0.0.1 - - [28/Nov/2026:00:00:00 +0000] "GET /?q=a\"b\\c\x0a HTTP/1.1" 200 12 "-" "curl")");
}

}  // namespace
}  // namespace findings::testing
