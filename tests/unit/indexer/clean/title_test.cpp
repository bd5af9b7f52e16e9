#include <string>

#include <doctest/doctest.h>

#include "indexer/clean/clean_article.hpp"

using namespace findings;

namespace {

const std::string kProse = "Inspectors found that children at the home were safe and well cared for by its staff.";

CleanArticle clean(RawArticle raw) { return clean_article(raw, "a"); }

RawArticle make_report(const std::vector<std::string>& lines, BlockRole role = BlockRole::paragraph) {
    RawArticle raw;
    raw.type = ContentType::pdf;
    for (const std::string& line : lines) raw.blocks.push_back({role, 1, line});
    raw.blocks.push_back({BlockRole::paragraph, 1, kProse});
    return raw;
}

}  // namespace

TEST_CASE("a given title wins and is not repeated in the body") {
    RawArticle raw;
    raw.title = "Home praised by Ofsted";
    raw.blocks = {{BlockRole::heading, 0, "Home praised by Ofsted"}, {BlockRole::paragraph, 0, kProse}};
    const CleanArticle article = clean(raw);
    CHECK(article.title == "Home praised by Ofsted");
    CHECK(article.body == kProse);
    REQUIRE(article.dropped.size() == 1);
    CHECK(article.dropped[0].rule == "title-repeated");
}

TEST_CASE("a site's name behind the title is cut when the page shows the title without it") {
    RawArticle raw;
    raw.title = "Home praised by Ofsted | KentOnline";
    raw.blocks = {{BlockRole::heading, 0, "Home praised by Ofsted"}, {BlockRole::paragraph, 0, kProse}};
    CHECK(clean(raw).title == "Home praised by Ofsted");
    raw.blocks.erase(raw.blocks.begin());
    CHECK(clean(raw).title == "Home praised by Ofsted | KentOnline");
    raw.metadata.emplace_back("og:site_name", "KentOnline");
    CHECK(clean(raw).title == "Home praised by Ofsted");
}

TEST_CASE("the title is not repeated a second time with the site's name") {
    RawArticle raw;
    raw.title = "Home praised by Ofsted";
    raw.blocks = {{BlockRole::heading, 0, "Home praised by Ofsted"},
                  {BlockRole::paragraph, 0, "Home praised by Ofsted - Kent Online"},
                  {BlockRole::paragraph, 0, kProse}};
    CHECK(clean(raw).body == kProse);
}

TEST_CASE("a title's words further down in the story stay") {
    RawArticle raw;
    raw.title = "What went wrong";
    for (const char* more : {" One.", " Two.", " Three."})
        raw.blocks.push_back({BlockRole::paragraph, 0, kProse + more});
    raw.blocks.push_back({BlockRole::heading, 0, "What went wrong"});
    raw.blocks.push_back({BlockRole::paragraph, 0, kProse});
    CHECK(clean(raw).blocks.size() == 5);
}

TEST_CASE("without a given title the first heading is the title") {
    RawArticle raw;
    raw.blocks = {{BlockRole::navigation, 0, "News"},
                  {BlockRole::paragraph, 0, "Kent"},
                  {BlockRole::heading, 0, "Home praised by Ofsted"},
                  {BlockRole::paragraph, 0, kProse}};
    CHECK(clean(raw).title == "Home praised by Ofsted");
}

TEST_CASE("without headings the first short line that is no boilerplate is the title") {
    RawArticle raw;
    for (const char* line : {"Home", "News", "Sport", "Weather", "12 March 2024", "By Jane Smith", "Home praised"}) {
        raw.blocks.push_back({BlockRole::paragraph, 0, line});
    }
    raw.blocks.push_back({BlockRole::paragraph, 0, kProse});
    CHECK(clean(raw).title == "Home praised");
}

TEST_CASE("a short title right below a menu is the title") {
    RawArticle raw;
    for (const char* line : {"Home", "News", "Sport", "Weather", "Home praised"})
        raw.blocks.push_back({BlockRole::paragraph, 0, line});
    raw.blocks.push_back({BlockRole::paragraph, 0, kProse});
    CHECK(clean(raw).title == "Home praised");
}

TEST_CASE("a text of prose alone has no title") {
    RawArticle raw;
    raw.blocks = {{BlockRole::paragraph, 0, kProse}};
    CHECK(clean(raw).title.empty());
    CHECK(clean(raw).body == kProse);
}

TEST_CASE("a report's title is joined from the lines it wraps into") {
    CHECK(clean(make_report({"Inspection of Hartlepool local authority", "children’s services",
                             "Inspection dates: 4 to 8 March 2024"}))
              .title == "Inspection of Hartlepool local authority children’s services");
    CHECK(
        clean(make_report({"Inspection of Gloucestershire local", "authority children’s services"}, BlockRole::heading))
            .title == "Inspection of Gloucestershire local authority children’s services");
}

TEST_CASE("a report's title has the place above it and the review below it") {
    CHECK(clean(make_report({"1", "London Borough of Newham", "Inspection of children’s social care services",
                             "Inspection dates: 11 February 2019"}))
              .title == "London Borough of Newham Inspection of children’s social care services");
    CHECK(clean(make_report({"Stockport Metropolitan Borough", "Council",
                             "Inspection of services for children in need of help and",
                             "protection, children looked after and care leavers", "and",
                             "Review of the effectiveness of the Local Safeguarding", "Children Board",
                             "Inspection date: 1 May 2014"}))
              .title ==
          "Stockport Metropolitan Borough Council Inspection of services for children in need of help and "
          "protection, "
          "children looked after and care leavers and Review of the effectiveness of the Local Safeguarding "
          "Children Board");
}

TEST_CASE("a letter's subject is its title, not the people it is sent to") {
    CHECK(clean(make_report({"31 January 2023", "Pinaki Ghoshal, Executive Director",
                             "Dear Lewisham Local Safeguarding Partnership",
                             "Joint targeted area inspection of London Borough of Lewisham"}))
              .title == "Joint targeted area inspection of London Borough of Lewisham");
    CHECK(clean(make_report({"Local Area Partnership report", "Area SEND inspection of Haringey",
                             "Local Area Partnership", "Inspection dates: 29 January 2024"}))
              .title == "Area SEND inspection of Haringey Local Area Partnership");
}

TEST_CASE("a site's name before the title is cut when the page shows the title without it") {
    RawArticle raw;
    raw.title = "Cymro Gazette: Home praised by Ofsted";
    raw.blocks = {{BlockRole::heading, 0, "Home praised by Ofsted"}, {BlockRole::paragraph, 0, kProse}};
    CHECK(clean(raw).title == "Home praised by Ofsted");
    raw.blocks.erase(raw.blocks.begin());
    CHECK(clean(raw).title == "Cymro Gazette: Home praised by Ofsted");
}

TEST_CASE("a letter saved as text is named by its subject") {
    RawArticle raw;
    for (const char* line : {"27 June 2019", "Executive Director of Children’s Services", "Dear Director",
                             "Monitoring visit to Knowsley children’s services"}) {
        raw.blocks.push_back({BlockRole::paragraph, 0, line});
    }
    raw.blocks.push_back({BlockRole::paragraph, 0, kProse});
    CHECK(clean(raw).title == "Monitoring visit to Knowsley children’s services");
}

TEST_CASE("a letter's subject may be as long as a sentence, but a sentence is no subject") {
    const std::string subject =
        "Joint targeted area inspection of the multi-agency response to the neglect of older children, children "
        "associated with gangs and at risk of exploitation and children missing from home, care or education";
    CHECK(clean(make_report({"9 May 2018", "Ann Quick, Director", "Dear local partnership", subject})).title ==
          subject);
    CHECK(clean(make_report({"Dear local partnership",
                             "Inspection of services for children in Testby found that they "
                             "are safe and that their families are helped early and well."}))
              .title !=
          "Inspection of services for children in Testby found that they are safe and that their families "
          "are helped early and well.");
}

TEST_CASE("the heading of a part is not a report's title, a heading that holds its words is") {
    RawArticle raw = make_report({"Key Strengths", "The Old Mill"}, BlockRole::heading);
    CHECK(clean(raw).title == "The Old Mill");
    CHECK(clean(make_report({"Summary of a visit to The Old Mill"}, BlockRole::heading)).title ==
          "Summary of a visit to The Old Mill");
}

TEST_CASE("a footnote's figure behind a report's title is cut") {
    CHECK(clean(make_report({"Inspection of services and review of the local safeguarding children board1"})).title ==
          "Inspection of services and review of the local safeguarding children board");
}

TEST_CASE("a home's number is a title, a page number is not") {
    CHECK(clean(make_report({"1", "SC990422"}, BlockRole::heading)).title == "SC990422");
}
