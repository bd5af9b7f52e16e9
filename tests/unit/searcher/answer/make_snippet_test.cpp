#include "searcher/answer/make_snippet.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "common/text/fold.hpp"
#include "searcher/answer/commonplace.hpp"
#include "searcher/answer/find_marks.hpp"
#include "searcher/plan/build_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings {
namespace {

/// The snippet with its marks in square brackets.
std::string show(const std::string& text, const std::string& query, std::size_t max_bytes = kSnippetBytes) {
    testing::SmallIndex index{{"a", "", text}};
    const BuiltQuery built = build_query(parse_query(query), index.analyzer(), index.db());
    std::string shown;
    for (const SnippetPiece& piece : make_snippet(text, built.marks, index.analyzer(), max_bytes).pieces)
        shown += piece.marked ? '[' + piece.text + ']' : piece.text;
    return shown;
}

TEST_CASE("every form of a word is marked as it stands in the text") {
    CHECK(show("Leaders safeguard. SAFEGUARDING failed.", "safeguarding") ==
          "Leaders [safeguard]. [SAFEGUARDING] failed.");
    CHECK(show("Ofsted’s view of children", "Ofsted child") == "[Ofsted’s] view of [children]");
    CHECK(show("The café oﬃce", "CAFE office") == "The [café] [oﬃce]");
    CHECK(show("Exclusions rose", "excluded") == "[Exclusions] rose");
}

TEST_CASE("words of a phrase are marked only where the phrase stands") {
    CHECK(show("Care is missing. Children missing from care.", "\"missing from care\"") ==
          "Care is missing. Children [missing] [from] [care].");
    CHECK(show("Safeguard and safeguarding", "\"safeguarding\"") == "Safeguard and [safeguarding]");
    CHECK(show("Not\ngood, not good", "\"not good\"") == "Not good, [not] [good]");
    CHECK(show("not good, so not very good", "\"not good\"") == "[not] [good], so not very good");
}

TEST_CASE("hyphenated words are marked joined, split and as typed") {
    CHECK(show("A re-inspection, a reinspection, a re inspection.", "re-inspection") ==
          "A [re-inspection], a [reinspection], a [re] [inspection].");
    CHECK(show("A re-inspection.", "reinspection") == "A [re-inspection].");
    CHECK(show("A re-inspection visit.", "\"reinspection visit\"") == "A [re]-[inspection] [visit].");
}

TEST_CASE("wildcards and NEAR mark the words they stand for, excluded words are not marked") {
    CHECK(show("Safeguards and safety", "saf*") == "[Safeguards] and [safety]");
    CHECK(show("care leavers", "care NEAR leaver") == "[care] [leavers]");
    CHECK(show("good care", "care -bad") == "good [care]");
    CHECK(show("of the care", "the care") == "of the [care]");
}

TEST_CASE("the densest stretch wins and begins and ends with sentences where it can") {
    const std::string filler = "Nothing to see in this sentence at all. ";
    std::string text = "Care was mentioned here once. ";
    for (int i = 0; i < 20; ++i) text += filler;
    text += "Children go missing from care. ";
    for (int i = 0; i < 20; ++i) text += filler;
    CHECK(show(text, "missing care", 80) ==
          "Children go [missing] from [care]. Nothing to see in this sentence at all.");
    CHECK(show(text, "nothingness", 60) == "Care was mentioned here once.");
}

TEST_CASE("a paragraph's number begins its sentence and ends none") {
    const std::string text =
        "48. Leaders plan to meet need. 49. Children in care see their workers. 50. Plans are kept.";
    CHECK(show(text, "need", 34) == "48. Leaders plan to meet [need].");
    CHECK(show(text, "workers", 40) == "49. Children in care see their [workers].");
    CHECK(show("1. Children in care see workers.", "care", 24) == "1. Children in [care] see …");
    // A year ends its sentence.
    CHECK(show("They opened in 2020. Children in care see them.", "care", 27) == "Children in [care] see them.");
}

TEST_CASE("a stretch inside a long sentence has dots at its cut ends") {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "word ";
    text += "target ";
    for (int i = 0; i < 30; ++i) text += "more ";
    CHECK(show(text, "target", 40) == "… word word word [target] more more more …");
    const std::string unbroken(500, 'x');
    CHECK(show(unbroken, "zzz", 20) == std::string(20, 'x') + " …");
}

TEST_CASE("white space is collapsed and control characters never reach the reader") {
    CHECK(show("Care\n\nleavers\x1b[31m  are\there\x7f.", "care") == "[Care] leavers [31m are here .");
    CHECK(show("\n  Care", "zzz") == "Care");
    CHECK(show("", "care") == "");
}

TEST_CASE("a snippet knows its byte, from which its page follows") {
    const std::string text = "First page. \nSecond page on care.";
    testing::SmallIndex index{{"a", "", text}};
    const BuiltQuery built = build_query(parse_query("care"), index.analyzer(), index.db());
    const Snippet snippet = make_snippet(text, built.marks, index.analyzer(), 22);
    CHECK(snippet.begin == 13);
    CHECK(snippet.has_marks);
    const std::vector<PageStart> pages{{0, 1}, {13, 2}, {40, 3}};
    CHECK(find_page(pages, 0) == 1);
    CHECK(find_page(pages, snippet.begin) == 2);
    CHECK(find_page(pages, 99) == 3);
    CHECK(find_page({}, 5) == 0);
    CHECK(find_page({{5, 1}}, 2) == 0);
}

TEST_CASE("the search for marks stops at the first stretch that holds them all") {
    testing::SmallIndex index{{"a", "", "care"}};
    const BuiltQuery built = build_query(parse_query("care leavers"), index.analyzer(), index.db());
    std::string text = "care leavers ";
    for (int i = 0; i < 1000; ++i) text += "care ";
    CHECK(find_marks(text, built.marks, index.analyzer(), 240).size() < 120);
    CHECK(count_marks(built.marks) == 2);
}

TEST_CASE("random texts give valid UTF-8 that is not much longer than asked") {
    std::mt19937 random(3);
    const std::vector<std::string> pieces{"care", " ", "é", "€",       "\n",     ". ", "leavers",
                                          "\x01", "’", "-", "missing", "\u200b", "x"};
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = random() % 120; n > 0; --n) text += pieces[random() % pieces.size()];
        const std::string shown = show(text, "care \"care missing\" leav* x-care", 40);
        CAPTURE(text);
        REQUIRE(is_valid_utf8(shown));
        // The brackets of the marks, and a long word at either end.
        REQUIRE(shown.size() < 40 + 8 + 60 + 2 * 60);
    }
}

TEST_CASE("a snippet begins and ends with whole words, however long they are and whatever is marked in them") {
    // The room ends inside a word, before and behind the words looked for.
    CHECK(show("Bellringers rehearsed. Nobody told multidisciplinary colleagues about care arrangements nevertheless "
               "throughout",
               "care", 20) == "… about [care] …");
    CHECK(show("and pre-inspection-care-leavers-readiness is checked by another team entirely", "care", 12) ==
          "… pre-inspection-[care]-leavers-readiness …");
    // One that no space ends within reach is an address or a script without spaces: cut at a character.
    const std::string shown = show("care" + std::string(200, 'x') + " care", "care", 20);
    CHECK(shown.size() < 100);
    // A full stop at the very end of the room ends the snippet: no dots behind it.
    CHECK(show("They know every child in care. Then other things happen, at length, elsewhere.", "care", 30) ==
          "They know every child in [care].");
}

TEST_CASE("words on a report's cover are shown only when they stand nowhere else") {
    CHECK(show("Lead inspector: Ann Quick, leader\nThen the leaders act quickly.", "leaders") ==
          "Then the [leaders] act quickly.");
    CHECK(show("Lead inspector: Ann Quick\nThen they act.", "Quick") == "Lead inspector: Ann [Quick] Then they act.");
}

TEST_CASE("a browsed story shows the sentence about the finding that the filter asks for") {
    Article article;
    article.text = "A home has been told to improve.\nStaff are too few at night, and agency staff fill the gaps.";
    Evidence proof;
    proof.where = Where::body;
    proof.rule = "theme-cue";
    proof.begin = article.text.find("Staff");
    proof.end = article.text.size();
    proof.quote = article.text.substr(proof.begin);
    article.values = {{Field::weakness, "staffing", "Staffing", proof}};
    const auto begins = [&](const std::vector<ResolvedFilter>& filters) {
        return make_browse_snippet(article, filters).pieces.front().text.substr(0, 5);
    };
    CHECK(begins({{Field::weakness, {"vetting", "staffing"}, false}}) == "Staff");
    CHECK(begins({{Field::weakness, {"vetting"}, false}}) == "A hom");
    CHECK(begins({{Field::weakness, {"staffing"}, true}}) == "A hom");  // excluded: not asked for
    CHECK(begins({{Field::theme, {"staffing"}, false}}) == "A hom");    // another facet
    CHECK(begins({}) == "A hom");
}

TEST_CASE("a browsed report shows what proves its grade, or its first finding, not its letterhead") {
    const std::string cover = "Inspection dates: 4 to 15 October 2021\n";
    const std::string finding = "Children wait too long for a first assessment of their needs.";
    const std::string grade = "The overall effectiveness of these services is inadequate today.";
    Article article;
    article.text = cover + finding + '\n' + grade;
    const auto add = [&](Field facet, const std::string& slug, const std::string& quote) {
        Evidence evidence{Where::body, quote, "test"};
        evidence.begin = article.text.find(quote);
        article.values.emplace_back(facet, slug, slug, evidence);
    };
    add(Field::kind, "report", cover);
    CHECK(make_browse_snippet(article).pieces.front().text.rfind("Inspection dates", 0) == 0);
    add(Field::weakness, "waiting-times", finding);
    CHECK(make_browse_snippet(article).pieces.front().text.rfind("Children wait", 0) == 0);
    add(Field::grade, "inadequate", grade);
    CHECK(make_browse_snippet(article).pieces.front().text == grade);
    CHECK(make_browse_snippet(article).begin == article.text.find(grade));
}

TEST_CASE("with words and filters the snippet is the finding that satisfies both, with its own page") {
    const std::string both = "Care leavers do not get housing in time, and too many of them move often.";
    Article article;
    article.text = "Care leavers get good housing and advice.\nStaff are kind.\n" + both + "\nNobody knows more.";
    Finding finding;
    finding.themes = {"care-leavers"};
    finding.pieces = {{article.text.find(both), article.text.find(both) + both.size()}};
    article.findings = {finding};
    testing::SmallIndex index{{"a", "", article.text}};
    const BuiltQuery built = build_query(parse_query("housing"), index.analyzer(), index.db());
    const auto show_with = [&](const std::vector<ResolvedFilter>& filters) {
        const Snippet snippet =
            make_snippet(article.text, built.marks, index.analyzer(), 80, find_chosen_passages(article, filters));
        std::string text;
        for (const SnippetPiece& piece : snippet.pieces) text += piece.text;
        return text;
    };
    CHECK(show_with({{Field::weakness, {"care-leavers"}, false}}) == both);
    CHECK(show_with({}).starts_with("… good housing and advice"));
    // Praise is not asked for by a filter for weaknesses, nor the other way round.
    CHECK(show_with({{Field::strength, {"care-leavers"}, false}}).starts_with("… good housing and advice"));
    CHECK(show_with({{Field::weakness, {"care-leavers"}, true}}).starts_with("… good housing and advice"));
    article.findings[0].direction = FindingDirection::strength;
    CHECK(show_with({{Field::weakness, {"care-leavers"}, false}}).starts_with("… good housing and advice"));
    article.findings[0].other_body = true;
    CHECK(show_with({{Field::strength, {"care-leavers"}, false}}).starts_with("… good housing and advice"));
}

TEST_CASE("what every report says never wins a snippet from a sentence of the report's own") {
    const std::string standing =
        "This inspection was carried out under section 136 of the Education and Inspections Act.";
    CHECK(show(standing + "\nLeaders learn from each inspection.", "inspection") ==
          "Leaders learn from each [inspection].");
    CHECK(show(standing, "inspection").find("[inspection] was carried out") != std::string::npos);
    const std::string row = "The impact of leaders on practice with families Inadequate";
    CHECK(show(row + "\nThe impact of drift is great.", "impact") == "The [impact] of drift is great.");
    CHECK(show("A service is judged to be inadequate if children are at risk.\nChildren are at risk here.", "risk") ==
          "Children are at [risk] here.");
    // The same words in a sentence of its own are no row and no definition.
    CHECK(!is_commonplace("The impact of leaders on practice with families is inadequate."));
    CHECK(is_commonplace(row));
    CHECK(!is_commonplace(""));
}

TEST_CASE("a filter for a grade without words shows the sentence of the grade, not the table") {
    Article article;
    article.text =
        "Overall effectiveness Inadequate\nStaff are too few at night and nobody knows why.\n"
        "The overall effectiveness of the service is inadequate.\nMore follows.";
    Evidence table{Where::table, "Overall effectiveness Inadequate", "judgement-table"};
    article.values.emplace_back(Field::grade, "inadequate", "Inadequate", table);
    article.values.push_back({Field::kind, "report", "Report", table});
    const Snippet snippet = make_browse_snippet(article, {{Field::grade, {"inadequate"}, false}});
    CHECK(snippet.pieces.front().text.starts_with("The overall effectiveness of the service is inadequate."));
    CHECK(snippet.begin == article.text.find("The overall"));
}

TEST_CASE("a sentence says a grade by what something is, not by a thing that is so called") {
    Article article;
    article.text =
        "Overall effectiveness Inadequate\nDrift came of inadequate assessments and poor planning.\n"
        "The staff of the service say that they are inadequate to the task.\n"
        "Services for children in Anytown are inadequate.\nMore follows.";
    const Snippet snippet = make_browse_snippet(article, {{Field::grade, {"inadequate"}, false}});
    CHECK(snippet.begin == article.text.find("Services"));
}

TEST_CASE(
    "where no sentence says the grade, one that faults speaks for a low grade and one that praises for a high one") {
    Article article;
    article.text =
        "Leaders know their service well and act on it.\nCaseloads are too high for the work to be good work.";
    const auto add = [&](std::string_view passage, FindingDirection direction) {
        Finding& finding = article.findings.emplace_back();
        const std::size_t begin = article.text.find(passage);
        finding.pieces = {{begin, begin + passage.size()}};
        finding.direction = direction;
    };
    add("Leaders know their service well and act on it.", FindingDirection::strength);
    add("Caseloads are too high for the work to be good work.", FindingDirection::weakness);
    const auto begin_for = [&](const char* grade) {
        return make_browse_snippet(article, {{Field::grade, {grade}, false}}).begin;
    };
    CHECK(begin_for("inadequate") == article.text.find("Caseloads"));
    CHECK(begin_for("requires-improvement") == article.text.find("Caseloads"));
    CHECK(begin_for("good") == 0);
    CHECK(begin_for("outstanding") == 0);
    // One for another body speaks for no grade of this one.
    article.findings.back().other_body = true;
    CHECK(begin_for("inadequate") == 0);
}

TEST_CASE("an excerpt ends before the heading or the row of a table that follows, and goes on in a list") {
    CHECK(show("Oversight of practice.\nThe progress of children who need help: Good\nMore.", "oversight") ==
          "[Oversight] of practice.");
    CHECK(show("Oversight is weak.\nWhat needs to improve?\nThe rest.", "oversight") == "[Oversight] is weak.");
    CHECK(show("Oversight is weak.\nPractice is weak, too.\nThe rest.", "oversight") ==
          "[Oversight] is weak. Practice is weak, too. The rest.");
    // Entries without a full stop are no headings to each other.
    CHECK(show("The oversight of practice\nThe quality of plans\nSupervision", "oversight") ==
          "The [oversight] of practice The quality of plans Supervision");
}

}  // namespace
}  // namespace findings
