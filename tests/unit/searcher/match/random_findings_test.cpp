// Random queries for findings under random filters against counting by hand: same hits, same numbers.
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/query/print_query.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/query_by_hand.hpp"
#include "tests/unit/searcher/support/random_query.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

constexpr std::size_t kArticles = 40;
constexpr const char* kForms[] = {"priority-action", "requirement", "recommendation", "sentence"};
constexpr const char* kDirections[] = {"weakness", "strength", "mixed"};

// Whole lines of the text: a finding of one or two of them.
void add_findings(Random& random, Article& article) {
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    for (std::size_t begin = 0; begin < article.text.size();) {
        const std::size_t end = std::min(article.text.find('\n', begin), article.text.size());
        if (end > begin) lines.emplace_back(begin, end);
        begin = end + 1;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (draw(random, 4) == 0) continue;
        Finding finding;
        finding.pieces = {lines[i]};
        if (i + 1 < lines.size() && draw(random, 3) == 0) finding.pieces.push_back(lines[++i]);
        finding.form = static_cast<FindingForm>(draw(random, 4));
        finding.direction = static_cast<FindingDirection>(draw(random, 3));
        finding.other_body = draw(random, 5) == 0;
        std::set<std::string> themes;
        for (std::size_t n = draw(random, 4); n > 0; --n) themes.insert(any_value(random, Field::theme));
        finding.themes.assign(themes.begin(), themes.end());
        if (draw(random, 4) == 0) finding.repeats = {{"elsewhere#1-0000", true, true}};
        article.findings.push_back(finding);
    }
}

std::vector<Article> generate_corpus(Random& random) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < kArticles; ++i) {
        Article article = generate_article(random, i);
        article.title = generate_title(random);
        article.text = generate_text(random, 60);
        article.values.push_back(make_value(Field::kind, draw(random, 4) == 0 ? "news" : "report"));
        add_findings(random, article);
        articles.push_back(std::move(article));
    }
    return articles;
}

// What the contract says a finding is asked as: its own text and themes, the rest its article's.
std::vector<Article> findings_by_hand(const std::vector<Article>& articles) {
    std::vector<Article> made;
    for (const Article& article : articles)
        for (std::size_t i = 0; i < article.findings.size(); ++i) {
            const Finding& finding = article.findings[i];
            Article& one = made.emplace_back();
            for (const auto& [begin, end] : finding.pieces)
                one.text += (one.text.empty() ? "" : " ") + article.text.substr(begin, end - begin);
            one.id = make_finding_id(article.id, i + 1, one.text);
            one.title = article.title;
            one.published = article.published;
            one.inspected = article.inspected;
            one.awards = article.awards;
            for (const FacetValue& value : article.values) {
                const bool own = value.facet() == Field::theme;
                if (!own && !(finding.other_body && value.facet() == Field::provider)) one.values.push_back(value);
            }
            if (finding.other_body)
                for (Award& award : one.awards) award.provider.clear();
            for (const std::string& theme : finding.themes) one.values.push_back(make_value(Field::theme, theme));
            one.values.push_back(make_value(Field::form, kForms[static_cast<int>(finding.form)]));
            one.values.push_back(make_value(Field::direction, kDirections[static_cast<int>(finding.direction)]));
            one.values.push_back(make_value(Field::repeated, finding.repeats.empty() ? "no" : "yes"));
            one.values.push_back(make_value(Field::addressee, finding.other_body ? "other" : "provider"));
        }
    return made;
}

void add_finding_filters(Random& random, SearchRequest& request) {
    if (draw(random, 4) == 0) request.filters.push_back({Field::form, {kForms[draw(random, 4)], kForms[0]}, false});
    if (draw(random, 6) == 0) request.filters.push_back({Field::form, {kForms[draw(random, 4)]}, true});
    if (draw(random, 4) == 0) request.filters.push_back({Field::direction, {kDirections[draw(random, 3)]}, false});
    if (draw(random, 6) == 0) request.filters.push_back({Field::direction, {kDirections[draw(random, 3)]}, true});
    if (draw(random, 6) == 0) request.filters.push_back({Field::repeated, {"yes"}, false});
    if (draw(random, 6) == 0) request.filters.push_back({Field::addressee, {"other"}, false});
    if (draw(random, 5) == 0) request.filters.push_back({Field::kind, {any_value(random, Field::kind)}, false});
    request.include_news = draw(random, 3) == 0;
    if (draw(random, 3) == 0) request.facets.push_back(Field::kind);
}

TEST_CASE("random queries for findings find and count what counting by hand does") {
    const std::size_t queries = count_from("FINDINGS_RANDOM_QUERIES", 2000);
    Random random(20261128);
    const std::vector<Article> articles = generate_corpus(random);
    const std::vector<Article> findings = findings_by_hand(articles);
    REQUIRE(findings.size() > 3 * kArticles);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}, {}, SearchedUnit::findings));
    std::size_t with_hits = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        SearchRequest request = generate_whole_request(random, i);
        request.findings = true;
        request.count = CountUnit::findings;
        add_finding_filters(random, request);
        const QueryNode query = generate_query(random, 2);
        request.text = print_query(query);
        std::set<std::string> found;
        for (const Article& finding : findings)
            if (QueryByHand(finding, context.analyzer, request.match, QueryByHand::Title::apart).finds(query))
                found.insert(finding.id);
        if (!found.empty() && found.size() < findings.size()) ++with_hits;
        check_request(
            findings, request, [&](const Article& finding) { return found.count(finding.id) > 0; }, context);
    }
    CHECK(with_hits > queries / 2);
}

TEST_CASE("the stories of the findings found are counted exactly, over one index and over two") {
    Random random(5);
    const std::vector<Article> articles = generate_corpus(random);
    const test::TempFolder whole;
    const test::TempFolder left;
    const test::TempFolder right;
    write_index(whole.path(), articles);
    write_index(left.path(), {articles.begin(), articles.begin() + kArticles / 2});
    write_index(right.path(), {articles.begin() + kArticles / 2, articles.end()}, "20261123T020000Z-00000000");
    SearchContext one(open_index({whole.path()}, {}, SearchedUnit::findings));
    SearchContext two(open_index({left.path(), right.path()}, {}, SearchedUnit::findings));
    for (std::size_t i = 0; i < 200; ++i) {
        SearchRequest request = generate_request(random);
        request.findings = true;
        request.count = CountUnit::findings;
        request.count_providers = true;
        request.fall_back_to_any = false;
        request.limit = kNoLimit;
        add_finding_filters(random, request);
        INFO(describe(request));
        Answer answer;
        run_search(request, one, answer);
        std::set<std::string> stories;
        for (const Hit& hit : answer.hits) stories.insert(hit.article.id);
        CHECK(answer.result.stories == stories.size());
        Answer several;
        run_search(request, two, several);
        CHECK(several.ids() == answer.ids());
        CHECK(several.result.stories == stories.size());
        CHECK(several.result.providers == answer.result.providers);
    }
}

}  // namespace
}  // namespace findings::testing
