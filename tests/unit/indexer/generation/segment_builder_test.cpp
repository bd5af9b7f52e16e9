#include "indexer/generation/segment_builder.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/index/position_pack.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "tests/unit/support/segment.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// A segment of some stories, open.
class Segment {
  public:
    explicit Segment(const std::vector<Article>& stories) {
        test::write_segment(folder_.path() / "segment", stories);
        database_ = Xapian::Database((folder_.path() / "segment").string());
    }
    [[nodiscard]] std::string path() const { return (folder_.path() / "segment").string(); }
    const Xapian::Database* operator->() const { return &database_; }
    [[nodiscard]] std::string value(std::uint32_t slot) const { return database_.get_document(1).get_value(slot); }

  private:
    test::TempFolder folder_;
    Xapian::Database database_;
};

Article small_article() {
    Article article;
    article.id = "a1";
    article.source = "kent/future.txt";
    article.title = "Safeguarding fails";
    article.text = "Ofsted\u2019s re-inspection.\nSafeguarding again.";
    article.dropped = "Cookies policy";
    article.published = "2023-03-17";
    return article;
}

using Positions = std::vector<std::uint32_t>;

Positions positions(const Segment& segment, const std::string& term) {
    const std::string packed = segment.value(kSlotPositions);
    Positions places;
    PositionView(packed).find(hash_word(term), places);
    return places;
}

// In the first story; 0 also where the term has no weight.
Xapian::termcount wdf(const Segment& segment, const std::string& term) {
    const auto found = segment->postlist_begin(term);
    return found != segment->postlist_end(term) && *found == 1 ? found.get_wdf() : 0;
}

}  // namespace

TEST_CASE("words stand exact and stemmed, title words twice") {
    const Segment segment({small_article()});
    CHECK(wdf(segment, "safeguarding") == 3);
    CHECK(wdf(segment, "Zsafeguard") == 3);
    CHECK(wdf(segment, "Ssafeguarding") == 1);
    CHECK(wdf(segment, "Sofsted") == 0);
    CHECK(wdf(segment, "ZSsafeguard") == 1);
    CHECK(wdf(segment, "ofsted") == 1);
}

TEST_CASE("a gap of positions keeps title and blocks apart") {
    const Segment segment({small_article()});
    CHECK(positions(segment, "fails") == Positions{2});
    CHECK(positions(segment, "ofsted") == Positions{103});
    CHECK(positions(segment, "inspection") == Positions{105});
    CHECK(positions(segment, "reinspection") == Positions{104});
    CHECK(positions(segment, "safeguarding") == Positions{1, 206});
    const std::string packed = segment.value(kSlotPositions);
    CHECK(PositionView(packed).title_end() == 2);
}

TEST_CASE("dropped boilerplate is found only under its own prefix") {
    const Segment segment({small_article()});
    CHECK_FALSE(segment->term_exists("cookies"));
    CHECK_FALSE(segment->term_exists("Zcooki"));
    CHECK(segment->term_exists("XDRcookies"));
    CHECK(segment->term_exists("ZXDRcooki"));
}

TEST_CASE("filters are boolean terms of no weight; an inferred award sets none") {
    Article article = small_article();
    article.values.emplace_back(Field::grade, "inadequate", "Inadequate", Evidence{Where::declared, "x", "declared"});
    article.awards.push_back({"p", "four-point", "inadequate", "good", "declined", false, {}});
    article.awards.push_back({"q", "four-point", "inadequate", "outstanding", "declined", true, {}});
    article.copies.push_back({"c1", "copy.txt", "", "", "", ""});
    const Segment segment({article});
    CHECK(segment->term_exists("XGRinadequate"));
    CHECK(wdf(segment, "XGRinadequate") == 0);
    CHECK(segment->term_exists("XWAgood"));
    CHECK_FALSE(segment->term_exists("XWAoutstanding"));
    CHECK(segment->term_exists("XCHdeclined"));
    CHECK(segment->term_exists("Qa1"));
    CHECK(segment->term_exists("Qc1"));
    CHECK(segment->term_exists(exact_term(Field::source, "copy.txt")));
}

TEST_CASE("sort keys put what is missing last") {
    const Segment dated({small_article()});
    Article article = small_article();
    article.published.clear();
    const Segment undated({article});
    for (const std::uint32_t slot : {kSlotOrder, kSlotOldest}) CHECK(dated.value(slot) < undated.value(slot));
    CHECK(dated.value(field_row(Field::published).slot) == "20230317");
    CHECK(undated.value(field_row(Field::published).slot).empty());
    article.published = "2024-01-01";
    CHECK(Segment({article}).value(kSlotOrder) < dated.value(kSlotOrder));
}

TEST_CASE("odd identifiers, sources and words make terms that Xapian takes") {
    Article article = small_article();
    article.id = std::string(300, 'x') + std::string(1, '\0') + "y";
    article.source = std::string(2000, '/');
    article.text = std::string(100000, 'a') + " b";
    const Segment segment({article});
    CHECK(segment->get_doccount() == 1);
    CHECK(segment->term_exists(exact_term(Field::id, article.id)));
    CHECK(decode_record(segment->get_document(1).get_data()).id == article.id);
    CHECK(exact_term(Field::id, article.id) != exact_term(Field::id, article.id + "z"));
}

TEST_CASE("an article of nothing but marks is a document all the same") {
    Article article;
    article.id = "empty";
    article.text = "...";
    CHECK(Segment({article})->term_exists("Qempty"));
}

TEST_CASE("a segment holds what Xapian itself would have written") {
    std::mt19937 random(5);
    std::vector<Article> stories;
    for (int i = 0; i < 700; ++i) {
        Article article;
        article.id = "id" + std::to_string(i);
        article.title = "Report " + std::to_string(i % 9);
        // Some words in nearly every story, so that their lists take several chunks; some texts of several blocks.
        for (std::size_t words = random() % 400; words > 0; --words) {
            const auto draw = static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
            article.text += "w" + std::to_string(static_cast<int>(3000 * draw * draw * draw)) + ' ';
        }
        if (i % 100 == 7)
            for (int word = 0; word < 9000; ++word) article.text += std::to_string(random()) + ' ';
        stories.push_back(article);
    }
    const Segment segment(stories);
    std::ostringstream found;
    CHECK(Xapian::Database::check(segment.path(), 0, &found) == 0);
    CAPTURE(found.str());
    REQUIRE(segment->get_doccount() == stories.size());

    // The same words, counted by hand.
    Analyzer analyzer;
    std::map<std::string, std::map<Xapian::docid, Xapian::termcount>> expected;
    std::vector<Xapian::termcount> lengths(stories.size() + 1);
    for (Xapian::docid id = 1; id <= stories.size(); ++id) {
        const auto count = [&](const std::string& term, Xapian::termcount times) {
            expected[term][id] += times;
            lengths[id] += times;
        };
        std::vector<Token> tokens;
        analyzer.tokenize(stories[id - 1].title, tokens);
        for (const Token& token : tokens) {
            count(token.term, 2);
            count("Z" + analyzer.stem(token.term), 2);
            count("S" + token.term, 1);
            count("ZS" + analyzer.stem(token.term), 1);
        }
        tokens.clear();
        analyzer.tokenize(stories[id - 1].text, tokens);
        for (const Token& token : tokens) {
            count(token.term, 1);
            count("Z" + analyzer.stem(token.term), 1);
        }
        count("Q" + stories[id - 1].id, 0);
    }
    std::size_t terms = 0;
    std::size_t wrong = 0;
    for (auto term = segment->allterms_begin(); term != segment->allterms_end(); ++term, ++terms) {
        std::map<Xapian::docid, Xapian::termcount> postings;
        for (auto at = segment->postlist_begin(*term); at != segment->postlist_end(*term); ++at)
            postings[*at] = at.get_wdf();
        Xapian::termcount occurrences = 0;
        for (const auto& [id, times] : postings) occurrences += times;
        if (postings != expected[*term] || term.get_termfreq() != postings.size() ||
            segment->get_collection_freq(*term) != occurrences)
            ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(terms == expected.size());
    for (Xapian::docid id = 1; id <= stories.size(); ++id) {
        if (segment->get_doclength(id) != lengths[id]) ++wrong;
        if (decode_record(segment->get_document(id).get_data()).text != stories[id - 1].text) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(segment->get_doclength_upper_bound() == *std::max_element(lengths.begin(), lengths.end()));
    CHECK(segment->get_value_lower_bound(kSlotOrder) == "99999999id0");
    CHECK(segment->get_value_freq(kSlotPositions) == stories.size());
}
