#include "indexer/facets/grade/grade_history.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace findings {

bool recalls_inspection(const std::vector<GradeWord>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].text != "previous" && words[i].text != "last") continue;
        for (std::size_t j = i + 1; j < std::min(words.size(), i + 5); ++j)
            if (words[j].text == "inspection" || words[j].text == "inspections") return true;
    }
    return false;
}

namespace {

/// "… under the new framework", "… since 2019": the first of a kind, not of the body.
bool speaks_of_framework(const std::vector<GradeWord>& words, std::size_t from) {
    for (std::size_t i = from; i < words.size() && !(i > from && words[i].stop_before); ++i)
        if (words[i].text == "under" || words[i].text == "framework" || words[i].text == "since") return true;
    return false;
}

}  // namespace

bool tells_of_first_inspection(const std::vector<GradeWord>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].text == "not" && i + 2 < words.size() && words[i + 1].text == "previously" &&
            words[i + 2].text == "inspected")
            return true;
        if (words[i].text != "first") continue;
        // "inspected for the first time", not "… since 2019".
        if (i >= 3 && i + 1 < words.size() && words[i - 3].text == "inspected" && words[i - 2].text == "for" &&
            words[i + 1].text == "time" && (i + 2 >= words.size() || words[i + 2].text != "since"))
            return true;
        std::size_t j = i + 1;
        while (j < words.size() && j < i + 5 &&
               (words[j].text == "ever" || words[j].text == "full" || words[j].text == "ofsted" ||
                words[j].text == "cqc" || words[j].text == "graded" || words[j].text == "official"))
            ++j;
        if (j >= words.size() || (words[j].text != "inspection" && words[j].text != "rating" &&
                                  words[j].text != "report" && words[j].text != "assessment"))
            continue;
        // "This is the first inspection of the council's children's services."
        if (i > 1 && words[i - 1].text == "the" && (words[i - 2].text == "is" || words[i - 2].text == "was") &&
            j + 1 < words.size() && words[j + 1].text == "of" && !speaks_of_framework(words, j))
            return true;
        const bool ever = i + 1 < words.size() && words[i + 1].text == "ever";
        if (ever) return true;
        for (std::size_t k = j + 1; k < std::min(words.size(), j + 8) && !words[k].stop_before; ++k)
            for (const std::string_view start : {"registration", "registered", "registering", "opening", "opened",
                                                 "open", "launched", "established", "regulation", "regulated"})
                if (words[k].text == start) return true;
        const bool own = i > 0 && (words[i - 1].text == "its" || words[i - 1].text == "home's" ||
                                   words[i - 1].text == "school's" || words[i - 1].text == "agency's" ||
                                   words[i - 1].text == "service's" || words[i - 1].text == "nursery's" ||
                                   words[i - 1].text == "council's" || words[i - 1].text == "borough's");
        if (own && (j + 1 >= words.size() || words[j + 1].stop_before || words[j + 1].comma_before ||
                    (words[j + 1].text == "of" && !speaks_of_framework(words, j))))
            return true;
    }
    return false;
}

bool follows_early_year(const Reading& reading, Span span, int year) {
    const Passage& body = reading.body;
    const std::size_t number = reading.sentence_number(span.begin);
    const std::size_t end = body.word_at(span.begin);
    for (std::size_t word = body.word_at(reading.article.sentences[number < 2 ? 0 : number - 2].begin); word < end;
         ++word) {
        const std::string_view text = body.words_text(word, word + 1);
        if (!body.words[word].digits || text.size() != 4) continue;
        int printed = 0;
        std::from_chars(text.data(), text.data() + text.size(), printed);
        if (printed >= 1990 && printed <= 2100 && (year == 0 || printed < year)) return true;
    }
    return false;
}

}  // namespace findings
