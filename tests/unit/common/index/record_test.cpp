#include "common/index/record.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include "common/base/error.hpp"
#include "common/index/facet_pack.hpp"

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
    article.pages = {{0, 1}, {25, 2, 87}};
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

TEST_CASE("what was read by OCR is known of its page, a quote on it and a title on the first page") {
    Article article = sample();
    CHECK(article.ocr_confidence(1) == 0);
    CHECK(article.ocr_confidence(2) == 87);
    CHECK(article.ocr_confidence(3) == 0);
    CHECK(article.ocr_confidence(article.values[0].evidence()) == 87);
    CHECK(article.ocr_confidence(article.values[1].evidence()) == 0);
    const Evidence title{Where::title, "Agency", "r", "", 0, 0, 6, 1};
    CHECK(article.ocr_confidence(title) == 0);
    article.pages = {{0, 1, 100}};
    CHECK(article.ocr_confidence(title) == 100);
    CHECK(decode_record(encode_record(article)).pages == article.pages);
}

TEST_CASE("a record gives findings back with every part") {
    Article article = sample();
    Finding whole;
    whole.form = FindingForm::requirement;
    whole.direction = FindingDirection::mixed;
    whole.pieces = {{25, 31}, {32, 41}};
    whole.page = 2;
    whole.heading = "What must improve";
    whole.section = "Leadership";
    whole.addressee = "The partnership";
    whole.other_body = true;
    whole.due = "by June";
    whole.regulation = "Regulation 12";
    whole.reference = "Outcome 3";
    whole.area = "leaders";
    whole.themes = {"staffing", "vetting"};
    whole.repeats = {{"b2#4-00ff", true, false}, {"b2#9-1234", false, true}};
    whole.compared_with = "b2";
    Finding bare;
    bare.pieces = {{0, 24}};  // stands before the other: reading order need not be that of the text
    for (const FindingForm form :
         {FindingForm::priority_action, FindingForm::requirement, FindingForm::recommendation, FindingForm::sentence})
        for (const FindingDirection direction :
             {FindingDirection::weakness, FindingDirection::strength, FindingDirection::mixed}) {
            bare.form = form;
            bare.direction = direction;
            article.findings = {whole, bare};
            CHECK(decode_record(encode_record(article)).findings == article.findings);
        }
    CHECK(decode_record(encode_record(article), RecordPart::head).findings.empty());
}

TEST_CASE("the path of the file comes back with its bytes, whatever the source says") {
    Article article = sample();
    const std::string whole = encode_record(article);
    for (const std::string path : {"/srv/reports/kent/future.txt", "/srv/a\xff.txt", "kent/future.txt",
                                   "/kent/future.txt", "/srv/thekent/future.txt", ""}) {
        article.path = path;
        CHECK(decode_record(encode_record(article)).path == path);
        CHECK(decode_record(encode_record(article), RecordPart::head).path == path);
    }
    // The source is not stored twice.
    article.path = "/srv/" + article.source;
    CHECK(encode_record(article).size() == whole.size() + 5);
}

TEST_CASE("the head of a record is read without its text") {
    const Article head = decode_record(encode_record(sample()), RecordPart::head);
    CHECK(head.text.empty());
    CHECK(head.slugs(Field::grade) == std::vector<std::string>{"inadequate"});
}

TEST_CASE("a record is read whole where its rest is deflated, and its head where that is damaged") {
    Article written = sample();
    for (int i = 0; i < 20; ++i) written.text += " Staff were kind.";
    const RecordParts parts = encode_parts(written);
    std::string deflated(parts.rest.size(), '\0');
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    deflated.resize(libdeflate_deflate_compress(compressor, parts.rest.data(), parts.rest.size(), deflated.data(),
                                                deflated.size()));
    libdeflate_free_compressor(compressor);
    REQUIRE(!deflated.empty());
    const std::string record = join_record(parts, deflated);
    CHECK(record.size() < encode_record(written).size());
    const Article article = decode_record(record);
    CHECK(article.text == written.text);
    CHECK(article.values[0].evidence().quote == "It was rated inadequate.");
    const std::string damaged = record.substr(0, record.size() - deflated.size()) + std::string(deflated.size(), 'x');
    CHECK_THROWS_AS(decode_record(damaged), Error);
    CHECK(decode_record(damaged, RecordPart::head).title == written.title);
}

TEST_CASE("a name that many values share is stored once") {
    Article article = sample();
    for (int i = 0; i < 200; ++i)
        article.values.emplace_back(Field::theme, "theme-" + std::to_string(i), "staffing",
                                    Evidence{Where::title, "Example Fostering", "a-rule-with-a-long-name"});
    const std::string record = encode_record(article);
    CHECK(record.size() < 200 * 30);
    const Article again = decode_record(record);
    REQUIRE(again.values.size() == article.values.size());
    for (std::size_t i = 0; i < again.values.size(); ++i) {
        CHECK(again.values[i].slug() == article.values[i].slug());
        CHECK(again.values[i].label() == article.values[i].label());
        CHECK(again.values[i].evidence().rule == article.values[i].evidence().rule);
    }
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
