#include "searcher/match/rank_documents.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/index/open_index.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

using Xapian::Query;

// Words of falling frequency in texts of every length: w0 in most, w9 in few.
std::vector<Article> articles_with_words(std::size_t count) {
    Random random(5);
    std::vector<Article> articles(count);
    for (std::size_t i = 0; i < count; ++i) {
        articles[i].id = "a" + std::to_string(i);
        for (std::size_t words = 1 + draw(random, 60); words > 0; --words)
            articles[i].text += "w" + std::to_string(std::min(draw(random, 10), draw(random, 10))) + ' ';
        articles[i].values.push_back(make_value(Field::grade, draw(random, 2) == 0 ? "good" : "inadequate"));
    }
    return articles;
}

struct RankedIndex {
    explicit RankedIndex(const std::vector<Article>& articles) {
        write_index(folder.path(), articles);
        index.emplace(open_index({folder.path()}));
    }
    [[nodiscard]] std::optional<RankedDocuments> rank(const Query& query, std::size_t wanted) const {
        return rank_documents(query, index->database, index->generations.front().columns, wanted);
    }
    // What Xapian finds: id and weight, best first.
    [[nodiscard]] Xapian::MSet match(const Query& query, std::size_t wanted) const {
        Xapian::Enquire enquire(index->database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::IneB2Weight(kWeightingConstant));
        return enquire.get_mset(0, static_cast<Xapian::doccount>(wanted), index->database.get_doccount());
    }
    test::TempFolder folder;
    std::optional<OpenIndex> index;
};

Query all_of(const std::vector<std::string>& terms) { return {Query::OP_AND, terms.begin(), terms.end()}; }

}  // namespace

TEST_CASE("documents are found, weighed and ordered as by Xapian, to the last bit") {
    const RankedIndex ranked(articles_with_words(800));
    const Query good("XGRgood");
    const std::vector<Query> queries{
        Query("w0"),
        Query("w9"),
        all_of({"w1", "w5"}),
        all_of({"w0", "w3", "w7"}),
        Query(Query::OP_AND, all_of({"w0", "w3"}), all_of({"w4", "w6"})),
        Query(Query::OP_FILTER, Query("w2"), good),
        Query(Query::OP_FILTER, all_of({"w2", "w1", "w4"}), Query(Query::OP_OR, Query("w8"), Query("w9"))),
        Query(Query::OP_AND_NOT, all_of({"w2", "w0", "w4"}), Query(Query::OP_OR, Query("w8"), good)),
        Query(Query::OP_AND, Query(Query::OP_AND_NOT, Query("w3"), Query("w5")), Query("w1")),
        all_of({"w1", "w1"}),
        Query("nowhere"),
    };
    for (const Query& query : queries)
        for (const std::size_t wanted : {0U, 1U, 10U, 100U, 800U}) {
            INFO(query.get_description() << ' ' << wanted);
            const auto quick = ranked.rank(query, wanted);
            REQUIRE(quick.has_value());
            const Xapian::MSet slow = ranked.match(query, wanted);
            CHECK(quick->found.count() == ranked.match(query, 800).size());
            REQUIRE(quick->best.size() == slow.size());
            for (Xapian::doccount i = 0; i < slow.size(); ++i) {
                CHECK(quick->best[i].id == *slow[i]);
                CHECK(quick->best[i].weight == slow[i].get_weight());
            }
        }
}

TEST_CASE("what other weights make up is left to Xapian") {
    const RankedIndex ranked(articles_with_words(50));
    CHECK_FALSE(ranked.rank(Query(Query::OP_OR, Query("w0"), Query("w1")), 10).has_value());
    CHECK_FALSE(ranked.rank(Query(Query::OP_AND_MAYBE, Query("w0"), Query("w1")), 10).has_value());
    CHECK_FALSE(ranked.rank(Query(Query::OP_SCALE_WEIGHT, Query("w0"), 0.5), 10).has_value());
    CHECK_FALSE(ranked.rank(Query::MatchAll, 10).has_value());
    CHECK_FALSE(ranked.rank(Query(Query::OP_FILTER, Query("w0"), Query(Query::OP_PHRASE, Query("w1"), Query("w2"))), 10)
                    .has_value());
    // In which order Xapian adds the weights of two words as frequent as each other is its own affair.
    CHECK_FALSE(ranked.rank(all_of({"w0", "w0", "w1"}), 10).has_value());
}

}  // namespace findings::testing
