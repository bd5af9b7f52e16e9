#include "indexer/readers/ocr/page_text.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

PageText some_text() {
    PageText text{595, 842, 87, {}};
    text.words.push_back({"Good", 72, 100.5F, 120.25F, 11, true, true});
    text.words.push_back({"d\xc5\xb5r", 104, 120, 120.25F, 11, false, false});
    return text;
}

}  // namespace

TEST_CASE("what was read of a page comes back as it was kept") {
    CHECK(decode_page_text(encode_page_text(some_text())) == some_text());
    CHECK(decode_page_text(encode_page_text({})) == PageText{});
}

TEST_CASE("damaged bytes are no page") {
    const std::string bytes = encode_page_text(some_text());
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_page_text(bytes.substr(0, size)));
    CHECK_FALSE(decode_page_text(bytes + "x"));
    CHECK_FALSE(decode_page_text(std::string(20, '\xff')));
}
