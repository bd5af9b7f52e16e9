// The pieces of printed answers: characters, columns, lines, titles, facts.
#include <csignal>
#include <sstream>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "searcher/query/suggest_name.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/flow_text.hpp"
#include "searcher/render/output_stream.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

const std::string kBad = "\ufffd";

std::string flow(std::size_t width, std::size_t indent, const std::vector<std::string>& items,
                 const std::string& separator = ", ", std::size_t column = 0) {
    std::ostringstream out;
    FlowText text(out, width, indent, column);
    for (const std::string& item : items) text.add(item, separator);
    text.finish();
    return out.str();
}

Article make_article(const std::string& title, const std::string& kind = "news") {
    Article article;
    article.id = "a1";
    article.source = "a.txt";
    article.title = title;
    article.values = {make_value(Field::kind, kind), make_value(Field::provider, "kent", "Kent & Sons")};
    return article;
}

std::string facts(const Article& article, int page = 0) {
    Hit hit;
    hit.article = article;
    hit.page = page;
    return describe_hit(hit);
}

std::string timeline(const Article& article, const std::string& provider = "kent", std::size_t width = 60) {
    std::ostringstream out;
    RenderStyle style;
    style.width = width;
    style.quiet = true;
    const auto sink = make_timeline_renderer(out, style);
    SearchResult result;
    result.filters = {{Field::provider, {provider}, false}};
    sink->begin(result);
    Hit hit;
    hit.article = article;
    sink->add(hit);
    sink->end(result);
    return out.str();
}

}  // namespace

TEST_CASE("what is no character is replaced, byte by byte, and the longest ones are kept") {
    for (const char* text :
         {"a", "\x7e", "\u00a0", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff"})
        CHECK_MESSAGE(printable(text) == text, text);
    CHECK(printable("\xc1\xbf") == kBad + kBad);  // overlong
    CHECK(printable("\xe0\x9f\xbf") == kBad + kBad + kBad);
    CHECK(printable("\xf0\x8f\xbf\xbf") == kBad + kBad + kBad + kBad);
    CHECK(printable("\xed\xa0\x80") == kBad + kBad + kBad);  // a surrogate
    CHECK(printable("\xed\xbf\xbf") == kBad + kBad + kBad);
    CHECK(printable("\xf4\x90\x80\x80").starts_with(kBad));
    CHECK(printable("\xf5\x80\x80\x80").starts_with(kBad));
    CHECK(printable("a\xc3") == "a" + kBad);
    CHECK(printable("\xe2\x82"
                    "a") == kBad + kBad + "a");
    CHECK(printable("\x80") == kBad);
}

TEST_CASE("blanks are a blank, what would move the cursor or turn the text is gone") {
    CHECK(printable("a\tb\nc\rd\ve\ff") == "a b c d e f");
    for (const char* gone :
         {"\x01", "\x1f", "\x7f", "\u0080", "\u009f", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"})
        CHECK_MESSAGE(printable(std::string("a") + gone + "b") == "ab", gone);
    for (const char* kept : {"\u2010", "\u2029", "\u202f", "\u2065", "\u206a"})
        CHECK_MESSAGE(printable(std::string("a") + kept + "b") != "ab", kept);
}

TEST_CASE("a combining mark takes no column") {
    CHECK(count_columns("") == 0);
    CHECK(count_columns("abc") == 3);
    CHECK(count_columns("caf\u00e9") == 4);
    CHECK(count_columns("e\u0300\u036f") == 1);
    CHECK(count_columns("a\u200bb\u200dc\ufeff") == 3);
    CHECK(count_columns("\u02ff\u0370\u200c") == 3);
    CHECK(count_columns("\xff\xff") == 2);
}

TEST_CASE("a text is cut behind a word, unless a third of the room would be lost") {
    CHECK(shorten("one two three", 13) == "one two three");
    CHECK(shorten("one two three", 10) == "one two\u2026");
    CHECK(shorten("one two three", 11) == "one two th\u2026");
    CHECK(shorten("one two, three", 12) == "one two\u2026");
    CHECK(shorten("one two three", 8) == "one two\u2026");
    // "abc" of 6 is half of the room, "abcd" of 6 two thirds.
    CHECK(shorten("abc defghij", 6) == "abc d\u2026");
    CHECK(shorten("abcd efghij", 6) == "abcd\u2026");
    CHECK(shorten("abcdefghij", 4) == "abc\u2026");
    CHECK(shorten("\u00e9\u00e9\u00e9\u00e9", 3) == "\u00e9\u00e9\u2026");
    CHECK(shorten("abc", 1) == "\u2026");
    CHECK(shorten("", 0).empty());
}

TEST_CASE("thousands are grouped, one of a thing is singular") {
    CHECK(group_digits(0) == "0");
    CHECK(group_digits(999) == "999");
    CHECK(group_digits(1000) == "1,000");
    CHECK(group_digits(999999) == "999,999");
    CHECK(group_digits(1234567) == "1,234,567");
    CHECK(count_of(1, "story", "stories") == "1 story");
    CHECK(count_of(0, "story", "stories") == "0 stories");
    CHECK(count_of(1001, "story", "stories") == "1,001 stories");
}

TEST_CASE("items fill a line to its last column, the separator closes it, the next one is indented") {
    CHECK(flow(10, 2, {"abc", "def"}) == "  abc, def\n");
    CHECK(flow(9, 2, {"abc", "def"}) == "  abc,\n  def\n");
    CHECK(flow(4, 2, {"abcdef", "x"}) == "  abcdef,\n  x\n");
    CHECK(flow(10, 2, {}).empty());
    CHECK(flow(10, 2, {"abc"}, ", ", 5) == "abc\n");
    CHECK(flow(10, 2, {"abc", "d"}, ", ", 5) == "abc,\n  d\n");
    CHECK(flow(8, 0, {"ab", "cd"}, " \u00b7 ") == "ab \u00b7 cd\n");
    CHECK(flow(6, 0, {"ab", "cd"}, " \u00b7 ") == "ab \u00b7\ncd\n");
    CHECK(flow(4, 0, {"\u00e9\u00e9", "c"}, " ") == "\u00e9\u00e9 c\n");
    std::ostringstream out;
    FlowText words(out, 7, 1, 0);
    words.add_words(" one  two three ", "<", ">");
    words.finish();
    CHECK(out.str() == " <one>\n <two>\n <three>\n");
    std::ostringstream plain;
    FlowText text(plain, 8, 1, 0);
    text.add_words("one two three");
    text.finish();
    CHECK(plain.str() == " one two\n three\n");
}

TEST_CASE("what cannot be written is an error that says why, a closed pipe one of its own") {
    if (const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC); full >= 0) {
        OutputStream out(full);
        out << "x";
        CHECK_THROWS_AS(out.flush(), Error);
        ::close(full);
    }
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    {
        OutputStream out(ends[1]);
        const std::string text(30000, 'x');
        out << text << 'y';
        out.flush();
        std::string read(30001, '\0');
        std::size_t got = 0;
        while (got < read.size())
            got += static_cast<std::size_t>(::read(ends[0], read.data() + got, read.size() - got));
        CHECK((read == text + 'y'));
    }
    ::close(ends[0]);
    ::signal(SIGPIPE, SIG_IGN);
    OutputStream closed(ends[1]);
    closed << "x";
    CHECK_THROWS_AS(closed.flush(), OutputClosed);
    ::close(ends[1]);
}

TEST_CASE("an official title without its provider in front gets it in front, a headline stays as it is") {
    CHECK(shown_title(make_article("Inspection report", "report"), 80) == "Kent & Sons: Inspection report");
    CHECK(shown_title(make_article("Letter", "letter"), 80) == "Kent & Sons: Letter");
    CHECK(shown_title(make_article("Inspection report", "news"), 80) == "Inspection report");
    CHECK(shown_title(make_article("Report on Kent and Sons", "report"), 80) == "Report on Kent and Sons");
    // The whole name within sixty bytes and its own length.
    const auto title = [](std::size_t before) { return std::string(before, 'x') + " Kent & Sons"; };
    CHECK(shown_title(make_article(title(59), "report"), 300) == title(59));
    CHECK(shown_title(make_article(title(60), "report"), 300) == "Kent & Sons: " + title(60));
    CHECK(shown_title(make_article("Kentish & Sonsy", "report"), 80) == "Kent & Sons: Kentish & Sonsy");
    CHECK(shown_title(make_article("", "report"), 80) == "Kent & Sons: (no title)");
    CHECK(shown_title(make_article(""), 80) == "(no title)");
    Article two = make_article("Inspection report", "report");
    two.values.push_back(make_value(Field::provider, "leeds", "Leeds"));
    CHECK(shown_title(two, 80) == "Inspection report");
    // A report's title is cut to the columns, a headline beyond any that papers print.
    CHECK(shown_title(make_article("Kent & Sons one two three", "report"), 20) == "Kent & Sons one two\u2026");
    CHECK(shown_title(make_article(std::string(160, 'x')), 20) == std::string(160, 'x'));
    CHECK(shown_title(make_article(std::string(161, 'x')), 20) == std::string(159, 'x') + "\u2026");
}

TEST_CASE("the facts of a hit stand in their order, and what is not known is left out") {
    Article article = make_article("T");
    CHECK(facts(article) == "Kent & Sons \u00b7 a.txt \u00b7 id a1");
    article.inspected = "2024-01-02";
    CHECK(facts(article) == "Kent & Sons \u00b7 2024-01-02 (inspected) \u00b7 a.txt \u00b7 id a1");
    article.published = "2024-03-04";
    article.copies.resize(1);
    CHECK(facts(article, 3) == "Kent & Sons \u00b7 2024-03-04 \u00b7 a.txt, page 3 \u00b7 and 1 copy \u00b7 id a1");
    article.copies.resize(2);
    CHECK(facts(article).find("and 2 copies") != std::string::npos);
    article.values.push_back(make_value(Field::provider, "kent-2", "Kent & Sons"));
    article.values.push_back(make_value(Field::provider, "leeds", "Leeds"));
    CHECK(facts(article).starts_with("Kent & Sons, Leeds \u00b7"));
    article.values.push_back(make_value(Field::provider, "york", "York"));
    CHECK(facts(article).starts_with("Kent & Sons, Leeds and 1 more \u00b7"));
}

TEST_CASE("the grade before is told where one award, not inferred, leaves no doubt whose it is") {
    Article article = make_article("T");
    article.awards = {{"kent", "four-point", "good", "inadequate", "improved", false, {}}};
    CHECK(facts(article).find("\u00b7 was Inadequate \u00b7") != std::string::npos);
    article.values.push_back(make_value(Field::grade, "good", "Good"));
    CHECK(facts(article).find("\u00b7 Good (was Inadequate) \u00b7") != std::string::npos);
    article.awards[0].inferred = true;
    CHECK(facts(article).find("\u00b7 Good \u00b7") != std::string::npos);
    article.awards[0].inferred = false;
    article.awards[0].previous = "";
    CHECK(facts(article).find("\u00b7 Good \u00b7") != std::string::npos);
    article.awards[0].previous = "made-up";
    CHECK(facts(article).find("(was made-up)") != std::string::npos);
    article.awards.push_back(article.awards[0]);
    CHECK(facts(article).find("was") == std::string::npos);
}

TEST_CASE("a timeline tells each award of the provider asked for, its way, and the sentence that proves it") {
    Article article = make_article("Home closed", "news");
    article.published = "2024-05-01";
    article.awards = {{"kent", "four-point", "good", "inadequate", "improved", false, {}}};
    const auto has = [&](const std::string& text) {
        const std::string all = timeline(article);
        CAPTURE(all);
        CHECK(all.find(text) != std::string::npos);
    };
    has("\n2024-05-01  Home closed \u00b7 news\n            Good, up from Inadequate\n            a.txt \u00b7 id "
        "a1\n");
    for (const auto& [change, way] : {std::pair{"declined", "down"}, {"unchanged", "same"}, {"first", "first"}}) {
        article.awards[0].change = change;
        has("            Good, " + std::string(way) + " from Inadequate\n");
    }
    article.awards[0].change = "";
    has("            Good, was Inadequate\n");
    article.awards[0].inferred = true;
    has("            Good, was Inadequate (inferred)\n");
    article.awards[0] = {"kent", "four-point", "", "inadequate", "", false, {}};
    has("            no grade, was Inadequate\n");
    article.awards[0].previous = "";
    CHECK(timeline(article).find("no grade") == std::string::npos);
    article.awards[0] = {"kent", "four-point", "good", "", "first", false, {}};
    has("            Good, first\n");
    CHECK(timeline(article, "leeds").find("Good") == std::string::npos);
    article.values.push_back({Field::grade, "good", "Good", Evidence{Where::body, "It is good.", "rule", "", 3}});
    has("            \u201cIt is good.\u201d page 3\n");
    article.values.back() = {Field::grade, "good", "Good", Evidence{Where::body, "It is good.", "rule"}};
    has("            \u201cIt is good.\u201d\n");
    article.published.clear();
    article.values.push_back(make_value(Field::visit, "full", "Full inspection"));
    has("\nundated     Home closed \u00b7 Full inspection\n");
}

TEST_CASE("the nearest names are those within one edit for three letters, and one more with the first letter right") {
    using Names = std::vector<std::string>;
    const Names names{"kent", "leeds", "kirklees", "knowsley", "luton"};
    CHECK(suggest_names("kant", names) == Names{"kent"});
    CHECK(suggest_names("KENT", names) == Names{"kent"});
    CHECK(suggest_names("kxxt", names) == Names{"kent"});
    CHECK(suggest_names("xxnt", names).empty());
    CHECK(suggest_names("xent", names) == Names{"kent"});
    CHECK(suggest_names("kir", names) == Names{"kirklees"});
    CHECK(suggest_names("k", names).empty());
    CHECK(suggest_names("", names).empty());
    CHECK(suggest_names("kent", Names{"", "kent"}) == Names{"kent"});
    // One edit further than the best is near, two are not.
    CHECK(suggest_names("abcdef", Names{"abcdxx", "abcdex", "abcxxx"}) == Names{"abcdex", "abcdxx"});
    CHECK(suggest_names("abcdef", Names{"abcdef", "abcdxx"}) == Names{"abcdef"});
    CHECK(suggest_names("abc", Names{"abcd", "abce", "abcf", "abcg"}, 3).size() == 3);
    CHECK(suggest_hint("abc", Names{"abcd"}) == "did you mean abcd?");
    CHECK(suggest_hint("abc", Names{"abcd", "abce"}) == "did you mean abcd or abce?");
    CHECK(suggest_hint("abc", Names{"abcd", "abce", "abcf"}) == "did you mean abcd, abce or abcf?");
    CHECK(suggest_hint("abc", Names{"xyz"}).empty());
}

}  // namespace findings::testing
