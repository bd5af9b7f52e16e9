#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/clean_article.hpp"
#include "indexer/language/passage.hpp"

namespace findings {

/// An article read once for all rules.
struct Reading {
    const CleanArticle& article;
    Passage title;
    Passage body;

    /// For each sentence, how many sentences of prose stand before it: a menu's words before the story do not
    /// push the lead down.
    std::vector<std::uint32_t> prose_before;
    /// Who published it, read like a text: a school's newsletter and a council's press office do not name themselves.
    Passage publisher;

    /// prose_before of the sentence that holds a byte of the body.
    [[nodiscard]] std::size_t prose_rank(std::size_t byte) const {
        const std::size_t number = sentence_number(byte);
        return number < prose_before.size() ? prose_before[number] : prose_before.size();
    }
    /// Number of the sentence that holds a byte of the body, or of the next one.
    [[nodiscard]] std::size_t sentence_number(std::size_t byte) const;
};

/// Splits and searches title and body: the one pass over the text.
Reading read_article(const CleanArticle& article);

}  // namespace findings
