#include "indexer/writing/make_document.hpp"

#include <set>

#include <doctest/doctest.h>

#include "common/record.hpp"
#include "common/terms.hpp"

using namespace findings;

namespace {

Xapian::Document document_of(const Article& article) {
    Analyzer analyzer;
    return DocumentMaker(analyzer).make(article);
}

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

std::set<std::string> terms_of(const Xapian::Document& document) {
    std::set<std::string> terms;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) terms.insert(*term);
    return terms;
}

std::vector<Xapian::termpos> positions(const Xapian::Document& document, const std::string& term) {
    auto found = document.termlist_begin();
    found.skip_to(term);
    REQUIRE(found != document.termlist_end());
    REQUIRE(*found == term);
    return {found.positionlist_begin(), found.positionlist_end()};
}

Xapian::termcount wdf(const Xapian::Document& document, const std::string& term) {
    auto found = document.termlist_begin();
    found.skip_to(term);
    return found != document.termlist_end() && *found == term ? found.get_wdf() : 0;
}

}  // namespace

TEST_CASE("words stand exact with positions and stemmed without, title words twice") {
    const Xapian::Document document = document_of(small_article());
    CHECK(wdf(document, "safeguarding") == 3);
    CHECK(wdf(document, "Zsafeguard") == 3);
    CHECK(positions(document, "Zsafeguard").empty());
    CHECK(positions(document, "Ssafeguarding") == std::vector<Xapian::termpos>{1});
    CHECK(wdf(document, "ZSsafeguard") == 1);
    CHECK(wdf(document, "ofsted") == 1);
}

TEST_CASE("a gap of positions keeps title and blocks apart") {
    const Xapian::Document document = document_of(small_article());
    CHECK(positions(document, "fails") == std::vector<Xapian::termpos>{2});
    CHECK(positions(document, "ofsted") == std::vector<Xapian::termpos>{103});
    CHECK(positions(document, "inspection") == std::vector<Xapian::termpos>{105});
    CHECK(positions(document, "reinspection") == std::vector<Xapian::termpos>{104});
    CHECK(positions(document, "safeguarding") == std::vector<Xapian::termpos>{1, 206});
}

TEST_CASE("dropped furniture is found only under its own prefix") {
    const std::set<std::string> terms = terms_of(document_of(small_article()));
    CHECK_FALSE(terms.contains("cookies"));
    CHECK_FALSE(terms.contains("Zcooki"));
    CHECK(terms.contains("XDRcookies"));
    CHECK(terms.contains("ZXDRcooki"));
}

TEST_CASE("filters are boolean terms of no weight; an inferred award sets none") {
    Article article = small_article();
    article.values.emplace_back(Field::grade, "inadequate", "Inadequate", Evidence{Where::declared, "x", "declared"});
    article.awards.push_back({"p", "four-point", "inadequate", "good", "declined", false, {}});
    article.awards.push_back({"q", "four-point", "inadequate", "outstanding", "declined", true, {}});
    article.copies.push_back({"c1", "copy.txt", "", "", "", ""});
    const Xapian::Document document = document_of(article);
    const std::set<std::string> terms = terms_of(document);
    CHECK(terms.contains("XGRinadequate"));
    CHECK(wdf(document, "XGRinadequate") == 0);
    CHECK(terms.contains("XWAgood"));
    CHECK_FALSE(terms.contains("XWAoutstanding"));
    CHECK(terms.contains("XCHdeclined"));
    CHECK(terms.contains("Qa1"));
    CHECK(terms.contains("Qc1"));
    CHECK(terms.contains(exact_term(Field::source, "copy.txt")));
}

TEST_CASE("sort keys put what is missing last") {
    const Xapian::Document dated = document_of(small_article());
    Article article = small_article();
    article.published.clear();
    const Xapian::Document undated = document_of(article);
    for (const std::uint32_t slot : {kSlotOrder, kSlotOldest}) CHECK(dated.get_value(slot) < undated.get_value(slot));
    CHECK(dated.get_value(field_row(Field::published).slot) == "20230317");
    CHECK(undated.get_value(field_row(Field::published).slot).empty());
    article.published = "2024-01-01";
    CHECK(document_of(article).get_value(kSlotOrder) < dated.get_value(kSlotOrder));
}

TEST_CASE("odd identifiers, sources and words make terms that Xapian takes") {
    Article article = small_article();
    article.id = std::string(300, 'x') + std::string(1, '\0') + "y";
    article.source = std::string(2000, '/');
    article.text = std::string(100000, 'a') + " b";
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    database.add_document(document_of(article));
    CHECK(database.get_doccount() == 1);
    CHECK(database.term_exists(exact_term(Field::id, article.id)));
    CHECK(decode_record(database.get_document(1).get_data()).id == article.id);
    CHECK(exact_term(Field::id, article.id) != exact_term(Field::id, article.id + "z"));
}

TEST_CASE("an article of nothing but marks is a document all the same") {
    Article article;
    article.id = "empty";
    article.text = "...";
    CHECK(terms_of(document_of(article)).contains("Qempty"));
}
