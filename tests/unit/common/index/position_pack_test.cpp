#include "common/index/position_pack.hpp"

#include <random>

#include <doctest/doctest.h>

using namespace findings;

namespace {

using Places = std::vector<std::uint32_t>;

std::vector<WordPlaces> make_words(std::size_t count, std::mt19937& random) {
    std::vector<WordPlaces> words;
    for (std::size_t i = 0; i < count; ++i) {
        words.push_back({hash_word("word" + std::to_string(i)), {}});
        std::uint32_t place = 0;
        for (std::size_t n = 1 + random() % 3; n > 0; --n)
            words.back().places.push_back(place += 1 + static_cast<std::uint32_t>(random() % 3000));
    }
    return words;
}

}  // namespace

TEST_CASE("every word of a story is found again with its places, however many words there are") {
    std::mt19937 random(7);
    for (const std::size_t count : {1U, 2U, 300U, 443U, 444U, 3000U, 9000U}) {
        const std::vector<WordPlaces> words = make_words(count, random);
        const std::string packed = pack_positions(words, 12);
        const PositionView view(packed);
        CHECK(view.title_end() == 12);
        Places places;
        std::size_t wrong = 0;
        for (const WordPlaces& word : words)
            if (!view.find(word.hash, places) || places != word.places) ++wrong;
        CHECK(wrong == 0);
    }
}

TEST_CASE("words that stand everywhere are found, and others beside them") {
    std::mt19937 random(9);
    std::vector<WordPlaces> words = make_words(200, random);
    for (const std::size_t word : {0U, 50U, 51U, 199U}) {
        words[word].places.clear();
        for (std::uint32_t place = 1; place < 300 + word * 10; ++place) words[word].places.push_back(place);
    }
    for (const std::uint32_t count : {255U, 256U}) {
        words[70].places.clear();
        for (std::uint32_t place = 1; place <= count; ++place) words[70].places.push_back(place);
        const std::string packed = pack_positions(words, 0);
        Places places;
        for (const WordPlaces& word : words) {
            CHECK(PositionView(packed).find(word.hash, places));
            CHECK(places == word.places);
        }
    }
}

TEST_CASE("a story of a few hundred words takes little more than two bytes a word besides the places") {
    std::vector<WordPlaces> words;
    for (std::uint32_t i = 0; i < 300; ++i) words.push_back({hash_word("word" + std::to_string(i)), {i + 1}});
    // A key, the length of the list, one or two bytes of place.
    CHECK(pack_positions(words, 0).size() <= 300 * 5 + 8);
}

TEST_CASE("most words that a story does not have are not found") {
    std::mt19937 random(7);
    const std::string packed = pack_positions(make_words(300, random), 0);
    const PositionView view(packed);
    Places places;
    std::size_t found = 0;
    for (int i = 0; i < 10000; ++i) found += view.find(hash_word("other" + std::to_string(i)), places) ? 1U : 0U;
    CHECK(found < 100);
}

TEST_CASE("words of one hash do not hang the packing") {
    const std::vector<WordPlaces> words{{1, {1}}, {1, {2}}, {5, {3}}};
    const std::string packed = pack_positions(words, 0);
    Places places;
    CHECK(PositionView(packed).find(5, places));
    CHECK(places == Places{3});
    CHECK(PositionView(packed).find(1, places));
    CHECK(places.size() == 1);
}

TEST_CASE("no bytes and damaged bytes are read without leaving them") {
    Places places;
    CHECK_FALSE(PositionView("").find(1, places));
    std::mt19937 random(11);
    const std::vector<WordPlaces> words = make_words(50, random);
    const std::string packed = pack_positions(words, 3);
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = packed.substr(0, random() % (packed.size() + 1));
        if (!damaged.empty()) damaged[random() % damaged.size()] = static_cast<char>(random());
        const std::vector<char> exact(damaged.begin(), damaged.end());  // the sanitizers watch its end
        const PositionView view({exact.data(), exact.size()});
        for (const WordPlaces& word : words) view.find(word.hash, places);
    }
    CHECK(true);
}
