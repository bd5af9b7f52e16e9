#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/clean_article.hpp"

/// A clean article made of blocks: a sentence ends at ". ", "? " or the block's end. For the tests of the facet rules.
inline findings::CleanArticle make_article(std::string title, std::initializer_list<std::string_view> blocks,
                                           findings::ContentType type = findings::ContentType::text) {
    findings::CleanArticle article;
    article.source = "story.txt";
    article.type = type;
    article.title = std::move(title);
    for (const std::string_view block : blocks) {
        if (!article.body.empty()) article.body += "\n\n";
        const std::size_t begin = article.body.size();
        article.body += block;
        article.blocks.push_back({findings::BlockRole::paragraph, 0, {begin, article.body.size()}});
        std::size_t start = begin;
        for (std::size_t at = begin; at < article.body.size(); ++at) {
            const bool stop = article.body[at] == '.' || article.body[at] == '?';
            if (at + 1 == article.body.size() || (stop && article.body[at + 1] == ' ')) {
                article.sentences.push_back({start, at + 1});
                start = at + 2;
            }
        }
    }
    return article;
}
