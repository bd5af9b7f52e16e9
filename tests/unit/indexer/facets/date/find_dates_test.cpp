#include "indexer/facets/date/find_dates.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

std::string inspected(const CleanArticle& article, std::string_view kind, std::string_view published = {}) {
    const auto found = find_inspected(read_article(article), kind, published);
    return found ? found->day : "";
}

std::string published(const CleanArticle& article, std::string_view kind) {
    const auto found = find_published(read_article(article), kind);
    return found ? found->day : "";
}

}  // namespace

TEST_CASE("a visit ends on the last day of its label, never of a previous inspection's") {
    CHECK(inspected(
              make_article("Inspection of Anyshire local authority children's services",
                           {"Inspection dates: 10 to 14 June 2024", "Dates of previous inspection: 2 to 6 May 2019"}),
              "report") == "2024-06-14");
    CHECK(inspected(make_article("Elm House", {"Date of last inspection: 9 May 2023"}), "report") == "");
}

TEST_CASE("a letter's sentence gives the days of the visit") {
    const auto article = make_article(
        "", {"13 April 2023", "Dear Director",
             "This letter summarises the findings of the focused visit to Anyshire on 7 and 8 March 2023."});
    CHECK(inspected(article, "letter") == "2023-03-08");
    CHECK(published(article, "letter") == "2023-04-13");
}

TEST_CASE("a month alone is no day of a visit") {
    CHECK(inspected(make_article("", {"After an inspection in October, inspectors praised the home."}), "news",
                    "2025-11-27") == "");
}

TEST_CASE("publication comes from page metadata before a byline, and a report's date line is not its publication") {
    auto article = make_article("Home rated good", {"By Ann Other, 8 November 2023", "Inspectors visited the home."});
    CHECK(published(article, "news") == "2023-11-08");
    article.metadata.emplace_back("jsonld:datePublished", "2023-11-07T06:00:00Z");
    CHECK(published(article, "news") == "2023-11-07");
    CHECK(
        published(make_article("", {"Anyshire", "Inspection date: 6 July 2015", "Report published: 15 September 2015"},
                               ContentType::pdf),
                  "report") == "2015-09-15");
    CHECK(published(make_article("", {"HMP Anytown", "11 to 15 September 2023"}, ContentType::pdf), "report") == "");
}

TEST_CASE("of several dates in a line the day of publication is taken, of a change only where there is no other") {
    const auto day = [](std::initializer_list<std::string_view> lines) {
        return published(make_article("Home rated good", lines), "news");
    };
    CHECK(day({"Updated 6 March 2024, published 5 March 2024"}) == "2024-03-05");
    CHECK(day({"Last updated: Wednesday 6 March 2024 at 10:15 am. First published: Tuesday 5 March 2024 at 9:00 am"}) ==
          "2024-03-05");
    CHECK(day({"Published 5 March 2024", "Updated 6 March 2024"}) == "2024-03-05");
    CHECK(day({"Last modified on 6 March 2024", "Posted on 5 March 2024"}) == "2024-03-05");
    CHECK(day({"5 March 2024", "This article is more than 2 years old"}) == "2024-03-05");
    CHECK(day({"6 March 2024 (first published 5 March 2024)"}) == "2024-03-05");
    CHECK(day({"Last updated 6 March 2024"}) == "2024-03-06");
    CHECK(day({"This article was amended on 6 March 2024", "5 March 2024"}) == "2024-03-05");
}
TEST_CASE("the address of a page may give its day, and figures that are an identifier give none") {
    auto article = make_article("Home rated good", {"Inspectors visited the home."});
    article.metadata.emplace_back("canonical", "https://x.org/2024/03/05/home-rated-good");
    CHECK(published(article, "news") == "2024-03-05");
    article.metadata.back().second = "https://x.org/society/2024/mar/05/home-rated-good";
    CHECK(published(article, "news") == "2024-03-05");
    article.metadata.back().second = "https://x.org/2024/99/05/home-rated-good";
    CHECK(published(article, "news") == "");
    article.source = "1709632800.html";
    CHECK(published(article, "news") == "");
}
TEST_CASE("another report's publication inside a sentence is not the article's") {
    CHECK(published(
              make_article("", {"Leaders read the review that was published 3 May 2021 with care and acted on it."}),
              "news") == "");
}

TEST_CASE("the day of a visit stands behind the visit, whatever word stands before it") {
    const auto day = [](const char* text) { return inspected(make_article("", {text}), "news", "2025-07-10"); };
    CHECK(day("Inspectors rated the school good following their visit on 3rd and 4th June 2025.") == "2025-06-04");
    CHECK(day("After an inspection on 5 June 2025 the home was praised.") == "2025-06-05");
    CHECK(day("Inspectors came after a boy was hurt on 5 June 2025.") == "");
    CHECK(day("Inspectors praised changes made since their visit on 5 June 2024.") == "");
}

TEST_CASE("a visit on the day of publication is believed right beside the visit only") {
    const auto day = [](const char* text) { return inspected(make_article("", {text}), "news", "2025-03-19"); };
    CHECK(day("The school was praised following a monitoring inspection on 19 March 2025.") == "2025-03-19");
    CHECK(day("19 March 2025 The school was praised after an inspection.") == "");
}

TEST_CASE("a day that the month opens needs its year or an on before it") {
    const auto day = [](const char* text) { return inspected(make_article("", {text}), "news", "2013-09-05"); };
    CHECK(day("Ofsted called the unannounced inspection on July 3 after a complaint.") == "2013-07-03");
    CHECK(day("Ofsted called the inspection of May 24 pupils after a complaint.") == "");
}

TEST_CASE("one day alone in a line is the visit's below a line that names the inspection") {
    CHECK(inspected(make_article("Elm School", {"Pre-registration inspection", "1 July 2026", "report:"}), "report") ==
          "2026-07-01");
    CHECK(inspected(make_article("Elm School", {"The school's address", "1 July 2026", "report:"}), "report") == "");
}
