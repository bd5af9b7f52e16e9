#include "indexer/facets/grade/round_up_entries.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {
namespace {

/// A longer block is running text.
constexpr std::size_t kLineBytes = 200;

bool is_recalling(std::string_view word) {
    constexpr std::array<std::string_view, 6> kWords{"previously", "was", "from", "formerly", "previous", "last"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The provider whose name opens the line, behind a number or an article at most.
std::optional<BookMatch> opening_name(const std::vector<GradeWord>& words, const PhraseBook& names) {
    for (const BookMatch& match : names.find_all(words)) {
        const bool opens =
            match.first == 0 || (match.first == 1 && (words[0].text == "the" || words[0].text.size() < 3));
        if (opens) return match;
        break;
    }
    return std::nullopt;
}

/// What may stand between name and grade: the town, "nursing home", "rated"; no verb of a sentence.
bool may_stand_before_grade(const GradeWord& word) {
    constexpr std::array<std::string_view, 10> kVerbs{"was", "is",   "has", "were", "are",
                                                      "had", "have", "be",  "been", "not"};
    if (std::find(kVerbs.begin(), kVerbs.end(), word.text) != kVerbs.end()) return false;
    return word.capital || has_cue(word.text, GradeCue::provider) || has_cue(word.text, GradeCue::noun) ||
           has_cue(word.text, GradeCue::verb) || has_cue(word.text, GradeCue::filler) || word.text == "in" ||
           word.text == "near";
}

/// What may stand behind it, beside the grade before: "(up from good in 2019)".
bool may_stand_behind_grade(const GradeWord& word) {
    return is_recalling(word.text) || has_cue(word.text, GradeCue::filler) || has_cue(word.text, GradeCue::move) ||
           has_cue(word.text, GradeCue::verb) || word.text == "in" ||
           word.text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<RoundUpEntry> read_entry(const std::vector<GradeWord>& words, const SentenceSetting& setting) {
    const auto name = opening_name(words, setting.names);
    if (!name) return std::nullopt;
    RoundUpEntry entry;
    entry.provider = name->value;
    bool recalls = false;
    for (std::size_t i = name->last; i < words.size(); ++i) {
        const auto grade = setting.rules->phrases.longest_at(words, i);
        if (!grade) {
            if (entry.grade.empty() ? !may_stand_before_grade(words[i]) : !may_stand_behind_grade(words[i]))
                return std::nullopt;
            recalls = recalls || (!entry.grade.empty() && is_recalling(words[i].text));
            continue;
        }
        const std::string& slug = printed_grades()[grade->value].slug;
        const bool marked = words[i].colon_before || words[i].break_before || words[i].quote_before ||
                            has_cue(words[i - 1].text, GradeCue::noun) || has_cue(words[i - 1].text, GradeCue::verb) ||
                            words[i - 1].text == "overall";
        if (entry.grade.empty() && marked)
            entry.grade = slug;
        else if (!entry.grade.empty() && recalls && entry.previous.empty())
            entry.previous = slug;
        else
            return std::nullopt;
        i = grade->last - 1;
    }
    if (entry.grade.empty()) return std::nullopt;
    return entry;
}

}  // namespace

std::vector<RoundUpEntry> read_round_up_entries(const CleanArticle& article, const SentenceSetting& setting) {
    std::vector<RoundUpEntry> entries;
    for (const BodyBlock& block : article.blocks) {
        const std::string_view line = article.text_of(block.span);
        if (line.size() > kLineBytes || !has_grade_word(line)) continue;
        if (auto entry = read_entry(split_grade_words(line, block.span.begin), setting)) {
            entry->span = block.span;
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

}  // namespace findings
