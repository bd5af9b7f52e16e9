#include "searcher/query/parse_field.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "searcher/query/query_error.hpp"

namespace findings {
namespace {

constexpr std::string_view kDateHint =
    "dates are 2024, 2024-03, 2024-03-05 or 05/03/2024; ranges 2023..2024-06, 2023.. or ..2022";

class RangeParser {
  public:
    RangeParser(std::string_view query, const QueryToken& token) : query_(query), token_(token) {}

    QueryNode parse() {
        QueryNode node;
        node.kind = QueryNode::Kind::range;
        node.field = token_.field;
        node.begin = token_.begin;
        node.end = token_.end;
        const std::string_view text = token_.text;
        const std::size_t dots = text.find("..");
        if (dots == std::string_view::npos) {
            node.from = node.to = parse_one(text, 0);
            return node;
        }
        node.from = parse_one(text.substr(0, dots), 0);
        node.to = parse_one(text.substr(dots + 2), dots + 2);
        if (!node.from && !node.to) fail("a range needs a date on one side at least");
        if (node.from && node.to && first_day_key(*node.from) > last_day_key(*node.to))
            fail(fmt::format("the range ends before it begins: {} is after {}", format_date(*node.from),
                             format_date(*node.to)),
                 fmt::format("write {}:{}..{}", field_row(token_.field).name, format_date(*node.to),
                             format_date(*node.from)));
        return node;
    }

  private:
    [[noreturn]] void fail(const std::string& message, std::string_view hint = kDateHint) const {
        throw make_query_error(query_, token_.begin, token_.end, message, std::string(hint));
    }

    // nullopt for an open end. `offset`: where the part stands in the value.
    [[nodiscard]] std::optional<PartialDate> parse_one(std::string_view part, std::size_t offset) const {
        const std::size_t first = part.find_first_not_of(' ');
        if (first == std::string_view::npos) {
            if (token_.text.find("..") == std::string::npos) fail("there is no date after the colon");
            return std::nullopt;
        }
        const std::size_t last = part.find_last_not_of(' ');
        const std::string_view text = part.substr(first, last - first + 1);
        std::optional<PartialDate> date = parse_date(text);
        if (date) return date;
        // Behind an opening quote the value begins one character later than the colon.
        const std::size_t begin = token_.value == QueryToken::Kind::phrase ? query_.find(text, token_.value_begin)
                                                                           : token_.value_begin + offset + first;
        throw make_query_error(query_, begin, begin + text.size(), fmt::format("\"{}\" is not a date", text),
                               std::string(kDateHint));
    }

    std::string_view query_;
    const QueryToken& token_;
};

void check_year(std::string_view query, const QueryToken& token) {
    const bool digits = token.text.size() == 4 &&
                        std::all_of(token.text.begin(), token.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits || token.text == "none") return;
    throw make_query_error(query, token.begin, token.end, fmt::format("\"{}\" is not a year", token.text),
                           "a year has four digits; for a range write date:2023..2024");
}

}  // namespace

QueryNode parse_text_operand(std::string_view query, const QueryToken& token, QueryToken::Kind shape) {
    QueryNode node;
    node.begin = token.begin;
    node.end = token.end;
    if (shape == QueryToken::Kind::phrase) {
        node.kind = token.distance > 0 ? QueryNode::Kind::near : QueryNode::Kind::phrase;
        node.words = split_words(token.text);
        node.distance = token.distance;
        if (token.distance > 0 && node.words.size() < 2)
            throw make_query_error(query, token.begin, token.end, "a distance needs two words between the quotes",
                                   "for example \"missing care\"~5");
    } else {
        node.kind = shape == QueryToken::Kind::wildcard ? QueryNode::Kind::wildcard : QueryNode::Kind::word;
        node.text = token.text;
    }
    return node;
}

QueryNode parse_field(std::string_view query, const QueryToken& token) {
    const FieldRow& row = field_row(token.field);
    if (row.kind == FieldKind::range) return RangeParser(query, token).parse();
    QueryNode node;
    node.kind = QueryNode::Kind::field;
    node.field = token.field;
    node.begin = token.begin;
    node.end = token.end;
    if (row.kind == FieldKind::text) {
        node.children.push_back(parse_text_operand(query, token, token.value));
    } else {
        if (token.field == Field::year) check_year(query, token);
        node.text = token.text;
    }
    return node;
}

}  // namespace findings
