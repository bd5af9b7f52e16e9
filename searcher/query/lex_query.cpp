#include "searcher/query/lex_query.hpp"

#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"
#include "common/text/scan_words.hpp"
#include "searcher/query/character.hpp"
#include "searcher/query/foreign_operators.hpp"
#include "searcher/query/query_error.hpp"
#include "searcher/query/suggest_name.hpp"

namespace findings {
namespace {

using Kind = QueryToken::Kind;

bool has_word(std::string_view text) {
    WordScanner scanner(text);
    WordSpan span;
    return scanner.next(span);
}

class Lexer {
  public:
    explicit Lexer(std::string_view query) : query_(query) {}

    std::vector<QueryToken> lex() {
        while (position_ < query_.size()) lex_one();
        QueryToken end;
        end.begin = end.end = query_.size();
        tokens_.push_back(std::move(end));
        return std::move(tokens_);
    }

  private:
    [[noreturn]] void fail(std::size_t begin, std::size_t end, const std::string& message,
                           const std::string& hint = {}) const {
        throw make_query_error(query_, begin, end, message, hint);
    }

    QueryToken& add(Kind kind, std::size_t begin, std::size_t end, std::string_view text = {}) {
        QueryToken& token = tokens_.emplace_back();
        token.kind = kind;
        token.begin = begin;
        token.end = end;
        token.text = text;
        return token;
    }

    // Runs are looked at whole, before anything of them is taken for punctuation.
    void refuse_foreign_operators() {
        if (position_ < looked_at_) return;
        looked_at_ = run_end(position_);
        const auto found = find_foreign_operator(query_, position_, looked_at_);
        if (found) fail(found->begin, found->end, found->message, found->hint + "; --plain searches words only");
    }

    void lex_one() {
        const std::size_t begin = position_;
        refuse_foreign_operators();
        if (const std::size_t space = space_bytes(query_, begin); space > 0) {
            position_ += space;
        } else if (query_[begin] == '(' || query_[begin] == ')') {
            add(query_[begin] == '(' ? Kind::open : Kind::close, begin, begin + 1);
            ++position_;
        } else if (quote_bytes(query_, begin) > 0) {
            lex_phrase();
        } else if ((query_[begin] == '+' || query_[begin] == '-') && may_hold_sign(begin)) {
            lex_sign();
        } else if (query_[begin] != '*' && is_ascii_punctuation(query_[begin])) {
            ++position_;
        } else {
            lex_run();
        }
    }

    // A sign stands where a word could begin: "well-led" and 5"-a hold none.
    [[nodiscard]] bool may_hold_sign(std::size_t byte) const {
        if (byte == 0) return true;
        const char before = query_[byte - 1];
        return before == '(' || before == '+' || before == '-' || ends_in_space(query_.substr(0, byte));
    }

    void lex_sign() {
        const std::size_t begin = position_;
        std::size_t end = query_.find_first_not_of("+-", begin);
        if (end == std::string_view::npos) end = query_.size();
        if (end == query_.size() || query_[end] == ')' || space_bytes(query_, end) > 0) {
            position_ = end;
            // " - " may be a dash between words; the parser looks at its neighbours. "--" is always a dash.
            if (end == begin + 1) add(Kind::dash, begin, end);
            return;
        }
        add(query_[begin] == '+' ? Kind::plus : Kind::minus, begin, begin + 1);
        ++position_;
    }

    // The text between two double quotes; leaves position_ behind the second.
    std::string_view read_quoted() {
        const std::size_t begin = position_;
        std::size_t at = begin + quote_bytes(query_, begin);
        const std::size_t first = at;
        while (at < query_.size() && quote_bytes(query_, at) == 0) ++at;
        if (at == query_.size())
            fail(begin, first, "this quote is never closed", "add the second \", or leave the quotes out with --plain");
        position_ = at + quote_bytes(query_, at);
        return query_.substr(first, at - first);
    }

    std::size_t read_distance(std::size_t begin, std::size_t digits_begin, std::string_view example) {
        std::size_t end = digits_begin;
        while (end < query_.size() && query_[end] >= '0' && query_[end] <= '9') ++end;
        std::size_t distance = 0;
        const auto [last, error] = std::from_chars(query_.data() + digits_begin, query_.data() + end, distance);
        if (error != std::errc{} || distance == 0 || distance > kMaxDistance)
            fail(begin, std::max(end, begin + 1), fmt::format("a distance is a number from 1 to {}", kMaxDistance),
                 fmt::format("for example {}", example));
        position_ = end;
        return distance;
    }

    void lex_phrase() {
        const std::size_t begin = position_;
        const std::string_view text = read_quoted();
        if (!has_word(text)) fail(begin, position_, "there is no word between these quotes");
        refuse_star_in_quotes(begin, text);
        QueryToken& token = add(Kind::phrase, begin, position_, text);
        read_slack(token);
    }

    void refuse_star_in_quotes(std::size_t begin, std::string_view quoted) const {
        const std::size_t star = quoted.find('*');
        if (star == std::string_view::npos) return;
        const std::size_t at = query_.find(quoted, begin) + star;
        fail(at, at + 1, "a star stands for nothing between quotes",
             "without quotes: safeguard* NEAR/1 children; or leave the star out");
    }

    void read_slack(QueryToken& token) {
        if (position_ >= query_.size() || query_[position_] != '~') return;
        token.distance = read_distance(position_, position_ + 1, "\"missing care\"~5");
        token.end = position_;
    }

    // From position_ to a space, bracket or quote.
    [[nodiscard]] std::size_t run_end(std::size_t at) const {
        while (at < query_.size() && query_[at] != '(' && query_[at] != ')' && space_bytes(query_, at) == 0 &&
               quote_bytes(query_, at) == 0)
            ++at;
        return at;
    }

    void lex_run() {
        const std::size_t begin = position_;
        const std::size_t end = run_end(begin);
        const std::string_view run = query_.substr(begin, end - begin);
        if (const std::size_t name = field_name_bytes(run); name > 0 && lex_field(begin, name, end)) return;
        position_ = end;
        const std::string_view text = trim_end(run, "*");
        if (text.find('*') != std::string_view::npos) {
            add(Kind::wildcard, begin, begin + text.size(), read_wildcard(begin, text));
        } else if (text == "AND" || text == "OR" || text == "NOT") {
            add(text == "AND" ? Kind::op_and : text == "OR" ? Kind::op_or : Kind::op_not, begin, begin + text.size());
        } else if (text == "NEAR") {
            if (run.size() > 4 && run[4] == '/') fail(begin, begin + 5, "NEAR/ needs a number", "for example NEAR/5");
            add(Kind::op_near, begin, begin + 4).distance = kDefaultDistance;
        } else if (text.substr(0, 5) == "NEAR/") {
            const std::size_t distance = read_distance(begin, begin + 5, "NEAR/5");
            if (position_ != begin + text.size())
                fail(begin, begin + text.size(), "NEAR/ needs a number", "for example NEAR/5");
            add(Kind::op_near, begin, position_).distance = distance;
            position_ = end;
        } else if (has_word(text)) {
            add(Kind::word, begin, begin + text.size(), text);
        }
    }

    std::string_view read_wildcard(std::size_t begin, std::string_view text) const {
        const std::size_t star = text.find('*');
        if (star + 1 != text.size())
            fail(begin + star, begin + star + 1, "a star stands only at the end of a word",
                 "for example safeguard*; the search covers the forms of a word without any star");
        const std::string_view stem = text.substr(0, star);
        // A star after a hyphen or slash would stand for every word that may follow. An apostrophe parts no words.
        const std::size_t part = stem.find_last_of("-/.,:;&@_+");
        const std::string_view letters = part == std::string_view::npos ? stem : stem.substr(part + 1);
        if (count_letters(letters) < kMinWildcardLetters || !has_word(letters))
            fail(begin, begin + text.size(),
                 fmt::format("a star needs at least {} letters before it", kMinWildcardLetters),
                 "for example safeguard*; leave QUERY out to see every story");
        return stem;
    }

    // False when the colon belongs to a word: an address, or a colon before a space.
    bool lex_field(std::size_t begin, std::size_t name_bytes, std::size_t end) {
        const std::string name = lower_case(query_.substr(begin, name_bytes));
        const std::size_t value_begin = begin + name_bytes + 1;
        if (query_.substr(value_begin, 2) == "//") return false;
        const FieldRow* row = find_field(name);
        const bool quoted = value_begin < query_.size() && quote_bytes(query_, value_begin) > 0;
        if (row == nullptr) {
            if (value_begin == end && !quoted) return false;
            fail_unknown_field(begin, name);
        }
        QueryToken token;
        token.kind = Kind::field;
        token.field = row->field;
        token.begin = begin;
        token.value_begin = value_begin;
        position_ = end;
        std::string_view value = query_.substr(value_begin, end - value_begin);
        // judgement:leaders:"requires improvement" begins bare and ends quoted.
        if (quoted ||
            (value.size() > 1 && value.back() == ':' && end < query_.size() && quote_bytes(query_, end) > 0)) {
            token.text = value;
            token.text += read_quoted();
            token.value = Kind::phrase;
            token.end = position_;
            read_slack(token);
        } else {
            if (row->field != Field::source && row->field != Field::url && row->field != Field::id)
                value = trim_end(value, row->kind == FieldKind::range ? "*." : "*~^|");
            token.text = value;
            token.end = value_begin + value.size();
        }
        check_value(*row, token);
        tokens_.push_back(std::move(token));
        return true;
    }

    [[noreturn]] void fail_unknown_field(std::size_t begin, const std::string& name) const {
        std::vector<std::string> names;
        names.reserve(kFields.size());
        for (const FieldRow& row : kFields) names.emplace_back(row.name);
        std::string hint = suggest_hint(name, names);
        if (!hint.empty()) hint += ' ';
        hint += "--list-fields shows them all; a word with a colon goes in quotes";
        fail(begin, begin + name.size(), fmt::format("unknown field \"{}\"", name), hint);
    }

    void check_value(const FieldRow& row, QueryToken& token) const {
        const bool star = token.value == Kind::word && token.text.find('*') != std::string::npos;
        const bool is_text = row.kind == FieldKind::text;
        if (is_text) check_text_value(token);
        const bool blank = token.text.find_first_not_of(" \t\n") == std::string::npos;
        if (blank || (is_text && !star && !has_word(token.text)))
            fail(token.begin, std::max(token.end, token.value_begin),
                 fmt::format("{}: needs a value right after the colon", row.name),
                 fmt::format("for example {}", row.example));
        if (!is_text && token.distance > 0) fail(token.begin, token.end, fmt::format("{} takes no distance", row.name));
        if (!star) return;
        if (!is_text)
            fail(token.value_begin + token.text.find('*'), token.value_begin + token.text.find('*') + 1,
                 fmt::format("a star cannot stand in a value of {}", row.name),
                 fmt::format("--list-values {} shows the values", row.name));
        token.text = read_wildcard(token.value_begin, token.text);
        token.value = Kind::wildcard;
    }

    // title:-care and title:car?s would be searched as their words.
    void check_text_value(const QueryToken& token) const {
        if (token.value == Kind::phrase) return refuse_star_in_quotes(token.value_begin, token.text);
        const auto found = find_foreign_operator(query_, token.value_begin, token.end);
        if (found) fail(found->begin, found->end, found->message, found->hint);
        if (token.text.empty() || std::string_view("-+").find(token.text.front()) == std::string_view::npos) return;
        fail(token.value_begin, token.value_begin + 1, "a sign stands before a field, not before its value",
             fmt::format("for example {}title:{}", token.text.front(), token.text.substr(1)));
    }

    std::string_view query_;
    std::size_t position_ = 0;
    std::size_t looked_at_ = 0;  ///< up to here for foreign operators
    std::vector<QueryToken> tokens_;
};

}  // namespace

void check_query_text(std::string_view query) {
    if (query.size() > kMaxQueryBytes)
        throw Error(Status::usage,
                    fmt::format("the query is too long: {} bytes, at most {}", query.size(), kMaxQueryBytes),
                    "search for a few words of it");
    if (!is_valid_utf8(query))
        throw Error(Status::usage, "the query is not valid UTF-8", "check the terminal's locale");
}

void fail_too_many_words(std::size_t count) {
    throw Error(Status::usage, fmt::format("the query has {} words, at most {} are searched", count, kMaxQueryWords),
                "search for a few words of it");
}

std::vector<QueryToken> lex_query(std::string_view query) {
    check_query_text(query);
    return Lexer(query).lex();
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < text.size()) {
        if (const std::size_t space = space_bytes(text, at); space > 0) {
            at += space;
            continue;
        }
        if (is_ascii_punctuation(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && space_bytes(text, at) == 0) ++at;
        const std::string_view word = trim_end(text.substr(begin, at - begin));
        if (!has_word(word)) continue;
        if (!words.empty() && are_initials(words.back(), word))
            words.back().append(".").append(word);
        else
            words.emplace_back(word);
    }
    return words;
}

bool are_initials(std::string_view left, std::string_view right) {
    const auto is_initials = [](std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (i % 2 == 0 ? text[i] < 'A' || text[i] > 'Z' : text[i] != '.') return false;
        return text.size() % 2 == 1;
    };
    return is_initials(left) && is_initials(right);
}

}  // namespace findings
