#include "searcher/index/find_article.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/index/open_index.hpp"
#include "tests/unit/searcher/support/test_index.hpp"
#include "tests/unit/support/error_text.hpp"

namespace findings::testing {
namespace {

Article make_story(const std::string& id, const std::string& source, const std::string& url = {}) {
    Article article;
    article.id = id;
    article.source = source;
    article.url = url;
    article.text = "Words of " + id + ".";
    return article;
}

class Named {
  public:
    explicit Named(const std::vector<Article>& articles) { write_index(folder_.path() / "ix", articles); }

    std::string find(const std::string& typed) {
        const auto found = find_article(open_index({folder_.path() / "ix"}, {}), typed);
        return found ? found->id : "none";
    }
    std::string refused(const std::string& typed) {
        return test::error_text(Status::usage, [&] { static_cast<void>(find(typed)); });
    }

  private:
    test::TempFolder folder_;
};

}  // namespace

TEST_CASE(
    "a story is found by id, address, source path, a longer path, the end of its path, the beginning of its id, a "
    "file's name without its ending") {
    Named named({make_story("abc1", "kent/future.txt", "https://example.org/a"), make_story("abd2", "leeds/past.txt")});
    for (const char* typed : {"abc1", "https://example.org/a", "kent/future.txt", "/srv/x/kent/future.txt",
                              "x/kent/future.txt", "future.txt", "abc", "abc1", "future", "kent/future"})
        CHECK_MESSAGE(named.find(typed) == "abc1", typed);
    for (const char* typed : {"", "abe", "uture.txt", "kent", "futur", "abc12", "x/future.txt"})
        CHECK_MESSAGE(named.find(typed) == "none", typed);
    CHECK(named.find("abd") == "abd2");
}

TEST_CASE("an id goes before an address, and an address before a path") {
    Named named({make_story("one", "a.txt", "two"), make_story("two", "one"), make_story("three", "two")});
    CHECK(named.find("one") == "one");
    CHECK(named.find("two") == "two");
    Named other({make_story("one", "a.txt", "x"), make_story("two", "x")});
    CHECK(other.find("x") == "one");
}

TEST_CASE("a name of several stories is refused with up to five of their ids") {
    std::vector<Article> stories;
    for (int i = 1; i <= 5; ++i) stories.push_back(make_story("s" + std::to_string(i), std::to_string(i) + "/a.txt"));
    stories.push_back(make_story("t", "b.txt"));
    CHECK(Named(stories).refused("a.txt") == "a.txt names more than one story | give one id: s1, s2, s3, s4, s5");
    CHECK(Named(stories).refused("s") == "s names more than one story | give one id: s1, s2, s3, s4, s5");
    stories.push_back(make_story("s6", "6/a.txt"));
    CHECK(Named(stories).refused("a.txt") ==
          "a.txt names more than one story | give one id: s1, s2, s3, s4, s5 \u2026");
    CHECK(Named(stories).refused("s") == "s names more than one story | give one id: s1, s2, s3, s4, s5 \u2026");
    CHECK(Named(stories).find("t") == "t");
}

TEST_CASE("a copy's names lead to its story") {
    Article story = make_story("one", "a.txt");
    story.copies.push_back({"copy", "b/c.txt", "https://example.org/copy", "", "", ""});
    Named named({story});
    for (const char* typed : {"copy", "b/c.txt", "c.txt", "https://example.org/copy", "cop"})
        CHECK_MESSAGE(named.find(typed) == "one", typed);
}

}  // namespace findings::testing
