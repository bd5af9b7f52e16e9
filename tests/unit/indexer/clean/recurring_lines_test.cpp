#include "indexer/clean/recurring_lines.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "indexer/clean/clean_article.hpp"

using namespace findings;

namespace {

const std::uint64_t kSite = hash_site("host ledger.example");

const std::string kTitle = "Children’s home in Deal is told to train its staff";
const std::string kFirst =
    "A children’s home in Deal must train its staff before it takes in another child, inspectors say.";
const std::string kSecond = "Two of the four children had been moved there without a plan for what should come next.";
const std::string kThird = "Its owner said that a manager with many years of experience had been found at last.";

Block paragraph(const std::string& text) { return {BlockRole::paragraph, 0, text}; }

/// A line of the site with its share, alone and below `above`.
struct Known {
    std::string text;
    int percent = 0;
    std::string above = {};
};

std::uint64_t hash_text(const std::string& text) { return hash_counted_line(make_line(BlockRole::paragraph, 0, text)); }

RecurringLines know(const std::vector<Known>& known) {
    std::vector<std::pair<std::uint64_t, std::uint8_t>> lines;
    for (const auto& [text, percent, above] : known) {
        lines.emplace_back(hash_on_site(kSite, hash_text(text)), percent);
        if (!above.empty())
            lines.emplace_back(hash_on_site(kSite, hash_pair(hash_text(above), hash_text(text))), percent);
    }
    return RecurringLines(std::move(lines));
}

CleanArticle clean(const std::vector<Block>& blocks, const std::vector<Known>& known, bool named = true) {
    RawArticle raw;
    raw.blocks = blocks;
    const RecurringLines lines = know(known);
    return clean_article(raw, "story.txt", {&lines, {kSite}, named});
}

bool is_dropped(const CleanArticle& article, const std::string& text) {
    return std::any_of(article.dropped.begin(), article.dropped.end(), [&text](const DroppedText& dropped) {
        return dropped.text == text && dropped.rule == "recurs-across-site";
    });
}

bool falls_in_story(const std::string& text, int percent) {
    return is_dropped(
        clean({paragraph(kTitle), paragraph(kFirst), paragraph(text), paragraph(kSecond), paragraph(kThird)},
              {{text, percent}}),
        text);
}
bool falls_after_story(const std::string& text, int percent) {
    return is_dropped(
        clean({paragraph(kTitle), paragraph(kFirst), paragraph(kSecond), paragraph(kThird), paragraph(text)},
              {{text, percent}}),
        text);
}

const std::string kAppeal = "Reporters of the Ledger are paid by people who give three pounds a month.";
const std::string kNeutral = "Nine hundred people between the marshes and the sea own this page together.";
const std::string kBackground = "The council was rated inadequate in March, for the second time in ten years.";

}  // namespace

TEST_CASE("what talks of the paper or to its reader falls as soon as it recurs") {
    CHECK(falls_in_story(kAppeal, 30));
    CHECK(falls_in_story("If you know more about this, your call is always welcome at the office.", 30));
    CHECK_FALSE(falls_in_story(kAppeal, 0));
}

TEST_CASE("other sentences fall after the story when they stand in half of all stories, inside it in four of five") {
    CHECK(falls_after_story(kNeutral, 50));
    CHECK_FALSE(falls_after_story(kNeutral, 49));
    CHECK(falls_in_story(kNeutral, 80));
    CHECK_FALSE(falls_in_story(kNeutral, 79));
}

TEST_CASE("the background paragraph of a series stays, wherever it stands") {
    CHECK_FALSE(falls_in_story(kBackground, 79));
    CHECK_FALSE(falls_after_story(kBackground, 79));
    CHECK(falls_after_story(kBackground, 80));
    const std::vector<Block> blocks{paragraph(kTitle), paragraph(kFirst), paragraph(kSecond), paragraph(kBackground)};
    CHECK_FALSE(is_dropped(clean(blocks, {{kBackground, 100}}, false), kBackground));  // a folder, no address
}

TEST_CASE("quotes stay, and so does what a colon announces") {
    CHECK_FALSE(falls_in_story("“You have been let down by us,” the director told the families on Monday.", 90));
    CHECK_FALSE(falls_in_story("The newspaper of the town put these questions to the council:", 90));
    const CleanArticle article = clean({paragraph(kTitle), paragraph(kFirst), paragraph("The inspectors wrote:"),
                                        paragraph(kNeutral), paragraph(kSecond)},
                                       {{kNeutral, 90}});
    CHECK_FALSE(is_dropped(article, kNeutral));
}

TEST_CASE("a heading that stories share stays in the story and above its last list") {
    for (const BlockRole role : {BlockRole::heading, BlockRole::paragraph}) {
        const CleanArticle article = clean({{BlockRole::heading, 0, kTitle},
                                            paragraph(kFirst),
                                            {role, 0, "Background"},
                                            paragraph(kSecond),
                                            {role, 0, "What needs to improve"},
                                            {BlockRole::list_item, 0, "The training of the staff at night"}},
                                           {{"Background", 100}, {"What needs to improve", 100}});
        CHECK(article.body.find("Background") != std::string::npos);
        CHECK_FALSE(is_dropped(article, "What needs to improve"));
    }
}

TEST_CASE("sentences of a form stay: its headings recur too") {
    const std::string law = "It was carried out under the Act of 2000, to see whether the home keeps its rules.";
    const std::vector<Block> blocks{paragraph(kTitle),
                                    paragraph("What we found"),
                                    paragraph(kFirst),
                                    paragraph("Leaders"),
                                    paragraph(kSecond),
                                    paragraph(kThird),
                                    paragraph("About this inspection"),
                                    paragraph(law)};
    CHECK(is_dropped(clean(blocks, {{law, 100}}), law));
    const CleanArticle form =
        clean(blocks, {{law, 100}, {"What we found", 100}, {"Leaders", 100}, {"About this inspection", 100}});
    CHECK_FALSE(is_dropped(form, law));
    CHECK(form.body.find("About this inspection") != std::string::npos);
    const CleanArticle letter = clean({paragraph("Dear Ms Marsh"), paragraph(kFirst), paragraph(kSecond),
                                       paragraph(law), paragraph("Yours sincerely")},
                                      {{law, 100}, {"Yours sincerely", 100}});
    CHECK_FALSE(is_dropped(letter, law));
}

TEST_CASE("a label that stands only beside boilerplate goes with it") {
    const std::vector<Known> known{{"Keep the page going", 60},
                                   {kAppeal, 60, "Keep the page going"},
                                   {"Give now", 60, kAppeal},
                                   {"What happens next", 60}};
    const CleanArticle article =
        clean({paragraph(kTitle), paragraph(kFirst), paragraph("Keep the page going"), paragraph(kAppeal),
               paragraph("Give now"), paragraph("What happens next"), paragraph(kSecond)},
              known);
    CHECK(article.body == kFirst + "\n\nWhat happens next\n\n" + kSecond);
}

TEST_CASE("a slogan above the story is not its title") {
    const std::string slogan = "Telling the marshes what the sea brings";
    const std::vector<Block> blocks{paragraph(slogan), paragraph(kTitle), paragraph(kFirst), paragraph(kSecond)};
    CHECK(clean(blocks, {}).title == slogan);
    const CleanArticle article = clean(blocks, {{slogan, 100}});
    CHECK(article.title == kTitle);
    CHECK(article.body == kFirst + "\n\n" + kSecond);
}

TEST_CASE("a name, a grade or a label above the story stays, in a folder about one provider too") {
    for (const std::string line :
         {"Saltern Fostering", "Overall effectiveness: good", "Report of a focused visit", "Good"}) {
        CAPTURE(line);
        const CleanArticle article =
            clean({paragraph(line), paragraph(kTitle), paragraph(kFirst), paragraph(kSecond)}, {{line, 100}});
        CHECK(article.dropped.size() == 1);  // as the title, nothing else
        CHECK_FALSE(is_dropped(article, line));
    }
}

TEST_CASE("a title that all pages of a site share stays their title") {
    RawArticle raw;
    raw.title = "News for readers of the newspaper";
    raw.blocks = {{BlockRole::heading, 0, raw.title}, paragraph(kFirst), paragraph(kSecond)};
    const RecurringLines lines = know({{raw.title, 100}});
    const CleanArticle article = clean_article(raw, "a.html", {&lines, {kSite}, true});
    CHECK(article.title == raw.title);
    CHECK_FALSE(is_dropped(article, raw.title));
}

TEST_CASE("the last lines of a page fall, a row of a table and a label of a facet among them do not") {
    const Known share{"Pass it on", 100};
    const Known foot{"From Grain to Thanet and back again", 100};
    const std::vector<Block> story{paragraph(kTitle), paragraph(kFirst), paragraph(kSecond)};
    const auto below = [&story](const Block& block) {
        std::vector<Block> blocks = story;
        blocks.push_back(paragraph("Pass it on"));
        blocks.push_back(block);
        return blocks;
    };
    CHECK(clean(below(paragraph(foot.text)), {share, foot}).body == kFirst + "\n\n" + kSecond);
    const CleanArticle graded = clean(below(paragraph("Overall: Good")), {share, {"Overall: Good", 100}});
    CHECK_FALSE(is_dropped(graded, "Overall: Good"));
    const CleanArticle row =
        clean(below({BlockRole::table_row, 0, "Give\tnewspaper"}), {share, {"Give\tnewspaper", 100}});
    CHECK_FALSE(is_dropped(row, "Give\tnewspaper"));
}

TEST_CASE("an article without prose of its own keeps what it has, and a declared report keeps everything") {
    CHECK(clean({paragraph(kTitle), paragraph(kAppeal)}, {{kAppeal, 100}}).body == kAppeal);
    RawArticle raw;
    raw.declared["kind"] = {"report"};
    raw.blocks = {paragraph(kTitle), paragraph(kFirst), paragraph(kAppeal)};
    const RecurringLines lines = know({{kAppeal, 100}});
    CHECK(clean_article(raw, "a.txt", {&lines, {kSite}, true}).body.ends_with(kAppeal));
}

TEST_CASE("recurring lines are the same after encoding, and damaged bytes give none") {
    const RecurringLines lines = know({{kAppeal, 33}, {kNeutral, 100}});
    const RecurringLines again = RecurringLines::decode(lines.encode());
    CHECK(again.encode() == lines.encode());
    CHECK(again.percent(kSite, hash_text(kAppeal)) == 33);
    CHECK(RecurringLines::decode("12345").empty());
}
