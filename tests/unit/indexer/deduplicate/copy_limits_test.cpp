// The limits of what is a copy, with candidates made by hand: likeness, length, days, grades, order of leadership.
#include <algorithm>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include "indexer/deduplicate/candidate_record.hpp"
#include "indexer/deduplicate/deduplicate.hpp"

using namespace findings;

namespace {

constexpr std::uint32_t kEmpty = static_cast<std::uint32_t>(-1);

/// A min-hash of 64 numbers of which the first `shared` are every other's too.
std::vector<std::uint32_t> make_minhash(std::uint32_t own, std::size_t shared) {
    std::vector<std::uint32_t> minhash(64);
    for (std::uint32_t i = 0; i < 64; ++i) minhash[i] = i < shared ? i + 1 : 1000 * own + i;
    return minhash;
}

CopyCandidate make_candidate(std::uint32_t number, std::size_t shared, std::size_t length = 1000,
                             const std::string& published = "2024-05-21") {
    CopyCandidate candidate;
    candidate.id = "id" + std::to_string(number);
    candidate.providers = "kent";
    candidate.published = published;
    candidate.body_hash = number;
    candidate.body_length = length;
    candidate.minhash = make_minhash(number, shared);
    return candidate;
}

using Leaders = std::vector<std::size_t>;

bool fold(const CopyCandidate& a, const CopyCandidate& b) {
    const Leaders leaders = deduplicate({a, b});
    const bool folded = leaders[0] == leaders[1];
    // Which one was read first decides nothing.
    const Leaders turned = deduplicate({b, a});
    CHECK(turned == (folded ? Leaders{1 - leaders[0], 1 - leaders[0]} : Leaders{0, 1}));
    return folded;
}

bool fold_days(const std::string& first, const std::string& second) {
    return fold(make_candidate(1, 64, 1000, first), make_candidate(2, 64, 1000, second));
}

}  // namespace

TEST_CASE("half of the shingles in common is a copy, less is not") {
    CHECK(fold(make_candidate(1, 32), make_candidate(2, 32)));
    CHECK_FALSE(fold(make_candidate(1, 31), make_candidate(2, 31)));
    CHECK(estimate_likeness(make_minhash(1, 16), make_minhash(2, 16)) == 0.25);
    // What neither text has says nothing, what one has alone does.
    CHECK(estimate_likeness({1, kEmpty, 3, kEmpty}, {1, kEmpty, 4, 5}) == doctest::Approx(1.0 / 3));
    CHECK(estimate_likeness({kEmpty}, {kEmpty}) == 0);
    CHECK(estimate_likeness({1, 2}, {1}) == 0);
}

TEST_CASE("a copy has more than 200 bytes, and one text is at most twice as long as the other") {
    const auto lengths = [](std::size_t a, std::size_t b) {
        return fold(make_candidate(1, 64, a), make_candidate(2, 64, b));
    };
    CHECK(lengths(201, 201));
    CHECK_FALSE(lengths(200, 200));
    CHECK_FALSE(lengths(200, 300));
    CHECK(lengths(300, 600));
    CHECK(lengths(600, 300));
    CHECK_FALSE(lengths(300, 601));
    CHECK_FALSE(lengths(601, 300));
}

TEST_CASE("without a provider a text of 201 bytes is evidence, one of 200 is not") {
    const auto identical = [](std::size_t length, const std::string& provider) {
        CopyCandidate a = make_candidate(1, 64, length);
        CopyCandidate b = make_candidate(2, 64, length);
        a.providers = b.providers = provider;
        b.body_hash = a.body_hash;
        return fold(a, b);
    };
    CHECK(identical(201, ""));
    CHECK_FALSE(identical(200, ""));
    CHECK(identical(1, "kent"));
    CHECK_FALSE(identical(0, "kent"));
    CHECK_FALSE(identical(0, ""));
}

TEST_CASE("seven days apart is one story, eight are two, over every end of a month") {
    for (const auto& [first, seventh, eighth] : {std::tuple{"2024-05-01", "2024-05-08", "2024-05-09"},
                                                 {"2024-01-28", "2024-02-04", "2024-02-05"},
                                                 {"2024-02-26", "2024-03-04", "2024-03-05"},
                                                 {"2023-02-26", "2023-03-05", "2023-03-06"},
                                                 {"2000-02-26", "2000-03-04", "2000-03-05"},
                                                 {"1900-02-26", "1900-03-05", "1900-03-06"},
                                                 {"2024-03-28", "2024-04-04", "2024-04-05"},
                                                 {"2024-04-28", "2024-05-05", "2024-05-06"},
                                                 {"2024-06-28", "2024-07-05", "2024-07-06"},
                                                 {"2024-07-28", "2024-08-04", "2024-08-05"},
                                                 {"2024-08-28", "2024-09-04", "2024-09-05"},
                                                 {"2024-09-28", "2024-10-05", "2024-10-06"},
                                                 {"2024-10-28", "2024-11-04", "2024-11-05"},
                                                 {"2024-11-28", "2024-12-05", "2024-12-06"},
                                                 {"2023-12-28", "2024-01-04", "2024-01-05"}}) {
        // clang 14 captures no structured binding.
        const auto& day = first;
        CAPTURE(day);
        CHECK(fold_days(first, seventh));
        CHECK_FALSE(fold_days(first, eighth));
    }
    // A day that is none is near to every other.
    for (const char* none : {"", "2024-05", "2024-13-01", "2024-00-09", "2024-05-00", "2024/05/21", "2024-05/21",
                             "20a4-05-21", "2024-0:-21", "2024-05-0/"})
        CHECK(fold_days(none, "2020-01-01"));
    CHECK_FALSE(fold_days("2024-12-01", "2020-01-01"));
    CHECK_FALSE(fold_days("2024-01-01", "2020-01-01"));
}

TEST_CASE("of several stories alike a copy goes to the most alike, of two equally alike to the first") {
    CopyCandidate first = make_candidate(1, 0);
    CopyCandidate second = make_candidate(2, 0);
    CopyCandidate copy = make_candidate(3, 0);
    const auto share = [&](CopyCandidate& leader, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) leader.minhash[i] = copy.minhash[i];
    };
    share(first, 0, 32);
    share(second, 31, 64);
    CHECK(deduplicate({first, second, copy}) == Leaders{0, 1, 1});
    share(first, 0, 33);
    CHECK(deduplicate({first, second, copy}) == Leaders{0, 1, 0});
    share(first, 0, 34);
    CHECK(deduplicate({first, second, copy}) == Leaders{0, 1, 0});
}

TEST_CASE("the earliest day leads, then the smallest id, then the first of the files; no day is the latest") {
    const auto leader = [](const char* day, const char* id, const char* other_day, const char* other_id) {
        CopyCandidate a = make_candidate(1, 64, 1000, day);
        CopyCandidate b = make_candidate(2, 64, 1000, other_day);
        a.id = id;
        b.id = other_id;
        const Leaders leaders = deduplicate({a, b});
        REQUIRE(leaders[0] == leaders[1]);
        return leaders[0];
    };
    CHECK(leader("2024-05-02", "a", "2024-05-01", "b") == 1);
    CHECK(leader("2024-05-01", "b", "2024-05-02", "a") == 0);
    CHECK(leader("", "a", "2024-05-01", "b") == 1);
    CHECK(leader("2024-05-01", "b", "", "a") == 0);
    CHECK(leader("2024-05-01", "b", "2024-05-01", "a") == 1);
    CHECK(leader("2024-05-01", "a", "2024-05-01", "a") == 0);
}

TEST_CASE("a story learns its inspection from the first copy that knows it, and keeps it") {
    std::vector<CopyCandidate> articles;
    for (std::uint32_t i = 1; i <= 4; ++i) articles.push_back(make_candidate(i, 64));
    articles[1].inspected = "2024-03-01";
    articles[2].inspected = "2024-03-02";
    CHECK(deduplicate(articles) == Leaders{0, 0, 2, 0});
    articles[3].inspected = "2024-03-02";
    CHECK(deduplicate(articles) == Leaders{0, 0, 2, 2});
    // Identical bodies of two inspections neither; the earliest story that agrees takes the copy.
    for (CopyCandidate& article : articles) article.body_hash = 7;
    CHECK(deduplicate(articles) == Leaders{0, 0, 2, 2});
    articles[3].inspected = "2024-03-01";
    CHECK(deduplicate(articles) == Leaders{0, 0, 2, 0});
}

TEST_CASE("more than thirty-two stories of one provider, or two dozen of one week, hide no copy of the latest") {
    for (const std::uint32_t stories : {31U, 32U, 33U, 34U, 100U}) {
        std::vector<CopyCandidate> articles;
        for (std::uint32_t i = 1; i <= stories; ++i) articles.push_back(make_candidate(i, 0));
        // Alike in the last half of one leader, and in no whole band of any other.
        for (const std::size_t leader : {std::size_t{0}, std::size_t{stories - 1}}) {
            CopyCandidate copy = make_candidate(9999, 0);
            for (std::size_t i = 32; i < 64; ++i) copy.minhash[i] = articles[leader].minhash[i];
            std::vector<CopyCandidate> all = articles;
            all.push_back(copy);
            CHECK(deduplicate(all).back() == leader);
            for (std::size_t i = 0; i < stories; ++i) CHECK(deduplicate(all)[i] == i);
        }
    }
    // Leaders that share a band, too little to be copies: the newest twenty-four are tried.
    std::vector<CopyCandidate> crowd;
    for (std::uint32_t i = 1; i <= 40; ++i) {
        crowd.push_back(make_candidate(100 + i, 2));
        crowd.back().id = "id" + std::to_string(100 + i);
    }
    for (const std::size_t leader : {std::size_t{39}, std::size_t{16}}) {
        CopyCandidate copy = crowd[leader];
        copy.id = "id999";
        copy.body_hash = 1;
        // One number of each band but the first differs: only the shared band leads to it.
        for (std::size_t i = 2; i < 64; i += 2) copy.minhash[i] = 5;
        std::vector<CopyCandidate> all = crowd;
        all.push_back(copy);
        CHECK(deduplicate(all).back() == leader);
    }
}

TEST_CASE("bodies without letters of their own fold by their bytes, not by a min-hash of nothing") {
    CopyCandidate a = make_candidate(1, 0);
    CopyCandidate b = make_candidate(2, 0);
    a.minhash.clear();
    b.minhash.clear();
    CHECK_FALSE(fold(a, b));
    b.body_hash = a.body_hash;
    CHECK(fold(a, b));
}

TEST_CASE("words are letters and digits of any script; marks part them, apostrophes do not") {
    const auto hash = [](std::string_view text) { return minhash_body(text).hash; };
    CHECK(hash("Caf\u00e9 caf\u00e9") != hash("caf caf"));
    CHECK(hash("az09") != hash("az 09"));
    CHECK(hash("A Z") == hash("a z"));
    CHECK(hash("@[`{/:") == hash(""));
    CHECK(hash("don't") == hash("dont"));
    CHECK(hash("\u2018tis it\u2019s") == hash("tis its"));
    CHECK(hash("a\u2014b") == hash("a b"));
    CHECK(hash("a\u2060b") == hash("a b"));  // 0xe2 0x81: still punctuation
    CHECK(hash("a\u20acb") != hash("a b"));  // 0xe2 0x82: the euro sign is part of a word
    CHECK(hash("a\u00a0b\u00bbc") == hash("a b c"));
    CHECK(hash("one") != hash(""));
    CHECK(hash("\xe2") == hash("\xe2"));
}

TEST_CASE("fewer than five words are one shingle of what there is") {
    const auto filled = [](std::string_view text) {
        const auto minima = minhash_body(text).minima;
        return std::count_if(minima.begin(), minima.end(), [](std::uint32_t least) { return least != kEmpty; });
    };
    CHECK(filled("a") == 1);
    CHECK(filled("a b c d") == 1);
    CHECK(filled("a b c d e") == 1);
    CHECK(minhash_body("a b c d").minima != minhash_body("a b c e").minima);
    // Six words are two shingles, of which the second no longer knows the first word.
    const auto tail = minhash_body("b c d e f").minima;
    const auto whole = minhash_body("a b c d e f").minima;
    for (std::size_t i = 0; i < tail.size(); ++i) CHECK(whole[i] <= tail[i]);
}

TEST_CASE("articles of one provider are one group, those without one share a group with their own text only") {
    CopyCandidate a = make_candidate(1, 0);
    CopyCandidate b = make_candidate(2, 0);
    CHECK(copy_group(a) == copy_group(b));
    b.providers = "medway";
    CHECK(copy_group(a) != copy_group(b));
    a.providers.clear();
    b.providers.clear();
    CHECK(copy_group(a) == 1);
    CHECK(copy_group(b) == 2);
    const CopyCandidate empty = decode_candidate(encode_candidate({}));
    CHECK(empty.id.empty());
    CHECK(empty.minhash.empty());
}
