#include "indexer/readers/protocol.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {
RawArticle sample() {
    RawArticle article;
    article.type = ContentType::pdf;
    article.line = 70'000;
    article.title = "A title\twith a tab";
    article.blocks = {{BlockRole::table_row, 3, "Leaders\tGood"},
                      {BlockRole::boilerplate, 12, ""},
                      {BlockRole::paragraph, 12, "Plans are kept.", {{6, 13}, {70'000, 14}}}};
    article.declared = {{"grade", {"good", "inadequate"}}, {"region", {}}};
    article.metadata = {{"og:title", std::string("nul\0inside", 10)}, {"time", "2024"}};
    article.warnings = {"page 3: an image without text", "page 9: lines crossed out"};
    return article;
}
}  // namespace

TEST_CASE("an article survives the way through the pipe") {
    const auto back = decode_article(encode_article(sample()));
    REQUIRE(back);
    CHECK(*back == sample());
}
TEST_CASE("a rejection survives the way through the pipe") {
    const auto back = decode_rejection(encode_rejection({"s", RejectionReason::bad_record, "detail", 9, "hint"}));
    REQUIRE(back);
    CHECK(back->reason == RejectionReason::bad_record);
    CHECK(back->source == "s");
    CHECK(back->detail == "detail");
    CHECK(back->line == 9);
    CHECK(back->hint == "hint");
}
TEST_CASE("bytes that are cut short or too many are refused") {
    const std::string bytes = encode_article(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_article(bytes.substr(0, size)));
    CHECK_FALSE(decode_article(bytes + "x"));
    CHECK_FALSE(decode_rejection("\x7f"));
}
TEST_CASE("garbage never makes the decoder ask for more memory than it was given") {
    std::string bytes = encode_article(sample());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        damaged[i] = '\xff';
        (void)decode_article(damaged);
    }
    CHECK_FALSE(decode_article(std::string(64, '\xff')));
}
TEST_CASE("a frame is its length, its kind and its payload") {
    CHECK(make_frame(FrameKind::request, "abc") == std::string("\x03\0\0\0\x01"
                                                               "abc",
                                                               8));
}
