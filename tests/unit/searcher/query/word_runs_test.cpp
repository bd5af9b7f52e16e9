#include "searcher/query/word_runs.hpp"

#include <doctest/doctest.h>

#include "searcher/query/parse_query.hpp"

namespace findings::testing {
namespace {

std::string runs_of(const std::string& query) {
    std::string text;
    for (const WordRun& run : find_word_runs(parse_query(query, {})))
        text += '[' + run.text(0, run.words.size()) + (run.whole_query ? "=" : "") + ']';
    return text;
}

}  // namespace

TEST_CASE("words and quoted phrases side by side are one run, the whole query when nothing else stands there") {
    CHECK(runs_of("care home") == "[care home=]");
    CHECK(runs_of("manor") == "[manor=]");
    CHECK(runs_of("\"Kent Home\" safeguarding") == "[Kent Home safeguarding=]");
    CHECK(runs_of("") == "");
}

TEST_CASE("fields, operators and excluded words end a run and are in none") {
    CHECK(runs_of("care home grade:good staff") == "[care home][staff]");
    CHECK(runs_of("care -home staff") == "[care][staff]");
    CHECK(runs_of("care OR home") == "[care][home]");
    CHECK(runs_of("title:manor care") == "[care]");
}

}  // namespace findings::testing
