// Sets of documents from posting lists against the matcher.
#include "searcher/match/find_documents.hpp"

#include <doctest/doctest.h>

#include "searcher/index/open_index.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

using Xapian::Query;

// Common, middling and rare terms, one in no document, and everything.
Query any_leaf(Random& random) {
    static const std::vector<std::string> terms{"alpha", "beta",  "gamma",   "delta", "XGRgood",
                                                "Qa17",  "Qa401", "nowhere", ""};
    return Query(terms[draw(random, terms.size())]);
}

// AND_MAYBE stands around the words of a search, never on the right of AND_NOT: there Xapian 1.4 was seen to differ.
Query any_query(Random& random, int depth, bool may_be_maybe = true) {
    if (depth == 0 || draw(random, 4) == 0) return draw(random, 20) == 0 ? Query() : any_leaf(random);
    static const std::vector<Query::op> ops{Query::OP_AND,       Query::OP_OR,     Query::OP_AND_NOT,
                                            Query::OP_AND_MAYBE, Query::OP_FILTER, Query::OP_SYNONYM};
    Query::op op = ops[draw(random, ops.size())];
    if (op == Query::OP_AND_MAYBE && !may_be_maybe) op = Query::OP_AND;
    std::vector<Query> parts;
    const std::size_t count = 2 + draw(random, 2);
    for (std::size_t i = 0; i < count; ++i)
        parts.push_back(any_query(random, depth - 1, may_be_maybe && op != Query::OP_AND_NOT));
    const Query query(op, parts.begin(), parts.end());
    return draw(random, 6) == 0 ? Query(Query::OP_SCALE_WEIGHT, query, 0.5) : query;
}

std::vector<Xapian::docid> list(const DocumentSet& documents) {
    std::vector<Xapian::docid> ids;
    documents.each([&](Xapian::docid id) { ids.push_back(id); });
    return ids;
}

std::vector<Xapian::docid> list_by_matcher(const Query& query, const Xapian::Database& database) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("posting lists and the matcher find the same documents, whatever the query") {
    const test::TempFolder folder;
    write_index(folder.path(), generate_articles(500, 31));
    const OpenIndex index = open_index({folder.path()});
    Random random(32);
    std::size_t found_some = 0;
    for (int i = 0; i < 3000; ++i) {
        const Query query = any_query(random, 3);
        INFO(query.get_description());
        const std::optional<DocumentSet> documents = find_documents(query, index.database);
        REQUIRE(documents);
        const auto ids = list(*documents);
        CHECK(ids == list_by_matcher(query, index.database));
        CHECK(ids.size() == documents->count());
        if (!ids.empty() && ids.size() < 500) ++found_some;
    }
    CHECK(found_some > 500);
}

TEST_CASE("what only the matcher knows is left to it") {
    const test::TempFolder folder;
    write_index(folder.path(), generate_articles(10, 33));
    const OpenIndex index = open_index({folder.path()});
    const std::vector<std::string> words{"alpha", "beta"};
    for (const Query& query :
         {Query(Query::OP_PHRASE, words.begin(), words.end()), Query(Query::OP_NEAR, words.begin(), words.end(), 5),
          Query(Query::OP_VALUE_RANGE, 7, "2020", "2021"),
          Query(Query::OP_AND, Query("gamma"), Query(Query::OP_PHRASE, words.begin(), words.end()))})
        CHECK_FALSE(find_documents(query, index.database).has_value());
}

}  // namespace findings::testing
