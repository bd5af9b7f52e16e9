#include "indexer/facets/provider/story_sentences.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

/// Whether a sentence tells of another time.
bool is_recalled(const std::vector<std::string>& words, const Passage& passage, std::size_t first) {
    constexpr std::array<std::string_view, 8> kAlone{"previously", "currently", "ago",  "earlier",
                                                     "previous",   "since",     "once", "former"};
    constexpr std::array<std::string_view, 8> kAfterLast{"year",   "month",  "summer",     "autumn",
                                                         "spring", "winter", "inspection", "inspected"};
    // "good, up from inadequate in 2022" tells of today's grade as well.
    constexpr std::array<std::string_view, 9> kNow{"now",        "up",       "down",  "fallen", "dropped",
                                                   "downgraded", "upgraded", "moved", "rates"};
    bool recalled = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (is_one_of(kNow, word)) return false;
        if (is_one_of(kAlone, word)) recalled = true;
        if (i + 1 >= words.size()) break;
        const std::string& next = words[i + 1];
        recalled = recalled || (word == "last" && is_one_of(kAfterLast, next)) ||
                   (word == "is" && (next == "rated" || next == "graded")) ||
                   ((word == "in" || word == "since") && passage.words[first + i + 1].digits && next.size() == 4);
    }
    return recalled;
}

/// Whether a sentence tells of news: what has just been given, or what those who report it say.
/// `reporters`: the words that name those.
bool is_fresh(const std::vector<std::string>& words, const std::vector<std::size_t>& reporters) {
    constexpr std::array<std::string_view, 8> kAlone{"today", "yesterday", "latest",    "published",
                                                     "new",   "recent",    "following", "unannounced"};
    constexpr std::array<std::string_view, 22> kDone{
        "been",      "found",  "rated",    "given",      "issued",  "served",   "judged", "graded",
        "put",       "placed", "kept",     "dropped",    "gone",    "retained", "lost",   "published",
        "suspended", "named",  "received", "criticised", "praised", "told"};
    constexpr std::array<std::string_view, 26> kTells{
        "found", "said",    "says",  "saw",    "praised", "wrote",     "noted",      "judged",    "reported",
        "heard", "gave",    "given", "called", "visited", "describes", "reads",      "states",    "highlighted",
        "were",  "learned", "rated", "graded", "told",    "concluded", "discovered", "criticised"};
    // "Ofsted's team, who came for two days, reported": the verb stands somewhere behind its subject.
    constexpr std::size_t kReach = 9;
    std::size_t reporter = words.size();
    std::size_t next = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_one_of(kAlone, words[i])) return true;
        if (reporter < i && i - reporter <= kReach && is_one_of(kTells, words[i])) return true;
        if (next < reporters.size() && reporters[next] == i) reporter = i, ++next;
        if (i > 0 && (words[i - 1] == "has" || words[i - 1] == "have") && is_one_of(kDone, words[i])) return true;
    }
    return false;
}

/// Inspectors, an inspectorate, its report.
bool is_reporter(const PhraseMatch& match) {
    const VocabularyPhrase* phrase = vocabulary_of(match);
    return phrase != nullptr && (phrase->role == Role::regulator || phrase->role == Role::reporter ||
                                 (phrase->role == Role::inspect && phrase->value == "strong"));
}

SentenceSigns read_signs(const Passage& passage, std::size_t first, std::size_t last) {
    SentenceSigns signs;
    signs.first = first;
    signs.last = last;
    std::vector<std::size_t> reporters;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (is_reporter(match) && (reporters.empty() || reporters.back() != match.first - first))
            reporters.push_back(match.first - first);
        if (match.kind == PhraseKind::grade) signs.graded = signs.graded || is_said_grade(passage, match);
        const VocabularyPhrase* phrase = vocabulary_of(match);
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
                signs.rated = signs.rated || phrase->value == "rated" || phrase->value == "action";
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
    if (!signs.speaks_of_inspection() && !signs.graded) return signs;
    std::vector<std::string> words;
    words.reserve(last - first);
    for (std::size_t word = first; word < last; ++word) words.push_back(passage.folded(word));
    signs.recalled = is_recalled(words, passage, first);
    signs.fresh = !signs.recalled && is_fresh(words, reporters);
    return signs;
}

}  // namespace

bool is_said_grade(const Passage& passage, const PhraseMatch& grade) {
    // What goes on behind a grade that is said of something.
    constexpr std::array<std::string_view, 22> kBehind{
        "in",   "for",    "and",       "or",   "by",    "overall", "across", "at",    "to", "but",   "when",
        "with", "rating", "judgement", "from", "after", "last",    "before", "under", "on", "grade", "as"};
    const std::size_t last = grade.first + grade.count;
    const bool ends = last >= passage.words.size() || passage.words[last].after_break ||
                      passage.words[last].after_comma || passage.words[last].after_quote;
    if (ends || is_one_of(kBehind, passage.folded(last))) {
        if (grade.first == 0 || passage.words[grade.first].after_break) return true;
        const std::string before = passage.folded(grade.first - 1);
        return before != "a" && before != "very" && before != "so" && before != "for" && before != "the";
    }
    return false;
}

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
