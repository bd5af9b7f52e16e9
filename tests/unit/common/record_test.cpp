#include "common/record.hpp"

#include <doctest/doctest.h>

#include "common/error.hpp"
#include "common/facet_pack.hpp"

using namespace findings;

namespace {
Article sample() {
    Article article;
    article.id = "a1";
    article.source = "kent/future.txt";
    article.title = "Agency falls";
    article.text = "It was rated inadequate. Staff were kind.";
    article.dropped = "Hide Ad";
    article.published = "2023-03-17";
    Evidence grade{Where::body, "It was rated inadequate.", "news-rated", "awarded", 2, 0, 24, 0.9, Polarity::none};
    article.values.emplace_back(Field::grade, "inadequate", "Inadequate", grade);
    article.values.emplace_back(Field::provider, "example-fostering", "Example Fostering",
                                Evidence{Where::declared, "Example Fostering", "declared"});
    article.remarks.emplace_back(Field::was, "good", "Good",
                                 Evidence{Where::body, "Staff were kind.", "r", "previous", 0, 25, 41, 0.5});
    article.awards.push_back(
        {"example-fostering", "four-point", "inadequate", "good", "declined", false, {{"leaders", "inadequate"}}});
    article.pages = {{0, 1}, {25, 2}};
    article.copies.push_back({"b", "s", "u", "t", "p", "2023-03-18"});
    return article;
}
}  // namespace

TEST_CASE("a record gives back what was written, quotes of the text included") {
    const Article article = sample();
    const Article again = decode_record(encode_record(article));
    CHECK(again.id == article.id);
    CHECK(again.text == article.text);
    CHECK(again.dropped == article.dropped);
    CHECK(again.awards == article.awards);
    CHECK(again.copies == article.copies);
    CHECK(again.pages == article.pages);
    REQUIRE(again.values.size() == 2);
    CHECK(again.values[0].evidence().quote == "It was rated inadequate.");
    CHECK(again.values[0].evidence().confidence == doctest::Approx(0.9));
    CHECK(again.values[0].evidence().page == 2);
    CHECK(again.values[1].evidence().quote == "Example Fostering");
    CHECK(again.remarks.at(0).evidence().quote == "Staff were kind.");
}

TEST_CASE("the head of a record is read without its text") {
    const Article head = decode_record(encode_record(sample()), RecordPart::head);
    CHECK(head.text.empty());
    CHECK(head.slugs(Field::grade) == std::vector<std::string>{"inadequate"});
}

TEST_CASE("damaged bytes are an error, never a crash") {
    const std::string bytes = encode_record(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_THROWS_AS(decode_record(bytes.substr(0, size)), Error);
}

TEST_CASE("packed facets give back ids and awards") {
    const Article article = sample();
    const std::string bytes = pack_facets(article);
    const FacetView view(bytes);
    REQUIRE(view.ids(facet_index(Field::grade)).count == 1);
    CHECK(view.ids(facet_index(Field::grade)).at(0) == value_id("inadequate"));
    CHECK(view.ids(facet_index(Field::theme)).count == 0);
    REQUIRE(view.award_count() == 1);
    CHECK(view.award(0).previous == value_id("good"));
    CHECK(view.award(0).provider == value_id("example-fostering"));
    CHECK_FALSE(view.award(0).inferred);
}
