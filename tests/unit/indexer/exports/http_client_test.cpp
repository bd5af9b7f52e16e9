#include "indexer/exports/http_client.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support/error_text.hpp"

using namespace findings;

namespace {

std::string refusal(std::string_view address) {
    return test::error_text(Status::usage, [&] { parse_http_place(address); });
}

std::string failure(std::string_view answer) {
    return test::error_text(Status::unavailable, [&] { read_http_answer(answer); });
}

}  // namespace

TEST_CASE("an engine's address is host, port and path") {
    const HttpPlace place = parse_http_place("http://search.example:9200/findings/");
    CHECK(place.host == "search.example");
    CHECK(place.port == "9200");
    CHECK(place.path == "/findings");
    CHECK(parse_http_place("http://localhost/solr/core").port == "80");
    CHECK(parse_http_place("http://localhost/solr/core").path == "/solr/core");
    const HttpPlace six = parse_http_place("http://[::1]:8983/solr/core");
    CHECK(six.host == "::1");
    CHECK(six.authority() == "[::1]:8983");
}

TEST_CASE("what is no plain address of an index is refused with the reason") {
    CHECK(refusal("https://localhost/x").find("https is not spoken") != std::string::npos);
    CHECK(refusal("http://user:secret@localhost/x").find("no passwords") != std::string::npos);
    CHECK(refusal("http://localhost:9200").find("index or core is missing") != std::string::npos);
    CHECK(refusal("http://localhost:9200/").find("index or core is missing") != std::string::npos);
    for (const char* address : {"", "localhost:9200/x", "http:///x", "http://localhost:/x", "http://localhost:0/x",
                                "http://localhost:65536/x", "http://localhost:9200x/y", "http://localhost/a b",
                                "http://localhost/a?b", "http://localhost/a\r\nX: y", "http://[::1/x", "http://[]/x"})
        CHECK_MESSAGE(!refusal(address).empty(), address);
}

TEST_CASE("a body ends where its length, its chunks or its connection say") {
    CHECK(read_http_answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}rest") == "{}");
    CHECK(read_http_answer("HTTP/1.1 200 OK\r\ncontent-length:2\r\n\r\n{}") == "{}");
    CHECK(read_http_answer("HTTP/1.1 200 OK\r\n\r\n{}") == "{}");
    CHECK(read_http_answer(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\n{\r\nA\r\n012345678}\r\n0\r\n\r\n") ==
          "{012345678}");
}

TEST_CASE("an answer that is cut off is an error, and so is every other status") {
    CHECK(failure("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}").find("too early") != std::string::npos);
    CHECK(failure("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}").find("too early") !=
          std::string::npos);
    CHECK(failure("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n").find("too early") !=
          std::string::npos);
    CHECK(failure("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}").find("length") != std::string::npos);
    CHECK(failure("HTTP/1.1 404 Not Found\r\n\r\nno such index").find("404: no such index") != std::string::npos);
    CHECK(failure("HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n").find("301") != std::string::npos);
    CHECK(failure("SSH-2.0").find("not HTTP") != std::string::npos);
    CHECK(failure("").find("not HTTP") != std::string::npos);
}

TEST_CASE("nobody at an address is an error that names it") {
    const HttpPlace place = parse_http_place("http://127.0.0.1:1/findings");
    const std::string text =
        test::error_text(Status::unavailable, [&] { ask_engine(place, "/_count", "", std::chrono::seconds(5)); });
    CHECK(text.find("http://127.0.0.1:1/findings/_count") != std::string::npos);
}
