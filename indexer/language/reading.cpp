#include "indexer/language/reading.hpp"

#include <algorithm>

#include "indexer/language/recase.hpp"

namespace findings {
namespace {

/// A shorter sentence is a menu's word, a heading or a label.
constexpr std::size_t kProseWords = 7;

}  // namespace

std::size_t Passage::word_at(std::size_t byte) const {
    const auto found = std::lower_bound(words.begin(), words.end(), byte,
                                        [](const Word& word, std::size_t at) { return word.begin < at; });
    return static_cast<std::size_t>(found - words.begin());
}

std::pair<std::size_t, std::size_t> Passage::matches_in(std::size_t first, std::size_t last) const {
    const auto before = [](const PhraseMatch& match, std::size_t word) { return match.first < word; };
    const auto begin = std::lower_bound(matches.begin(), matches.end(), first, before);
    const auto end = std::lower_bound(begin, matches.end(), last, before);
    return {static_cast<std::size_t>(begin - matches.begin()), static_cast<std::size_t>(end - matches.begin())};
}

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
    Reading reading{article, read(article.title), read(article.body), {}};
    std::uint32_t prose = 0;
    for (const Span& sentence : article.sentences) {
        reading.prose_before.push_back(prose);
        if (reading.body.word_at(sentence.end) - reading.body.word_at(sentence.begin) >= kProseWords) ++prose;
    }
    return reading;
}

const VocabularyPhrase* vocabulary_of(const PhraseMatch& match) {
    return match.kind == PhraseKind::vocabulary ? &lexicon().vocabulary[match.value] : nullptr;
}

}  // namespace findings
