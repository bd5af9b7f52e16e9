#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/query/lex_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "searcher/query/query_error.hpp"

namespace findings {
namespace {

struct ErrorCase {
    std::string query;
    std::string message;  ///< its beginning
    std::string carets;   ///< the line under the query, without the indent
    std::string hint;     ///< something in the hint; empty: not looked at
};

Error error_of(const std::string& query) {
    try {
        parse_query(query);
    } catch (const Error& error) {
        return error;
    }
    return {Status::ok, ""};
}

std::string last_line(const std::string& text) { return text.substr(text.rfind('\n') + 1); }

void check_error(const ErrorCase& row) {
    CAPTURE(row.query);
    const Error error = error_of(row.query);
    const std::string message = error.what();
    CAPTURE(message);
    CHECK(error.status() == Status::usage);
    CHECK(message.substr(0, row.message.size()) == row.message);
    CHECK(last_line(message) == "    " + row.carets);
    CHECK(error.hint().find(row.hint) != std::string::npos);
}

TEST_CASE("a query that cannot be understood is a usage error that shows the place") {
    const std::vector<ErrorCase> cases{
        {"care grad:good", "unknown field \"grad\" (character 6)", "     ^^^^", "did you mean grade?"},
        {"provder:medway", "unknown field \"provder\"", "^^^^^^^", "provider"},
        {"colour:red", "unknown field \"colour\"", "^^^^^^", "--list-fields"},
        {"foo:\"a b\"", "unknown field \"foo\"", "^^^", ""},
        {"grade:", "grade: needs a value", "^^^^^^", "grade:inadequate"},
        {"grade: good", "grade: needs a value", "^^^^^^", ""},
        {"grade:(good OR met)", "grade: needs a value", "^^^^^^", ""},
        {"grade:\"\"", "grade: needs a value", "^^^^^^^^", ""},
        {"grade:\" \"", "grade: needs a value", "^^^^^^^^^", ""},
        {"title:\"!\"", "title: needs a value", "^^^^^^^^^", ""},
        {"title:", "title: needs a value", "^^^^^^", ""},
        {"AND", "AND has nothing to work on", "^^^", "lower case"},
        {"a AND", "AND has nothing to work on", "  ^^^", ""},
        {"AND a", "AND has nothing to work on", "^^^", ""},
        {"a AND AND b", "AND has nothing to work on", "  ^^^", ""},
        {"a AND OR b", "AND has nothing to work on", "  ^^^", ""},
        {"a OR", "OR has nothing to work on", "  ^^", ""},
        {"OR a", "OR has nothing to work on", "^^", ""},
        {"NOT", "NOT has nothing to work on", "^^^", ""},
        {"a NOT", "NOT has nothing to work on", "  ^^^", ""},
        {"a NOT AND b", "NOT has nothing to work on", "  ^^^", ""},
        {"NEAR", "NEAR has nothing to work on", "^^^^", ""},
        {"a NEAR", "NEAR has nothing to work on", "  ^^^^", ""},
        {"NEAR/5 a", "NEAR/5 has nothing to work on", "^^^^^^", ""},
        {"a NEAR/5 AND b", "NEAR/5 has nothing to work on", "  ^^^^^^", ""},
        {"(a AND) b", "AND has nothing to work on", "   ^^^", ""},
        {"-", "- has nothing to work on", "^", "without a space"},
        {"care -", "- has nothing to work on", "     ^", ""},
        {"- care", "- has nothing to work on", "^", ""},
        {"+", "+ has nothing to work on", "^", ""},
        {"--care", "- has nothing to work on", "^", ""},
        {"+-care", "+ has nothing to work on", "^", ""},
        {"NOT -care", "NOT has nothing to work on", "^^^", ""},
        {"NOT +care", "NOT has nothing to work on", "^^^", ""},
        {"(-)", "- has nothing to work on", " ^", ""},
        {"\"care", "this quote is never closed", "^", "--plain"},
        {"care \"leavers", "this quote is never closed", "     ^", ""},
        {"“care", "this quote is never closed", "^", ""},
        {"grade:\"good", "this quote is never closed", "      ^", ""},
        {"care\"", "this quote is never closed", "    ^", ""},
        {"\"\"", "there is no word between these quotes", "^^", ""},
        {"\"!?\"", "there is no word between these quotes", "^^^^", ""},
        {"(care", "this bracket is never closed", "^", "add the )"},
        {"a (b (c)", "this bracket is never closed", "  ^", ""},
        {"(", "this bracket is never closed", "^", ""},
        {"care)", "this bracket closes nothing", "    ^", ""},
        {")", "this bracket closes nothing", "^", ""},
        {"(a)) b", "this bracket closes nothing", "   ^", ""},
        {"()", "there is nothing between these brackets", "^", ""},
        {"a ( ) b", "there is nothing between these brackets", "  ^", ""},
        {"sa*", "a star needs at least 3 letters", "^^^", "safeguard*"},
        {"*", "a star needs at least 3 letters", "^", ""},
        {"é*", "a star needs at least 3 letters", "^^", ""},
        {"re-in*", "a star needs at least 3 letters", "^^^^^^", ""},
        {"title:fo*", "a star needs at least 3 letters", "      ^^^", ""},
        {"sa*fe", "a star stands only at the end", "  ^", ""},
        {"*ing", "a star stands only at the end", "^", ""},
        {"grade:inad*", "a star cannot stand in a value of grade", "          ^", "--list-values grade"},
        {"published:2024-13", "\"2024-13\" is not a date", "          ^^^^^^^", "2023..2024-06"},
        {"published:2024-02-30", "\"2024-02-30\" is not a date", "          ^^^^^^^^^^", ""},
        {"published:soon", "\"soon\" is not a date", "          ^^^^", ""},
        {"published:2023..soon", "\"soon\" is not a date", "                ^^^^", ""},
        {"published:\"2023..soon\"", "\"soon\" is not a date", "                 ^^^^", ""},
        {"published:..", "a range needs a date on one side", "^^^^^^^^^^^^", ""},
        {"published:2024..2023", "the range ends before it begins", "^^^^^^^^^^^^^^^^^^^^", "published:2023..2024"},
        {"a inspected:2024-03..2024-02", "the range ends before it begins", "  ^^^^^^^^^^^^^^^^^^^^^^^^^^", ""},
        {"published:", "published: needs a value", "^^^^^^^^^^", ""},
        {"year:24", "\"24\" is not a year", "^^^^^^^", ""},
        {"year:2023..2024", "\"2023..2024\" is not a year", "^^^^^^^^^^^^^^^", "date:2023..2024"},
        {"a NEAR/0 b", "a distance is a number from 1 to 1000", "  ^^^^^^", ""},
        {"a NEAR/x b", "a distance is a number", "  ^^^^^", "NEAR/5"},
        {"a NEAR/ b", "NEAR/ needs a number", "  ^^^^^", ""},
        {"a NEAR/5x b", "NEAR/ needs a number", "  ^^^^^^^", ""},
        {"a NEAR/1001 b", "a distance is a number from 1 to 1000", "  ^^^^^^^^^", ""},
        {"a NEAR/99999999999999999999999 b", "a distance is a number", "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^", ""},
        {"a NEAR/3 b NEAR/5 c", "NEARs side by side need the same distance", "           ^^^^^^", ""},
        {"\"a b\" NEAR c", "NEAR stands between two words", "      ^^^^", "~5"},
        {"a NEAR (b OR c)", "NEAR stands between two words", "  ^^^^", ""},
        {"a NEAR grade:good", "NEAR stands between two words", "  ^^^^", ""},
        {"a NEAR -b", "NEAR stands between two words", "  ^^^^", ""},
        {"\"a b\"~", "a distance is a number", "     ^", ""},
        {"\"a b\"~x", "a distance is a number", "     ^", ""},
        {"\"a b\"~0", "a distance is a number", "     ^^", ""},
        {"\"a\"~5", "a distance needs two words", "^^^^^", ""},
        {"grade:\"good\"~5", "grade takes no distance", "^^^^^^^^^^^^^^", ""},
        {"!!!", "there is no word in this query", "^^^", "every story"},
        {"café grad:x", "unknown field \"grad\" (character 6)", "     ^^^^", ""},
    };
    for (const ErrorCase& row : cases) check_error(row);
}

TEST_CASE("operators of other search programs are refused with how to ask here") {
    const std::vector<ErrorCase> cases{
        {"!care", "! is no operator here (character 1)", "^", "-word"},
        {"missing !care", "! is no operator here", "        ^", "NOT word"},
        {"! care", "! is no operator here", "^", ""},
        {"!!care", "! is no operator here", "^", ""},
        {"!\"a b\"", "! is no operator here", "^", ""},
        {"!(a b)", "! is no operator here", "^", ""},
        {"(!care)", "! is no operator here", " ^", ""},
        {"-!care", "! is no operator here", " ^", ""},
        {"!grade:good", "! is no operator here", "^", ""},
        {"a || b", "|| is no operator here", "  ^^", "a OR b"},
        {"a | b", "| is no operator here", "  ^", "a OR b"},
        {"a|b", "| is no operator here", " ^", ""},
        {"\"a b\"||c", "|| is no operator here", "     ^^", ""},
        {"a && b", "&& is no operator here", "  ^^", "a AND b"},
        {"a&&b", "&& is no operator here", " ^^", ""},
        {"care~", "~ stands only right behind a phrase", "    ^", "~5"},
        {"care~2", "~ stands only right behind a phrase", "    ^", ""},
        {"~care", "~ stands only right behind a phrase", "^", ""},
        {"\"a b\" ~5", "~ stands only right behind a phrase", "      ^", ""},
        {"care^2", "^ is no operator here", "    ^", "no weights"},
        {"\"a b\"^2", "^ is no operator here", "     ^", ""},
        {"^care", "^ is no operator here", "^", ""},
        {"wom?n", "? stands for no letter here", "   ^", "safeguard*"},
        {"grade=good", "a value stands behind a colon, not behind =", "     ^", "grade:inadequate"},
        {"Grade==good", "a value stands behind a colon, not behind ==", "     ^^", ""},
        {"grade!=good", "a value stands behind a colon, not behind !=", "     ^^", "-grade:"},
        {"grade = good", "a value stands behind a colon, not behind =", "      ^", ""},
        {"published>=2023", "a value stands behind a colon, not behind >=", "         ^^", "date:2023.."},
        {"year > 2023", "a value stands behind a colon, not behind >", "     ^", "date:2023.."},
        {"grade>good", "a value stands behind a colon, not behind >", "     ^", "no order"},
        {"a near/5 b", "near/5 is no operator here", "  ^^^^^^", "NEAR in capitals"},
        {"a Near/5 b", "Near/5 is no operator here", "  ^^^^^^", ""},
        {"a NEAR5 b", "NEAR5 is no operator here", "  ^^^^^", ""},
        {"a w/5 b", "w/5 is no operator here", "  ^^^", "NEAR/5"},
        {"a pre/3 b", "pre/3 is no operator here", "  ^^^^^", ""},
        {"a NEAR5, b", "NEAR5 is no operator here", "  ^^^^^", ""},
        {"a ADJ3 b", "ADJ3 is no operator here", "  ^^^^", ""},
        {"a AROUND(5) b", "AROUND is no operator here", "  ^^^^^^", ""},
        {"a XOR b", "XOR is no operator here", "  ^^^", ""},
        {"a ANDNOT b", "ANDNOT is no operator here", "  ^^^^^^", ""},
        {"2023..2024", "a range needs a field", "^^^^^^^^^^", "published:2023..2024"},
        {"care 2023-01..2024-06", "a range needs a field", "     ^^^^^^^^^^^^^^^^", ""},
        {"[2023 TO 2024]", "a range needs a field", "^^^^^", ""},
        {"published:[2023 TO 2024]", "\"[2023\" is not a date", "          ^^^^^", "2023..2024-06"},
        {"published:>2023", "\">2023\" is not a date", "          ^^^^^", "2023.."},
        {"title:-care", "a sign stands before a field", "      ^", "-title:care"},
        {"title:+care", "a sign stands before a field", "      ^", "+title:care"},
        {"title:!care", "! is no operator here", "      ^", ""},
        {"title:a|b", "| is no operator here", "       ^", ""},
        {"title:care^2", "^ is no operator here", "          ^", ""},
    };
    for (const ErrorCase& row : cases) check_error(row);
}

TEST_CASE("a star between quotes is refused where it stands") {
    const std::vector<ErrorCase> cases{
        {"\"safeguard* children\"", "a star stands for nothing between quotes", "          ^", "NEAR/1"},
        {"care \"leav*\"", "a star stands for nothing between quotes", "          ^", ""},
        {"\"missing * care\"", "a star stands for nothing between quotes", "         ^", ""},
        {"\"miss* care\"~5", "a star stands for nothing between quotes", "     ^", ""},
        {"“care leav*”", "a star stands for nothing between quotes", "          ^", ""},
        {"title:\"care leav*\"", "a star stands for nothing between quotes", "                ^", ""},
        {"-\"care leav*\"", "a star stands for nothing between quotes", "           ^", ""},
    };
    for (const ErrorCase& row : cases) check_error(row);
}

TEST_CASE("a star after an apostrophe counts the letters before it") {
    for (const std::string query : {"children's*", "children’s*", "O'Br*", "parents'*", "title:children's*"}) {
        CAPTURE(query);
        CHECK(error_of(query).status() == Status::ok);
    }
    CHECK(error_of("a's*").status() == Status::usage);
    CHECK(error_of("O'*").status() == Status::usage);
}

TEST_CASE("brackets and NOTs nested too deep are refused, not run out of stack") {
    CHECK(std::string(error_of(std::string(101, '(') + "a" + std::string(101, ')')).what()).substr(0, 31) ==
          "more than 100 brackets inside e");
    std::string nots;
    for (int i = 0; i < 500; ++i) nots += "NOT ";
    CHECK(error_of(nots + "a").status() == Status::usage);
    CHECK(error_of(std::string(3999, '(')).status() == Status::usage);
}

TEST_CASE("a document pasted as a query is refused with its size") {
    CHECK(std::string(error_of(std::string(kMaxQueryBytes + 1, 'a')).what()) ==
          "the query is too long: 20001 bytes, at most 20000");
    std::string words;
    for (int i = 0; i < 2001; ++i) words += "word ";
    CHECK(std::string(error_of(words).what()) == "the query has 2001 words, at most 2000 are searched");
    CHECK(std::string(error_of('"' + words + '"').what()) == "the query has 2001 words, at most 2000 are searched");
    CHECK_THROWS_AS(parse_query(words, {.plain = true}), Error);
}

TEST_CASE("bytes that are not UTF-8 are refused") {
    CHECK(std::string(error_of("caf\xe9").what()) == "the query is not valid UTF-8");
    CHECK_THROWS_AS(parse_query("caf\xe9", {.plain = true}), Error);
}

TEST_CASE("the marked line never carries control characters and cuts long queries") {
    CHECK(mark_position("a\x1b[31mb\tc", 1, 2) == "    a [31mb c\n     ^");
    const std::string query = std::string(100, 'x') + "BAD" + std::string(100, 'y');
    CHECK(mark_position(query, 100, 103) ==
          "    …" + std::string(40, 'x') + "BAD" + std::string(30, 'y') + "…\n    " + std::string(41, ' ') + "^^^");
    CHECK(mark_position("", 0, 0) == "    \n    ^");
    CHECK(mark_position("ab", 2, 2) == "    ab\n      ^");
}

}  // namespace
}  // namespace findings
