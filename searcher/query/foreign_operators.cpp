#include "searcher/query/foreign_operators.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/text/ascii.hpp"
#include "searcher/query/character.hpp"

namespace findings {
namespace {

using Found = std::optional<ForeignOperator>;

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == kNowhere; }

bool is_word_byte(std::string_view text, std::size_t at) {
    return at < text.size() && count_letters(text.substr(at, 1)) > 0;
}

/// One run of a query, and the rules it is held against.
class Run {
  public:
    Run(std::string_view query, std::size_t begin, std::size_t end)
        : query_(query), run_(query.substr(begin, end - begin)), begin_(begin) {
        signs_ = std::min(run_.find_first_not_of("+-"), run_.size());
        body_ = run_.substr(signs_);
        while (word_at_ < run_.size() && is_ascii_punctuation(run_[word_at_])) ++word_at_;
        word_ = trim_end(run_.substr(word_at_));
    }

    [[nodiscard]] Found find() const {
        // An address is searched as its words.
        if (run_.find("://") != kNowhere) return {};
        for (const auto rule : {&Run::comparison, &Run::negation, &Run::either, &Run::both, &Run::nearness, &Run::range,
                                &Run::other_operator, &Run::weight, &Run::any_letter})
            if (Found found = (this->*rule)()) return found;
        return {};
    }

  private:
    // `at` and `bytes` within the run.
    [[nodiscard]] Found found(std::size_t at, std::size_t bytes, std::string message, std::string hint) const {
        return ForeignOperator{begin_ + at, begin_ + at + bytes, std::move(message), std::move(hint)};
    }
    [[nodiscard]] std::string_view rest() const { return query_.substr(begin_ + run_.size()); }
    [[nodiscard]] bool is_followed() const {
        return !rest().empty() && (rest().front() == '(' || quote_bytes(rest(), 0) > 0);
    }
    [[nodiscard]] std::string_view next_run() const {
        std::size_t at = 0;
        const std::string_view after = rest();
        while (at < after.size() && space_bytes(after, at) > 0) at += space_bytes(after, at);
        std::size_t end = at;
        while (end < after.size() && space_bytes(after, end) == 0) ++end;
        return after.substr(at, end - at);
    }
    [[nodiscard]] std::string_view run_before() const {
        std::string_view before = query_.substr(0, begin_);
        while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
        return before.substr(before.find_last_of(' ') == kNowhere ? 0 : before.find_last_of(' ') + 1);
    }

    // grade=good, year>=2023, grade != good
    [[nodiscard]] Found comparison() const {
        const std::size_t sign = body_.find_first_of("=<>!~");
        if (sign == kNowhere) return {};
        const std::size_t sign_end = std::min(body_.find_first_not_of("=<>!~", sign), body_.size());
        const std::string_view comparison = body_.substr(sign, sign_end - sign);
        const bool compares = comparison.find_first_of("=<>") != kNowhere;
        const FieldRow* row = find_field(lower_case(sign > 0 ? body_.substr(0, sign) : run_before()));
        if (!compares || row == nullptr) return {};
        std::string hint = fmt::format("write {}", row->example);
        if (comparison.front() == '!') hint = fmt::format("write -{}", row->example);
        if (comparison.front() == '<' || comparison.front() == '>')
            hint = row->kind == FieldKind::range || row->field == Field::year
                       ? "write date:2023.. or date:..2023"
                       : fmt::format("a field has a value and no order: write {}", row->example);
        return found(signs_ + sign, comparison.size(),
                     fmt::format("a value stands behind a colon, not behind {}", comparison), hint);
    }

    // !word, ! word, !"two words", !(a b)
    [[nodiscard]] Found negation() const {
        if (body_.empty() || body_.front() != '!') return {};
        const bool negates = count_letters(body_) > 0 || is_followed() || (body_ == "!" && !next_run().empty());
        if (!negates) return {};
        return found(signs_, 1, "! is no operator here", "to leave something out write -word or NOT word");
    }

    [[nodiscard]] Found either() const {
        const std::size_t bar = body_.find('|');
        if (bar == kNowhere) return {};
        const std::size_t bytes = body_.substr(bar, 2) == "||" ? 2 : 1;
        return found(signs_ + bar, bytes, fmt::format("{} is no operator here", body_.substr(bar, bytes)),
                     "for either word write OR in capitals: a OR b");
    }

    [[nodiscard]] Found both() const {
        const std::size_t at = body_.find("&&");
        if (at == kNowhere) return {};
        return found(signs_ + at, 2, "&& is no operator here", "for both words write them side by side, or a AND b");
    }

    // near/5, Near/5, NEAR5, w/5, pre/3, adj5, AROUND(5)
    [[nodiscard]] Found nearness() const {
        const std::string folded = lower_case(word_);
        constexpr std::array<std::string_view, 8> kNames{"near", "w", "n", "pre", "within", "adj", "onear", "around"};
        const std::size_t digits = std::min(folded.find_first_of("0123456789"), folded.size());
        const std::size_t slash = folded.find('/');
        const std::string_view name = std::string_view(folded).substr(0, std::min(slash, digits));
        const bool known = is_one_of(kNames, name);
        // Without a slash only in capitals, and not "W5" or "N1", which are postcodes.
        const bool joined = slash == kNowhere ? name.size() > 2 && word_ != folded : slash + 1 == digits;
        const bool is_name = known && joined && is_digits(std::string_view(folded).substr(digits));
        const bool calls = folded == "around" && rest().substr(0, 1) == "(";
        if ((!is_name && !calls) || word_.substr(0, 5) == "NEAR/") return {};
        return found(word_at_, word_.size(), fmt::format("{} is no operator here", word_),
                     "for words near each other write a NEAR/5 b, NEAR in capitals");
    }

    // 2023..2024, [2023 TO 2024]
    [[nodiscard]] Found range() const {
        const std::size_t dots = word_.find("..");
        const auto is_date = [](std::string_view text) {
            return text.size() >= 4 && is_digits(text.substr(0, 4)) &&
                   text.find_first_not_of("0123456789-") == kNowhere;
        };
        const bool dotted = dots != kNowhere && is_date(word_.substr(0, dots)) && is_date(word_.substr(dots + 2));
        const bool bracketed = !body_.empty() && (body_.front() == '[' || body_.front() == '{') && next_run() == "TO";
        if (!dotted && !bracketed) return {};
        return found(dotted ? word_at_ : signs_, dotted ? word_.size() : body_.size(), "a range needs a field",
                     "for example published:2023..2024-06");
    }

    [[nodiscard]] Found other_operator() const {
        constexpr std::array<std::string_view, 6> kNames{"XOR", "ANDNOT", "AND-NOT", "AND_NOT", "BUTNOT", "ORNOT"};
        if (!is_one_of(kNames, word_)) return {};
        return found(word_at_, word_.size(), fmt::format("{} is no operator here", word_),
                     "the operators are AND, OR, NOT and NEAR/5; in lower case it is a word");
    }

    // word~, word~2, ~word, word^2
    [[nodiscard]] Found weight() const {
        const std::size_t at = body_.find_first_of("~^");
        if (at == kNowhere || count_letters(body_) == 0) return {};
        if (body_[at] == '^')
            return found(signs_ + at, 1, "^ is no operator here", "words have no weights; leave it out");
        return found(signs_ + at, 1, "~ stands only right behind a phrase",
                     "for example \"missing care\"~5; other forms of a word are found without it");
    }

    // wom?n
    [[nodiscard]] Found any_letter() const {
        for (std::size_t at = body_.find('?'); at != kNowhere; at = body_.find('?', at + 1))
            if (at > 0 && is_word_byte(body_, at - 1) && is_word_byte(body_, at + 1))
                return found(signs_ + at, 1, "? stands for no letter here",
                             "a star at the end of a word stands for any ending: safeguard*");
        return {};
    }

    std::string_view query_;
    std::string_view run_;
    std::string_view body_;  ///< without signs before it
    std::string_view word_;  ///< without punctuation around it
    std::size_t begin_;
    std::size_t word_at_ = 0;
    std::size_t signs_ = 0;
};

// "-good" -> "good"
std::string_view without_signs(std::string_view value) {
    const std::size_t first = value.find_first_not_of("-+!<>=~^|&*?/\\ ");
    value.remove_prefix(std::min(first, value.size()));
    return value.substr(0, value.find_first_of("*~^"));
}

}  // namespace

Found find_foreign_operator(std::string_view query, std::size_t begin, std::size_t end) {
    return Run(query, begin, end).find();
}

Found find_sign_in_value(const FieldRow& row, std::string_view value) {
    const std::size_t first = std::min(value.find_first_not_of(' '), value.size());
    const bool before = value.substr(first).find_first_of("-+!<>=~^|&*?/\\") == 0;
    const std::size_t star = value.find_first_of("*~^");
    // An area and its grade are a value each.
    const std::size_t colon = row.field == Field::judgement ? value.rfind(':') : kNowhere;
    if (!before && star == kNowhere) {
        if (colon == kNowhere) return {};
        Found found = find_sign_in_value(field_row(Field::grade), value.substr(colon + 1));
        if (found) found->hint = fmt::format("write {}", row.example);
        return found;
    }
    const std::string bare(without_signs(value));
    const char sign = before ? value[first] : value[star];
    std::string hint = fmt::format("write {}:{}", row.name, bare.empty() ? "value" : bare);
    if (sign == '-' || sign == '!') {
        hint = fmt::format("to leave a value out write -{}:{}", row.name, bare);
        if (row.kind == FieldKind::facet) hint += fmt::format(" or --not-{} {}", row.name, bare);
    } else if ((sign == '<' || sign == '>') && row.vocabulary == Vocabulary::closed && row.field == Field::grade) {
        hint = fmt::format("--worst {} finds that grade and worse ones", bare);
    } else if (sign == '*') {
        hint = fmt::format("--list-values {} shows the values", row.name);
    }
    return ForeignOperator{
        0, value.size(), fmt::format("{} \"{}\": a value takes no {}", row.name, replace_controls(value), sign), hint};
}

}  // namespace findings
