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
    if (words.empty()) return std::nullopt;
    if (const auto match = names.longest_at(words, 0)) return match;
    const bool may_lead = words[0].text == "the" || words[0].text.size() < 3;
    return may_lead && words.size() > 1 ? names.longest_at(words, 1) : std::nullopt;
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

/// A line that gives the body whose name opens it its grade.
std::optional<RoundUpEntry> read_entry(const std::vector<GradeWord>& words, std::size_t behind_name,
                                       const SentenceSetting& setting) {
    RoundUpEntry entry;
    bool recalls = false;
    bool sure = false;  // punctuation stands right behind the grade: what follows can only tell the one before
    for (std::size_t i = behind_name; i < words.size(); ++i) {
        const auto grade = setting.rules->phrases.longest_at(words, i);
        if (!grade) {
            if (entry.grade.empty() ? !may_stand_before_grade(words[i]) : !may_stand_behind_grade(words[i])) {
                if (sure) break;
                return std::nullopt;
            }
            recalls = recalls || (!entry.grade.empty() && is_recalling(words[i].text));
            continue;
        }
        const std::string& slug = printed_grades()[grade->value].slug;
        const bool marked = words[i].colon_before || words[i].break_before || words[i].quote_before ||
                            has_cue(words[i - 1].text, GradeCue::noun) || has_cue(words[i - 1].text, GradeCue::verb) ||
                            words[i - 1].text == "overall";
        if (entry.grade.empty() && marked) {
            entry.grade = slug;
            sure = grade->last < words.size() && (words[grade->last].comma_before || words[grade->last].stop_before);
        } else if (!entry.grade.empty() && recalls && entry.previous.empty()) {
            entry.previous = slug;
        } else if (sure) {
            break;
        } else {
            return std::nullopt;
        }
        i = grade->last - 1;
    }
    if (entry.grade.empty()) return std::nullopt;
    return entry;
}

/// The words up to the first full stop.
std::vector<GradeWord> first_sentence(const std::vector<GradeWord>& words) {
    const auto stop = std::find_if(words.begin() + (words.empty() ? 0 : 1), words.end(),
                                   [](const GradeWord& word) { return word.stop_before; });
    return {words.begin(), stop};
}

bool ends_sentence(const std::vector<GradeWord>& words, std::size_t at) {
    return at >= words.size() || words[at].stop_before || words[at].break_before;
}

/// "Good.", "Outstanding, up from good.", "Overall experiences and progress: Good.": a sentence that is a grade and no
/// more than what it was before. Only where its paragraph is about one body.
class BareGrades {
  public:
    BareGrades(const std::vector<GradeWord>& words, const SentenceSetting& setting)
        : words_(words), setting_(setting) {}

    /// The first one from word `first` on.
    std::optional<RoundUpEntry> find(std::size_t first) const {
        for (std::size_t i = first; i < words_.size(); ++i) {
            if (i != first && !words_[i].stop_before && !words_[i].break_before) continue;
            const std::size_t at = skip_overall(i);
            const auto grade = setting_.rules->phrases.longest_at(words_, at);
            if (!grade || words_[at].quote_before) continue;
            const bool ends = ends_sentence(words_, grade->last) || words_[grade->last].comma_before ||
                              words_[grade->last].colon_before;
            if (!ends) continue;
            RoundUpEntry entry;
            entry.grade = printed_grades()[grade->value].slug;
            entry.previous = read_previous(grade->last, entry.grade);
            return entry;
        }
        return std::nullopt;
    }

  private:
    /// "Overall: good", "Overall rating: good".
    [[nodiscard]] std::size_t skip_overall(std::size_t i) const {
        constexpr std::size_t kFarthest = 5;
        if (words_[i].text != "overall") return i;
        for (std::size_t at = i + 1; at < std::min(words_.size(), i + kFarthest) && !words_[at].stop_before; ++at)
            if (words_[at].colon_before) return at;
        return i;
    }

    /// "…, up from good", "…, no change", "…, as it was last time".
    [[nodiscard]] std::string read_previous(std::size_t first, const std::string& grade) const {
        bool recalls = false;
        bool same = false;
        for (std::size_t i = first; !ends_sentence(words_, i); ++i) {
            const std::string& word = words_[i].text;
            if (const auto before = setting_.rules->phrases.longest_at(words_, i); before && recalls)
                return printed_grades()[before->value].slug;
            recalls = recalls || is_recalling(word);
            same = same || word == "again" || word == "unchanged" || word == "still" ||
                   (word == "change" && words_[i - 1].text == "no") || (word == "it" && words_[i - 1].text == "as");
        }
        return same ? grade : std::string();
    }

    const std::vector<GradeWord>& words_;
    const SentenceSetting& setting_;
};

/// A line without a full stop that is a name, its place and little else.
bool is_heading(std::string_view line, const std::vector<GradeWord>& words) {
    constexpr std::size_t kMostWords = 12;
    return words.size() <= kMostWords && !line.empty() && line.back() != '.' && line.back() != '!';
}

/// "Rated Good", "Requires improvement:", "Outstanding (3)": the slug of a line that is a grade and nothing else.
std::optional<std::string> read_group_heading(const std::vector<GradeWord>& words, const SentenceSetting& setting) {
    constexpr std::size_t kMostWords = 7;
    if (words.size() > kMostWords) return std::nullopt;
    std::optional<std::string> slug;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i].text;
        if (const auto grade = setting.rules->phrases.longest_at(words, i); grade && !slug) {
            slug = printed_grades()[grade->value].slug;
            i = grade->last - 1;
            continue;
        }
        const bool number = word.find_first_not_of("0123456789") == std::string::npos;
        const bool frame = has_cue(word, GradeCue::verb) || has_cue(word, GradeCue::noun) || word == "overall";
        if (slug ? !number : !frame) return std::nullopt;
    }
    return slug;
}

/// A body's line below such a heading. None for a line with a grade of its own that is not the one before.
std::optional<RoundUpEntry> read_grouped(const std::vector<GradeWord>& words, std::size_t behind_name,
                                         const SentenceSetting& setting) {
    RoundUpEntry entry;
    bool recalls = false;
    for (std::size_t i = behind_name; i < words.size(); ++i) {
        recalls = recalls || is_recalling(words[i].text);
        const auto grade = setting.rules->phrases.longest_at(words, i);
        if (!grade) continue;
        if (!recalls || !entry.previous.empty()) return std::nullopt;
        entry.previous = printed_grades()[grade->value].slug;
        i = grade->last - 1;
    }
    return entry;
}

/// Bodies in lists below headings that are their grade.
class GroupedEntries {
  public:
    explicit GroupedEntries(const SentenceSetting& setting) : setting_(setting) {}

    /// Whether the block is a heading, or ends the list below one.
    bool read_frame(const BodyBlock& block, const std::vector<GradeWord>& words, bool named) {
        if (const auto slug = read_group_heading(words, setting_)) {
            grade_ = *slug;
            heading_ = block.span;
            return true;
        }
        if (!named && block.role != BlockRole::list_item) grade_.clear();
        return false;
    }

    void add(const BodyBlock& block, std::string_view line, const std::vector<GradeWord>& words,
             const BookMatch& name) {
        if (grade_.empty() || line.size() > kLineBytes || line.ends_with('.')) return;
        auto entry = read_grouped(words, name.last, setting_);
        if (!entry) return;
        entry->provider = name.value;
        entry->grade = grade_;
        entry->span = heading_;
        entry->previous_span = block.span;
        entries_.push_back(std::move(*entry));
    }

    /// One body below a grade may be anything: two or more are a list.
    [[nodiscard]] std::vector<RoundUpEntry> take() {
        const bool several = std::any_of(entries_.begin(), entries_.end(), [&](const RoundUpEntry& entry) {
            return entry.provider != entries_.front().provider;
        });
        return several ? std::move(entries_) : std::vector<RoundUpEntry>();
    }

  private:
    const SentenceSetting& setting_;
    std::string grade_;
    Span heading_;
    std::vector<RoundUpEntry> entries_;
};

}  // namespace

std::vector<RoundUpEntry> read_round_up_entries(const CleanArticle& article, const SentenceSetting& setting) {
    std::vector<RoundUpEntry> entries;
    std::optional<std::size_t> headed;  // the provider whose heading stands right above
    GroupedEntries grouped(setting);
    for (const BodyBlock& block : article.blocks) {
        const std::string_view line = article.text_of(block.span);
        const auto words = split_grade_words(line, block.span.begin);
        const auto name = opening_name(words, setting.names);
        if (grouped.read_frame(block, words, name.has_value())) {
            headed.reset();
            continue;
        }
        const auto owner = name ? std::optional<std::size_t>(name->value) : headed;
        const std::size_t behind_name = name ? name->last : 0;
        std::optional<RoundUpEntry> entry;
        if (owner && has_grade_word(line)) {
            if (name && line.size() <= kLineBytes) entry = read_entry(words, behind_name, setting);
            if (name && !entry) entry = read_entry(first_sentence(words), behind_name, setting);
            if (!entry) entry = BareGrades(words, setting).find(behind_name);
            if (entry) entry->provider = *owner;
        }
        headed = name && is_heading(line, words) ? owner : std::nullopt;
        if (!entry && name) grouped.add(block, line, words, *name);
        if (!entry) continue;
        entry->span = entry->previous_span = block.span;
        entries.push_back(std::move(*entry));
    }
    for (RoundUpEntry& entry : grouped.take()) entries.push_back(std::move(entry));
    return entries;
}

}  // namespace findings
