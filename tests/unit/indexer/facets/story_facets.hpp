#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/facets/extract_facets.hpp"
#include "tests/unit/indexer/facets/facet_slugs.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

namespace findings::story_tests {

/// What a careful reader takes from a story: slugs joined by a space, in any order within a facet. "*" is not looked
/// at.
struct Expected {
    std::string provider = "*";
    std::string region = "*";
    std::string grade = {};
    std::string was = {};
    std::string judgement = "*";
    std::string action = "*";
    std::string change = "*";
    std::string authority = "*";
    std::string visit = "*";
    std::string group = "*";
};

inline std::string sorted_words(std::string_view joined) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < joined.size();) {
        const std::size_t end = std::min(joined.find(' ', begin), joined.size());
        words.emplace_back(joined.substr(begin, end - begin));
        begin = end + 1;
    }
    std::sort(words.begin(), words.end());
    std::string made;
    for (const std::string& word : words) made += (made.empty() ? "" : " ") + word;
    return made;
}

inline std::string values_of(const ExtractedFacets& found, Field facet) {
    std::string joined;
    for (const std::string& slug : slugs_of(found, facet)) joined += (joined.empty() ? "" : " ") + slug;
    return sorted_words(joined);
}

/// A story of a web page with its day of publication, read by all rules.
inline ExtractedFacets read_page(std::string title, std::string_view published,
                                 std::initializer_list<std::string_view> blocks) {
    CleanArticle article = make_article(std::move(title), blocks, ContentType::html);
    article.metadata.emplace_back("jsonld:datePublished", published);
    return extract_facets(article);
}

inline void check_story(std::string title, std::string_view published, std::initializer_list<std::string_view> blocks,
                        const Expected& expected) {
    INFO(title);
    const ExtractedFacets found = read_page(title, published, blocks);
    const auto check = [&found](Field facet, const std::string& want) {
        if (want == "*") return;
        INFO(field_row(facet).name);
        CHECK(values_of(found, facet) == sorted_words(want));
    };
    check(Field::provider, expected.provider);
    check(Field::region, expected.region);
    check(Field::grade, expected.grade);
    check(Field::was, expected.was);
    check(Field::judgement, expected.judgement);
    check(Field::action, expected.action);
    check(Field::change, expected.change);
    check(Field::authority, expected.authority);
    check(Field::visit, expected.visit);
    check(Field::group, expected.group);
}

}  // namespace findings::story_tests
