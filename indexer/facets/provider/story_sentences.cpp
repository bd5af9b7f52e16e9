#include "indexer/facets/provider/story_sentences.hpp"

#include <algorithm>

namespace findings {
namespace {

SentenceSigns read_signs(const Passage& passage, std::size_t first, std::size_t last) {
    SentenceSigns signs;
    signs.first = first;
    signs.last = last;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
        if (phrase == nullptr) continue;
        switch (phrase->role) {
            case Role::regulator:
                signs.regulator = true;
                break;
            case Role::inspect:
                signs.inspectors = signs.inspectors || phrase->value == "strong";
                signs.inspection = signs.inspection || phrase->value == "weak";
                break;
            case Role::finding:
                signs.finding = true;
                signs.rated = signs.rated || phrase->value == "rated";
                break;
            case Role::visit:
                signs.visit = true;
                break;
            case Role::owner:
                signs.owner = true;
                break;
            default:
                break;
        }
    }
    return signs;
}

}  // namespace

SentenceSigns read_title_signs(const Reading& reading) {
    return read_signs(reading.title, 0, reading.title.words.size());
}

std::vector<SentenceSigns> read_sentence_signs(const Reading& reading, std::size_t limit) {
    std::vector<SentenceSigns> signs;
    const auto& sentences = reading.article.sentences;
    for (std::size_t i = 0; i < std::min(limit, sentences.size()); ++i)
        signs.push_back(
            read_signs(reading.body, reading.body.word_at(sentences[i].begin), reading.body.word_at(sentences[i].end)));
    for (std::size_t i = 0; i < signs.size(); ++i) signs[i].rank = reading.prose_before[i];
    return signs;
}

}  // namespace findings
