#include "indexer/language/reading.hpp"

#include <algorithm>

#include "indexer/language/recase.hpp"

namespace findings {
namespace {

/// A shorter sentence is a menu's word, a heading or a label.
constexpr std::size_t kProseWords = 7;

}  // namespace

std::size_t Reading::sentence_number(std::size_t byte) const {
    const auto found = std::lower_bound(article.sentences.begin(), article.sentences.end(), byte,
                                        [](const Span& sentence, std::size_t at) { return sentence.end <= at; });
    return static_cast<std::size_t>(found - article.sentences.begin());
}

Reading read_article(const CleanArticle& article) {
    const PhraseTrie& trie = lexicon().trie;
    const auto read = [&trie](std::string_view text) {
        Passage passage{text, trie.split(text), {}};
        if (lacks_capitals(passage))
            recase(passage);
        else
            passage.matches = trie.find(passage.words);
        return passage;
    };
    Reading reading{article, read(article.title), read(article.body), {}, {}};
    if (const auto row = article.declared.find("publisher"); row != article.declared.end() && !row->second.empty())
        reading.publisher = read(row->second.front());
    else
        for (const auto& [name, value] : article.metadata)
            if (name == "og:site_name" || name == "jsonld:publisher") reading.publisher = read(value);
    std::uint32_t prose = 0;
    for (const Span& sentence : article.sentences) {
        reading.prose_before.push_back(prose);
        if (reading.body.word_at(sentence.end) - reading.body.word_at(sentence.begin) >= kProseWords) ++prose;
    }
    return reading;
}

}  // namespace findings
