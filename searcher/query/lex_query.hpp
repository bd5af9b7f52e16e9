#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.hpp"

namespace findings {

/// One piece of a query text.
struct QueryToken {
    enum class Kind : std::uint8_t {
        word,      ///< `text`, without the punctuation around it
        wildcard,  ///< `text`, without the star
        phrase,    ///< `text` between quotes; `distance` > 0 for "a b"~5
        field,     ///< `field` with `text` as value; `value` says of what shape
        op_and,
        op_or,
        op_not,
        op_near,  ///< `distance`
        open,
        close,
        plus,
        minus,
        dash,  ///< a plus or minus with space around it
        end,
    };
    Kind kind = Kind::end;
    std::string text;
    Kind value = Kind::word;  ///< shape of a field's value: word, wildcard or phrase
    Field field = Field::title;
    std::size_t distance = 0;
    std::size_t begin = 0;  ///< byte offsets in the query
    std::size_t end = 0;
    std::size_t value_begin = 0;  ///< of a field: where its value begins
};

/// A query longer than this is a document pasted by mistake. Units: bytes; words.
inline constexpr std::size_t kMaxQueryBytes = 20000;
inline constexpr std::size_t kMaxQueryWords = 2000;
/// Letters a wildcard needs before its star: two would stand for thousands of words.
inline constexpr std::size_t kMinWildcardLetters = 3;
/// Distance of a bare NEAR, and the greatest one may ask for.
inline constexpr std::size_t kDefaultDistance = 10;
inline constexpr std::size_t kMaxDistance = 1000;

/// Cuts a query into tokens; the last one is `end`. Knows quotes, brackets, operators, signs, fields and
/// stars, not what may follow what. Throws: Error{usage} with the position marked, for an unclosed quote,
/// unknown field, misplaced or early star, bad distance, missing value.
std::vector<QueryToken> lex_query(std::string_view query);

/// The words of a text with the punctuation around each removed; punctuation alone is none. Initials side by side are
/// one word: "J. K." is "J.K".
std::vector<std::string> split_words(std::string_view text);

/// Whether two words side by side are initials, "J" or "J.K" each: together they are the word "J.K", as texts are
/// indexed.
bool are_initials(std::string_view left, std::string_view right);

/// Throws: Error{usage} when the text is too long or not valid UTF-8.
void check_query_text(std::string_view query);

/// Throws: Error{usage}, always.
[[noreturn]] void fail_too_many_words(std::size_t count);

}  // namespace findings
