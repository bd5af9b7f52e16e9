// What a built query says of itself besides what it finds: the words to mark, and notes on what was left out.
#include <doctest/doctest.h>

#include "searcher/plan/build_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings {
namespace {

using Phrases = std::vector<std::vector<std::string>>;
using Words = std::vector<std::string>;
using Stems = std::set<std::string>;

testing::SmallIndex& index() {
    static testing::SmallIndex index{{"a", "", "self harm among care leavers"},
                                     {"b", "", "self-harm and leaving care"}};
    return index;
}

QueryMarks marks(const std::string& query) {
    return build_query(parse_query(query), index().analyzer(), index().db()).marks;
}

/// An index of `count` words that begin alike.
std::string note(const std::string& query, int count) {
    Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
    for (int i = 0; i < count; ++i) {
        Xapian::Document document;
        document.add_term("abc" + std::to_string(1000 + i));
        document.add_term("other");
        db.add_document(document);
    }
    Analyzer analyzer;
    const BuiltQuery built = build_query(parse_query(query), analyzer, db);
    return built.notes.empty() ? "" : built.notes.front();
}

}  // namespace

TEST_CASE(
    "words near each other are marked by their stems, a hyphenated one as a phrase too, a star by its beginning") {
    CHECK(marks("care NEAR/3 leavers").stems == Stems{"care", "leaver"});
    CHECK(marks("care NEAR/3 leavers").phrases.empty());
    CHECK(marks("care NEAR/3 leavers").prefixes.empty());
    CHECK(marks("care NEAR/3 self-harm").phrases == Phrases{{"self", "harm"}});
    CHECK(marks("care NEAR/3 lea*").prefixes == Words{"lea"});
    CHECK(marks("care NEAR/3 lea*").stems == Stems{"care"});
    CHECK(marks("care NEAR/3 lea*").phrases.empty());
    CHECK(marks("care NEAR/3 self-har*").prefixes == Words{"selfhar"});
    CHECK(marks("-(care NEAR/3 leavers)").empty());
}

TEST_CASE("a star is marked by the joined word, of several words by the last") {
    CHECK(marks("lea*").prefixes == Words{"lea"});
    CHECK(marks("self-har*").prefixes == Words{"selfhar"});
    CHECK(marks("-lea*").empty());
}

TEST_CASE("a phrase is marked in every spelling of its hyphenated words") {
    CHECK(marks("\"self-harm and\"").phrases == Phrases{{"self", "harm", "and"}, {"selfharm", "and"}});
    CHECK(marks("\"care leavers\"").phrases == Phrases{{"care", "leavers"}});
    CHECK(marks("-\"care leavers\"").empty());
}

TEST_CASE("two hundred words that begin alike are all looked for, the next is left out with a note, near others too") {
    CHECK(note("abc*", 200).empty());
    CHECK(note("abc*", 201) == "abc* stands for its 200 most frequent words of 201");
    CHECK(note("other NEAR/2 abc*", 200).empty());
    CHECK(note("other NEAR/2 abc*", 201) == "abc* stands for its 200 most frequent words of 201");
    CHECK(note("other NEAR/2 xyz-abc*", 201) == "xyz-abc* stands for its 200 most frequent words of 201");
}

}  // namespace findings
