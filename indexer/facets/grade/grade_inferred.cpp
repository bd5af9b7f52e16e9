#include "indexer/facets/grade/grade_inferred.hpp"

#include <string_view>

#include "indexer/language/grade_phrases.hpp"
#include "indexer/language/grade_words.hpp"

namespace findings {
namespace {

/// What such failures mean, in the words of the definitions.
const PhraseBook& consequences() {
    static const PhraseBook book = [] {
        PhraseBook made;
        for (const std::string_view phrase :
             {"children and young people are not protected", "children are not protected",
              "young people are not protected", "welfare is not promoted", "welfare not being safeguarded",
              "welfare is not safeguarded", "create or leave children being harmed", "leave children being harmed",
              "result in children being harmed", "leave children at risk of harm"})
            made.add(phrase, 0);
        return made;
    }();
    return book;
}

bool is_definition(std::string_view sentence) {
    const auto words = split_grade_words(sentence);
    bool serious = false;
    bool failures = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& text = words[i].text;
        if (!failures && (text == "no" || text == "not")) return false;
        if (text == "serious" || text == "widespread") serious = true;
        if (text == "failures" && serious) failures = true;
        if (failures && consequences().longest_at(words, i)) return true;
    }
    return false;
}

}  // namespace

std::optional<Span> find_definition_of_inadequate(const CleanArticle& article) {
    for (const Span& span : article.sentences) {
        const std::string_view sentence = article.text_of(span);
        // A cheap look first: almost no sentence has the word.
        if (sentence.find("failures") != std::string_view::npos && is_definition(sentence)) return span;
    }
    return std::nullopt;
}

}  // namespace findings
