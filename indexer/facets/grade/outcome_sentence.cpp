#include "indexer/facets/grade/outcome_sentence.hpp"

#include <string_view>
#include <vector>

#include "indexer/language/grade_words.hpp"
#include "indexer/regimes/grade_scales.hpp"

namespace findings {
namespace {

/// Not denied and not of an earlier inspection.
bool is_outcome(const std::vector<GradeWord>& words, const BookMatch& match) {
    const std::size_t begin = match.first > 14 ? match.first - 14 : 0;
    for (std::size_t i = begin; i < match.first; ++i)
        for (const std::string_view bar : {"no", "not", "previous", "previously", "last", "could", "if", "some"})
            if (words[i].text == bar) return false;
    // One word alone is an outcome only as the name of one.
    return match.last - match.first > 1;
}

}  // namespace

std::optional<OutcomeSentence> find_outcome_sentence(const CleanArticle& article, const Regime& rules,
                                                     std::size_t end) {
    for (const Span& span : article.sentences) {
        if (span.begin > end) break;
        const std::string_view sentence = article.text_of(span);
        if (!has_outcome_word(sentence)) continue;
        const auto words = split_grade_words(sentence);
        for (const BookMatch& match : rules.phrases.find_all(words))
            if (is_outcome(words, match)) return OutcomeSentence{printed_grades()[match.value].slug, span};
    }
    return std::nullopt;
}

}  // namespace findings
