#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "indexer/clean/clean_article.hpp"

using namespace findings;

namespace {

const std::string kTitle = "Council’s care for children criticised by inspectors";
const std::string kFirst = "Children in care wait too long for a home, inspectors have told the council in a letter.";
const std::string kSecond = "The letter says that social workers have more families than they can hold in mind.";
const std::string kThird = "A spokeswoman for the council said that it accepted the findings and had begun to recruit.";

/// Rule that dropped `text` when it stands between two paragraphs of a story; "" when it is kept.
std::string find_rule(const CleanArticle& article, const std::string& text) {
    const auto found = std::find_if(article.dropped.begin(), article.dropped.end(),
                                    [&text](const DroppedText& dropped) { return dropped.text == text; });
    return found == article.dropped.end() ? std::string() : found->rule;
}

CleanArticle clean(const std::vector<std::string>& paragraphs) {
    RawArticle raw;
    for (const std::string& text : paragraphs) raw.blocks.push_back({BlockRole::paragraph, 0, text});
    return clean_article(raw, "story.txt");
}

std::string rule_in_story(const std::string& text) {
    return find_rule(clean({kTitle, kFirst, text, kSecond, kThird}), text);
}

std::string rule_after_story(const std::string& text) {
    return find_rule(clean({kTitle, kFirst, kSecond, kThird, text}), text);
}

std::string rule_before_story(const std::string& text) {
    return find_rule(clean({kTitle, text, kFirst, kSecond, kThird}), text);
}

struct Case {
    std::string text;
    std::string rule;
};

}  // namespace

TEST_CASE("phrases that no story contains are dropped between its paragraphs") {
    const Case cases[] = {
        {"Hide Ad", "advert"},
        {"Advertisement", "advert"},
        {"ADVERTISEMENT", "advert"},
        {"Article continues below", "advert"},
        {"Hide Ad Penrith hospice given outstanding accolade for fudge", "advert"},
        {"Advertisement: stairlifts, conservatories", "advert"},
        {"Watch more of our videos on Shots!", "video"},
        {"Watch more of our videos on Shots! and live on Freeview channel 276", "video"},
        {"Visit Shots! now", "video"},
        {"This video can not be played", "video"},
        {"Close This site uses cookies. By continuing to browse you agree to our use of cookies. Learn More",
         "cookie-notice"},
        {"We and our 214 partners store cookies and trackers. Accept everything or manage preferences.",
         "cookie-notice"},
        {"Accept all cookies", "cookie-notice"},
        {"Sign up for our free daily newsletter", "newsletter"},
        {"Get the day’s headlines straight to your inbox", "newsletter"},
        {"Enter your email address", "newsletter"},
        {"[email protected]", "newsletter"},
        {"[email\u00a0protected]", "newsletter"},
        {"Subscribe", "account"},
        {"Sign in", "account"},
        {"Already a subscriber? Log in", "account"},
        {"Comments are closed.", "comments"},
        {"View comments", "comments"},
        {"12 comments", "comments"},
        {"Comments (3)", "comments"},
        {"Leave a Reply", "comments"},
        {"© 2024 Example Newspapers Ltd", "copyright"},
        {"©2024 Example", "copyright"},
        {"Copyright Example Media. All rights reserved.", "copyright"},
        {"Share this article", "share-bar"},
        {"Share Facebook X WhatsApp Email", "share-bar"},
        {"Follow us on Facebook for the latest", "follow-us"},
        {"Skip to main content", "page-control"},
        {"Back to top", "page-control"},
        {"Privacy Policy", "site-link"},
        {"3 min read", "reading-time"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        CHECK(rule_in_story(one.text) == one.rule);
    }
}

TEST_CASE("the same words stay where they belong to the story") {
    const std::string cases[] = {
        "The agency hid adverts for staff from its website.",
        "The council said its website uses cookies to count visitors and that this broke no law.",
        "“We use cookies as a treat when children settle in,” the manager said.",
        "Parents were told to sign up for our newsletter, the report says, but none was ever sent.",
        "\"Subscribe to our values,\" the head told staff.",
        "Comments are closed to outsiders at panel meetings.",
        "Share prices in the owner of the homes fell by a tenth.",
        "The manager said all rights reserved to parents had been respected.",
        "He left by a side door.",
        "Not one.",
        "‘We had nobody to ask’",
        "What inspectors found",
        "Outstanding",
        "Requires improvement to be good",
        "Maple Grange, Lichfield",
        "St Bega’s Catholic High School, Wigan: Good",
        "Related children should be placed together",
        "Read more books, the head tells pupils.",
        "A good home, a bad manager: what went wrong?",
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        CHECK(rule_in_story(text).empty());
    }
}

TEST_CASE("boilerplate glued to a paragraph is cut off it") {
    const CleanArticle article =
        clean({kTitle, kFirst + " Hide Ad Hide Ad " + kSecond + " Watch more of our videos on Shots!", kThird});
    CHECK(article.body == kFirst + "\n\n" + kSecond + "\n\n" + kThird);
    CHECK(article.dropped.size() == 4);
    const std::string prose = "The watchdog made the firm Hide Ad after Hide Ad on its pages.";
    CHECK(rule_in_story(prose).empty());
}

TEST_CASE("Read More takes its headline along, and the story goes on") {
    for (const std::string marker : {"Read More", "READ MORE:", "Related", "See also"}) {
        CAPTURE(marker);
        const CleanArticle article =
            clean({kTitle, kFirst, marker, "Nursery branded inadequate after complaint", kSecond, kThird});
        CHECK(article.body == kFirst + "\n\n" + kSecond + "\n\n" + kThird);
        CHECK(find_rule(article, "Nursery branded inadequate after complaint") == "related-story");
    }
    CHECK(rule_in_story("READ MORE: School branded inadequate by Ofsted") == "related-story");
    CHECK(rule_in_story("Read More Aberdeen hospice graded excellent") == "related-story");
    CHECK(rule_in_story("Related: Knowle nursery inadequate, Clevedon pier bonanza") == "related-story");
}

TEST_CASE("prose and quotations right below Read More stay") {
    const std::string quotation = "“This is an untenable situation”";
    const CleanArticle article = clean({kTitle, kFirst, "Read More", quotation, kSecond});
    CHECK(article.body == kFirst + "\n\n" + quotation + "\n\n" + kSecond);
}

TEST_CASE("a list of popular stories is dropped until prose resumes") {
    const CleanArticle article = clean({kTitle, kFirst, "Most Read", "1", "Ten snaps of milkshakes",
                                        "Is this the best pier?", "Home rated inadequate", kSecond, kThird});
    CHECK(article.body == kFirst + "\n\n" + kSecond + "\n\n" + kThird);
    CHECK(find_rule(article, "Home rated inadequate") == "story-list");
}

TEST_CASE("what a paper lists below its story is headed by its own name") {
    for (const std::string heading : {"More from the Observer:", "Also on our website:"}) {
        const CleanArticle article = clean({kTitle, kFirst, kSecond, heading, "Home rated inadequate", "Pier to shut"});
        CHECK(article.body == kFirst + "\n\n" + kSecond);
    }
    // Without the colon it is a subheading, or the beginning of a sentence.
    CHECK(clean({kTitle, kFirst, "More from the inspectors", kSecond}).body ==
          kFirst + "\n\nMore from the inspectors\n\n" + kSecond);
}

TEST_CASE("an empty Most Read box takes no subheading along") {
    const CleanArticle article = clean({kTitle, kFirst, "Most Read", "What inspectors found", kSecond, kThird});
    CHECK(article.body == kFirst + "\n\nWhat inspectors found\n\n" + kSecond + "\n\n" + kThird);
}

TEST_CASE("a heading that closes a list of stories belongs to the prose below it") {
    RawArticle raw;
    raw.title = kTitle;
    raw.blocks = {{BlockRole::paragraph, 0, kFirst},          {BlockRole::heading, 0, "Most read"},
                  {BlockRole::list_item, 0, "Pier to shut"},  {BlockRole::list_item, 0, "Home rated inadequate"},
                  {BlockRole::heading, 0, "What comes next"}, {BlockRole::paragraph, 0, kSecond}};
    CHECK(clean_article(raw, "a.html").body == kFirst + "\n\nWhat comes next\n\n" + kSecond);
}

TEST_CASE("captions with a credit are dropped") {
    for (const std::string caption :
         {"A young victim of sexual exploitation. Stock image", "Stock image", "The town hall - Credit: Ken Mears",
          "The home in Elm Road. Picture: Google Street View", "(Image: Manchester Evening News)",
          "Children at play (Photo: Jane Smith)", "Ofsted’s office | Image: PA Wire",
          "Ofsted visited in May. File photo"}) {
        CAPTURE(caption);
        CHECK(rule_in_story(caption) == "caption");
    }
    for (const std::string prose : {"The agency had printed a photo: it showed a child in care, his name, "
                                    "and the street where he lived with carers.",
                                    "The advert for carers used a stock image.",
                                    "Inspectors gave the agency credit: it had kept every brother with his "
                                    "sister for three whole years.",
                                    "She gets the picture"}) {
        CAPTURE(prose);
        CHECK(rule_in_story(prose).empty());
    }
}

TEST_CASE("a paragraph that repeats a marked-up caption goes with it") {
    RawArticle raw;
    raw.title = kTitle;
    raw.blocks = {{BlockRole::caption, 0, "Pupils in the sensory garden"},
                  {BlockRole::paragraph, 0, "Pupils in the sensory garden"},
                  {BlockRole::paragraph, 0, kFirst}};
    CHECK(clean_article(raw, "a.html").body == kFirst);
}

TEST_CASE("a line printed twice is a caption, a paragraph printed twice stays once") {
    const std::string caption = "Pupils in the sensory garden at Willesborough Mill";
    CleanArticle article = clean({kTitle, kFirst, caption, caption, kSecond});
    CHECK(article.body == kFirst + "\n\n" + kSecond);
    article = clean({kTitle, kFirst, caption + " " + caption, kSecond});
    CHECK(article.body == kFirst + "\n\n" + kSecond);
    article = clean({kTitle, kFirst, kSecond, kSecond, kSecond, kThird});
    CHECK(article.body == kFirst + "\n\n" + kSecond + "\n\n" + kThird);
    article = clean({kTitle, kFirst, "Requires improvement", "Requires improvement", "Good", "Good", kSecond});
    CHECK(article.blocks.size() == 6);
}

TEST_CASE("the alternative text above a caption goes with it") {
    const CleanArticle article =
        clean({kTitle, "Barking Town Hall", "Ofsted wrote to the council with its findings - Credit: Ken Mears", kFirst,
               kSecond});
    CHECK(article.body == kFirst + "\n\n" + kSecond);
    CHECK(find_rule(article, "Barking Town Hall") == "caption-alternative");
}

TEST_CASE("breadcrumbs are dropped, whatever separates them") {
    for (const std::string crumb : {"Home   Dartford   News   Article", "Home > News > Carlisle", "Home » News",
                                    "You are here: Home", "Bloxwich Sentinel  >  Local  >  Crime and Courts"}) {
        CAPTURE(crumb);
        const CleanArticle article = clean({crumb, kTitle, kFirst, kSecond});
        CHECK(find_rule(article, crumb) == "breadcrumb");
        CHECK(article.title == kTitle);
    }
    CHECK(rule_in_story("Home Office staff visited the news room").empty());
    CHECK(rule_in_story("Home is where the heart is, one child wrote to inspectors.").empty());
}

TEST_CASE("a text reader's row of menu entries is boilerplate, a row of grades is not") {
    RawArticle raw;
    raw.blocks = {{BlockRole::table_row, 0, "Fensend Weekly\tHome\tPlanning notices\tTenders"},
                  {BlockRole::paragraph, 0, kTitle},
                  {BlockRole::paragraph, 0, kFirst},
                  {BlockRole::table_row, 0, "Overall effectiveness\tGood"},
                  {BlockRole::table_row, 0, "Overall effectiveness\tGood"},
                  {BlockRole::paragraph, 0, kSecond}};
    const CleanArticle article = clean_article(raw, "a.txt");
    CHECK(article.title == kTitle);
    CHECK(article.blocks.size() == 4);
}

TEST_CASE("menus before the title and category lists behind the story are dropped") {
    const CleanArticle article =
        clean({"The Fairer Fostering Partnership", "Home", "About Us", "Our Charter", "Campaigns", "Useful Links",
               "Contact Us", kTitle, kFirst, kSecond, "News", "Sport", "What’s On", "Jobs", "Family Notices"});
    CHECK(article.title == kTitle);
    CHECK(article.body == kFirst + "\n\n" + kSecond);
    CHECK(find_rule(article, "Our Charter") == "menu");
    CHECK(find_rule(article, "Family Notices") == "menu");
    CHECK(rule_in_story("News | Sport | Business | Contact us") == "menu");
}

TEST_CASE("short lines of a report are no menu") {
    const CleanArticle article =
        clean({kTitle, "Setting details", "Local authority", "Kent", "Registered person", "Jane Smith", kFirst, kSecond,
               "Inspection team", "Jane Smith", "Robert Brown", "His Majesty’s Inspector"});
    CHECK(article.blocks.size() == 11);
}

TEST_CASE("bylines and datelines leave the body for the metadata") {
    const CleanArticle article = clean({kTitle, "By Jane Smith, Local Democracy Reporter", "Published: 12 March 2024",
                                        "Updated 10:32, 3 Jan 2026", kFirst, kSecond});
    CHECK(article.body == kFirst + "\n\n" + kSecond);
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"byline", "By Jane Smith, Local Democracy Reporter"},
        {"dateline", "Published: 12 March 2024"},
        {"dateline", "Updated 10:32, 3 Jan 2026"}};
    CHECK(article.metadata == expected);
    CHECK(find_rule(article, "Published: 12 March 2024") == "dateline");
}

TEST_CASE("a byline with a date is both") {
    const CleanArticle article = clean({kTitle, "By Kuldip Marr, 8 November 2023", kFirst, kSecond});
    REQUIRE(article.metadata.size() == 2);
    CHECK(article.metadata[0].first == "byline");
    CHECK(article.metadata[1].first == "dateline");
}

TEST_CASE("dates of every printed shape are datelines") {
    for (const std::string line :
         {"16/10/2013", "3rd April 2025", "Thursday, July 14, 2022", "Wednesday 17 January 2024", "12 Mar 2024, 5:30pm",
          "2024-03-12", "Posted on 5 March 2024 at 10.15am", "Published by the newsroom on 5 March 2024",
          "05 October 2022"}) {
        CAPTURE(line);
        CHECK(rule_before_story(line) == "dateline");
    }
}

TEST_CASE("dates of an inspection and dates in prose are no datelines") {
    for (const std::string line :
         {"24 February - 20 March 2015", "10 to 14 June 2024", "Inspection dates: 10 to 14 June 2024",
          "Inspected on 5 March 2024", "In March 2024 the council was told to improve."}) {
        CAPTURE(line);
        CHECK(rule_before_story(line).empty());
    }
    const CleanArticle article = clean({kTitle, "Date of inspection", "12 March 2024", kFirst, kSecond});
    CHECK(article.blocks.size() == 4);
    CHECK(rule_in_story("By Monday the home had closed").empty());
    CHECK(rule_in_story("By now Ofsted had heard").empty());
}

TEST_CASE("bylines of every printed shape leave the body") {
    for (const std::string line :
         {"By Hattie Quill", "By Crime reporter | 27 April 2023", "By Health team", "Written by Morag Innes",
          "Jane Smith Local Democracy Reporter", "Education Correspondent", "@janesmith", "j.smith@example.org"}) {
        CAPTURE(line);
        CHECK(rule_before_story(line) == "byline");
    }
}

TEST_CASE("what stands behind closed comments is not the story") {
    const CleanArticle article = clean({kTitle, kFirst, kSecond, kThird, kSecond + " So it goes.",
                                        kFirst + " So it went.", kThird + " And so on.", "Comments are closed.",
                                        "News stories and job vacancies from our member agencies.", "PO Box 137"});
    CHECK(find_rule(article, "News stories and job vacancies from our member agencies.") == "after-story");
    CHECK(find_rule(article, "PO Box 137") == "after-story");
    const CleanArticle section = clean({kTitle, kFirst, kSecond, kThird, kSecond + " So it goes.", "Comments",
                                        "One parent said the staff were kind."});
    CHECK(section.blocks.size() == 5);
    const CleanArticle above = clean({kTitle, kFirst, "View comments", kSecond, kThird});
    CHECK(above.blocks.size() == 3);
}

TEST_CASE("headlines and site names behind the last paragraph are not the story") {
    CHECK(rule_after_story("Sizzling barbecue deals before Wimbledon") == "after-story");
    CHECK(rule_after_story("Severn Beacon. Reader holidays. Letters editor. Photosales.") == "site-footer");
    CHECK(rule_after_story("Jane Smith is a reporter for the Wells Echo, covering education.") == "author-note");
    CHECK(rule_after_story("Source: www.example.org/news/story") == "source-link");
    CHECK(rule_after_story("Tanyard Street Nursery, Bury: Outstanding").empty());
    CHECK(rule_after_story("His Majesty’s Inspector").empty());
    CHECK(rule_after_story("Nobody came. He waited. Then it shut.").empty());
    CHECK(rule_after_story("\"We will get there\"").empty());
}

TEST_CASE("a report's last list items stay") {
    RawArticle raw;
    raw.title = kTitle;
    raw.blocks = {{BlockRole::paragraph, 0, kFirst},
                  {BlockRole::paragraph, 0, kSecond},
                  {BlockRole::heading, 0, "What needs to improve"},
                  {BlockRole::list_item, 0, "the quality and frequency of social work supervision"},
                  {BlockRole::list_item, 0, "how quickly children find a permanent home"}};
    CHECK(clean_article(raw, "a.html").blocks.size() == 5);
    // Also where nothing marks the heading, and where nothing marks the items either.
    raw.blocks[2].role = BlockRole::paragraph;
    CHECK(clean_article(raw, "a.html").blocks.size() == 5);
    raw.blocks[2].text = "The inspectors asked for these things";
    CHECK(clean_article(raw, "a.html").blocks.size() == 5);
    raw.blocks[2].text = "What needs to improve";
    raw.blocks[3].role = raw.blocks[4].role = BlockRole::paragraph;
    CHECK(clean_article(raw, "a.html").blocks.size() == 5);
}
