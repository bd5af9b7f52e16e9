#include "indexer/readers/text/wrapped_lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::string_view kSoftHyphen = "\xc2\xad";
constexpr std::string_view kHyphen = "\xe2\x80\x90";  // U+2010

// First parts that English joins with a hyphen more often than without.
constexpr std::array<std::string_view, 20> kHyphenPrefixes{"self",  "well", "co",   "non",  "ex",    "multi", "child",
                                                           "cross", "high", "low",  "long", "short", "part",  "full",
                                                           "half",  "post", "semi", "anti", "all",   "inter"};
// Second parts that English joins with a hyphen more often than without.
constexpr std::array<std::string_view, 20> kHyphenEndings{
    "based",   "led",  "related", "specific", "term",  "making",  "seeking", "wide",  "time", "quality",
    "focused", "free", "centred", "aged",     "going", "looking", "olds",    "level", "to",   "appropriate"};
// Words that follow a hanging hyphen: "short- and long-term".
constexpr std::array<std::string_view, 4> kHangingWords{"and", "or", "to", "nor"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
/// A byte of UTF-8 beyond ASCII counts as part of a word, but not U+2019 and its like, which are caught
/// before.
bool is_word(char c) { return is_lower(c) || is_upper(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// The hyphen's length in bytes, 0 when the text does not end in one.
std::size_t final_hyphen(std::string_view text) {
    std::size_t length = 0;
    if (text.ends_with('-')) length = 1;
    if (text.ends_with(kSoftHyphen)) length = kSoftHyphen.size();
    if (text.ends_with(kHyphen)) length = kHyphen.size();
    if (length == 0 || text.size() == length) return 0;
    return is_word(text[text.size() - length - 1]) ? length : 0;
}

std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word(text[end])) ++end;
    return text.substr(0, end);
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool keeps_hyphen(std::string_view left, std::string_view right, const WordEvidence& evidence) {
    const std::string first = lower_case(left);
    const std::string second = lower_case(right);
    if (evidence.has(first + second)) return false;
    if (evidence.has(first + "-" + second)) return true;
    // up-to-date, day-to-day: one hyphen rarely comes alone.
    if (first.find('-') != std::string::npos) return true;
    if (contains(kHyphenPrefixes, first) || contains(kHyphenEndings, second)) return true;
    if (!is_lower(left.back()) || !is_lower(right.front())) return true;
    return first.size() > 2 && second.size() > 2 && evidence.has(first) && evidence.has(second);
}

}  // namespace

void WordEvidence::add(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_word(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && (is_word(text[end]) || text[end] == '-')) ++end;
        const std::string_view word = text.substr(at, end - at);
        at = end;
        if (word.empty() || word.back() == '-') continue;
        words_.insert(lower_case(word));
    }
}

bool ends_with_hyphen(std::string_view line) { return final_hyphen(line) != 0; }

void append_line(std::string& text, std::string_view line, const WordEvidence& evidence) {
    if (line.empty()) return;
    const std::size_t hyphen = final_hyphen(text);
    const std::string_view right = first_word(line);
    const bool hanging = contains(kHangingWords, right) && !line.substr(right.size()).starts_with('-');
    if (text.empty()) {
        text = line;
    } else if (hyphen == 0 || right.empty() || (hanging && !text.ends_with(kSoftHyphen))) {
        text.append(1, ' ').append(line);
    } else {
        const bool soft = text.ends_with(kSoftHyphen);
        const std::string left(last_word(std::string_view(text).substr(0, text.size() - hyphen)));
        // out-of-court, up-to-date: a second hyphen follows.
        const bool chain = line.substr(right.size()).starts_with('-');
        if (soft || left.empty() || (!chain && !keeps_hyphen(left, right, evidence))) text.resize(text.size() - hyphen);
        text.append(line);
    }
}

}  // namespace findings
