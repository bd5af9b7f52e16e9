#include "indexer/language/grade_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace findings {
namespace {

constexpr bool is_alnum(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
/// Letters and digits, looked up: the test runs for every byte of every article.
constexpr std::array<bool, 256> kAlnum = [] {
    std::array<bool, 256> made{};
    for (std::size_t c = 0; c < made.size(); ++c) made[c] = is_alnum(static_cast<unsigned char>(c));
    return made;
}();
constexpr bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
constexpr char lower(char c) { return is_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c + 32) : c; }

/// U+2018 and U+2019, which are quotation marks and apostrophes.
enum class Curly : std::uint8_t { none, single_open, single_close, double_mark, dash, bullet, other };

Curly read_curly(std::string_view text, std::size_t i) {
    if (i + 2 >= text.size() || text[i] != '\xe2' || text[i + 1] != '\x80') return Curly::none;
    switch (text[i + 2]) {
        case '\x98':
            return Curly::single_open;
        case '\x99':
            return Curly::single_close;
        case '\x9c':
        case '\x9d':
            return Curly::double_mark;
        case '\x93':
        case '\x94':
            return Curly::dash;
        case '\xa2':
            return Curly::bullet;
        default:
            return Curly::other;
    }
}

/// Byte length of the UTF-8 character at `i`.
std::size_t length_at(std::string_view text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    return std::min(length, text.size() - i);
}

/// Reads the passage word by word, keeping what stands between two words.
class Splitter {
  public:
    Splitter(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {
        words_.reserve(text.size() / 6 + 4);
        next_.break_before = true;
    }

    std::vector<GradeWord> run() {
        while (at_ < text_.size()) {
            const auto c = static_cast<unsigned char>(text_[at_]);
            if (is_alnum(c) || is_letter_beyond_ascii(at_))
                read_word();
            else
                read_gap(c);
        }
        return std::move(words_);
    }

  private:
    /// Accented Latin letters (two-byte sequences from U+00C0) belong to words; other signs do not.
    [[nodiscard]] bool is_letter_beyond_ascii(std::size_t i) const {
        const auto c = static_cast<unsigned char>(text_[i]);
        return c >= 0xc3 && c < 0xe0 && i + 1 < text_.size();
    }

    /// An apostrophe or hyphen between two letters is part of the word: "children's", "well-led"; so is a
    /// point between digits, "2.1". Returns its byte length, 0 when it is not.
    [[nodiscard]] std::size_t inner_mark_at(std::size_t i) const {
        const std::size_t length = read_curly(text_, i) == Curly::single_close ? 3 : 1;
        if (i + length >= text_.size() || i == 0) return 0;
        const auto after = static_cast<unsigned char>(text_[i + length]);
        const auto before = static_cast<unsigned char>(text_[i - 1]);
        if (text_[i] == '.') return is_digit(before) && is_digit(after) ? 1 : 0;
        if (text_[i] == '-' || text_[i] == '\'' || length == 3) return is_alnum(after) ? length : 0;
        return 0;
    }

    void read_word() {
        GradeWord word = next_;
        next_ = {};
        const std::size_t begin = at_;
        std::size_t capitals = 0;
        std::size_t letters = 0;
        while (at_ < text_.size()) {
            const std::size_t run = at_;
            while (at_ < text_.size() && kAlnum[static_cast<unsigned char>(text_[at_])]) ++at_;
            if (at_ > run) {
                letters += at_ - run;
                const std::size_t kept = word.text.size();
                word.text.append(text_, run, at_ - run);
                for (std::size_t i = kept; i < word.text.size(); ++i) {
                    capitals += is_upper(static_cast<unsigned char>(word.text[i])) ? 1U : 0U;
                    word.text[i] = lower(word.text[i]);
                }
            } else if (is_letter_beyond_ascii(at_)) {
                word.text.append(text_, at_, 2);
                at_ += 2;
                ++letters;
            } else if (const std::size_t mark = inner_mark_at(at_); mark != 0) {
                word.text += mark == 3 ? '\'' : text_[at_];
                at_ += mark;
            } else {
                break;
            }
        }
        word.begin = offset_ + begin;
        word.end = offset_ + at_;
        word.capital = is_upper(static_cast<unsigned char>(text_[begin]));
        word.all_capitals = letters >= 2 && capitals == letters;
        words_.push_back(std::move(word));
        touching_ = true;
    }

    /// A mark that touches the word before it closes; any other opens. A comma inside the quotation
    /// (‘requires improvement,’) still touches.
    void read_quote(std::size_t length) {
        if (touching_ && !words_.empty())
            words_.back().quote_after = true;
        else
            next_.quote_before = true;
        at_ += length;
    }

    void read_gap(unsigned char c) {
        switch (c) {
            case '\n':
            case '\t':
                next_.break_before = true;
                break;
            case ' ':
                // Two spaces or more part the columns of text laid out with spaces.
                if (at_ + 1 < text_.size() && text_[at_ + 1] == ' ') next_.break_before = true;
                break;
            case '.':
            case '!':
            case '?':
                next_.stop_before = true;
                break;
            case '"':
            case '\'':
                read_quote(1);
                return;
            case ':':
            case ';':
                next_.colon_before = true;
                [[fallthrough]];
            case ',':
            case '(':
            case ')':
                next_.comma_before = true;
                break;
            case '-':
                if (!touching_) next_.colon_before = next_.comma_before = true;
                break;
            default:
                read_other();
                return;
        }
        if (c == ' ' || c == '\n' || c == '\t') touching_ = false;
        ++at_;
    }

    void read_other() {
        const std::size_t length = length_at(text_, at_);
        switch (read_curly(text_, at_)) {
            case Curly::single_open:
            case Curly::double_mark:
            case Curly::single_close:
                read_quote(length);
                return;
            case Curly::dash:
                next_.colon_before = next_.comma_before = true;
                break;
            case Curly::bullet:
                next_.break_before = true;
                break;
            case Curly::none:
            case Curly::other:
                break;
        }
        touching_ = touching_ && length == 1;
        at_ += length;
    }

    std::string_view text_;
    std::size_t offset_;
    std::size_t at_ = 0;
    bool touching_ = false;  ///< nothing but punctuation stands between here and the last word
    GradeWord next_;
    std::vector<GradeWord> words_;
};

/// Three letters as a number; case folds with it.
constexpr std::size_t three_of(std::string_view text) {
    return static_cast<std::size_t>(text[0] & 31) * 1024U + static_cast<std::size_t>(text[1] & 31) * 32U +
           static_cast<std::size_t>(text[2] & 31);
}

bool begins_with(std::string_view text, std::string_view beginning) {
    if (text.size() < beginning.size()) return false;
    for (std::size_t i = 0; i < beginning.size(); ++i)
        if (lower(text[i]) != beginning[i]) return false;
    return true;
}

/// Finds words by their beginnings in one pass. The first three letters of a word rule out nearly all at once.
template <std::size_t N>
class WordFinder {
  public:
    consteval explicit WordFinder(std::array<std::string_view, N> beginnings) : beginnings_(beginnings) {
        for (const std::string_view beginning : beginnings) threes_[three_of(beginning)] = true;
    }

    [[nodiscard]] bool find_in(std::string_view passage) const {
        bool inside = false;
        for (std::size_t i = 0; i + 2 < passage.size(); ++i) {
            const bool letter = kAlnum[static_cast<unsigned char>(passage[i])];
            if (letter && !inside && threes_[three_of(passage.substr(i, 3))])
                for (const std::string_view beginning : beginnings_)
                    if (begins_with(passage.substr(i), beginning)) return true;
            inside = letter;
        }
        return false;
    }

  private:
    std::array<std::string_view, N> beginnings_;
    std::array<bool, 32'768> threes_{};
};

/// One for each grade; "first" and "previous" for what is said of other inspections.
constexpr WordFinder kGradeWords(std::to_array<std::string_view>(
    {"outstanding", "good",           "improvement", "inadequate", "adequate",     "satisfactory", "exceptional",
     "standard",    "attention",      "met",         "typically",  "inconsistent", "widespread",   "consistently",
     "excellent",   "unsatisfactory", "weak",        "serious",    "poor",         "first",        "previous",
     "systemic"}));

/// How the outcomes that are sentences begin: "inconsistent experiences", "widespread and/or systemic failings".
constexpr WordFinder kOutcomeWords(std::to_array<std::string_view>({"typically", "inconsistent", "widespread",
                                                                    "systemic", "consistently", "serious"}));

constexpr WordFinder kActionWords(std::to_array<std::string_view>({"measures", "priority", "notice", "suspen",
                                                                   "commissioner", "statement", "weaknesses",
                                                                   "direction", "restrict", "conditions", "cancel",
                                                                   "notification", "significant"}));

/// The abbreviation of "requires improvement", a word of its own.
bool has_ri(std::string_view passage) {
    for (std::size_t i = passage.find("RI"); i != std::string_view::npos; i = passage.find("RI", i + 2)) {
        const bool begins = i == 0 || !is_alnum(static_cast<unsigned char>(passage[i - 1]));
        const bool ends = i + 2 == passage.size() || !is_alnum(static_cast<unsigned char>(passage[i + 2]));
        if (begins && ends) return true;
    }
    return false;
}

}  // namespace

std::vector<GradeWord> split_grade_words(std::string_view passage, std::size_t offset) {
    return Splitter(passage, offset).run();
}

bool has_grade_word(std::string_view passage) { return kGradeWords.find_in(passage) || has_ri(passage); }

bool has_outcome_word(std::string_view passage) { return kOutcomeWords.find_in(passage); }

bool has_action_word(std::string_view passage) { return kActionWords.find_in(passage); }

}  // namespace findings
