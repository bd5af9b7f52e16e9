#include "indexer/generation/fingerprint.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

using namespace findings;

namespace {

Article story() {
    Article article;
    article.id = "a";
    article.title = "Title";
    article.text = "Text.";
    for (const char* slug : {"vetting", "staffing"})
        article.values.emplace_back(Field::theme, slug, slug, Evidence{Where::body, "Text.", "rule"});
    return article;
}

}  // namespace

TEST_CASE("a fingerprint comes back from its bytes") {
    const Fingerprint print = make_fingerprint(story());
    CHECK(unpack_fingerprint(pack_fingerprint(print)) == print);
    CHECK_FALSE(unpack_fingerprint("too short"));
}

TEST_CASE("text is content, values are values, and neither is the other") {
    const Fingerprint print = make_fingerprint(story());
    Article other = story();
    other.text = "Other text.";
    CHECK(make_fingerprint(other).content != print.content);
    CHECK(make_fingerprint(other).values == print.values);
    other = story();
    other.title = "Another title";
    CHECK(make_fingerprint(other).content != print.content);
    CHECK(make_fingerprint(other).values == print.values);
    CHECK(make_fingerprint(other).id == print.id);
    other = story();
    other.awards.push_back({"kent", "four-point", "good", "", "", false, {}});
    CHECK(make_fingerprint(other).content == print.content);
    CHECK(make_fingerprint(other).values != print.values);
    CHECK(make_fingerprint(other).id == hash_story_id("a"));
}

TEST_CASE("path, address, copies and the order of values change nothing") {
    Article other = story();
    other.source = "moved/away.txt";
    other.url = "https://example.org";
    other.copies.push_back({"b", "b.txt", "", "", "", ""});
    std::reverse(other.values.begin(), other.values.end());
    CHECK(make_fingerprint(other) == make_fingerprint(story()));
}

TEST_CASE("each part of an award, each value and each day counts for itself, and none runs into the next") {
    const auto values = [](auto change) {
        Article article = story();
        article.awards.push_back({"kent", "four-point", "good", "poor", "improved", false, {{"leaders", "good"}}});
        change(article);
        return make_fingerprint(article).values;
    };
    std::vector<std::uint64_t> all{values([](Article&) {})};
    const auto differs = [&](auto change) {
        const std::uint64_t hash = values(change);
        CHECK(std::find(all.begin(), all.end(), hash) == all.end());
        all.push_back(hash);
    };
    differs([](Article& a) { a.awards[0].provider = "x"; });
    differs([](Article& a) { a.awards[0].scale = "x"; });
    differs([](Article& a) { a.awards[0].grade = "x"; });
    differs([](Article& a) { a.awards[0].previous = "x"; });
    differs([](Article& a) { a.awards[0].change = "x"; });
    differs([](Article& a) { a.awards[0].inferred = true; });
    differs([](Article& a) { a.awards[0].judgements[0].area = "x"; });
    differs([](Article& a) { a.awards[0].judgements[0].grade = "x"; });
    differs([](Article& a) { a.awards[0].judgements.clear(); });
    differs([](Article& a) { a.awards.push_back(a.awards[0]); });
    differs([](Article& a) { a.awards.clear(); });
    differs([](Article& a) { a.values.pop_back(); });
    differs([](Article& a) { a.published = "2024-01-01"; });
    differs([](Article& a) { a.inspected = "2024-01-01"; });
    differs([](Article& a) { a.publisher = "2024-01-01"; });
    // The same slug of another facet.
    differs([](Article& a) {
        a.values.pop_back();
        a.values.emplace_back(Field::region, "staffing", "staffing", Evidence{Where::body, "Text.", "rule"});
    });
    // The same letters, divided otherwise.
    differs([](Article& a) {
        a.awards[0].provider = "kentfour";
        a.awards[0].scale = "-point";
    });
    differs([](Article& a) {
        a.awards[0].grade = "";
        a.awards[0].previous = "goodpoor";
    });
    // An evidence or a label is no value.
    CHECK(values([](Article& a) {
              a.values.pop_back();
              a.values.emplace_back(Field::theme, "staffing", "Other label", Evidence{Where::title, "x", "other"});
          }) == all[0]);
}

TEST_CASE("title and text are not one text") {
    Article one = story();
    Article other = story();
    one.title = "ab";
    one.text = "c";
    other.title = "a";
    other.text = "bc";
    CHECK(make_fingerprint(one).content != make_fingerprint(other).content);
    other.title = "c";
    other.text = "ab";
    CHECK(make_fingerprint(one).content != make_fingerprint(other).content);
}

TEST_CASE("a fingerprint is twenty-four bytes, one hash after the other") {
    const std::string bytes = pack_fingerprint({1, 0x0102030405060708, 3});
    CHECK(bytes.size() == 24);
    CHECK(bytes.substr(0, 9) == std::string("\x01\0\0\0\0\0\0\0\x08", 9));
    CHECK(bytes.back() == '\0');
    CHECK(bytes[16] == '\x03');
    CHECK_FALSE(unpack_fingerprint(bytes.substr(1)).has_value());
    CHECK_FALSE(unpack_fingerprint(bytes + 'x').has_value());
    CHECK_FALSE(unpack_fingerprint("").has_value());
}
