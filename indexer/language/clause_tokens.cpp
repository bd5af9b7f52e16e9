#include "indexer/language/clause_tokens.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace findings {

static_assert(static_cast<unsigned>(TokenClass::count) <= 64, "TokenClasses has a bit for each class");
namespace {

/// Characters of four bytes: emoji, seldom a letter.
constexpr unsigned char kFourByteLead = 0xf0;

bool starts(std::string_view text, std::size_t at, std::string_view beginning) {
    return text.substr(at, beginning.size()) == beginning;
}

/// Builds the tokens of one sentence from left to right.
class TokenMaker {
  public:
    TokenMaker(const Passage& passage, std::size_t first, std::size_t last, const std::vector<TokenMark>& marks)
        : passage_(passage), first_(first), last_(last), marks_(marks) {
        tokens_.reserve(last - first + 8);
    }

    std::vector<ClauseToken> make() {
        add_mark(TokenClass::edge, first_);
        auto mark = marks_.begin();
        for (std::size_t word = first_; word < last_;) {
            read_gap(word);
            while (mark != marks_.end() && mark->first < word) ++mark;
            // An emoji ends what is said as a full stop does.
            if (static_cast<unsigned char>(passage_.text[passage_.words[word].begin]) >= kFourByteLead) {
                add_mark(TokenClass::stop, word++);
                continue;
            }
            std::size_t end = word + 1;
            ClauseToken token;
            if (mark != marks_.end() && mark->first == word && mark->last <= last_) {
                end = mark->last;
                token.classes = bit_of(mark->token_class);
                token.value = mark->value;
            } else if (const std::size_t count = phrase_at(word, token.classes); count > 1) {
                end = word + count;
            } else {
                token.word = passage_.words[word].id;
                token.classes = shape_of(word) | classes_of(word);
                // The month, not the verb: "in May", "may close".
                if (token.is(TokenClass::month) && passage_.words[word].capital)
                    token.classes &= ~bit_of(TokenClass::hyp);
            }
            token.first = word;
            token.last = end;
            token.capital = passage_.words[word].capital;
            token.all_capitals = is_all_capitals(word);
            token.possessive = passage_.words[end - 1].possessive;
            token.quote_before = quote_opens_;
            quote_opens_ = false;
            if (token.classes == 0) token.classes = bit_of(TokenClass::unknown);
            tokens_.push_back(token);
            // Quotation marks inside a phrase are closed with it.
            for (std::size_t inner = word + 1; inner < end; ++inner) read_inner_gap(inner);
            word = end;
        }
        read_end();
        add_mark(TokenClass::edge, last_);
        for (ClauseToken& token : tokens_)
            if (token.quote_before && token.quote_after) token.classes |= bit_of(TokenClass::quoted);
        return std::move(tokens_);
    }

  private:
    void add_mark(TokenClass token_class, std::size_t word) {
        ClauseToken token;
        token.first = token.last = word;
        token.classes = bit_of(token_class);
        // Two marks of one kind are one.
        if (!tokens_.empty() && tokens_.back().classes == token.classes) return;
        tokens_.push_back(token);
    }

    [[nodiscard]] TokenClasses classes_of(std::size_t word) const {
        const std::uint32_t id = passage_.words[word].id;
        return id < lexicon().word_classes.size() ? lexicon().word_classes[id] : 0;
    }

    [[nodiscard]] TokenClasses shape_of(std::size_t word) const {
        const Word& at = passage_.words[word];
        TokenClasses classes = 0;
        if (at.digits) {
            classes |= bit_of(TokenClass::number);
            const std::string_view text = passage_.words_text(word, word + 1);
            if (text.size() == 4 && (text.substr(0, 2) == "20" || text.substr(0, 2) == "19") &&
                text.find_first_not_of("0123456789") == std::string_view::npos)
                classes |= bit_of(TokenClass::year);
        }
        if (at.capital) classes |= bit_of(TokenClass::capital);
        return classes;
    }

    [[nodiscard]] bool is_all_capitals(std::size_t word) const {
        const std::string_view text = passage_.words_text(word, word + 1);
        return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    /// The longest phrase of several words with classes that begins here; 0 for none.
    std::size_t phrase_at(std::size_t word, TokenClasses& classes) const {
        std::size_t longest = 0;
        const auto [begin, end] = passage_.matches_in(word, word + 1);
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& match = passage_.matches[i];
            if (match.kind != PhraseKind::cue || match.count < 2 || word + match.count > last_) continue;
            if (match.count > longest) classes = 0;
            if (match.count >= longest) classes |= bit_of(static_cast<TokenClass>(match.value));
            longest = std::max<std::size_t>(longest, match.count);
        }
        return longest;
    }

    /// The bytes between word `word` and the one before; of the sentence only.
    [[nodiscard]] std::string_view gap_before(std::size_t word) const {
        std::size_t begin = word == first_ ? passage_.words[first_].begin : passage_.words[word - 1].end;
        const std::size_t end = word < last_ ? passage_.words[word].begin : end_of_text();
        if (word == first_) {
            // A quotation mark right before the sentence's first word.
            begin = passage_.words[first_].begin;
            while (begin > 0 && passage_.words[first_].begin - begin < 4 && passage_.text[begin - 1] != ' ' &&
                   passage_.text[begin - 1] != '\n' && (first_ == 0 || begin > passage_.words[first_ - 1].end))
                --begin;
        } else if (passage_.words[word - 1].possessive) {
            begin += starts(passage_.text, begin, "'") ? 2 : 4;
        }
        return begin < end ? passage_.text.substr(begin, end - begin) : std::string_view();
    }

    /// Marks right behind the last word.
    [[nodiscard]] std::size_t end_of_text() const {
        std::size_t end = passage_.words[last_ - 1].end;
        const std::size_t next = last_ < passage_.words.size() ? passage_.words[last_].begin : passage_.text.size();
        while (end < next && passage_.text[end] != ' ' && passage_.text[end] != '\n') ++end;
        return end;
    }

    void read_gap(std::size_t word) { scan(gap_before(word), word, word > first_); }
    void read_end() {
        if (last_ > first_) scan(gap_before(last_), last_, true);
    }
    void read_inner_gap(std::size_t word) {
        const std::string_view gap = gap_before(word);
        if (gap.find_first_of("\"\x98\x9c") != std::string_view::npos) quote_opens_ = false;
    }

    void read_quote(bool touching, bool single, std::size_t word) {
        // A quotation mark that touches the word before closes. A single one is an apostrophe unless one is open.
        if (touching && !tokens_.empty()) {
            if (single && !single_open_) return;
            tokens_.back().quote_after = true;
            for (auto token = tokens_.rbegin(); token != tokens_.rend() && token->any(kPunctuation); ++token)
                if (std::next(token) != tokens_.rend()) std::next(token)->quote_after = true;
            single_open_ = false;
            return;
        }
        if (word < last_) {
            quote_opens_ = true;
            single_open_ = single_open_ || single;
        }
    }

    void scan(std::string_view gap, std::size_t word, bool touching) {
        for (std::size_t at = 0; at < gap.size();) {
            const auto c = static_cast<unsigned char>(gap[at]);
            std::size_t length = 1;
            switch (c) {
                case ',':
                    add_mark(TokenClass::comma, word);
                    break;
                case '(':
                case '[':
                    add_mark(TokenClass::open, word);
                    touching = false;
                    break;
                case ')':
                case ']':
                    add_mark(TokenClass::close, word);
                    break;
                case ':':
                    add_mark(TokenClass::colon, word);
                    break;
                case ';':
                    add_mark(TokenClass::semicolon, word);
                    break;
                case '|':
                case '\n':
                case '\t':
                    add_mark(TokenClass::line, word);
                    touching = false;
                    break;
                case '.':
                case '!':
                case '?':
                    if (word >= last_ || passage_.words[word].after_break) add_mark(TokenClass::stop, word);
                    break;
                case ' ':
                    if (at + 1 < gap.size() && gap[at + 1] == ' ') add_mark(TokenClass::line, word);
                    touching = false;
                    break;
                case '-':
                    if (!touching) add_mark(TokenClass::dash, word);
                    break;
                case '"':
                    read_quote(touching, false, word);
                    break;
                case '\'':
                case '`':
                    read_quote(touching, true, word);
                    break;
                case 0xe2:
                    length = 3;
                    if (starts(gap, at, "\xe2\x80\x9c") || starts(gap, at, "\xe2\x80\x9d"))
                        read_quote(touching, false, word);
                    else if (starts(gap, at, "\xe2\x80\x98") || starts(gap, at, "\xe2\x80\x99"))
                        read_quote(touching, true, word);
                    else if (starts(gap, at, "\xe2\x80\x93") || starts(gap, at, "\xe2\x80\x94"))
                        add_mark(TokenClass::dash, word);
                    else if (starts(gap, at, "\xe2\x80\xa2"))
                        add_mark(TokenClass::line, word);
                    break;
                default:
                    break;
            }
            at += length;
        }
    }

    const Passage& passage_;
    std::size_t first_;
    std::size_t last_;
    const std::vector<TokenMark>& marks_;
    std::vector<ClauseToken> tokens_;
    bool quote_opens_ = false;
    bool single_open_ = false;
};

}  // namespace

std::vector<ClauseToken> make_tokens(const Passage& passage, std::size_t first, std::size_t last,
                                     const std::vector<TokenMark>& marks) {
    last = std::min(last, passage.words.size());
    if (first >= last) return {};
    return TokenMaker(passage, first, last, marks).make();
}

}  // namespace findings
