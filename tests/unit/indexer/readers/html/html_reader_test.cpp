#include "indexer/readers/html/html_reader.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
std::string read_body(std::string_view body) {
    RawArticle article;
    read_html("<!doctype html><body>" + std::string(body), article);
    ReadResult result;
    result.articles.push_back(article);
    return summarise(result);
}
std::vector<std::string> values(const RawArticle& article, std::string_view name) {
    std::vector<std::string> found;
    for (const auto& [key, value] : article.metadata)
        if (key == name) found.push_back(value);
    return found;
}
}  // namespace

TEST_CASE("inline elements do not break words, block elements do") {
    CHECK(read_body("<p>in<b>adequ</b>ate</p><div>one</div><div>two</div>") ==
          "paragraph: inadequate\nparagraph: one\nparagraph: two\n");
}
TEST_CASE("text that stands directly in a div counts") {
    CHECK(read_body("<div>before<p>inside</p>after</div>") ==
          "paragraph: before\nparagraph: inside\nparagraph: after\n");
}
TEST_CASE("cells of a row are joined by tabs, and blocks inside a cell by spaces") {
    CHECK(read_body("<table><tr><th>Judgement<th>Grade<tr><td><p>Leaders "
                    "and</p><p>managers</p><td>Requires<br>improvement"
                    "</table>") == "row: Judgement\tGrade\nrow: Leaders and managers\tRequires improvement\n");
}
TEST_CASE("a table that lays out the page is no table") {
    CHECK(read_body("<table><tr><td><table><tr><td>a<td>b</table><td><p>Long story</table>") ==
          "row: a\tb\nparagraph: Long story\n");
}
TEST_CASE("menus, cookie boxes and related stories keep a role of their own") {
    CHECK(read_body("<nav>Home</nav><div class='cookie-banner'>We use cookies</div><article><p>The story of the home "
                    "that was rated inadequate.</p><div class='related-links'>Other home rated "
                    "good</div></article>") ==
          "navigation: Home\nboilerplate: We use cookies\nparagraph: The story of the home that was rated "
          "inadequate.\n"
          "navigation: Other home rated good\n");
}
TEST_CASE("a class name on a container of the whole page is not believed") {
    CHECK(read_body("<div class='page menu'><p>The whole story.</p></div>") == "paragraph: The whole story.\n");
    CHECK(read_body("<form><p>The whole story.</p></form>") == "paragraph: The whole story.\n");
}
TEST_CASE("text outside the article is boilerplate when the article holds most") {
    CHECK(read_body("<p>Weather today</p><article><h1>Head</h1><p>A long enough story about a children's "
                    "home and its "
                    "inspection.</p></article>") ==
          "boilerplate: Weather today\nheading: Head\nparagraph: A long enough story about a children's home "
          "and its "
          "inspection.\n");
}
TEST_CASE("hidden elements and scripts are not read") {
    CHECK(read_body("<p hidden>a</p><p style='Display: None'>b</p><script>c</script><noscript>d</noscript><template>e"
                    "</template><svg><text>f</text></svg><p>seen</p>") == "paragraph: seen\n");
}
TEST_CASE("line breaks part paragraphs, items and captions have their roles") {
    CHECK(read_body("<p>One.<br><br>Two.</p><ul><li>a<li><p>b</p></ul><figure><figcaption>Stock</"
                    "figcaption></figure>") == "paragraph: One.\nparagraph: Two.\nitem: a\nitem: b\ncaption: Stock\n");
}
TEST_CASE("a soft hyphen written as a reference goes") {
    CHECK(read_body("<p>in&shy;adequate&nbsp;care</p>") == "paragraph: inadequate care\n");
}
TEST_CASE("metadata is collected, and broken JSON-LD is passed over") {
    RawArticle article;
    read_html(
        "<title>Home inadequate | Kent Online</title><meta property='article:published_time' "
        "content='2024-03-05'>"
        "<link rel=canonical href='https://x.org/a'><script type='application/ld+json'>{broken</script>"
        "<script "
        "type='application/"
        "ld+json'>{\"@graph\":[{\"datePublished\":\"2024-03-06\",\"author\":[{\"name\":\"Jo\"}],"
        "\"publisher\":{\"name\":\"KM\"}}]}</script><body><h1>Home inadequate</h1><p class=byline>By Jo</p>"
        "<time datetime='2024-03-07'>x</time><p>Text.</p>",
        article);
    CHECK(article.title == "Home inadequate");
    CHECK(values(article, "article:published_time") == std::vector<std::string>{"2024-03-05"});
    CHECK(values(article, "jsonld:datePublished") == std::vector<std::string>{"2024-03-06"});
    CHECK(values(article, "jsonld:author") == std::vector<std::string>{"Jo"});
    CHECK(values(article, "jsonld:publisher") == std::vector<std::string>{"KM"});
    CHECK(values(article, "canonical") == std::vector<std::string>{"https://x.org/a"});
    CHECK(values(article, "time") == std::vector<std::string>{"2024-03-07"});
    CHECK(values(article, "byline") == std::vector<std::string>{"By Jo"});
}
TEST_CASE("the site's name is cut from a title only when the h1 agrees") {
    RawArticle agreed;
    read_html("<meta property='og:title' content='Home closed - Kent Online'><h1>Home closed</h1><p>x", agreed);
    CHECK(agreed.title == "Home closed");
    RawArticle other;
    read_html("<title>Inspection - what we found</title><p>x", other);
    CHECK(other.title == "Inspection - what we found");
}
TEST_CASE("a page without article text is no-text") {
    CHECK(reason_of(read_as("a.html", "<html><body><nav>Home</nav><script>app()</script></body></html>")) == "no-text");
}
TEST_CASE("a page of very deep nesting costs no stack") {
    std::string deep;
    for (int i = 0; i < 4000; ++i) deep += "<div>";
    CHECK(read_body(deep + "bottom").find("bottom") != std::string::npos);
}
