#include "indexer/language/sentences.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kLongestAbbreviation = 16;

// A name or number follows: never the end of a sentence.
constexpr std::array<std::string_view, 44> kNeverLast = {
    "mr",   "mrs", "ms",     "mx",  "messrs", "dr",   "drs",     "prof", "st",   "cllr", "cllrs",
    "coun", "rev", "revd",   "hon", "sgt",    "insp", "supt",    "det",  "con",  "capt", "col",
    "gen",  "lt",  "maj",    "cpl", "fr",     "e.g",  "i.e",     "eg",   "ie",   "cf",   "vs",
    "v",    "viz", "approx", "esp", "incl",   "supt", "ch.insp", "dep",  "asst", "gov",  "rt"};

// Only before a figure: "No. 12", "Fig. 3", "on Jan. 5"; else these are words, or end their sentence.
constexpr std::array<std::string_view, 36> kBeforeFigure = {
    "no",  "nos", "p",    "pp",   "para", "paras", "fig", "figs", "vol", "sec", "art", "ch",
    "ref", "reg", "regs", "s",    "ss",   "pt",    "app", "jan",  "feb", "mar", "apr", "jun",
    "jul", "aug", "sep",  "sept", "oct",  "nov",   "dec", "mon",  "tue", "wed", "thu", "fri"};

// Words that follow an initial or "U.K." only where a sentence starts.
constexpr std::array<std::string_view, 38> kStarters = {
    "The",   "A",     "An",  "It",   "Its",   "This",   "That",       "These",   "Those",    "He",
    "She",   "They",  "We",  "You",  "In",    "On",     "At",         "But",     "And",      "However",
    "There", "Their", "His", "Her",  "Our",   "Ofsted", "Inspectors", "Leaders", "Children", "Staff",
    "For",   "As",    "If",  "When", "While", "Some",   "Most",       "Many"};

constexpr std::array<std::string_view, 10> kAfterHour = {"GMT",      "BST",    "Monday",   "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday", "Sunday",  "UTC"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || is_high(c); }
bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

/// Bytes at which a sentence may end: a stop, or the first byte of an ellipsis.
constexpr std::array<bool, 256> kMayEnd = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {'.', '!', '?'}) table[c] = true;
    table[0xe2] = true;
    return table;
}();

/// Bytes of white space at a place, 0 when there is none.
std::size_t space_size(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return text.substr(at, 2) == "\u00a0" ? 2 : 0;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (const std::size_t size = space_size(text, at)) at += size;
    return at;
}

/// Bytes of a closing quote or bracket.
std::size_t closer_size(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char c = text[at];
    if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "\u201d" || three == "\u2019" ? 3 : 0;
}

/// Bytes of an opening quote or bracket.
std::size_t opener_size(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char c = text[at];
    if (c == '"' || c == '\'' || c == '(' || c == '[') return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "\u201c" || three == "\u2018" ? 3 : 0;
}

/// How the text after a stop goes on.
struct NextWord {
    bool quoted = false;
    bool starts_sentence = false;  ///< capital, figure, currency sign, bullet
    bool figure = false;
    std::string_view word;
};

NextWord read_next(std::string_view text, std::size_t at) {
    NextWord next;
    while (const std::size_t size = opener_size(text, at)) {
        next.quoted = true;
        at += size;
    }
    if (at >= text.size()) return next;
    const char c = text[at];
    next.figure = is_digit(c);
    const auto lead = static_cast<unsigned char>(c);
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    const bool lower_accented = lead == 0xc3 && second >= 0x9f;
    const bool dash = text.substr(at, 3) == "\u2013" || text.substr(at, 3) == "\u2014";
    next.starts_sentence = is_upper(c) || next.figure || (lead >= 0x80 && !lower_accented && !dash);
    std::size_t end = at;
    while (end < text.size() && end - at < kLongestAbbreviation && (is_letter(text[end]) || text[end] == '\'')) ++end;
    next.word = text.substr(at, end - at);
    return next;
}

/// The word before a full stop with the stops inside it ("p.m"), at most kLongestAbbreviation bytes.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t stop) {
    std::size_t at = stop;
    while (at > begin && stop - at <= kLongestAbbreviation &&
           (is_letter(text[at - 1]) || is_digit(text[at - 1]) || text[at - 1] == '.'))
        --at;
    return text.substr(at, stop - at);
}

/// Whether a single full stop after `word` leaves the sentence open.
bool is_abbreviation(std::string_view word, bool first_word, const NextWord& next) {
    if (word.empty() || word.size() > kLongestAbbreviation) return false;
    // "1. The council should": a number that opens a block counts an item.
    if (first_word && std::all_of(word.begin(), word.end(), is_digit)) return true;
    const std::string folded = lower_case(word);
    if (is_one_of(kNeverLast, folded)) return true;
    if (is_one_of(kBeforeFigure, folded)) return next.figure;
    if (folded == "a.m" || folded == "p.m") return is_one_of(kAfterHour, next.word);
    const bool initial = word.size() == 1 && is_upper(word[0]);
    // "J.K", "U.S": letters with a stop after each.
    const bool dotted = word.size() >= 3 && word[1] == '.' && is_letter(word[0]) && word[word.size() - 2] == '.';
    if (!initial && !dotted) return false;
    return !next.quoted && !next.figure && !is_one_of(kStarters, next.word);
}

void append_trimmed(std::string_view body, std::size_t begin, std::size_t end, std::vector<Span>& sentences) {
    begin = std::min(skip_space(body.substr(0, end), begin), end);
    while (end > begin && (space_size(body, end - 1) == 1)) --end;
    while (end >= begin + 2 && space_size(body, end - 2) == 2) end -= 2;
    if (begin < end) sentences.push_back({begin, end});
}

}  // namespace

void append_sentences(std::string_view body, const BodyBlock& block, std::vector<Span>& sentences) {
    if (block.role == BlockRole::table_row) {
        append_trimmed(body, block.span.begin, block.span.end, sentences);
        return;
    }
    const std::string_view text = body.substr(0, block.span.end);
    std::size_t begin = block.span.begin;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (!kMayEnd[static_cast<unsigned char>(text[i])]) continue;
        const bool ellipsis = text[i] == '\xe2' && text.substr(i, 3) == "\u2026";
        if (!is_stop(text[i]) && !ellipsis) continue;
        std::size_t end = i + (ellipsis ? 3 : 1);
        const bool single = text[i] == '.' && (end >= text.size() || text[end] != '.');
        while (end < text.size() && is_stop(text[end])) ++end;
        const std::size_t after_stops = end;
        while (const std::size_t size = closer_size(text, end)) end += size;
        if (end < text.size() && space_size(text, end) == 0) {
            i = after_stops - 1;
            continue;
        }
        const NextWord next = read_next(text, skip_space(text, end));
        i = end - 1;
        if (end < text.size() && !next.starts_sentence) continue;
        if (single && after_stops == end) {
            const std::string_view word = word_before(text, begin, after_stops - 1);
            const bool first_word = word.data() == text.data() + skip_space(text, begin);
            if (is_abbreviation(word, first_word, next) && end < text.size()) continue;
        }
        append_trimmed(text, begin, end, sentences);
        begin = end;
    }
    append_trimmed(text, begin, text.size(), sentences);
}

}  // namespace findings
