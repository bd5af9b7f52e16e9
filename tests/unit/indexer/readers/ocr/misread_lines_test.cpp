#include "indexer/readers/ocr/misread_lines.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

constexpr float kSize = 10;

/// Words of one line, each with its left edge; letters are half as wide as high.
std::vector<PageWord> line(std::initializer_list<std::pair<float, const char*>> words, float baseline = 100) {
    std::vector<PageWord> out;
    for (const auto& [x, text] : words) {
        PageWord& word = out.emplace_back();
        word.text = text;
        word.x0 = x;
        word.x1 = x + 5 * static_cast<float>(word.text.size());
        word.baseline = baseline;
        word.size = kSize;
        word.starts_line = out.size() == 1;
    }
    return out;
}

std::string texts(const std::vector<PageWord>& words) {
    std::string out;
    for (const PageWord& word : words) out += (out.empty() ? "" : word.starts_line ? "/" : " ") + word.text;
    return out;
}

std::string with_bullets(std::vector<PageWord> words, std::vector<float> confidences = {}) {
    confidences.resize(words.size(), 90);
    name_bullets(confidences, words);
    CHECK(confidences.size() == words.size());
    return texts(words);
}

std::string without_noise(std::vector<PageWord> words, const std::vector<float>& confidences) {
    drop_noise(confidences, words);
    return texts(words);
}

}  // namespace

TEST_CASE("a sign well before its text is a list's mark") {
    CHECK(with_bullets(line({{0, "m"}, {20, "The"}, {40, "plan"}})) == "\xe2\x80\xa2 The plan");
    CHECK(with_bullets(line({{0, "*"}, {20, "The"}})) == "\xe2\x80\xa2 The");
    CHECK(with_bullets(line({{0, "m"}, {6, "-"}, {20, "The"}})) == "\xe2\x80\xa2 The");
    CHECK(with_bullets(line({{0, "m@"}, {20, "The"}}), {10}) == "\xe2\x80\xa2 The");
}

TEST_CASE("words, numbers and letters of lists are no marks") {
    CHECK(with_bullets(line({{0, "a"}, {20, "plan"}})) == "a plan");
    CHECK(with_bullets(line({{0, "I"}, {20, "saw"}})) == "I saw");
    CHECK(with_bullets(line({{0, "1"}, {20, "The"}})) == "1 The");
    CHECK(with_bullets(line({{0, "a)"}, {20, "The"}})) == "a) The");
    CHECK(with_bullets(line({{0, "-"}, {8, "said"}})) == "- said");
    CHECK(with_bullets(line({{0, "m"}})) == "m");
}

TEST_CASE("lines without letters or sure words are noise, unsure words in a line are not") {
    CHECK(without_noise(line({{0, "|"}, {20, "~"}}), {50, 50}).empty());
    CHECK(without_noise(line({{0, "xvi"}, {20, "oe"}}), {20, 30}).empty());
    CHECK(without_noise(line({{0, "the"}, {20, "oe"}, {40, "plan"}}), {90, 10, 90}) == "the oe plan");
    CHECK(without_noise(line({{0, "4"}}), {95}) == "4");
    CHECK(without_noise(line({{0, "4"}}), {60}).empty());
}

TEST_CASE("a mark may stand before a line, but not where another word does") {
    const std::vector<PageWord> words = line({{50, "The"}, {70, "plan"}});
    const MarkPlace place = find_mark_place(words, 0);
    CHECK(place.x0 == doctest::Approx(20));
    CHECK(place.x1 == doctest::Approx(46));
    std::vector<PageWord> numbered = line({{50, "The"}});
    numbered.push_back(line({{30, "1."}}).front());
    CHECK(find_mark_place(numbered, 0).x0 >= find_mark_place(numbered, 0).x1);
    std::vector<PageWord> above = line({{50, "The"}});
    above.push_back(line({{30, "1."}}, 80).front());
    CHECK(find_mark_place(above, 0).x0 < find_mark_place(above, 0).x1);
}

TEST_CASE("marks are compact and solid") {
    CHECK(is_mark({0, 3, 0, 3}, 0.79F, kSize));
    CHECK(is_mark({0, 4, 0, 1}, 1, kSize));           // a dash
    CHECK_FALSE(is_mark({0, 1, 0, 9}, 1, kSize));     // a table's line
    CHECK_FALSE(is_mark({0, 6, 0, 6}, 0.2F, kSize));  // part of a letter
    CHECK_FALSE(is_mark({0, 9, 0, 3}, 0.8F, kSize));
    CHECK_FALSE(is_mark({0, 1, 0, 1}, 1, kSize));  // dust
}
