#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Hit make_hit() {
    Hit hit;
    hit.rank = 1;
    hit.score = 7.31;
    Article& article = hit.article;
    article.id = "a1b2c3";
    article.source = "kent/future.txt";
    article.title = "Agency \"failing\", says Ofsted";
    article.published = "2023-03-17";
    Evidence proof;
    proof.rule = "sentence";
    proof.quote = "It is inadequate, again.";
    proof.page = 3;
    proof.where = Where::body;
    article.values = {make_value(Field::provider, "example-fostering", "Example Fostering"),
                      make_value(Field::region, "south-east", "South East"),
                      {Field::grade, "inadequate", "Inadequate", proof},
                      make_value(Field::theme, "safeguarding", "Safeguarding"),
                      make_value(Field::theme, "vetting", "Vetting")};
    article.awards = {
        {"example-fostering", "four-point", "inadequate", "good", "declined", false, {{"leaders", "inadequate"}}}};
    hit.snippet = {{"… children <b> ", false}, {"missing", true}, {" & found", false}};
    return hit;
}

SearchResult make_result() {
    SearchResult result;
    result.generation = "20261122T020000Z-1a2b3c4d";
    result.built_at = "2026-11-22T02:00:00Z";
    result.query_text = "missing";
    result.filters = {{Field::grade, {"inadequate"}, false}};
    result.scored = true;
    result.shown = 1;
    result.total = 2;
    result.providers = 1;
    FacetResult grade;
    grade.facet = Field::grade;
    grade.values = {{"good", "Good", 1200, false}, {"inadequate", "Inadequate", 2, true}};
    grade.none = 7;
    grade.known = 2;
    grade.total_values = 4;
    result.facets = {grade};
    return result;
}

std::string render(OutputFormat format, const SearchResult& result, const std::vector<Hit>& hits,
                   RenderStyle style = {}) {
    std::ostringstream out;
    const auto sink = make_renderer(format, out, style);
    sink->begin(result);
    for (const Hit& hit : hits) sink->add(hit);
    sink->end(result);
    return out.str();
}

}  // namespace

TEST_CASE("json is the contract's object, key by key") {
    RenderStyle style;
    style.elapsed_ms = [] { return 2.4; };
    const std::string expected =
        R"({"format_version":1,"generation":"20261122T020000Z-1a2b3c4d","index_built_at":"2026-11-22T02:00:00Z",)"
        R"("query":{"text":"missing","match":"all","filters":[{"field":"grade","values":["inadequate"],"exclude":false}],)"
        R"("sort":"relevance"},"matches":{"total":2,"providers":1,"exact":true,"undated_left_out":0},"hits":[)"
        "\n"
        R"({"rank":1,"score":7.31,"id":"a1b2c3","source":"kent/future.txt","url":null,)"
        R"("title":"Agency \"failing\", says Ofsted","publisher":null,"date":"2023-03-17","date_basis":"published",)"
        R"("published":"2023-03-17","inspected":null,"provider":["example-fostering"],"region":["south-east"],)"
        R"("authority":[],"grade":["inadequate"],"theme":["safeguarding","vetting"],"strength":[],"weakness":[],)"
        R"("regulator":[],"kind":[],"visit":[],"type":[],"group":[],"judgement":[],"action":[],"framework":[],"line":[],)"
        R"("labels":{"example-fostering":"Example Fostering","south-east":"South East","inadequate":"Inadequate",)"
        R"("safeguarding":"Safeguarding","vetting":"Vetting","good":"Good"},)"
        R"("awards":[{"provider":"example-fostering","scale":"four-point","grade":"inadequate","previous":"good",)"
        R"("change":"declined","inferred":false,"judgements":[{"area":"leaders","grade":"inadequate"}]}],)"
        R"("snippet":"… children &lt;b&gt; <mark>missing</mark> &amp; found","page":null,"copies":[]}],)"
        "\n"
        R"("facets":{"grade":{"values":[{"value":"good","label":"Good","count":1200,"selected":false},)"
        R"({"value":"inadequate","label":"Inadequate","count":2,"selected":true}],"none":7,"total_values":4}},)"
        R"("suggestion":null,"notes":[],"licence":"Open Government Licence v3.0","attribution":"Contains public sector information licensed under the Open Government Licence v3.0. News stories belong to their publishers.","elapsed_ms":2.4})"
        "\n";
    CHECK(render(OutputFormat::json, make_result(), {make_hit()}, style) == expected);
}

TEST_CASE("json is valid whatever bytes an article holds") {
    Hit hit = make_hit();
    hit.article.title = "\xff\xfe\x1b[31m\"\\\n";
    hit.article.url = std::string("a\0b", 3);
    SearchResult result = make_result();
    result.query_text = "\xc3";
    const auto json = nlohmann::json::parse(render(OutputFormat::json, result, {hit, hit}));
    CHECK(json["hits"].size() == 2);
    CHECK(json["hits"][0]["title"] == "\xef\xbf\xbd\xef\xbf\xbd\x1b[31m\"\\\n");
}

TEST_CASE("json without hits is still one object") {
    const auto json = nlohmann::json::parse(render(OutputFormat::json, make_result(), {}));
    CHECK(json["hits"].empty());
}

TEST_CASE("a score that means nothing is null") {
    SearchResult result = make_result();
    result.scored = false;
    const auto json = nlohmann::json::parse(render(OutputFormat::jsonl, result, {make_hit()}));
    CHECK(json["score"].is_null());
    CHECK_FALSE(json.contains("facets"));
}

TEST_CASE("csv has named columns, quotes and guards its cells") {
    Hit hit = make_hit();
    Hit formula = make_hit();
    formula.rank = 2;
    formula.article.title = "=HYPERLINK(1)";
    formula.article.source = "a\x1b[1m\nb";
    RenderStyle style;
    style.columns = {"rank", "title", "provider", "grade", "previous", "theme", "source", "grade_quote", "grade_page"};
    CHECK(render(OutputFormat::csv, make_result(), {hit, formula}, style) ==
          "rank,title,provider,grade,previous,theme,source,grade_quote,grade_page\r\n"
          "1,\"Agency \"\"failing\"\", says Ofsted\",example-fostering,inadequate,good,safeguarding;vetting,"
          "kent/future.txt,\"It is inadequate, again.\",3\r\n"
          "2,'=HYPERLINK(1),example-fostering,inadequate,good,safeguarding;vetting,a[1m b,"
          "\"It is inadequate, again.\",3\r\n");
}

TEST_CASE("csv has all columns unless some are chosen, and those in the order chosen") {
    const std::string all = render(OutputFormat::csv, make_result(), {make_hit()});
    // Scripts count columns: the first 17 stay where they are.
    CHECK(
        all.starts_with("rank,id,date,date_basis,title,provider,region,authority,grade,previous,change,theme,kind,"
                        "source,url,grade_quote,grade_page,snippet,page,weakness,strength,judgement,generation,"));
    CHECK(all.find(",… children <b> missing & found,,,,,20261122T020000Z-1a2b3c4d,") != std::string::npos);
    for (const std::string& column : csv_columns()) {
        CAPTURE(column);
        RenderStyle style;
        style.columns = {column};
        CHECK(render(OutputFormat::csv, make_result(), {}, style) == column + "\r\n");
        CHECK(render(OutputFormat::csv, make_result(), {make_hit()}, style).ends_with("\r\n"));
    }
}

TEST_CASE("json repeats the options given with the question") {
    SearchResult result = make_result();
    result.given = {{"since", "2024"}, {"latest", ""}, {"facet-limit", "5"}, {"limit", "all"}, {"sort", "oldest"}};
    const auto query = nlohmann::json::parse(render(OutputFormat::json, result, {}))["query"];
    CHECK(query["since"] == "2024");
    CHECK(query["latest"] == true);
    CHECK(query["facet_limit"] == 5);
    CHECK(query["limit"] == "all");
    CHECK(query["sort"] == "relevance");  // what was done: without words there is no relevance
    CHECK_FALSE(query.contains("worst"));
}

TEST_CASE("trec lists copies after their story with its score") {
    Hit hit = make_hit();
    hit.article.copies.resize(1);
    hit.article.copies[0].id = "copy 1";
    Hit second = make_hit();
    second.rank = 2;
    second.score = 1.5;
    RenderStyle style;
    style.query_id = "q7";
    CHECK(render(OutputFormat::trec, make_result(), {hit, second}, style) ==
          "q7 Q0 a1b2c3 1 7.310000 findings\nq7 Q0 copy_1 2 7.310000 findings\nq7 Q0 a1b2c3 3 1.500000 findings\n");
}

TEST_CASE("trec without scores counts down so that tools keep the order") {
    SearchResult result = make_result();
    result.scored = false;
    CHECK(render(OutputFormat::trec, result, {make_hit()}) == "0 Q0 a1b2c3 1 2.000000 findings\n");
}

TEST_CASE("paths0 gives the file's path, its bytes as they are, one a hit, ended by a zero byte") {
    using namespace std::string_literals;
    Hit first = make_hit();
    first.article.path = "/srv/kent/future.txt";
    Hit odd = make_hit();
    odd.article.path = "/srv/a\xff\nb.txt";
    Hit piped = make_hit();
    piped.article.path.clear();
    CHECK(render(OutputFormat::paths0, make_result(), {first, odd, first, piped}) ==
          "/srv/kent/future.txt\0/srv/a\xff\nb.txt\0/srv/kent/future.txt\0"s);
}

TEST_CASE("text shows stories, then counts in columns") {
    SearchResult result = make_result();
    result.notes = {"1 story without a date left out"};
    Hit hit = make_hit();
    hit.page = 12;
    CHECK(render(OutputFormat::text, result, {hit}) ==
          "2 stories from 1 provider, showing 1 to 1\n"
          "1 story without a date left out\n"
          "\n"
          "1. Agency \"failing\", says Ofsted\n"
          "    Example Fostering · Inadequate (was Good) · 2023-03-17 ·\n"
          "    kent/future.txt, page 12 · id a1b2c3\n"
          "    … children <b> missing & found\n"
          "\n"
          "Grade  (grade known: 2 of 9)\n"
          "    Good        1,200  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n"
          "  * Inadequate      2\n"
          "    (none)          7\n"
          "    showing 2 of 4\n");
}

TEST_CASE("colour marks the words found and the values chosen, and nothing else escapes") {
    Hit hit = make_hit();
    hit.article.title = "\x1b]0;owned\x07title";
    hit.snippet = {{"a\x1b[2J", false}, {"b", true}};
    RenderStyle style;
    style.color = true;
    const std::string text = render(OutputFormat::text, make_result(), {hit}, style);
    CHECK(text.find("\x1b[1m]0;ownedtitle\x1b[0m") != std::string::npos);
    CHECK(text.find("a[2J\x1b[1mb\x1b[0m") != std::string::npos);
    const std::string plain = render(OutputFormat::text, make_result(), {hit});
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK(plain.find('\x07') == std::string::npos);
}

TEST_CASE("a snippet breaks its lines at the width") {
    Hit hit = make_hit();
    hit.snippet = {{"one two three four five six seven eight", false}};
    RenderStyle style;
    style.width = 20;
    CHECK(render(OutputFormat::text, make_result(), {hit}, style)
              .find("    one two three\n    four five six\n    seven eight\n") != std::string::npos);
}

TEST_CASE("counts beside stories are running text: three lines a facet, what has no room is counted") {
    SearchResult result = make_result();
    RenderStyle style;
    style.bars = false;
    CHECK(render(OutputFormat::text, result, {}, style)
              .ends_with("\nGrade (grade known: 2 of 9): Good 1,200 · *Inadequate 2 · (none) 7 · 2 more\n"));
    FacetResult& facet = result.facets.front();
    facet.values.clear();
    for (int i = 0; i < 10; ++i)
        facet.values.push_back({"v" + std::to_string(i), "A label of some length " + std::to_string(i), 10, i == 9});
    facet.total_values = 30;
    const std::string text = render(OutputFormat::text, result, {}, style);
    const std::string lines = text.substr(text.find("Grade"));
    CHECK(std::count(lines.begin(), lines.end(), '\n') <= 4);
    CHECK(lines.find("A label of some length 0 10 ·\n") != std::string::npos);
    CHECK(lines.find("length 8") == std::string::npos);
    CHECK(lines.find("*A label of some length 9 10 · (none) 7 · 2") != std::string::npos);  // chosen: always there
    for (std::size_t begin = 0; begin < lines.size(); begin = lines.find('\n', begin) + 1)
        CHECK(count_columns(lines.substr(begin, lines.find('\n', begin) - begin)) <= style.width);
}

TEST_CASE("a list puts in front of a report's title the provider it names late or not at all") {
    Article article;
    article.title = "Joint targeted area inspection of the multi-agency response to abuse and neglect in Haringey";
    article.values = {make_value(Field::kind, "report", "Report"), make_value(Field::provider, "haringey", "Haringey")};
    CHECK(shown_title(article, 76) == "Haringey: Joint targeted area inspection of the multi-agency response to…");
    article.title = "Inspection report";
    CHECK(shown_title(article, 76) == "Haringey: Inspection report");
    article.title = "Inspection of Haringey local authority children's services";
    CHECK(shown_title(article, 76) == article.title);
    article.title = "Haringey & Partners";  // early, spelt otherwise
    article.values.back() = make_value(Field::provider, "haringey-and-partners", "Haringey and Partners");
    CHECK(shown_title(article, 76) == article.title);
    SUBCASE("not of several providers: the line below names them") {
        article.title = "Inspection report";
        article.values.push_back(make_value(Field::provider, "hull", "Hull"));
        CHECK(shown_title(article, 76) == "Inspection report");
    }
    SUBCASE("not of news: a headline is what its readers remember") {
        article.values.front() = make_value(Field::kind, "news", "News");
        article.title =
            "A headline that is much longer than a line of a terminal is, and that is left as it was printed";
        CHECK(shown_title(article, 76) == article.title);
    }
    SUBCASE("a report without a title is named by its provider") {
        article.title.clear();
        CHECK(shown_title(article, 76) == "Haringey and Partners: (no title)");
    }
}

TEST_CASE("labels and titles are shortened at the end of a word") {
    CHECK(shorten("Leadership, management and quality assurance", 30) == "Leadership, management and…");
    CHECK(shorten("Leadership, management", 12) == "Leadership…");
    CHECK(shorten("Bournemouthchristchurch and Poole", 12) == "Bournemouth…");  // no space near: inside the word
    CHECK(shorten("Short", 5) == "Short");
}

TEST_CASE("quiet text is stories and counts only") {
    RenderStyle style;
    style.quiet = true;
    SearchResult result = make_result();
    result.facets.clear();
    CHECK(render(OutputFormat::text, result, {make_hit()}, style).rfind("\n1. Agency", 0) == 0);
}

TEST_CASE("an empty answer says so and suggests") {
    SearchResult result;
    result.suggestion = "missing";
    CHECK(render(OutputFormat::text, result, {}) == "0 stories\ndid you mean: missing\n");
}

TEST_CASE("html escapes what an article says and links only to web addresses") {
    Hit hit = make_hit();
    hit.article.title = "<script>alert(1)</script>";
    hit.article.url = "javascript:alert(1)";
    SearchResult result = make_result();
    result.query_text = "\"><b>";
    std::string page = render(OutputFormat::html, result, {hit});
    CHECK(page.find("<script>") == std::string::npos);
    CHECK(page.find("javascript:") == std::string::npos);
    CHECK(page.find("<h1>&quot;&gt;&lt;b&gt;") != std::string::npos);
    CHECK(page.find("<mark>missing</mark> &amp; found") != std::string::npos);
    CHECK(page.find("<tr class=\"chosen\"><th scope=\"row\">Inadequate</th><td class=\"count\">2</td>") !=
          std::string::npos);
    hit.article.url = "https://example.org/?a=1&b=\"";
    page = render(OutputFormat::html, result, {hit});
    CHECK(page.find("<a href=\"https://example.org/?a=1&amp;b=&quot;\">") != std::string::npos);
}

TEST_CASE("a table shows row totals, and has a form for spreadsheets") {
    SearchResult result = make_result();
    result.facets.clear();
    result.shown = 0;
    result.table = TableResult{"",
                               CountUnit::stories,
                               false,
                               Field::region,
                               Field::grade,
                               {{"london", "London", 1300, false}, {"none", "(none)", 2, false}},
                               {{"good", "Good", 1, false}, {"inadequate", "Inadequate", 2, false}},
                               {{1200, 100}, {2, 0}}};
    CHECK(render(OutputFormat::text, result, {}) ==
          "2 stories from 1 provider\n"
          "\n"
          "Region   stories   Good  Inadequate\n"
          "London     1,300  1,200         100\n"
          "(none)         2      2           0\n"
          "stories               1           2\n");
    CHECK(render(OutputFormat::csv, result, {}) ==
          "region,stories,good,inadequate\r\nlondon,1300,1200,100\r\nnone,2,2,0\r\n");
    const auto json = nlohmann::json::parse(render(OutputFormat::json, result, {}));
    CHECK(json["table"]["cells"][0][1] == 100);
}

TEST_CASE("evidence has offsets only where there is a text to point into") {
    Article article = make_hit().article;
    const auto evidence = make_evidence_json(article);
    CHECK(evidence[0]["where"] == "declared");
    CHECK(evidence[0]["begin"].is_null());
    CHECK(evidence[2]["where"] == "body");
    CHECK(evidence[2]["begin"] == 0);
    CHECK(evidence[2]["page"] == 3);
    CHECK(evidence[2]["polarity"].is_null());
}

TEST_CASE("printable text keeps letters of any language and drops what a terminal would obey") {
    CHECK(printable("Môn \xe2\x80\xae"
                    "x\x7f\tz") == "Môn x z");
    CHECK(printable("\xed\xa0\x80") == "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    CHECK(count_columns("Môn") == 3);
    CHECK(shorten("abcdef", 4) == "abc…");
    CHECK(group_digits(1234567) == "1,234,567");
}

}  // namespace findings::testing
