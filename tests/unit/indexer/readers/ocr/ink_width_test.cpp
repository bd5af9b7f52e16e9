#include "indexer/readers/ocr/ink_width.hpp"

#include <string_view>

#include <doctest/doctest.h>

using namespace findings;

namespace {

PageWord word(const char* text, float size, bool starts_line) {
    PageWord out;
    out.text = text;
    out.size = size;
    out.starts_line = starts_line;
    return out;
}

InkCounter count(std::initializer_list<std::string_view> rows) {
    InkCounter counter;
    int y = 0;
    for (const std::string_view row : rows) {
        for (std::size_t x = 0; x < row.size(); ++x) counter.add(static_cast<int>(x), y, row[x] == '#');
        counter.end_row();
        ++y;
    }
    return counter;
}

}  // namespace

TEST_CASE("strokes are as wide as their runs of ink are long") {
    CHECK(count({"##..##", "##..##"}).width() == doctest::Approx(2));
    CHECK(count({"#..###"}).width() == doctest::Approx(2));
    CHECK(count({"....##", "##...."}).width() == doctest::Approx(2));
    CHECK(count({"..."}).width() == doctest::Approx(0));
}

TEST_CASE("ink has an extent, of which it fills a share") {
    const InkCounter counter = count({"......", "..##..", ".###..", "......"});
    CHECK(counter.extent().left == 1);
    CHECK(counter.extent().right == 4);
    CHECK(counter.extent().top == 1);
    CHECK(counter.extent().bottom == 3);
    CHECK(counter.share() == doctest::Approx(5.0 / 6));
}

TEST_CASE("lines of nearly the usual size have it, headings keep theirs") {
    std::vector<PageWord> words{word("some words of text", 10, true), word("nearly so", 10.9F, true),
                                word("Heading", 13, true)};
    even_sizes(words);
    CHECK(words[1].size == doctest::Approx(10));
    CHECK(words[2].size == doctest::Approx(13));
}

TEST_CASE("a line of wider strokes is bold, a word in a line is not, nor are larger letters") {
    std::vector<PageWord> words{word("some words of text", 10, true), word("bold", 10, false),
                                word("Judgement here", 10, true), word("Large", 20, true)};
    mark_bold({1, 2, 1.5F, 2}, words);
    CHECK_FALSE(words[0].bold);
    CHECK_FALSE(words[1].bold);
    CHECK(words[2].bold);
    CHECK_FALSE(words[3].bold);
}
