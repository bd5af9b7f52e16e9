// The order of every sort, and what --latest keeps, worked out from the stored records alone, over one index and
// several.
#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

constexpr std::size_t kArticles = 120;

// Few days, so that many stories share one.
std::vector<Article> generate_stories(Random& random) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < kArticles; ++i) {
        Article article = generate_article(random, i * 7919 % kArticles);
        if (!article.published.empty()) article.published = fmt::format("2023-05-{:02}", 1 + draw(random, 5));
        if (draw(random, 3) == 0) article.inspected = fmt::format("2023-04-{:02}", 1 + draw(random, 4));
        articles.push_back(std::move(article));
    }
    return articles;
}

/// The articles in one index, and dealt out over two and three.
struct Indexes {
    explicit Indexes(const std::vector<Article>& articles) {
        for (const std::size_t parts : {1U, 2U, 3U}) {
            std::vector<std::vector<Article>> dealt(parts);
            for (std::size_t i = 0; i < articles.size(); ++i) dealt[i % parts].push_back(articles[i]);
            std::vector<std::filesystem::path> roots;
            for (const std::vector<Article>& part : dealt) {
                write_index(folders.emplace_back().path(), part);
                roots.push_back(folders.back().path());
            }
            contexts.emplace_back(open_index(roots));
        }
    }
    std::list<test::TempFolder> folders;
    std::list<SearchContext> contexts;
};

// Newest first, undated last, then by identifier: how stories are browsed.
bool is_browsed_before(const Article& a, const Article& b) {
    const std::string left = a.date().empty() ? "0" : std::string(a.date());
    const std::string right = b.date().empty() ? "0" : std::string(b.date());
    return left != right ? left > right : a.id < b.id;
}

// Where a story stands by a sort; what is missing stands last.
std::string sort_key(const Article& article, SortOrder sort) {
    static const std::vector<std::string> worst_first{"inadequate", "requires-improvement", "good", "outstanding",
                                                      "satisfactory"};
    std::string key = "~";
    if (sort == SortOrder::oldest && !article.date().empty()) key = article.date();
    if (sort == SortOrder::provider)
        for (const std::string& provider : article.slugs(Field::provider)) key = std::min(key, provider);
    if (sort == SortOrder::grade)
        for (const std::string& grade : article.slugs(Field::grade)) {
            const auto place = std::find(worst_first.begin(), worst_first.end(), grade) - worst_first.begin();
            key = std::min(key, std::to_string(place));
        }
    return key;
}

std::vector<std::string> sorted_ids(std::vector<Article> articles, SortOrder sort) {
    std::sort(articles.begin(), articles.end(), [&](const Article& a, const Article& b) {
        const bool keyed = sort != SortOrder::newest && sort_key(a, sort) != sort_key(b, sort);
        return keyed ? sort_key(a, sort) < sort_key(b, sort) : is_browsed_before(a, b);
    });
    std::vector<std::string> ids;
    for (const Article& article : articles) ids.push_back(article.id);
    return ids;
}

// The visit's last day, else the article's date.
std::string day_of_award(const Article& article) {
    return std::string(article.inspected.empty() ? article.date() : article.inspected);
}

// The story of each provider's newest graded award; of one day's the one browsed first.
std::map<std::string, const Article*> find_latest(const std::vector<Article>& articles) {
    std::map<std::string, const Article*> latest;
    for (const Article& article : articles)
        for (const Award& award : article.awards) {
            if (award.provider.empty() || award.grade.empty() || award.inferred) continue;
            const Article*& known = latest[award.provider];
            const bool newer = known == nullptr || day_of_award(article) > day_of_award(*known);
            const bool same_day = known != nullptr && day_of_award(article) == day_of_award(*known);
            if (newer || (same_day && is_browsed_before(article, *known))) known = &article;
        }
    return latest;
}

std::vector<std::string> answer_ids(const SearchRequest& request, SearchContext& context) {
    Answer answer;
    run_search(request, context, answer);
    return answer.ids();
}

TEST_CASE("every sort has the order of the stored records, over one index and over several") {
    Random random(41);
    const std::vector<Article> articles = generate_stories(random);
    Indexes indexes(articles);
    for (SearchContext& context : indexes.contexts)
        for (const SortOrder sort : {SortOrder::newest, SortOrder::oldest, SortOrder::grade, SortOrder::provider}) {
            SearchRequest request;
            request.snippets = false;
            request.sort = sort;
            request.limit = kNoLimit;
            CAPTURE(static_cast<int>(sort));
            const std::vector<std::string> expected = sorted_ids(articles, sort);
            CHECK(answer_ids(request, context) == expected);
            request.offset = 30;
            request.limit = 15;
            CHECK(answer_ids(request, context) ==
                  std::vector<std::string>(expected.begin() + 30, expected.begin() + 45));
        }
}

TEST_CASE("latest keeps the story of each provider's newest award, of one day's the one browsed first") {
    std::size_t ties = 0;
    for (const unsigned seed : {51U, 52U, 53U}) {
        Random random(seed);
        const std::vector<Article> articles = generate_stories(random);
        const std::map<std::string, const Article*> latest = find_latest(articles);
        std::set<std::string> expected;
        for (const auto& [provider, story] : latest) {
            expected.insert(story->id);
            for (const Article& other : articles)
                for (const Award& award : other.awards)
                    if (award.provider == provider && !award.grade.empty() && !award.inferred &&
                        other.id != story->id && day_of_award(other) == day_of_award(*story))
                        ++ties;
        }
        Indexes indexes(articles);
        for (SearchContext& context : indexes.contexts) {
            SearchRequest request;
            request.snippets = false;
            request.latest = true;
            request.limit = kNoLimit;
            const std::vector<std::string> ids = answer_ids(request, context);
            CHECK(std::set<std::string>(ids.begin(), ids.end()) == expected);
            for (const auto& [provider, story] : latest) {
                request.filters = {{Field::provider, {provider}, false}};
                // clang 14 captures no structured binding.
                const std::string& newest_of = provider;
                CAPTURE(newest_of);
                CHECK(answer_ids(request, context) == std::vector<std::string>{story->id});
            }
        }
    }
    // Without ties the second half of the rule is not tried.
    CHECK(ties > 10);
}

}  // namespace
}  // namespace findings::testing
