#include "tests/unit/searcher/support/by_hand.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/search_context.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

void add_once(Article& article, Field field, const std::string& slug) {
    const std::vector<std::string> slugs = article.slugs(field);
    if (!slug.empty() && std::find(slugs.begin(), slugs.end(), slug) == slugs.end())
        article.values.push_back(make_value(field, slug));
}

/// The definition of a match, written down as the contract says it and as slowly as it likes.
class ByHand {
  public:
    ByHand(const std::vector<Article>& articles, const SearchRequest& request, const TextRule& text)
        : articles_(articles), request_(request), text_(text) {}

    [[nodiscard]] std::size_t total() const {
        return static_cast<std::size_t>(
            std::count_if(articles_.begin(), articles_.end(), [&](const Article& a) { return matches(a, true); }));
    }
    [[nodiscard]] std::vector<const Article*> stories() const {
        std::vector<const Article*> found;
        for (const Article& article : articles_)
            if (matches(article, true)) found.push_back(&article);
        return found;
    }
    [[nodiscard]] std::size_t undated() const {
        return static_cast<std::size_t>(std::count_if(articles_.begin(), articles_.end(), [&](const Article& a) {
            return a.date().empty() && matches(a, false);
        }));
    }

  private:
    [[nodiscard]] const FieldFilter* filter(Field field, bool exclude) const {
        for (const FieldFilter& filter : request_.filters)
            if (filter.field == field && filter.exclude == exclude) return &filter;
        return nullptr;
    }

    [[nodiscard]] std::set<std::string> document_values(const Article& article, Field field) const {
        std::set<std::string> values;
        for (const std::string& slug : article.slugs(field)) values.insert(slug);
        for (const Award& award : article.awards) {
            if (award.inferred && !request_.include_inferred) continue;
            if (field == Field::was) values.insert(award.previous);
            if (field == Field::change) values.insert(award.change);
            if (field == Field::grade && award.inferred) values.insert(award.grade);
        }
        values.erase("");
        return values;
    }

    static bool allows(const FieldFilter& filter, const std::string& slug) {
        return std::find(filter.values.begin(), filter.values.end(), slug) != filter.values.end();
    }

    [[nodiscard]] bool is_worst(const std::string& grade) const {
        const Term* bound = find_term(Field::grade, request_.worst);
        const Term* term = find_term(Field::grade, grade);
        return term != nullptr && term->scale == bound->scale && term->rank >= bound->rank;
    }

    [[nodiscard]] bool passes_document(const Article& article, const FieldFilter& filter) const {
        const std::set<std::string> values = document_values(article, filter.field);
        if (filter.field == Field::theme && request_.all_themes && !filter.exclude)
            return std::all_of(filter.values.begin(), filter.values.end(), [&](const std::string& value) {
                return value == "none" ? values.empty() : values.count(value) > 0;
            });
        if (values.empty()) return allows(filter, "none");
        return std::any_of(values.begin(), values.end(), [&](const std::string& v) { return allows(filter, v); });
    }

    // Provider, grade, was, change: what is not settled by "none" must be in one award when it is more than one.
    [[nodiscard]] bool passes_awards(const Article& article) const {
        std::set<Field> open;
        for (const Field field : {Field::provider, Field::grade, Field::was, Field::change}) {
            const FieldFilter* asked = filter(field, false);
            const bool worst = field == Field::grade && !request_.worst.empty();
            if (asked == nullptr && !worst) continue;
            if (!worst && allows(*asked, "none") && document_values(article, field).empty()) continue;
            open.insert(field);
        }
        const auto holds = [&](Field field, const std::string& value) {
            const FieldFilter* asked = filter(field, false);
            if (value.empty() || (asked != nullptr && !allows(*asked, value))) return false;
            return field != Field::grade || request_.worst.empty() || is_worst(value);
        };
        if (open.empty()) return true;
        if (open.size() == 1) {
            const std::set<std::string> values = document_values(article, *open.begin());
            return std::any_of(values.begin(), values.end(),
                               [&](const std::string& v) { return holds(*open.begin(), v); });
        }
        return std::any_of(article.awards.begin(), article.awards.end(), [&](const Award& award) {
            if (award.inferred && !request_.include_inferred) return false;
            const auto value = [&](Field field) {
                return field == Field::provider ? award.provider
                       : field == Field::grade  ? award.grade
                       : field == Field::was    ? award.previous
                                                : award.change;
            };
            return std::all_of(open.begin(), open.end(), [&](Field field) { return holds(field, value(field)); });
        });
    }

    [[nodiscard]] bool matches(const Article& article, bool dates) const {
        if (!text_(article)) return false;
        const std::vector<std::string> kinds = article.slugs(Field::kind);
        const bool news = std::find(kinds.begin(), kinds.end(), "news") != kinds.end();
        if (request_.findings && news && !request_.include_news && filter(Field::kind, false) == nullptr) return false;
        if (dates && request_.since &&
            (article.date().empty() || article.date() < fmt::format("{}-01-01", request_.since->year)))
            return false;
        for (const FieldFilter& filter : request_.filters) {
            if (filter.exclude && passes_document(article, filter)) return false;
            const bool by_award = filter.field == Field::provider || filter.field == Field::grade ||
                                  filter.field == Field::was || filter.field == Field::change;
            if (!filter.exclude && !by_award && !passes_document(article, filter)) return false;
        }
        return passes_awards(article);
    }

    const std::vector<Article>& articles_;
    const SearchRequest& request_;
    const TextRule& text_;
};

SearchRequest with_only(const SearchRequest& request, Field field, const std::string& value) {
    SearchRequest changed = request;
    std::erase_if(changed.filters, [&](const FieldFilter& filter) { return filter.field == field && !filter.exclude; });
    changed.filters.push_back({field, {value}, false});
    return changed;
}

// Counts under --all-themes apply the theme filter too: the value is added to it, not put in its place.
SearchRequest counted_as(const SearchRequest& request, Field field, const std::string& value) {
    if (field != Field::theme || !request.all_themes) return with_only(request, field, value);
    SearchRequest changed = request;
    for (FieldFilter& filter : changed.filters)
        if (filter.field == field && !filter.exclude) {
            filter.values.push_back(value);
            return changed;
        }
    changed.filters.push_back({field, {value}, false});
    return changed;
}

void check_facet(const std::vector<Article>& articles, const SearchRequest& request, const TextRule& text,
                 const FacetResult& facet) {
    std::size_t with_count = 0;
    // The stories that some value of the facet would find.
    std::set<const Article*> known;
    for (const std::string& value : values_of(facet.facet)) {
        const SearchRequest counted = counted_as(request, facet.facet, value);
        const std::vector<const Article*> stories = ByHand(articles, counted, text).stories();
        known.insert(stories.begin(), stories.end());
        const std::size_t expected = stories.size();
        const auto found = std::find_if(facet.values.begin(), facet.values.end(),
                                        [&](const FacetCount& count) { return count.slug == value; });
        CHECK_MESSAGE((found == facet.values.end() ? 0 : found->count) == expected, field_row(facet.facet).name, "=",
                      value);
        with_count += expected > 0 ? 1U : 0U;
    }
    CHECK(facet.total_values == with_count);
    const SearchRequest none = counted_as(request, facet.facet, "none");
    const bool impossible = facet.facet == Field::grade && !request.worst.empty();
    CHECK(facet.none == (impossible ? 0 : ByHand(articles, none, text).total()));
    CHECK(facet.known == known.size());
}

}  // namespace

std::size_t draw(Random& random, std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
}

const std::vector<std::string>& values_of(Field field) {
    static const std::vector<std::string> providers{"p0", "p1", "p2", "p3", "p4", "p5", "p6"};
    static const std::vector<std::string> grades{"outstanding", "good", "requires-improvement", "inadequate",
                                                 "satisfactory"};
    static const std::vector<std::string> regions{"london", "wales", "south-east"};
    static const std::vector<std::string> themes{"missing", "staffing", "vetting", "voice", "send"};
    static const std::vector<std::string> changes{"improved", "declined", "unchanged", "first"};
    static const std::vector<std::string> kinds{"news", "report", "letter"};
    static const std::vector<std::string> years{"2021", "2022", "2023"};
    switch (field) {
        case Field::provider:
            return providers;
        case Field::grade:
        case Field::was:
            return grades;
        case Field::region:
            return regions;
        case Field::theme:
            return themes;
        case Field::change:
            return changes;
        case Field::kind:
            return kinds;
        default:
            return years;
    }
}

std::string any_value(Random& random, Field field) { return values_of(field)[draw(random, values_of(field).size())]; }

Article generate_article(Random& random, std::size_t number) {
    Article article;
    article.id = fmt::format("a{:05}", number);
    article.source = article.id;
    article.title = "report";
    article.text = draw(random, 2) == 0 ? "alpha" : "beta";
    if (draw(random, 3) == 0) article.text += " gamma";
    if (draw(random, 8) != 0) {
        const std::string year = any_value(random, Field::year);
        article.published = fmt::format("{}-{:02}-{:02}", year, 1 + draw(random, 12), 1 + draw(random, 28));
        add_once(article, Field::year, year);
    }
    for (std::size_t i = draw(random, 3); i > 0; --i)
        add_once(article, Field::region, any_value(random, Field::region));
    for (std::size_t i = draw(random, 4); i > 0; --i) add_once(article, Field::theme, any_value(random, Field::theme));
    if (draw(random, 6) == 0) add_once(article, Field::provider, any_value(random, Field::provider));
    if (draw(random, 9) == 0) add_once(article, Field::grade, any_value(random, Field::grade));
    for (std::size_t i = draw(random, 4); i > 0; --i) {
        Award award;
        if (draw(random, 9) != 0) award.provider = any_value(random, Field::provider);
        if (draw(random, 4) != 0) award.grade = any_value(random, Field::grade);
        if (draw(random, 2) == 0) award.previous = any_value(random, Field::was);
        if (draw(random, 2) == 0) award.change = any_value(random, Field::change);
        award.inferred = draw(random, 5) == 0;
        add_once(article, Field::provider, award.provider);
        if (!award.inferred) add_once(article, Field::grade, award.grade);
        article.awards.push_back(award);
    }
    return article;
}

std::vector<Article> generate_articles(std::size_t count, unsigned seed) {
    Random random(seed);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) articles.push_back(generate_article(random, i));
    return articles;
}

SearchRequest generate_request(Random& random) {
    SearchRequest request;
    request.limit = draw(random, 2) == 0 ? 0 : 5;
    request.snippets = false;
    request.fall_back_to_any = false;
    request.facet_limit = 100;
    for (const Field field :
         {Field::provider, Field::grade, Field::region, Field::theme, Field::year, Field::was, Field::change}) {
        if (draw(random, 3) == 0) {
            FieldFilter filter{field, {any_value(random, field)}, false};
            if (draw(random, 2) == 0) filter.values.push_back(any_value(random, field));
            const bool can_be_none = field != Field::was && field != Field::change;
            if (can_be_none && draw(random, 4) == 0) filter.values.emplace_back("none");
            request.filters.push_back(filter);
        }
        if (field != Field::was && field != Field::change && draw(random, 8) == 0)
            request.filters.push_back({field, {draw(random, 4) == 0 ? "none" : any_value(random, field)}, true});
        if (field != Field::was && field != Field::change && draw(random, 3) != 0) request.facets.push_back(field);
    }
    request.all_themes = draw(random, 4) == 0;
    request.include_inferred = draw(random, 3) == 0;
    request.count_providers = draw(random, 2) == 0;
    if (draw(random, 5) == 0) request.worst = any_value(random, Field::grade);
    if (draw(random, 5) == 0) request.since = PartialDate{2022, 0, 0};
    return request;
}

std::string describe(const SearchRequest& request) {
    std::string text = fmt::format("text={} worst={} all_themes={} inferred={} since={}", request.text, request.worst,
                                   request.all_themes, request.include_inferred, request.since.has_value());
    for (const FieldFilter& filter : request.filters)
        text += fmt::format(" {}{}={}", filter.exclude ? "not-" : "", field_row(filter.field).name,
                            fmt::join(filter.values, ","));
    return text;
}

void check_request(const std::vector<Article>& articles, const SearchRequest& request, const TextRule& text,
                   SearchContext& context) {
    INFO(describe(request));
    Answer answer;
    const std::size_t total = run_search(request, context, answer);
    const ByHand by_hand(articles, request, text);
    std::set<std::string> expected;
    for (const Article* story : by_hand.stories()) expected.insert(story->id);
    CHECK(total == expected.size());
    CHECK(answer.result.total == total);
    if (request.limit == kNoLimit) {
        const std::vector<std::string> ids = answer.ids();
        CHECK(std::set<std::string>(ids.begin(), ids.end()) == expected);
    }
    if (request.since) CHECK(answer.result.undated_left_out == by_hand.undated());
    for (const FacetResult& facet : answer.result.facets) check_facet(articles, request, text, facet);
}

}  // namespace findings::testing
