#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/slug.hpp"
#include "indexer/facets/evidence/context.hpp"

namespace findings::award_tests {

/// An article in the making, with what the rules before the award rules would have found.
struct Story {
    std::string text;
    std::string title = {};
    std::vector<std::string> providers = {"Woodend House"};
    std::string type = "childrens-home";
    std::string regulator = "ofsted";
    std::string kind = "news";
    std::string visit = {};
    std::string published = {};
    std::string inspected = {};
};

/// A story together with what it gives.
struct Outcome {
    CleanArticle article;
    FoundAwards found;

    [[nodiscard]] std::vector<std::string> slugs(Field field) const {
        std::vector<std::string> made;
        for (const FacetValue& value : found.values)
            if (value.facet() == field) made.push_back(value.slug());
        return made;
    }
    [[nodiscard]] std::string grade() const { return join(Field::grade); }
    [[nodiscard]] std::string was() const { return join(Field::was); }
    [[nodiscard]] std::string change() const { return join(Field::change); }
    [[nodiscard]] std::string actions() const { return join(Field::action); }
    [[nodiscard]] std::string judgements() const { return join(Field::judgement); }
    [[nodiscard]] std::string grade_of(std::string_view provider) const {
        for (const Award& award : found.awards)
            if (award.provider == provider) return award.grade;
        return "no award";
    }
    /// Every body or table quote is exactly its bytes, every title quote the title.
    [[nodiscard]] bool quotes_are_exact() const {
        for (const std::vector<FacetValue>* list : {&found.values, &found.remarks})
            for (const FacetValue& value : *list) {
                const Evidence& evidence = value.evidence();
                const std::string& text = evidence.where == Where::title ? article.title : article.body;
                if (evidence.rule.empty() || evidence.role.empty() || evidence.quote.empty()) return false;
                if (text.substr(evidence.begin, evidence.end - evidence.begin) != evidence.quote) return false;
            }
        return true;
    }

  private:
    [[nodiscard]] std::string join(Field field) const {
        std::string made;
        for (const std::string& slug : slugs(field)) made += (made.empty() ? "" : " ") + slug;
        return made;
    }
};

/// Blocks are the lines, those with a tab table rows; a sentence ends at a full stop before a space or line
/// end.
inline CleanArticle make_article(const Story& story) {
    CleanArticle article;
    article.title = story.title;
    article.body = story.text;
    for (std::size_t begin = 0; begin < article.body.size();) {
        const std::size_t end = std::min(article.body.find('\n', begin), article.body.size());
        if (end > begin) {
            const bool row = article.body.find('\t', begin) < end;
            article.blocks.push_back({row ? BlockRole::table_row : BlockRole::paragraph, 1, {begin, end}});
            for (std::size_t from = begin; from < end;) {
                std::size_t stop = row ? std::string::npos : article.body.find(". ", from);
                stop = stop >= end ? end : stop + 1;
                article.sentences.push_back({from, stop});
                from = stop;
                while (from < end && article.body[from] == ' ') ++from;
            }
        }
        begin = end + 1;
    }
    return article;
}

/// Runs the award rules over a story. Mentions of a provider are the places where its label stands in the
/// text.
inline Outcome read_story(const Story& story) {
    Outcome outcome{make_article(story), {}};
    FacetContext context{outcome.article, story.regulator, story.kind, story.visit,
                         story.published, story.inspected, {}};
    for (const std::string& label : story.providers) {
        FoundProvider provider{make_slug(label), label, story.type, {}, {}, {}};
        for (std::size_t at = story.text.find(label); at != std::string::npos; at = story.text.find(label, at + 1))
            provider.mentions.push_back({at, at + label.size()});
        context.providers.push_back(std::move(provider));
    }
    outcome.found = find_awards(context);
    return outcome;
}

}  // namespace findings::award_tests
