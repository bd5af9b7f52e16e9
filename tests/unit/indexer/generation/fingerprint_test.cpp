#include "indexer/generation/fingerprint.hpp"

#include <algorithm>

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
