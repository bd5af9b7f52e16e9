// The limits of what a digest tells: years, days, confidence, order; and each sentence of its text.
#include <tuple>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "indexer/digest/known_grades.hpp"
#include "indexer/digest/make_digest.hpp"
#include "indexer/digest/render_digest.hpp"
#include "indexer/digest/silent_sources.hpp"
#include "indexer/digest/story_news.hpp"
#include "tests/unit/indexer/digest/given_grades.hpp"
#include "tests/unit/indexer/digest/invented_story.hpp"

using namespace findings;
using test::given;
using test::InventedStory;
using test::knowing;

namespace {

Digest tell(const KnownGrades& known, const std::vector<Article>& articles) {
    StoryNews news(known);
    for (const Article& article : articles) news.add(article, nullptr);
    Digest digest;
    news.move_to(digest);
    return digest;
}

Digest night() {
    Digest digest;
    digest.from = "g1";
    digest.to = "g2";
    digest.from_built_at = "2026-11-21T02:00:00Z";
    digest.to_built_at = "2026-11-22T02:00:00Z";
    digest.stories = 1;
    return digest;
}

bool says(const Digest& digest, const std::string& text) {
    const std::string all = render_digest_text(digest);
    CAPTURE(all);
    CAPTURE(text);
    const bool found = all.find(text) != std::string::npos;
    CHECK(found);
    return found;
}

Digest with_grade(const GradeEntry& entry) {
    Digest digest = night();
    digest.new_grades.add(entry);
    return digest;
}

}  // namespace

TEST_CASE("years are counted to the day") {
    CHECK_FALSE(is_years_before(4, "20200510", "20240510"));
    CHECK(is_years_before(4, "20200509", "20240510"));
    CHECK_FALSE(is_years_before(1, "20230510", "20240510"));
    CHECK(is_years_before(1, "20230509", "20240510"));
    CHECK_FALSE(is_years_before(1, "", "20240510"));
    CHECK_FALSE(is_years_before(1, "20240510", ""));
    CHECK_FALSE(is_years_before(1, "20250510", "20240510"));
}

TEST_CASE("a provider's first grade is archive from four years and a day behind the newest of all") {
    const KnownGrades known = knowing({given("good", "20240510", true, "four-point", 0, 1)});
    CHECK(known.judge(given("inadequate", "20200510")) == GradeNews::newer);
    CHECK(known.judge(given("inadequate", "20200509")) == GradeNews::archive);
}

TEST_CASE(
    "the newest grade of a provider is kept, whatever comes in which order, an inspection before a report of one day") {
    for (const bool turned : {false, true}) {
        std::vector<GivenGrade> grades{given("good", "20220301"), given("inadequate", "20220302"),
                                       given("outstanding", "20220302", false)};
        if (turned) std::swap(grades.front(), grades.back());
        const KnownGrades known = knowing(grades);
        CHECK(known.find_before(given("x", "20240101"))->grade == "inadequate");
        CHECK(known.newest_day() == "20220302");
        CHECK(known.newest_day_of(7) == "20220302");
    }
}

TEST_CASE("of one day the same grade is a repetition; another is a contradiction only between two inspections") {
    const KnownGrades known = knowing({given("good", "20240510")});
    CHECK(known.judge(given("good", "20240510", false)) == GradeNews::repeated);
    CHECK(known.judge(given("inadequate", "20240510", false)) == GradeNews::archive);
    CHECK(known.judge(given("inadequate", "20240510")) == GradeNews::contradicts);
    const KnownGrades told = knowing({given("good", "20240510", false)});
    CHECK(told.judge(given("inadequate", "20240510")) == GradeNews::archive);
    // The day before and after are other inspections, when both say when they were.
    CHECK(known.judge(given("good", "20240511")) == GradeNews::newer);
    CHECK(known.judge(given("good", "20240509")) == GradeNews::archive);
    CHECK(known.judge(given("inadequate", "20240511", false)) == GradeNews::newer);
    CHECK(known.judge(given("inadequate", "20240509", false)) == GradeNews::archive);
}

TEST_CASE("a report up to a year older than the story that told its grade is the same inspection") {
    const KnownGrades known = knowing({given("inadequate", "20240701", false)});
    CHECK(known.judge(given("inadequate", "20230701")) == GradeNews::repeated);
    CHECK(known.judge(given("inadequate", "20230630")) == GradeNews::archive);
    CHECK(known.judge(given("good", "20230701")) == GradeNews::archive);
}

TEST_CASE("providers, scales and regulators beside one another are not mixed up") {
    const KnownGrades known = knowing(
        {given("good", "20240510", true, "four-point", 1, 7), given("poor", "20250510", true, "four-point", 2, 7),
         given("met", "20260510", true, "four-point", 1, 8), given("low", "20270510", true, "aa", 1, 7)});
    CHECK(known.find_before(given("x", "20280101", true, "four-point", 1))->grade == "good");
    CHECK(known.find_before(given("x", "20280101", true, "four-point", 2))->grade == "poor");
    CHECK(known.find_before(given("x", "20280101", true, "four-point", 3)) == nullptr);
    CHECK(known.find_before(given("x", "20280101", true, "four-point", 0))->grade == "poor");
    CHECK(known.find_before(given("x", "20280101", true, "aa", 1))->grade == "low");
    CHECK(known.find_before(given("x", "20280101", true, "zz", 1)) == nullptr);
    CHECK(known.find_before(given("x", "20280101", true, "four-point", 1, 9)) == nullptr);
    CHECK(known.find_before(given("", "20280101", true, kAreaScale, 0))->grade == "low");
    CHECK(known.newest_day_of(7) == "20270510");
    CHECK(known.newest_day_of(8) == "20260510");
}

TEST_CASE("a value surer than three in four needs no check, one less sure does") {
    InventedStory story{.id = "x", .provider = "kent", .grade = "good", .inspected = "2024-05-10"};
    story.confidence = 0.75;
    CHECK(tell({}, {story.make()}).check_before_print.count == 0);
    story.confidence = 0.74;
    CHECK(tell({}, {story.make()}).check_before_print.count == 2);
    // The surest evidence of a value counts.
    Article article = story.make();
    for (const Field field : {Field::provider, Field::grade}) {
        const std::string slug = article.slugs(field).front();
        article.values.emplace_back(field, slug, slug, Evidence{Where::body, "Another.", "rule", "", 0, 0, 0, 0.9});
    }
    CHECK(tell({}, {article}).check_before_print.count == 0);
}

TEST_CASE("falls come first, then the newest, then the provider's name") {
    const KnownGrades known = knowing({});
    std::vector<Article> articles;
    for (const auto& [provider, day, change] : {std::tuple{"c", "2024-05-10", ""},
                                                {"b", "2024-05-10", ""},
                                                {"a", "2024-05-09", ""},
                                                {"z", "2024-01-01", "declined"},
                                                {"y", "2024-05-11", "improved"}})
        articles.push_back(InventedStory{.id = provider,
                                         .provider = provider,
                                         .grade = "good",
                                         .inspected = day,
                                         .previous = *change ? "x" : "",
                                         .change = change}
                               .make());
    std::string order;
    for (const GradeEntry& entry : tell(known, articles).new_grades.rows) order += entry.story.id;
    CHECK(order == "zybca");
}

TEST_CASE("a sentence that proves nothing better is the first one of the text") {
    Article article;
    for (const auto& [text, first] : {std::pair{"One. Two.", "One."},
                                      {"One\nTwo. Three.", "One"},
                                      {"One", "One"},
                                      {"", ""},
                                      {"At 1.5 m. Two", "At 1.5 m."}}) {
        article.text = text;
        CHECK(find_proof(article, Field::grade, "good").quote == first);
    }
    article.remarks.emplace_back(Field::grade, "good", "Good", Evidence{Where::declared, "said", "declared"});
    CHECK(find_proof(article, Field::grade, "good").quote == "said");
    CHECK(find_proof(article, Field::grade, "good").declared);
    CHECK(find_proof(article, Field::theme, "good").quote == "At 1.5 m.");
}

TEST_CASE("a source is told silent on the day after its longest habit, and on that night alone") {
    const auto night_of = [](const Arrivals& arrivals, int month, int from, int to) {
        std::string found;
        for (int day = from; day < to; ++day) {
            const std::string before = fmt::format("2026-{:02}-{:02}", month, day);
            const std::string after = fmt::format("2026-{:02}-{:02}", month, day + 1);
            if (!find_silent_sources(arrivals, before, after).empty()) found += after + ' ';
        }
        return found;
    };
    // Every third day: three times that is nine, and the day after.
    CHECK(night_of({{"a", {"2026-01-01", "2026-01-04", "2026-01-07", "2026-01-10", "2026-01-13"}}}, 1, 13, 31) ==
          "2026-01-23 ");
    // A longer pause than that once was.
    CHECK(night_of({{"a", {"2026-01-01", "2026-01-12", "2026-01-13", "2026-01-14", "2026-01-15"}}}, 1, 15, 31) ==
          "2026-01-27 ");
    // Twice on one day is one day; in any order.
    CHECK(night_of({{"a", {"2026-01-04", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-04"}}}, 1, 4,
                   31)
              .empty());
    // The median of an even number of intervals is the longer one: 1 1 4 4.
    CHECK(night_of({{"a", {"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-07", "2026-01-11"}}}, 1, 11, 31) ==
          "2026-01-24 ");
    // What is no day counts for nothing.
    CHECK(night_of({{"a", {"", "2026-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"}}}, 1, 5, 31).empty());
    CHECK(find_silent_sources({{"a", {"2026-01-01"}}}, "", "2026-01-01").empty());
}

TEST_CASE("a source is its site without www, else the folder of its file") {
    const auto name = [](const char* url, const char* source) {
        Article article;
        article.url = url;
        article.source = source;
        return name_source(article);
    };
    CHECK(name("https://www.example.org", "a/b.txt") == "example.org");
    CHECK(name("https://example.org#top", "a/b.txt") == "example.org");
    CHECK(name("https://example.org/a", "a/b.txt") == "example.org");
    CHECK(name("https://wwww.example.org/a", "a/b.txt") == "wwww.example.org");
    CHECK(name("example.org/a", "a/b.txt") == "a");
    CHECK(name("https:///a", "a/b.txt") == "a");
    CHECK(name("", "a/b/c.txt") == "a/b");
}

TEST_CASE("the head of a digest counts what is new, changed and gone") {
    Digest digest = night();
    digest.new_stories = 1;
    says(digest, "Findings, 2026-11-22: 1 story new, 0 changed, 0 gone; 1 story in all\n");
    digest.stories_changed.add({"id", "s", "T", "", ""});
    digest.stories_gone.add({"id", "s", "T", "", ""});
    digest.fell_out.add({{"id", "s", "T", "", ""}, "empty", "look"});
    digest.stories = 5;
    says(digest, ": 1 story new, 1 changed, 2 gone; 5 stories in all\n");
    says(digest, "\nFell out of the collection: the file is there, the story is not (1)\n  T (s)\n      empty: look\n");
    digest.moved_stories = 2;
    says(digest, "\n2 stories moved: the same text under another id\n");
    CHECK(render_digest_text(night()).find("moved") == std::string::npos);
}

TEST_CASE("five entries are shown, the sixth is counted") {
    Digest digest = night();
    for (int i = 0; i < 5; ++i) digest.stories_gone.add({"id", "s" + std::to_string(i), "T", "", ""});
    CHECK(render_digest_text(digest).find("more") == std::string::npos);
    digest.stories_gone.add({"id", "s5", "T", "", ""});
    says(digest, "  T (s4)\n  and 1 more\n");
    Digest hits = night();
    for (int i = 0; i < 3; ++i) hits.search_hits.add({"a", {"id", "s" + std::to_string(i), "T", "", ""}, "", 0});
    CHECK(render_digest_text(hits).find("more") == std::string::npos);
    hits.search_hits.add({"a", {"id", "s3", "T", "", ""}, "", 0});
    says(hits, "  [a] T (s2)\n  [a] and 1 more\n");
    hits.searches_run = {"b", "a"};
    says(hits, "\nSaved searches run: b (nothing new), a (4 new)\n");
    hits.searches_begun = {"b", "a"};
    says(hits, "\nSaved searches run: b (first run, tells what comes from now on), a (4 new)\n");
    Digest quiet = night();
    quiet.searches_run = {"b"};
    says(quiet, "nothing new since 2026-11-21 (1 story); saved searches run: b (nothing new)\n");
}

TEST_CASE("a grade is told with the one before, in the words for where that is known from") {
    GradeEntry entry;
    entry.story = {"id", "s", "", "2026-01-01", ""};
    entry.provider = "Kent";
    entry.grade = "good";
    says(with_grade(entry), "  Kent: Good\n      (no title) (s, 2026-01-01)\n");
    entry.inspected = "2025-12-01";
    says(with_grade(entry), "  Kent: Good, inspected 2025-12-01\n");
    entry.change = "first";
    says(with_grade(entry), "  Kent: Good, first inspection, inspected 2025-12-01\n");
    entry.previous = "inadequate";
    entry.change = "improved";
    says(with_grade(entry), "  Kent: Good, before Inadequate (computed): a rise, inspected");
    entry.previous_from_text = true;
    entry.change = "declined";
    says(with_grade(entry), "  Kent: Good, was Inadequate: a fall, inspected");
    entry.change = "unchanged";
    says(with_grade(entry), "  Kent: Good, was Inadequate: unchanged, inspected");
    entry.change = "";
    says(with_grade(entry), "  Kent: Good, was Inadequate, inspected");
}

TEST_CASE("a proof says its page and whether it was declared, and is cut behind 180 bytes") {
    GradeEntry entry;
    entry.grade = "good";
    entry.proof = {"Quote.", 0, false};
    says(with_grade(entry), "      \u201cQuote.\u201d\n");
    entry.proof.page = 3;
    says(with_grade(entry), "      \u201cQuote.\u201d (page 3)\n");
    entry.proof.declared = true;
    says(with_grade(entry), "      declared: \u201cQuote.\u201d (page 3)\n");
    entry.proof = {std::string(180, 'x'), 0, false};
    says(with_grade(entry), "\u201c" + std::string(180, 'x') + "\u201d\n");
    entry.proof.quote = std::string(181, 'x');
    says(with_grade(entry), "\u201c" + std::string(180, 'x') + " \u2026\u201d\n");
    entry.proof.quote = std::string(180, 'x') + " y";
    says(with_grade(entry), "\u201c" + std::string(180, 'x') + " \u2026\u201d\n");
    entry.proof.quote = std::string(100, 'x') + ' ' + std::string(100, 'y');
    says(with_grade(entry), "\u201c" + std::string(100, 'x') + " \u2026\u201d\n");
    entry.proof.quote = " a\t\x7f b\xc2\x85 c\xc2\xa3 ";
    says(with_grade(entry), "\u201ca b c\u00a3\u201d\n");
}

TEST_CASE("every other section says what it is about") {
    Digest digest = night();
    digest.outcomes.add({{"id", "s", "T", "", ""}, {"special-measures", "priority-action"}, {}});
    digest.outcomes.add({{"id", "s", "T", "", "Kent"}, {"special-measures"}, {"Quote.", 0, false}});
    digest.search_errors.add({"care", "searches.conf:3", "no field foo\n  foo:bar\n  ^^^"});
    for (const char* reason : {"inferred", "undated", "contradicts", "unsure"})
        digest.check_before_print.add({{"id", "s", "T", "", ""}, reason, "grade", "good", {}});
    digest.check_before_print.add({{"id", "s", "T", "", ""}, "unsure", "nofield", "value", {}});
    digest.values_changed.add(
        {{"id", "s", "T", "", ""}, {{"grade", {"good"}, {}, ""}, {"theme", {}, {"a", "b"}, "rule"}}});
    digest.silent_sources.add({"kent", "2026-01-05", 1});
    digest.silent_sources.add({"medway", "2026-01-05", 2});
    digest.archive_added.add({"id", "s", "T", "", "Kent"});
    says(digest, "  Unknown provider: Special measures, ");
    says(digest, "  Kent: Special measures\n      T (s)\n      \u201cQuote.\u201d\n");
    says(digest, "  [care] searches.conf:3\n      no field foo\n        foo:bar\n        ^^^\n");
    says(digest, "  grade Good, not printed, only described: T (s)\n");
    says(digest, "  grade Good, no date found: T (s)\n");
    says(digest, "  grade Good, another grade is known of that day's inspection: T (s)\n");
    says(digest, "  grade Good, an unsure reading: T (s)\n");
    says(digest, "  nofield value, an unsure reading: T (s)\n");
    says(digest, "  T (s)\n      grade: good -> none\n      theme: none -> a, b (rule)\n");
    says(digest, "  kent: nothing new since 2026-01-05, before that every day\n");
    says(digest, "  medway: nothing new since 2026-01-05, before that every 2 days\n");
    says(digest, "  Kent: T (s)\n");
}

TEST_CASE("a rejection says its record, and what was rejected before is counted beside new ones only") {
    Digest digest = night();
    digest.still_rejected = 3;
    CHECK(render_digest_text(digest).find("as before") == std::string::npos);
    Rejection rejection;
    rejection.source = "a.jsonl";
    rejection.reason = RejectionReason::empty;
    rejection.detail = "nothing";
    rejection.hint = "look";
    digest.rejected.add(rejection);
    rejection.line = 4;
    digest.rejected.add(rejection);
    says(digest, "  a.jsonl: empty: nothing\n      look\n  a.jsonl, record 4: empty: nothing\n");
    says(digest, "  and 3 as before: findings-index failures\n");
    digest.still_rejected = 0;
    CHECK(render_digest_text(digest).find("as before") == std::string::npos);
}
