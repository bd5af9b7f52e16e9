#include "indexer/facets/listing/listed_line.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kLongestName = 10;
/// A verb and its grade stand near the name.
constexpr std::size_t kMostBeforeSaid = 14;

bool is_inner_word(std::string_view word) {
    constexpr std::array<std::string_view, 22> kWords{"of", "and",  "the", "at", "in", "for",  "on", "upon",
                                                      "by", "with", "an",  "na", "y",  "a",    "le", "la",
                                                      "de", "du",   "to",  "o",  "yr", "under"};
    return is_one_of(kWords, word);
}

/// Words that begin a line which names no body.
bool begins_no_name(std::string_view word) {
    constexpr std::array<std::string_view, 64> kWords{
        "grades",     "marks",     "scores",     "rated",     "overall",   "previously", "previous", "last",
        "inspectors", "inspector", "inspection", "none",      "published", "date",       "rating",   "ratings",
        "grade",      "source",    "contact",    "owner",     "provider",  "address",    "type",     "report",
        "reports",    "in",        "on",         "it",        "they",      "we",         "he",       "she",
        "this",       "that",      "these",      "those",     "there",     "here",       "what",     "who",
        "why",        "how",       "when",       "where",     "if",        "but",        "and",      "however",
        "meanwhile",  "also",      "judged",     "graded",    "summary",   "result",     "results",  "outcome",
        "outcomes",   "verdict",   "score",      "inspected", "was",       "now",        "status",   "total"};
    return is_one_of(kWords, word);
}

/// Words of graded areas and of a hospital's services: a name has another word.
bool names_a_service(std::string_view word) {
    constexpr std::array<std::string_view, 73> kWords{
        "care",         "services",    "service",     "surgery",    "maternity",  "outpatients",    "emergency",
        "urgent",       "critical",    "medical",     "imaging",    "diagnostic", "diagnostics",    "end",
        "life",         "children",    "young",       "people",     "leadership", "behaviour",      "education",
        "quality",      "attitudes",   "development", "teaching",   "learning",   "assessment",     "outcomes",
        "provision",    "safety",      "respect",     "activity",   "purposeful", "rehabilitation", "release",
        "planning",     "experiences", "progress",    "help",       "protection", "personal",       "management",
        "early",        "years",       "sixth",       "form",       "welfare",    "pupils",         "effectiveness",
        "governance",   "safe",        "effective",   "caring",     "responsive", "well",           "led",
        "safeguarding", "inclusion",   "achievement", "curriculum", "attendance", "wellbeing",      "staffing",
        "staff",        "team",        "setting",     "key",        "question",   "area",           "areas",
        "impact",       "leaders",     "gynaecology"};
    return is_one_of(kWords, word);
}

/// Before a grade that is the one before: "was", "down from".
bool recalls(std::string_view word) {
    constexpr std::array<std::string_view, 8> kWords{"previously", "from",   "formerly", "previous",
                                                     "last",       "before", "had",      "earlier"};
    return is_one_of(kWords, word);
}

bool is_past(std::string_view word) { return word == "was" || word == "were"; }

/// Right before a grade that is given.
bool tells_grade(std::string_view word) {
    constexpr std::array<std::string_view, 21> kWords{
        "rated",   "rating",  "grade",   "graded", "judged",   "judgement", "judgment",
        "overall", "verdict", "outcome", "result", "received", "awarded",   "given",
        "gets",    "got",     "now",     "as",     "scored",   "of",        "to"};
    return is_one_of(kWords, word);
}

/// Right behind one.
bool may_follow_grade(std::string_view word) {
    constexpr std::array<std::string_view, 16> kWords{"overall", "with", "by",        "after",  "up",   "down",
                                                      "was",     "from", "again",     "and",    "last", "previously",
                                                      "rating",  "on",   "following", "scoring"};
    return is_one_of(kWords, word);
}

bool is_verb_of_being(std::string_view word) {
    constexpr std::array<std::string_view, 9> kWords{"was", "is",   "has",  "were",   "are",
                                                     "had", "have", "been", "remains"};
    return is_one_of(kWords, word);
}

bool denies(std::string_view word) {
    constexpr std::array<std::string_view, 10> kWords{"not",   "no",     "never",   "hopes", "could",
                                                      "would", "should", "expects", "if",    "aims"};
    return is_one_of(kWords, word);
}

bool parts(WordGap gap) { return gap != WordGap::plain; }

/// Whether a name of a graded area, or the words "all areas", ends right before a word.
bool follows_area(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word > 8 ? word - 8 : 0, word);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind != PhraseKind::judged_area || match.first + match.count != word) continue;
        // "Overall experiences and progress: good"
        const bool overall = passage.folded(match.first) == "overall" ||
                             (match.first > 0 && passage.folded(match.first - 1) == "overall");
        if (!overall) return true;
    }
    return false;
}

/// Reads the grades behind a name, from left to right.
class GradeReader {
  public:
    GradeReader(const Passage& passage, std::size_t first, std::size_t last, ListedLine& line)
        : passage_(passage), first_(first), last_(last), line_(line) {}

    void read() {
        for (std::size_t i = first_; i < last_; ++i) {
            const WordGap gap = gap_before(passage_, i);
            if (i != first_ && gap == WordGap::stop) start_sentence(i);
            const std::size_t behind = end_of_grade(passage_, i);
            if (behind > i && behind <= last_) {
                take(i, behind, i == first_ && line_.name.empty() ? WordGap::stop : gap);
                i = behind - 1;
                continue;
            }
            note(i);
        }
    }

  private:
    void start_sentence(std::size_t at) {
        ++sentences_;
        sentence_ = at;
        recalled_ = denied_ = being_ = false;
        between_ = 0;
    }

    void note(std::size_t i) {
        const std::string word = passage_.folded(i);
        // "(was rated good)", "Was good.", but "Camden was rated good".
        const bool opened = i > first_ && parts(gap_before(passage_, i));
        recalled_ = recalled_ || recalls(word) || (opened && is_past(word));
        denied_ = denied_ || denies(word);
        being_ = being_ || is_verb_of_being(word);
        if (word == "unchanged" || word == "again" ||
            (word == "change" && i > first_ && passage_.folded(i - 1) == "no"))
            line_.unchanged = true;
        ++between_;
    }

    void take(std::size_t at, std::size_t behind, WordGap gap) {
        const std::string before = at > first_ ? passage_.folded(at - 1) : std::string();
        const bool quoted = passage_.words[at].after_quote;
        const bool alone = at == first_ && passage_.words[at].capital &&
                           (behind == last_ || gap_before(passage_, behind) == WordGap::bar);
        const bool marked = parts(gap) || quoted || alone || tells_grade(before) || recalls(before) || is_past(before);
        if (recalled_ || is_past(before)) {
            if (line_.previous.empty() && marked) line_.previous = {at, behind};
            // "from good to outstanding"
            recalled_ = !line_.grade.empty();
            return;
        }
        if (!line_.grade.empty() || !marked || denied_ || !ends(behind)) return;
        // "Safe: good", "Well-led – good": an area's.
        if (follows_area(passage_, at) && before != "overall") return;
        if (sentences_ > 0 && gap != WordGap::stop && !is_labelled(at, before)) return;
        if (!may_stand_between(at, before)) return;
        line_.grade = {at, behind};
        line_.said = being_;
        recalled_ = false;
        being_ = false;
    }

    /// What stands between name and grade: where the body is and what kind it is; behind a verb of being, "rated".
    [[nodiscard]] bool may_stand_between(std::size_t at, std::string_view before) const {
        if (sentences_ > 0) return true;
        if (being_) return between_ <= kMostBeforeSaid && tells_grade(before);
        constexpr std::size_t kMostSmall = 6;
        std::size_t small = 0;
        for (std::size_t word = first_; word < at; ++word) {
            small += passage_.words[word].capital || passage_.words[word].digits ? 0U : 1U;
            // "Fife nurseries have had …": a sentence goes on right behind the name.
            if (word == first_ && small == 1 && !parts(gap_before(passage_, word)) &&
                !is_inner_word(passage_.folded(word)) && !tells_grade(passage_.folded(word)) && !is_kind(word))
                return false;
        }
        return small <= kMostSmall;
    }

    /// "care home", "childminder": what the body is.
    [[nodiscard]] bool is_kind(std::size_t word) const {
        return has_role_in(passage_, word, word + 1, Role::facility) ||
               has_role_in(passage_, word, word + 1, Role::called);
    }

    /// "Overall: good", "Rated good": what a sentence of its own says.
    [[nodiscard]] bool is_labelled(std::size_t at, std::string_view before) const {
        constexpr std::size_t kFarthest = 5;
        if (at - sentence_ <= kFarthest && passage_.folded(sentence_) == "overall") return true;
        if (!tells_grade(before) || between_ >= kFarthest) return false;
        return before != "of" && before != "to" && before != "as" && at > first_;
    }

    /// An arrow, a star: no letter or figure.
    [[nodiscard]] bool is_sign(std::size_t word) const {
        return passage_.words_text(word, word + 1).starts_with("\xe2");
    }

    [[nodiscard]] bool ends(std::size_t behind) const {
        if (behind >= last_) return true;
        if (parts(gap_before(passage_, behind)) || passage_.words[behind].after_quote || is_sign(behind)) return true;
        const std::string next = passage_.folded(behind);
        if (is_one_of(std::array<std::string_view, 3>{"in", "across", "for"}, next) && behind + 1 < last_) {
            const std::string after = passage_.folded(behind + 1);
            return after == "all" || after == "every" || after == "the";
        }
        return may_follow_grade(next);
    }

    const Passage& passage_;
    std::size_t first_;
    std::size_t last_;
    ListedLine& line_;
    std::size_t sentences_ = 0;
    std::size_t sentence_ = 0;  ///< its first word
    std::size_t between_ = 0;
    bool recalled_ = false;
    bool denied_ = false;
    bool being_ = false;
};

/// "Swansea, Neath and Port Talbot – Good": what stands between the comma and the mark belongs to the name.
std::size_t extend_over_and(const Passage& passage, std::size_t comma, std::size_t last) {
    std::size_t at = comma;
    bool joined = false;
    while (at < last && (at == comma || !parts(gap_before(passage, at)))) {
        const std::string word = passage.folded(at);
        joined = joined || (word == "and" && at > comma);
        if (!passage.words[at].capital && !is_inner_word(word)) return comma;
        ++at;
    }
    const bool marked =
        at < last && (gap_before(passage, at) == WordGap::dash || gap_before(passage, at) == WordGap::colon ||
                      gap_before(passage, at) == WordGap::bar);
    return joined && marked ? at : comma;
}

}  // namespace

WordGap gap_before(const Passage& passage, std::size_t word) {
    const std::size_t begin = word == 0 ? 0 : passage.words[word - 1].end;
    const std::string_view gap = passage.text.substr(begin, passage.words[word].begin - begin);
    if (gap == " ") return WordGap::plain;
    WordGap found = WordGap::plain;
    const auto has = [&](std::string_view mark) { return gap.find(mark) != std::string_view::npos; };
    if (has(",")) found = WordGap::comma;
    if (has("(") || has(")") || has("[") || has("]")) found = WordGap::bracket;
    // "St. Mary's", "Mr. Hall" end no sentence; a quotation mark may stand behind the stop.
    if (word > 0 && (has(". ") || has("! ") || has("? ") || has(".\"") || has(".”") || has("\n"))) {
        const Word& before = passage.words[word - 1];
        const bool initial = has(". ") && before.end - before.begin <= 2 && before.capital;
        if (!initial) found = WordGap::stop;
    }
    if (has(";")) found = WordGap::semicolon;
    if (has(" - ") || has("–") || has("—") || has(" -- ") || has("→") || has("➡") || has("⬆") || has("⬇") || has("↑") ||
        has("↓"))
        found = WordGap::dash;
    if (has(":")) found = WordGap::colon;
    if (has("|") || has("\t")) found = WordGap::bar;
    return found;
}

std::size_t end_of_grade(const Passage& passage, std::size_t word) {
    std::size_t behind = word;
    const auto [begin, end] = passage.matches_in(word, word + 1);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind != PhraseKind::grade || match.first != word) continue;
        const std::string_view text = passage.words_text(word, word + match.count);
        if (text.size() == 2 && text != "RI") continue;
        behind = std::max<std::size_t>(behind, word + match.count);
    }
    return behind;
}

ListedWords read_listed_name(const Passage& passage, std::size_t first, std::size_t last) {
    if (first >= last) return {};
    const Word& start = passage.words[first];
    if (!start.capital && !start.digits) return {};
    std::size_t at = first;
    std::size_t capitals = 0;
    while (at < last && at < first + kLongestName) {
        if (at > first && parts(gap_before(passage, at))) break;
        // "Hindley Croft Good": a grade ends the name, unless the name goes on: "The Good Shepherd Primary".
        if (at > first) {
            const std::size_t behind = end_of_grade(passage, at);
            if (behind > at && (behind >= last || parts(gap_before(passage, behind)) || !passage.words[behind].capital))
                break;
        }
        const Word& word = passage.words[at];
        if (word.capital || word.digits) {
            capitals += word.capital ? 1 : 0;
            ++at;
            continue;
        }
        std::size_t next = at;
        while (next < last && next < at + 3 && is_inner_word(passage.folded(next)) &&
               (next == at || !parts(gap_before(passage, next))))
            ++next;
        if (next == at || next >= last || !passage.words[next].capital || parts(gap_before(passage, next))) break;
        at = next;
    }
    if (capitals == 0 || begins_no_name(passage.folded(first))) return {};
    if (has_role_in(passage, first, at, Role::regulator) || end_of_grade(passage, first) >= at) return {};
    if (passage.words[at - 1].end - passage.words[first].begin < 3) return {};
    bool telling = false;
    for (std::size_t word = first; word < at; ++word) {
        const std::string folded = passage.folded(word);
        telling = telling || !(names_a_service(folded) || is_inner_word(folded));
    }
    const auto [begin, end] = passage.matches_in(first, first + 1);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind == PhraseKind::judged_area && match.first + match.count >= at) return {};
    }
    return telling ? ListedWords{first, at} : ListedWords{};
}

std::size_t skip_list_number(const Passage& passage, std::size_t first, std::size_t last) {
    const auto is_number = [&](std::size_t word) {
        const std::string_view text = passage.words_text(word, word + 1);
        return text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
    };
    if (first + 1 < last && is_number(first) && passage.text.substr(passage.words[first].end, 1) != " ") ++first;
    if (first + 1 < last && passage.folded(first) == "the" && !parts(gap_before(passage, first + 1))) ++first;
    return first;
}

void read_listed_grades(const Passage& passage, std::size_t first, std::size_t last, ListedLine& line) {
    if (first < last) GradeReader(passage, first, last, line).read();
}

ListedLine read_listed_line(const Passage& passage, std::size_t first, std::size_t last) {
    ListedLine line;
    const std::size_t begin = skip_list_number(passage, first, last);
    line.name = read_listed_name(passage, begin, last);
    if (line.name.empty()) return line;
    if (line.name.last < last && gap_before(passage, line.name.last) == WordGap::comma)
        line.name.last = extend_over_and(passage, line.name.last, last);
    // "Overall" and "Rating" are said of the body that stands before them.
    while (line.name.last > line.name.first + 1 && tells_grade(passage.folded(line.name.last - 1))) --line.name.last;
    read_listed_grades(passage, line.name.last, last, line);
    line.whole = line.grade.empty();
    for (std::size_t at = line.name.last; at < last && line.whole; ++at) {
        const WordGap gap = gap_before(passage, at);
        const std::string word = passage.folded(at);
        if (gap == WordGap::stop || is_verb_of_being(word)) line.whole = false;
        if (at == line.name.last && !parts(gap) && !passage.words[at].capital) line.whole = false;
    }
    return line;
}

}  // namespace findings
