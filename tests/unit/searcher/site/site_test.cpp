// Requests to a reading room over a small index, without a socket.
#include "searcher/site/site.hpp"

#include <algorithm>
#include <fstream>
#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Article make_article(const std::string& id, const std::string& grade, const std::string& text) {
    Article article;
    article.id = id;
    article.source = id + ".txt";
    article.title = "About <b>" + id + "</b> & \"others\"";
    article.text = text;
    article.published = "2024-05-01";
    article.values = {make_value(Field::provider, "kent-home", "Kent <i>Home</i>"), make_value(Field::grade, grade)};
    article.awards = {{"kent-home", "four-point", grade, "", "", false, {}}};
    return article;
}

struct Room {
    Room() {
        write_index(folder.path(),
                    {make_article("one", "inadequate", "Children went missing <script>alert(1)</script>."),
                     make_article("two", "good", "Children were safe.")});
    }
    HttpAnswer get(const std::string& target, const std::string& tag = {}) {
        return site.answer({target, "localhost", tag, false});
    }
    static std::string header(const HttpAnswer& answer, const std::string& name) {
        for (const auto& [known, value] : answer.headers)
            if (known == name) return value;
        return {};
    }

    test::TempFolder folder;
    GenerationPool pool{{folder.path()}, 4};
    Site site{{}, pool};
};

bool has(const HttpAnswer& answer, const std::string& text) { return answer.body.find(text) != std::string::npos; }

}  // namespace

TEST_CASE_FIXTURE(Room, "a search is a page: box, counts as links and as a form, chips, hits") {
    const HttpAnswer answer = get("/?q=children&grade=Inadequate");
    CHECK(answer.status == 200);
    CHECK(answer.type == "text/html; charset=utf-8");
    CHECK(has(answer, "<title>1 story from 1 provider: children"));
    CHECK(has(answer, R"(name="q" value="children")"));
    CHECK(has(answer, R"(name="grade" value="inadequate" id="f-grade-inadequate" checked)"));
    CHECK(has(answer, R"(<a class="only" href="/?q=children&amp;grade=good">)"));
    CHECK(has(answer, R"(<li><a href="/?q=children"><span class="hidden">Remove </span>Grade: Inadequate)"));
    CHECK(has(answer, R"(<a href="/article/one">)"));
    CHECK(has(answer, "/.csv?q=children&amp;grade=inadequate"));
}

TEST_CASE_FIXTURE(Room, "nothing in an article is markup, nothing in a page runs or is styled in place") {
    for (const char* target : {"/", "/?q=children", "/?q=%3Cscript%3E", "/?q=%22%3E%3Cimg", "/?since=%3Cscript%3E",
                               "/?%3Cscript%3E=1", "/about", "/%3Cscript%3E"}) {
        const HttpAnswer answer = get(target);
        CAPTURE(target);
        CHECK_FALSE(has(answer, "<script"));
        CHECK_FALSE(has(answer, "<img"));
        CHECK_FALSE(has(answer, "<b>one"));
        CHECK_FALSE(has(answer, "<i>"));
        CHECK_FALSE(has(answer, " style="));
        CHECK_FALSE(has(answer, "<style"));
    }
}

TEST_CASE_FIXTURE(Room, "every answer has the headers of security and an entity tag") {
    for (const char* target : {"/", "/?x=1", "/nothing", "/robots.txt", "/health", "/.json", "/%00"}) {
        const HttpAnswer answer = get(target);
        CAPTURE(target);
        CHECK(Room::header(answer, "Content-Security-Policy").find("default-src 'none'") == 0);
        CHECK(Room::header(answer, "Content-Security-Policy").find("unsafe") == std::string::npos);
        CHECK(Room::header(answer, "X-Content-Type-Options") == "nosniff");
        CHECK(Room::header(answer, "Referrer-Policy") == "no-referrer");
        CHECK(Room::header(answer, "X-Robots-Tag") == "noindex, noarchive");
        CHECK(Room::header(answer, "ETag") != "");
    }
}

TEST_CASE_FIXTURE(Room, "the entity tag is of generation and address: what a browser has is not sent again") {
    const std::string tag = get("/?q=children").etag;
    CHECK(get("/?q=children").etag == tag);
    CHECK(get("/?q=safe").etag != tag);
    const HttpAnswer again = get("/?q=children", tag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(Room::header(again, "ETag") == tag);
    CHECK(get("/?q=children", "W/" + tag).status == 304);
    CHECK(get("/?q=children", "\"other\"").status == 200);
    write_index(folder.path(), {make_article("three", "good", "Children.")}, "20261123T020000Z-00000000");
    CHECK(get("/?q=children", tag).status == 200);
    CHECK(get("/?q=children").etag != tag);
}

TEST_CASE_FIXTURE(Room, "statuses: no hit 200, a bad address, parameter or query 400, an unknown page 404") {
    CHECK(get("/?q=xyzzy").status == 200);
    CHECK(get("/?provider=nobody").status == 200);
    CHECK(get("/?colour=red").status == 400);
    CHECK(get("/?grade=excellent").status == 400);
    CHECK(get("/?q=%22children").status == 400);
    CHECK(get("/?since=2025&until=2024").status == 400);
    CHECK(get("/..").status == 400);
    CHECK(get("/nothing").status == 404);
    CHECK(get("/assets/0/page.css").status == 404);
    CHECK(get(style_address()).status == 200);
    CHECK(get("/about").status == 200);
    CHECK(get("/robots.txt").body == "User-agent: *\nDisallow: /\n");
}

TEST_CASE_FIXTURE(Room, "an index that is gone is 503 everywhere, with the reason, until there is one again") {
    CHECK(get("/health").status == 200);
    std::filesystem::rename(folder.path() / "current", folder.path() / "hidden");
    for (const char* target : {"/", "/health", "/about", "/.json"}) {
        CHECK(get(target).status == 503);
        CHECK(has(get(target), "no index in"));
    }
    std::filesystem::rename(folder.path() / "hidden", folder.path() / "current");
    CHECK(get("/health").status == 200);
}

TEST_CASE_FIXTURE(Room, "a generation published meanwhile is followed, a named one is asked for good") {
    CHECK(has(get("/?q=children"), "2 stories from 1 provider"));
    write_index(folder.path(), {make_article("three", "good", "Children.")}, "20261123T020000Z-00000000");
    CHECK(has(get("/?q=children"), "1 story from 1 provider"));
    const HttpAnswer pinned = get("/?q=children&generation=20261122T020000Z-00000000");
    CHECK(has(pinned, "2 stories from 1 provider"));
    CHECK(has(pinned, "/article/one?generation=20261122T020000Z-00000000"));
    CHECK(get("/?generation=20251122T020000Z-00000000").status == 410);
    CHECK(get("/?generation=..").status == 404);
    std::filesystem::remove_all(folder.path() / "generations" / "20261122T020000Z-00000000");
    CHECK(get("/?q=children&generation=20261122T020000Z-00000000").status == 410);
}

TEST_CASE_FIXTURE(Room, "json and csv are the command line's") {
    const nlohmann::json json = nlohmann::json::parse(get("/.json?q=children&grade=good").body);
    CHECK(json["format_version"] == 1);
    CHECK(json["matches"]["total"] == 1);
    CHECK(json["hits"][0]["id"] == "two");
    CHECK(json["facets"].size() == 4);
    CHECK(get("/.csv?q=children").body.starts_with("rank,id,"));
}

TEST_CASE_FIXTURE(
    Room, "an article is a page: values with their sentences, the sentence marked in the text, JSON behind it") {
    const HttpAnswer answer = get("/article/one");
    CHECK(answer.status == 200);
    CHECK(has(answer, "About &lt;b&gt;one&lt;/b&gt;"));
    CHECK(has(answer, "Children went missing &lt;script&gt;"));
    CHECK(has(answer, R"(<a href="/provider/kent-home">Kent &lt;i&gt;Home)"));
    CHECK(get("/article/nobody").status == 404);
    CHECK(get("/article/on").status == 404);
    CHECK(get("/article/one.txt").status == 404);
    CHECK(get("/article/..%2Fone").status == 404);
    CHECK(get("/article/one?q=a").status == 400);
    CHECK(nlohmann::json::parse(get("/article/one.json").body)["id"] == "one");
    CHECK(get("/article/one.csv").body.find("one.txt") != std::string::npos);
    CHECK(has(get("/article/one.atom"), "<entry>"));
}

TEST_CASE_FIXTURE(Room, "a provider is a page: what it is, its grades drawn and as a table, its stories") {
    const HttpAnswer answer = get("/provider/kent-home");
    CHECK(answer.status == 200);
    CHECK(has(answer, "<h1>Kent &lt;i&gt;Home"));
    CHECK(has(answer, "2 stories with a date, 2 of them with a grade"));
    CHECK(has(answer, "<td>2024-05-01</td><td>Inadequate</td>"));
    CHECK(get("/provider/nobody").status == 404);
    CHECK(get("/provider/kent-home?q=a").status == 400);
    CHECK(nlohmann::json::parse(get("/provider/kent-home.json").body)["matches"]["total"] == 2);
}

TEST_CASE_FIXTURE(Room, "a table's numbers lead to their stories; a map has a table beside it") {
    const HttpAnswer table = get("/table?rows=provider&columns=grade&q=children");
    CHECK(table.status == 200);
    CHECK(has(table, R"(href="/?q=children&amp;provider=kent-home&amp;grade=good">1</a>)"));
    CHECK(get("/table?rows=colour").status == 400);
    CHECK(get("/?rows=grade").status == 400);
    CHECK(get("/table.csv?rows=grade&columns=year").body.starts_with("grade,stories"));
    CHECK(has(get("/table?rows=provider&columns=grade"), R"(class="count">stories</th>)"));
    CHECK(has(get("/table?rows=provider&columns=grade&count=providers"), "Providers; the darker"));
    const HttpAnswer map = get("/map?facet=grade");
    CHECK(map.status == 200);
    CHECK(has(map, "Region by grade"));
    CHECK(has(map, ">KEN<"));
    CHECK(get("/map?facet=title").status == 400);
}

TEST_CASE_FIXTURE(Room, "a saved address is a feed: newest first, an id a story that no build changes") {
    const HttpAnswer feed = get("/.atom?q=children");
    CHECK(feed.type == "application/atom+xml; charset=utf-8");
    CHECK(has(feed, "<link rel=\"alternate\" type=\"text/html\" href=\"/?q=children\"/>"));
    const auto ids = [](const HttpAnswer& answer) {
        std::vector<std::string> found;
        for (std::size_t at = 0; (at = answer.body.find("<id>urn:findings:article:", at)) != std::string::npos; ++at)
            found.push_back(answer.body.substr(at, 45));
        std::sort(found.begin(), found.end());
        return found;
    };
    CHECK(ids(feed).size() == 2);
    write_index(folder.path(),
                {make_article("two", "good", "Children were safe."), make_article("one", "good", "Children.")},
                "20261123T020000Z-00000000");
    CHECK(ids(get("/.atom?q=children")) == ids(feed));
    CHECK_FALSE(has(feed, "<b>"));
}

TEST_CASE_FIXTURE(Room, "findings are another view of the same question, each linked to its place in the report") {
    Article report = make_article("report", "good", "Leaders should recruit more staff. Children are safe.");
    Finding finding;
    finding.form = FindingForm::recommendation;
    finding.pieces = {{0, 34}};
    finding.heading = "What needs to improve";
    report.findings = {finding};
    write_index(folder.path(), {report}, "20261123T020000Z-00000000");
    CHECK(has(get("/?q=staff"), "1 story from 1 provider"));
    CHECK(has(get("/?q=staff"), "/?q=staff&amp;findings=1"));
    const HttpAnswer answer = get("/?q=staff&findings=1");
    CHECK(answer.status == 200);
    CHECK(has(answer, "1 finding in 1 story from 1 provider"));
    CHECK(has(answer, "/article/report#f1"));
    CHECK(has(answer, "What needs to improve"));
    CHECK(has(get("/?q=safe&findings=1"), "0 findings from"));
    CHECK(nlohmann::json::parse(get("/.json?q=staff&findings=1").body)["hits"][0]["finding"]["form"] ==
          "recommendation");
    const std::string table = get("/.csv?q=staff&findings=1").body;
    CHECK(table.starts_with("rank,id,article,"));
    CHECK(table.find("Leaders should recruit more staff.") != std::string::npos);
    const HttpAnswer counted = get("/table?rows=region&columns=grade&q=staff&findings=1");
    CHECK(has(counted, "<h2>1 finding in 1 story from 1 provider</h2>"));
    CHECK(has(counted, R"(class="count">findings</th>)"));
    CHECK(get("/.csv?q=staff").body.starts_with("rank,id,date,"));
    CHECK(has(answer, "To cite this page"));
    CHECK(has(get("/article/report"), "id=\"f1\""));
    CHECK(get("/article/report%231-abcd").status == 200);
    CHECK(has(get("/?q=staff"), "1 story from 1 provider"));
}

TEST_CASE_FIXTURE(Room, "what an address has no other form of is 404 in it, never a page") {
    CHECK(get("/about.csv").type.starts_with("text/csv"));
    CHECK(get("/about.csv").body.starts_with("generation,built_at,about,name,count\r\n"));
    CHECK(get("/about.json").type == "application/json");
    CHECK(get("/about.atom").status == 404);
    for (const char* format : {"csv", "atom"}) CHECK(get(std::string("/health.") + format).status == 404);
}

TEST_CASE_FIXTURE(Room, "a feed tells first what was published last, whatever its date, and all of it") {
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) articles.push_back(make_article("new" + std::to_string(i), "good", "A wombat came."));
    for (int i = 0; i < 70; ++i) {
        Article article = make_article("old" + std::to_string(i), "good", "Children were seen by a wombat.");
        article.published = i % 7 == 0 ? "" : "2009-03-05";
        articles.push_back(article);
    }
    write_index(folder.path(), articles, "20261124T020000Z-00000000");
    std::ofstream list(folder.path() / "arrivals.csv");
    list << "when,id\n";
    for (int i = 0; i < 70; ++i) list << "2026-11-24T02:00:00Z,old" << i << '\n';
    list.close();
    const std::string feed = get("/.atom?q=wombat").body;
    const auto count = [&](const std::string& text) {
        std::size_t n = 0;
        for (std::size_t at = feed.find(text); at != std::string::npos; at = feed.find(text, at + 1)) ++n;
        return n;
    };
    CHECK(count("<entry>") == 120);
    CHECK(count("/article/old") == 70);
    CHECK(feed.find("/article/old") < feed.find("/article/new"));
    // A story without a date has the day it came, not that of the index: else it were news each night.
    CHECK(count("<updated>2026-11-24T02:00:00Z</updated>\n<link href") == 10);
    const std::string ten = get("/.atom?q=wombat&limit=10").body;
    CHECK(ten.find("/article/new") == std::string::npos);
    CHECK(ten.find("/article/old") != std::string::npos);
}

TEST_CASE_FIXTURE(Room,
                  "a withdrawn article is out of hits, counts, feeds, its page and every kept generation at once") {
    CHECK(has(get("/?q=children"), "2 stories from 1 provider"));
    const std::string tag = get("/?q=children").etag;
    std::ofstream(folder.path() / "withdrawn.csv") << "id,reason,when\none,asked by the family,2026-11-28T00:00:00Z\n";
    CHECK(has(get("/?q=children"), "1 story from 1 provider"));
    CHECK(get("/?q=children", tag).status == 200);
    CHECK(has(get("/"), "1 story from 1 provider"));
    const nlohmann::json json = nlohmann::json::parse(get("/.json").body);
    CHECK(json["matches"]["total"] == 1);
    CHECK(json["facets"]["grade"]["values"].size() == 1);
    CHECK_FALSE(has(get("/.atom"), "one"));
    CHECK(has(get("/table?rows=provider&columns=grade"), "1 story from 1 provider"));
    CHECK(get("/article/one").status == 410);
    CHECK(get("/article/one%231-abcd").status == 410);
    CHECK(get("/article/one.json").status == 410);
    CHECK(get("/original/one").status == 410);
    CHECK(get("/article/two").status == 200);
    CHECK(has(get("/?q=children&generation=20261122T020000Z-00000000"), "1 story from 1 provider"));
    CHECK(has(get("/?latest=1"), "1 story from"));
    std::ofstream(folder.path() / "withdrawn.csv") << "id,reason,when\none,\"x\n";
    CHECK(get("/?q=children").status == 503);
}

TEST_CASE("strangers see of news the headline and the sentence found, of a home no street, and no original of either") {
    test::TempFolder folder;
    Article news = make_article("news", "good", "The first sentence. A second one that nobody asked for.");
    news.values.push_back(make_value(Field::kind, "news"));
    Article home = make_article("home", "good", "The home is at 12 Example Road, TN25 4AB. Children are well.");
    home.values.push_back(make_value(Field::kind, "report"));
    home.values.push_back(make_value(Field::type, "childrens-home"));
    write_index(folder.path(), {news, home});
    GenerationPool pool({folder.path()}, 4);
    const Site site({}, pool);
    const auto get = [&](const std::string& target, bool is_public) {
        return site.answer({target, "room.example", "", is_public}).body;
    };
    CHECK(get("/article/news", false).find("nobody asked") != std::string::npos);
    CHECK(get("/article/news", true).find("nobody asked") == std::string::npos);
    CHECK(get("/article/news.json", true).find("nobody asked") == std::string::npos);
    CHECK(get("/article/home", false).find("TN25 4AB") != std::string::npos);
    for (const char* target : {"/article/home", "/article/home.json", "/?q=home", "/.json?q=home", "/.csv?q=home",
                               "/.atom?q=home", "/provider/kent-home"}) {
        CAPTURE(target);
        CHECK(get(target, true).find("TN25 4AB") == std::string::npos);
        CHECK(get(target, true).find("Example Road") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(Room, "ten thousand random addresses are answered, none with a bug") {
    std::mt19937 random(20261128);
    const std::vector<std::string> parts{"/",
                                         "?",
                                         "&",
                                         "=",
                                         "%",
                                         "%2e",
                                         "..",
                                         "%00",
                                         "q",
                                         "grade",
                                         "good",
                                         "inadequate",
                                         "not-",
                                         "limit",
                                         "offset",
                                         "since",
                                         "2024",
                                         "-1",
                                         "\"",
                                         "(",
                                         ")",
                                         "AND",
                                         "NEAR/",
                                         "*",
                                         "article",
                                         ".json",
                                         ".csv",
                                         ".atom",
                                         "about",
                                         "+",
                                         "a",
                                         "missing",
                                         "%C3%A9",
                                         "%ff",
                                         "facets",
                                         "all",
                                         "none",
                                         "sort",
                                         "latest",
                                         "1",
                                         "generation",
                                         "table",
                                         "99999999999999999999",
                                         "worst",
                                         "change",
                                         "first"};
    for (int i = 0; i < 10000; ++i) {
        std::string target = "/";
        for (auto n = random() % 12; n > 0; --n) target += parts[random() % parts.size()];
        if (random() % 4 == 0) target += static_cast<char>(random() % 256);
        const HttpAnswer answer = get(target);
        const bool known = answer.status == 200 || answer.status == 400 || answer.status == 404 ||
                           answer.status == 410 || answer.status == 413 || answer.status == 503;
        CAPTURE(target);
        CAPTURE(answer.body);
        REQUIRE(known);
    }
}

}  // namespace findings::testing
