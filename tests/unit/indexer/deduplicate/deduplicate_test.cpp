#include "indexer/deduplicate/deduplicate.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// Text of `sentences` sentences that share no run of five words with another seed's.
std::string make_text(unsigned seed, unsigned sentences) {
    std::string text;
    unsigned state = seed * 7919U + 13U;
    for (unsigned i = 0; i < sentences; ++i) {
        for (unsigned word = 0; word < 14; ++word) {
            state = state * 1664525U + 1013904223U;
            text += "w" + std::to_string((state >> 12U) % 3000U) + " ";
        }
        text.back() = '.';
        text += ' ';
    }
    return text;
}

CopyCandidate make_candidate(const std::string& id, const std::string& body, const std::string& providers = "kent",
                             const std::string& published = "2024-05-21") {
    CopyCandidate candidate;
    candidate.id = id;
    candidate.providers = providers;
    candidate.grades = "inadequate";
    candidate.published = published;
    const BodyMinhash minhash = minhash_body(body);
    candidate.body_hash = minhash.hash;
    candidate.body_length = body.size();
    candidate.minhash = minhash.minima;
    return candidate;
}

std::uint64_t hash_body(std::string_view body) { return minhash_body(body).hash; }
std::vector<std::uint32_t> make_minhash(std::string_view body) { return minhash_body(body).minima; }

using Leaders = std::vector<std::size_t>;

}  // namespace

TEST_CASE("hashes and minhashes ignore case, punctuation and spaces") {
    CHECK(hash_body("The children’s home, “Elm House”.") == hash_body("the  childrens home - elm\nhouse"));
    CHECK(hash_body("one two") != hash_body("onetwo"));
    CHECK(hash_body("one two") != hash_body("two one"));
    CHECK(make_minhash("A b c d e f.") == make_minhash("a B c, d e\u00a0f"));
    CHECK(make_minhash("").empty());
    CHECK(make_minhash("…").empty());
    CHECK(make_minhash("one").size() == 64);
}

TEST_CASE("a minhash is of runs of five words in their order") {
    // Five words are one run, so one bucket of 64 is filled; in another order they are another run.
    CHECK(estimate_likeness(make_minhash("a b c d e"), make_minhash("A, b. C d e!")) == 1.0);
    CHECK(estimate_likeness(make_minhash("a b c d e"), make_minhash("e d c b a")) == 0.0);
    CHECK(estimate_likeness(make_minhash("a b c d e"), make_minhash("b a c d e")) == 0.0);
    // Whatever stands before a run does not change it.
    const std::vector<std::uint32_t> alone = make_minhash("v w x y z");
    const std::vector<std::uint32_t> behind = make_minhash("some other words v w x y z");
    for (std::size_t i = 0; i < alone.size(); ++i) CHECK(behind[i] <= alone[i]);
}

TEST_CASE("likeness is near the share of common shingles") {
    const std::string core = make_text(1, 40);
    CHECK(estimate_likeness(make_minhash(core), make_minhash(core)) == 1.0);
    CHECK(estimate_likeness(make_minhash(core), make_minhash(make_text(2, 40))) < 0.05);
    // 40 common sentences of 60 in all.
    const double two_thirds =
        estimate_likeness(make_minhash(core + make_text(3, 10)), make_minhash(core + make_text(4, 10)));
    CHECK(two_thirds > 0.45);
    CHECK(two_thirds < 0.85);
    CHECK(estimate_likeness({}, {}) == 0);
}

TEST_CASE("copies with another headline, intro and adverts fold to the one published first") {
    const std::string core = make_text(1, 24);
    const std::vector<CopyCandidate> articles = {make_candidate("b", make_text(2, 2) + core, "kent", "2024-05-22"),
                                                 make_candidate("a", core + make_text(3, 2), "kent", "2024-05-21"),
                                                 make_candidate("c", make_text(4, 3) + core, "kent", "")};
    CHECK(deduplicate(articles) == Leaders{1, 1, 1});
}

TEST_CASE("among equals the smallest id leads, in any order of files") {
    const std::string core = make_text(1, 24);
    CHECK(deduplicate({make_candidate("b", core), make_candidate("a", core)}) == Leaders{1, 1});
    CHECK(deduplicate({make_candidate("a", core), make_candidate("b", core)}) == Leaders{0, 0});
}

TEST_CASE("letters to two providers never fold, however much they share") {
    const std::string letter = make_text(1, 60);
    CHECK(deduplicate({make_candidate("a", letter, "kent"), make_candidate("b", letter, "medway")}) == Leaders{0, 1});
    CHECK(deduplicate({make_candidate("a", letter, "kent"), make_candidate("b", letter, "")}) == Leaders{0, 1});
}

TEST_CASE("two inspections of one provider never fold, not even through a copy that names no date") {
    const std::string report = make_text(1, 60);
    std::vector<CopyCandidate> articles = {make_candidate("a", report, "kent", "2024-05-21"),
                                           make_candidate("b", report, "kent", "2024-05-21"),
                                           make_candidate("c", report, "kent", "2024-05-22")};
    articles[1].inspected = "2024-03-01";
    articles[2].inspected = "2021-03-01";
    CHECK(deduplicate(articles) == Leaders{0, 0, 2});
}

TEST_CASE("different grades never fold") {
    const std::string core = make_text(1, 24);
    std::vector<CopyCandidate> articles = {make_candidate("a", core), make_candidate("b", core)};
    articles[1].grades = "good";
    CHECK(deduplicate(articles) == Leaders{0, 1});
}

TEST_CASE("alike texts of one provider more than a week apart are two stories, identical ones are one") {
    const std::string core = make_text(1, 24);
    CHECK(deduplicate({make_candidate("a", core + make_text(2, 2), "kent", "2024-05-01"),
                       make_candidate("b", core, "kent", "2024-05-20")}) == Leaders{0, 1});
    CHECK(deduplicate({make_candidate("a", core + make_text(2, 2), "kent", "2024-02-28"),
                       make_candidate("b", core, "kent", "2024-03-06")}) == Leaders{0, 0});
    CHECK(deduplicate({make_candidate("a", core, "kent", "2024-05-01"),
                       make_candidate("b", core, "kent", "2024-06-20")}) == Leaders{0, 0});
}

TEST_CASE("stories that quote the same report are two stories") {
    const std::string quotes = make_text(1, 8);
    CHECK(deduplicate({make_candidate("a", make_text(2, 12) + quotes),
                       make_candidate("b", quotes + make_text(3, 12))}) == Leaders{0, 1});
}

TEST_CASE("a text twice as long is no copy") {
    const std::string core = make_text(1, 20);
    CHECK(deduplicate({make_candidate("a", core), make_candidate("b", core + make_text(2, 30))}) == Leaders{0, 1});
}

TEST_CASE("without a provider only identical texts of over 200 bytes fold") {
    const std::string core = make_text(1, 24);
    CHECK(deduplicate({make_candidate("a", core, ""), make_candidate("b", core, "")}) == Leaders{0, 0});
    CHECK(deduplicate({make_candidate("a", core, ""), make_candidate("b", core + " And more.", "")}) == Leaders{0, 1});
    CHECK(deduplicate({make_candidate("a", "Watch this.", ""), make_candidate("b", "Watch this.", "")}) ==
          Leaders{0, 1});
    CHECK(deduplicate({make_candidate("a", "", ""), make_candidate("b", "", "")}) == Leaders{0, 1});
}

TEST_CASE("copies are found among thousands of articles of one provider") {
    std::vector<CopyCandidate> articles;
    for (unsigned i = 0; i < 2000; ++i) {
        const std::string core = make_text(i + 10, 12);
        articles.push_back(make_candidate("a" + std::to_string(i), core));
        articles.push_back(make_candidate("b" + std::to_string(i), make_text(i + 5000, 2) + core));
    }
    const Leaders leaders = deduplicate(articles);
    std::size_t folded = 0;
    for (std::size_t i = 0; i < leaders.size(); i += 2) {
        CHECK(leaders[i] == i);
        folded += leaders[i + 1] == i ? 1 : 0;
    }
    CHECK(folded > 1980);
}
