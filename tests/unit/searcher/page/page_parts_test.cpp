#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "common/index/vocabulary.hpp"
#include "searcher/page/map_page.hpp"
#include "searcher/page/marked_text.hpp"
#include "searcher/page/public_view.hpp"

namespace findings::testing {
namespace {

std::string mark(const std::string& text, std::vector<TextMark> marks, std::vector<PageStart> pages = {}) {
    Article article;
    article.text = text;
    article.pages = std::move(pages);
    std::ostringstream out;
    write_marked_text(out, article, std::move(marks));
    std::string html = out.str();
    for (const std::string_view gone : {"<div class=\"article-text\">\n", "</div>\n", " class=\"evidence\"",
                                        " tabindex=\"-1\"", "<span class=\"hidden\">", " class=\"page-mark\""})
        for (std::size_t at; (at = html.find(gone)) != std::string::npos;) html.erase(at, gone.size());
    return html;
}

TEST_CASE("a sentence is marked where it stands, with what it is for said first") {
    CHECK(mark("One. Two.", {{5, 9, "e1", "Grade"}}) ==
          "<p>One. <span id=\"e1\"></span><mark>[Grade] </span>Two.</mark></p>\n");
}

TEST_CASE("what several mark is marked once, and each begins at an anchor of its own") {
    CHECK(mark("abcdef", {{0, 4, "e1", "A"}, {2, 6, "e2", "B"}}) ==
          "<p><span id=\"e1\"></span><mark>[A] </span>ab</mark><span id=\"e2\"></span><mark>[A, B] "
          "</span>cd</mark><mark>[B] "
          "</span>ef</mark></p>\n");
}

TEST_CASE("a mark over two paragraphs is opened in both, its anchor once") {
    CHECK(mark("ab\ncd", {{1, 4, "f1", "F"}}) ==
          "<p>a<span id=\"f1\"></span><mark>[F] </span>b</mark></p>\n<p><mark>[F] </span>c</mark>d</p>\n");
}

TEST_CASE("marks beyond the text or inside a character are left out, markup is text") {
    CHECK(mark("é<b>", {{1, 3, "x", "X"}, {0, 99, "y", "Y"}, {3, 3, "z", "Z"}}) == "<p>é&lt;b&gt;</p>\n");
}

TEST_CASE("a page begins with a line of its own, inside a paragraph with a word") {
    CHECK(mark("ab\ncd", {}, {{0, 1}, {4, 2}}) ==
          "<p id=\"page-1\">page 1</p>\n<p>ab</p>\n<p>c<span id=\"page-2\">[page 2] </span>d</p>\n");
}

TEST_CASE("postcodes and numbered streets become stars, byte for byte; years and numbers stay") {
    CHECK(hide_places_in("at 12 Example Road, TN25 4AB.") == "at ***************, ********.");
    CHECK(hide_places_in("3a High Street and M1 1AA") == "************** and ******");
    CHECK(hide_places_in("In 2024 children said 12 things about Ofsted SC456789.") ==
          "In 2024 children said 12 things about Ofsted SC456789.");
    CHECK(hide_places_in("the Road to 2 Good") == "the Road to 2 Good");
}

TEST_CASE("a home's address is hidden in a finding and where a marked word parts it; another body's stays") {
    const auto make_hit = [](const std::string& type) {
        Hit hit;
        Evidence proof;
        proof.rule = "test";
        hit.article.values = {{Field::type, type, type, proof}};
        hit.article.copies = {{"copy", "s", "", "At 12 Acacia Avenue", "", ""}};
        hit.snippet = {{"The home at 12 Acacia ", false}, {"Avenue", true}, {" is clean.", false}};
        FoundFinding found;
        found.text = "Mend the door of 12 Acacia Avenue.";
        found.finding.heading = "TN25 4AB";
        found.finding.addressee = "12 Acacia Avenue";
        found.finding.pieces = {{0, 1}};
        hit.article.findings = {found.finding};
        hit.finding = found;
        return hit;
    };
    Hit home = make_hit("childrens-home");
    hide_places(home);
    CHECK(home.snippet[0].text == "The home at **********");
    CHECK(home.snippet[1].text == "******");
    CHECK(home.snippet[2].text == " is clean.");
    CHECK(home.finding->text == "Mend the door of ****************.");
    CHECK(home.finding->finding.heading == "********");
    CHECK(home.finding->finding.addressee == "****************");
    CHECK(home.article.findings[0].heading == "********");
    CHECK(home.article.copies[0].title == "At ****************");
    Hit school = make_hit("school");
    hide_places(school);
    CHECK(school.snippet[1].text == "Avenue");
    CHECK(school.finding->text == "Mend the door of 12 Acacia Avenue.");
    CHECK(school.finding->finding.heading == "TN25 4AB");
}

TEST_CASE("only reports and what inspectorates publish are whole for strangers") {
    const auto is_public = [](const std::string& kind) {
        Article article;
        Evidence evidence;
        evidence.rule = "test";
        if (!kind.empty()) article.values.emplace_back(Field::kind, kind, kind, evidence);
        return is_text_public(article);
    };
    CHECK(is_public("report"));
    CHECK(is_public("letter"));
    CHECK_FALSE(is_public("news"));
    CHECK_FALSE(is_public("other"));
    CHECK_FALSE(is_public(""));
}

TEST_CASE("every council of England that exists has a tile, no two share a place or letters") {
    std::vector<std::pair<int, int>> places;
    std::vector<std::string> letters;
    std::vector<std::string> slugs;
    for (const Tile& tile : map_tiles()) {
        slugs.push_back(tile.slug);
        CHECK(find_term(tile.is_region ? Field::region : Field::authority, tile.slug) != nullptr);
        if (tile.is_region) continue;
        CHECK(std::find(places.begin(), places.end(), std::pair(tile.column, tile.row)) == places.end());
        CHECK(std::find(letters.begin(), letters.end(), tile.label) == letters.end());
        places.emplace_back(tile.column, tile.row);
        letters.push_back(tile.label);
    }
    CHECK(places.size() == 153);
    CHECK(slugs.size() == 162);
    for (const char* slug :
         {"north-east", "london", "kent", "isles-of-scilly", "westmorland-and-furness", "city-of-london"})
        CHECK(std::find(slugs.begin(), slugs.end(), slug) != slugs.end());
}

}  // namespace
}  // namespace findings::testing
