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
TEST_CASE("scripts are not read, and what a browser hides is boilerplate") {
    CHECK(read_body("<p hidden>a</p><p style='Display: None'>b</p><script>c</script><noscript>d</noscript><template>e"
                    "</template><svg><text>f</text></svg><p>se<span hidden>x</span>en</p>") ==
          "boilerplate: a\nboilerplate: b\nboilerplate: d\nboilerplate: e\nparagraph: seen\n");
    CHECK(read_body(
              "<article><h1>Elm House</h1><p>Inspectors visited the home and spoke to its staff.</p><noscript><p>Only "
              "here for browsers without scripts.</p></noscript></article>") ==
          "heading: Elm House\nparagraph: Inspectors visited the home and spoke to its staff.\nboilerplate: Only here "
          "for "
          "browsers without scripts.\n");
}
TEST_CASE("an article that a script was to reveal is read when nothing else is in view") {
    std::string story = "<p>";
    for (int i = 0; i < 12; ++i) story += "Inspectors found the children safe. ";
    CHECK(
        read_body("<p>Menu</p><div style='visibility:hidden'>" + story + "</p></div>").find("paragraph: Inspectors") !=
        std::string::npos);
    CHECK(read_body(story + story + "</p><div hidden>" + story + "</p></div>").find("boilerplate: Inspectors") !=
          std::string::npos);
}
TEST_CASE("a formula is text, once") {
    CHECK(
        read_body(
            "<p>About <math><mrow><mn>5</mn><mo>%</mo></mrow><annotation encoding='application/x-tex'>5\\%</annotation>"
            "</math> of homes</p>") == "paragraph: About 5% of homes\n");
}
TEST_CASE("a template that is a shadow root is part of the page") {
    CHECK(read_body("<div><template shadowrootmode=open><p>Shown</p></template></div>") == "paragraph: Shown\n");
}
TEST_CASE("a footnote mark is no part of the word before it") {
    CHECK(read_body("<p>Supervision<sup>1</sup> and mentoring<sup><a href='#f2'>2</a></sup>. There were 12<sup>5</sup> "
                    "visits since 2019<sup>4</sup>. The 21<sup>st</sup> was short.</p>") ==
          "paragraph: Supervision and mentoring. There were 12 visits since 2019. The 21st was short.\n");
    CHECK(read_body(
              "<p>Staff<sup>a,b</sup>, carers<sup>[iv]</sup>, homes<sup>*</sup> and care<a href='#_ftn1'>[1]</a> and "
              "<span style='vertical-align: super'>2</span>more<sup class=reference><a href='#cite_note-1'>[note "
              "3]</a></sup></p>") == "paragraph: Staff, carers, homes and care and more\n");
}
TEST_CASE("raised text that is no footnote mark stays") {
    CHECK(read_body("<p>A room of 20 m<sup>2</sup>, 3 × 10<sup>6</sup>, Example<sup>TM</sup> and 1 "
                    "<sup>1</sup>/<sub>2</sub></p>") == "paragraph: A room of 20 m², 3 × 10⁶, Example TM and 1 1/2\n");
    CHECK(read_body("<p><sup>1</sup>See the report.</p>") == "paragraph: 1 See the report.\n");
    CHECK(read_body(
              "<p>See section <a href='#s3'>3</a> of it<sup>a whole sentence that was set above its line</sup></p>") ==
          "paragraph: See section 3 of ita whole sentence that was set above its line\n");
}
TEST_CASE("a drop cap belongs to its word") {
    CHECK(read_body("<p><span class='dropcap'>T</span>he home</p>") == "paragraph: The home\n");
    CHECK(read_body("<p><span style='float: left'>T</span>\n he home</p>") == "paragraph: The home\n");
    CHECK(read_body("<div class=drop-cap>I</div><p>nspectors came</p>") == "paragraph: Inspectors came\n");
    CHECK(read_body("<p><span class=first-letter>I</span> nspectors came</p>") == "paragraph: Inspectors came\n");
    CHECK(read_body("<p><img class=dropcap alt=O>fsted came</p>") == "paragraph: Ofsted came\n");
    CHECK(read_body("<p><span class='dropcap'>A</span> home closed</p>") == "paragraph: A home closed\n");
    CHECK(read_body("<p><span class='dropcap'>A</span> fter a year</p>") == "paragraph: After a year\n");
    CHECK(read_body("<p><span class='dropcap'>I</span> was there</p>") == "paragraph: I was there\n");
    CHECK(read_body("<p>Grade <span class='badge'>A</span> school</p>") == "paragraph: Grade A school\n");
    CHECK(read_body("<p>x</p><div class=initial>T</div>") == "paragraph: x\nparagraph: T\n");
}
TEST_CASE("a hyphen at a line break is joined in paragraphs, headings, cells and source lines") {
    CHECK(read_body("<p>The steen-<br>bok home</p>") == "paragraph: The steenbok home\n");
    CHECK(read_body("<h2>The steen-<br>bok home</h2>") == "heading: The steenbok home\n");
    CHECK(read_body("<table><tr><td>steen-<br>bok<td>self-<br>harm</table>") == "row: steenbok\tself-harm\n");
    CHECK(read_body("<p>The steen-\n  bok home, long-\nterm and pre-\nand post-war, a -\nb, Ofsted-\nLed</p>") ==
          "paragraph: The steenbok home, long-term and pre- and post-war, a - b, Ofsted- Led\n");
    CHECK(read_body("<pre>dui-\nker homes</pre>") == "paragraph: duiker homes\n");
    CHECK(read_body("<p>stee&shy;<br>nbok du<wbr>iker</p>").find("duiker") != std::string::npos);
}
TEST_CASE("a header inside the article is the story's, outside it is the site's") {
    CHECK(
        read_body(
            "<header><p>The Daily</p></header><article><header><h1>Home closed</h1><p>By Jo</p></header><p>The home "
            "in the town was closed by its owner.</p></article>") ==
        "navigation: The Daily\nheading: Home closed\nparagraph: By Jo\nparagraph: The home in the town was closed by "
        "its owner.\n");
}
TEST_CASE("boilerplate inside a line does not take the rest of the line with it") {
    CHECK(read_body("<p>The home was rated inadequate. <span class=share>Share this</span> Staff left the home.</p>") ==
          "paragraph: The home was rated inadequate.\nboilerplate: Share this\nparagraph: Staff left the home.\n");
}
TEST_CASE("references that were escaped twice are characters") {
    RawArticle article;
    read_html("<title>Council&amp;#8217;s plan &amp;amp; more</title><p>The council&amp;rsquo;s team</p>", article);
    CHECK(article.title == "Council’s plan & more");
    CHECK(article.blocks.at(0).text == "The council’s team");
}
TEST_CASE("letters set apart or printed twice are words again") {
    CHECK(read_body(
              "<h1>I&nbsp;N&nbsp;S&nbsp;P&nbsp;E&nbsp;C&nbsp;T&nbsp;I&nbsp;O&nbsp;N</h1><p>RReeppoorrtt ooff</p>") ==
          "heading: INSPECTION\nparagraph: Report of\n");
    CHECK(summarise(read_as("a.txt",
                            "I N S P E C T I O N   R E P O R T\n\nKKeenntt  CCoouunnttyy\n\nA B C\n\n1 2 3 4 5 6\n\n"
                            "1111111111\n")) ==
          "paragraph: INSPECTION REPORT\nparagraph: Kent County\nparagraph: A B C\nparagraph: 1 2 3 4 5 6\nparagraph: "
          "1111111111\n");
}
TEST_CASE("the time of a page is that of publication where it says so") {
    const auto time = [](std::string_view body) {
        RawArticle article;
        read_html("<body><p>Story.</p>" + std::string(body), article);
        return values(article, "time").empty() ? "none" : values(article, "time").front();
    };
    CHECK(time("<p>Updated <time datetime=2024-03-06>6</time>, published <time datetime=2024-03-05>5</time></p>") ==
          "2024-03-05");
    CHECK(time("<time itemprop=dateModified datetime=2024-03-06>6</time><time datetime=2024-03-05>5</time>") ==
          "2024-03-05");
    CHECK(time("<time class='entry-date published updated' datetime=2024-03-05>5</time>") == "2024-03-05");
    CHECK(time("<p>Last updated</p><p><time datetime=2024-03-06>6</time></p>") == "none");
}
TEST_CASE("JSON-LD with faults gives its dates") {
    const auto day = [](std::string_view json) {
        RawArticle article;
        read_html("<script type='application/ld+json; charset=utf-8'>" + std::string(json) + "</script><p>Text.",
                  article);
        return values(article, "jsonld:datePublished").empty() ? "none"
                                                               : values(article, "jsonld:datePublished").front();
    };
    CHECK(day(R"({"@type":"NewsArticle","datePublished":"2024-03-05",})") == "2024-03-05");
    CHECK(day("<!-- {\"datePublished\":\"2024-03-05\"} -->") == "2024-03-05");
    CHECK(day("//<![CDATA[\n{\"datePublished\":\"2024-03-05\"}\n//]]>") == "2024-03-05");
    CHECK(day("{\"headline\":\"two\nlines\",\"datePublished\":\"2024-03-05\"};") == "2024-03-05");
    CHECK(day(R"({"headline":"A "quoted" word","datePublished" : "2024-03-05"})") == "2024-03-05");
    CHECK(day(R"({"score":NaN,"datePublished":"2024-03-05"})") == "2024-03-05");
    CHECK(day(R"({"datePublished":null})") == "none");
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
