#include "searcher/query/parse_query.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/query/print_query.hpp"
#include "tests/unit/searcher/support/describe_tree.hpp"

namespace findings {
namespace {

struct Case {
    std::string query;
    std::string tree;
};

void check_trees(const std::vector<Case>& cases, const ParseOptions& options = {}) {
    for (const Case& row : cases) {
        CAPTURE(row.query);
        QueryTree tree;
        REQUIRE_NOTHROW(tree = parse_query(row.query, options));
        CHECK(testing::describe_tree(tree.root) == row.tree);
        const std::string printed = print_query(tree.root);
        CAPTURE(printed);
        QueryTree again;
        REQUIRE_NOTHROW(again = parse_query(printed));
        CHECK(testing::describe_tree(again.root) == row.tree);
        CHECK(again.root == tree.root);
    }
}

TEST_CASE("words side by side are a row") {
    check_trees({
        {"", "<all>"},
        {"   \t ", "<all>"},
        {"safeguarding", "safeguarding"},
        {"missing from care", "{missing from care}"},
        {"  missing   care  ", "{missing care}"},
        {"Ofsted", "Ofsted"},
        {"Ofsted's report", "{Ofsted's report}"},
        {"Ofsted’s report", "{Ofsted’s report}"},
        {"'quoted' words", "{quoted words}"},
        {"children, families and schools.", "{children families and schools}"},
        {"re-inspection", "re-inspection"},
        {"child-on-child abuse", "{child-on-child abuse}"},
        {"well-led", "well-led"},
        {"16-19", "16-19"},
        {"SC456789", "SC456789"},
        {"27/03/2024", "27/03/2024"},
        {"1,234.5", "1,234.5"},
        {"a & b", "{a b}"},
        {"care/support", "care/support"},
        {"café Müller", "{café Müller}"},
        {"what?! now...", "{what now}"},
        {"#MeToo @ofstednews", "{MeToo ofstednews}"},
        {"£5m", "£5m"},
        {"good near bad", "{good near bad}"},
        // What is an operator elsewhere, and only punctuation as it stands here.
        {"Stop!", "Stop"},
        {"why? because!", "{why because}"},
        {"health & care", "{health care}"},
        {"a = b", "{a b}"},
        {"2+2=4", "2+2=4"},
        {"x<y", "x<y"},
        {"https://example.org/?a=b|c&&d~e!", "https://example.org/?a=b|c&&d~e"},
        {"W5 N1 w5", "{W5 N1 w5}"},
        {"near adj within", "{near adj within}"},
        {"around (care)", "{around care}"},
        {"2023...", "2023"},
        {"care...leavers", "care...leavers"},
        {"[care leavers]", "{care leavers}"},
        {"good and bad or not", "{good and bad or not}"},
        {"And Or Not Near", "{And Or Not Near}"},
        {"care\u00a0leavers\u2003now", "{care leavers now}"},
        {"tab\tand\nline", "{tab and line}"},
        {"\ufeffcare", "care"},
        {"Ofsted - report", "{Ofsted report}"},
        {"Ofsted – report", "{Ofsted report}"},
        {"Ofsted -- report", "{Ofsted report}"},
        {"strengths + weaknesses", "{strengths weaknesses}"},
        {"strengths; weaknesses", "{strengths weaknesses}"},
        {"C++", "C"},
        {"a=b", "a=b"},
        {"... care ...", "care"},
        {"50%", "50"},
    });
}

TEST_CASE("a colon that names no field stays in its word") {
    check_trees({
        {"10:30", "10:30"},
        {"at 9:15 today", "{at 9:15 today}"},
        {"http://example.org/a", "http://example.org/a"},
        {"see https://www.gov.uk/x?y=1 there", "{see https://www.gov.uk/x?y=1 there}"},
        {"Ofsted: a report", "{Ofsted a report}"},
        {"warning:", "warning"},
        {":care", "care"},
        {"2:1", "2:1"},
        {"example.org:80", "example.org:80"},
    });
}

TEST_CASE("quotes make phrases, straight or curly") {
    check_trees({
        {"\"missing from care\"", "phrase[missing from care]"},
        {"“missing from care”", "phrase[missing from care]"},
        {"„missing from care“", "phrase[missing from care]"},
        {"«missing care»", "phrase[missing care]"},
        {"“missing care\"", "phrase[missing care]"},
        {"\"care\"", "phrase[care]"},
        {"\"  care,  leavers! \"", "phrase[care leavers]"},
        {"\"not good\" report", "{phrase[not good] report}"},
        {"\"a b\"\"c d\"", "{phrase[a b] phrase[c d]}"},
        {"x\"a b\"y", "{x phrase[a b] y}"},
        {"\"AND OR\"", "phrase[AND OR]"},
        {"\"grade:good -x (y) z!\"", "phrase[grade:good x y z]"},
        {"\"Ofsted’s view\"", "phrase[Ofsted’s view]"},
        {"-\"not good\"", "-phrase[not good]"},
        {"\"re-inspection visit\"", "phrase[re-inspection visit]"},
        {"\"well - led\"", "phrase[well led]"},
    });
}

TEST_CASE("operators are upper case; OR binds loosest, then AND, then words side by side") {
    check_trees({
        {"a AND b", "(a AND b)"},
        {"a OR b", "(a OR b)"},
        {"a AND b AND c", "(a AND b AND c)"},
        {"a OR b OR c", "(a OR b OR c)"},
        {"a b OR c", "({a b} OR c)"},
        {"a OR b c", "(a OR {b c})"},
        {"a AND b OR c", "((a AND b) OR c)"},
        {"a OR b AND c", "(a OR (b AND c))"},
        {"a AND b c", "(a AND {b c})"},
        {"(a OR b) AND c", "((a OR b) AND c)"},
        {"(a OR b) c", "{(a OR b) c}"},
        {"(a AND b) AND c", "(a AND b AND c)"},
        {"a OR (b OR c)", "(a OR b OR c)"},
        {"((a))", "a"},
        {"(a b) c", "{{a b} c}"},
        {"a(b)c", "{a b c}"},
        {"a AND, b", "(a AND b)"},
        {"a xor b", "{a xor b}"},
        {"ANDROID", "ANDROID"},
        {"a AND \"b c\"", "(a AND phrase[b c])"},
    });
}

TEST_CASE("a minus or NOT excludes the next part, also alone or first; a plus demands it") {
    check_trees({
        {"-good", "-good"},
        {"NOT good", "-good"},
        {"-good -bad", "{-good -bad}"},
        {"care -good", "{care -good}"},
        {"-good care", "{-good care}"},
        {"care NOT good", "{care -good}"},
        {"care NOT good school", "{care -good school}"},
        {"care AND NOT good", "(care AND -good)"},
        {"NOT good AND care", "(-good AND care)"},
        {"care OR NOT good", "(care OR -good)"},
        {"-(a b)", "-{a b}"},
        {"NOT (a OR b)", "-(a OR b)"},
        {"NOT NOT a", "--a"},
        {"-5", "-5"},
        {"+care leavers", "{+care leavers}"},
        {"+care", "care"},
        {"+care +leavers", "{+care +leavers}"},
        {"+\"care leavers\" now", "{+phrase[care leavers] now}"},
        {"+(a b) c", "{+{a b} c}"},
        {"+(-a) c", "{+-a c}"},
        {"(-a)", "-a"},
        {"(+a)", "a"},
        {"-grade:good", "-grade=good"},
        {"-safeguard*", "-safeguard*"},
        {"-a NEAR/3 b", "-near3[a b]"},
        {"x -well-led", "{x -well-led}"},
        {"(-a b)", "{-a b}"},
    });
}

TEST_CASE("a star at the end stands for the rest of a word") {
    check_trees({
        {"safeguard*", "safeguard*"},
        {"saf* care", "{saf* care}"},
        {"safeguard*, care", "{safeguard* care}"},
        {"(safeguard*)", "safeguard*"},
        {"re-inspect*", "re-inspect*"},
        {"Mül*", "Mül*"},
        {"202*", "202*"},
    });
}

TEST_CASE("NEAR and ~ say how far apart words may stand") {
    check_trees({
        {"a NEAR b", "near10[a b]"},
        {"a NEAR/5 b", "near5[a b]"},
        {"a NEAR/5 b c", "{near5[a b] c}"},
        {"c a NEAR/5 b", "{c near5[a b]}"},
        {"a NEAR/5 b NEAR/5 c", "near5[a b c]"},
        {"a NEAR b OR c", "(near10[a b] OR c)"},
        {"safeguard* NEAR/2 child", "near2[safeguard* child]"},
        {"\"a b\"~5", "near5[a b]"},
        {"\"a b c\"~2 d", "{near2[a b c] d}"},
        {"“a b”~5", "near5[a b]"},
        {"(a) NEAR (b)", "near10[a b]"},
        {"a NEAR/1000 b", "near1000[a b]"},
        {"a NEAR, b", "near10[a b]"},
        {"\"AND OR\"~3", "near3[AND OR]"},
        {"NEARBY", "NEARBY"},
    });
}

TEST_CASE("field:value takes a word or a quoted text") {
    check_trees({
        {"grade:good", "grade=good"},
        {"GRADE:Good", "grade=Good"},
        {"grade:\"requires improvement\"", "grade=requires improvement"},
        {"grade:“requires improvement”", "grade=requires improvement"},
        {"care grade:good region:london", "{care grade=good region=london}"},
        {"grade:good OR grade:outstanding", "(grade=good OR grade=outstanding)"},
        {"judgement:leaders:inadequate", "judgement=leaders:inadequate"},
        {"judgement:leaders:\"requires improvement\"", "judgement=leaders:requires improvement"},
        {"judgement:\"leaders:requires improvement\"", "judgement=leaders:requires improvement"},
        {"provider:\"St. Mary's (Kent)\"", "provider=St. Mary's (Kent)"},
        {"url:https://example.org/report", "url=https://example.org/report"},
        {"url:https://example.org/a/", "url=https://example.org/a/"},
        {"source:kent/future.txt", "source=kent/future.txt"},
        {"source:\"a b.pdf\"", "source=a b.pdf"},
        {"id:a1b2c3", "id=a1b2c3"},
        {"publisher:\"Kent Online\"", "publisher=Kent Online"},
        {"grade:good,", "grade=good"},
        {"(grade:good)", "grade=good"},
        {"was:good change:declined", "{was=good change=declined}"},
        {"year:2024", "year=2024"},
        {"grade:none", "grade=none"},
        {"year:none", "year=none"},
        {"title:fostering", "title=fostering"},
        {"title:\"a phrase\"", "title=phrase[a phrase]"},
        {"title:\"a b\"~4", "title=near4[a b]"},
        {"title:foster*", "title=foster*"},
        {"title:re-inspection", "title=re-inspection"},
        {"title:care leavers", "{title=care leavers}"},
        {"-title:care", "-title=care"},
        {"regulator:ofsted kind:report visit:full type:school",
         "{regulator=ofsted kind=report visit=full type=school}"},
    });
}

TEST_CASE("date fields take a date or a range open at either end") {
    check_trees({
        {"published:2024", "published=2024..2024"},
        {"published:2023..2024-06", "published=2023..2024-06"},
        {"inspected:..2022", "inspected=..2022"},
        {"inspected:2022..", "inspected=2022.."},
        {"date:2024-03-05", "date=2024-03-05..2024-03-05"},
        {"date:05/03/2024", "date=2024-03-05..2024-03-05"},
        {"date:\"5 March 2024\"", "date=2024-03-05..2024-03-05"},
        {"date:\"5 March 2024 .. 6 April 2024\"", "date=2024-03-05..2024-04-06"},
        {"published:2024..2024", "published=2024..2024"},
        {"published:2024-02..2024", "published=2024-02..2024"},
        {"care published:2024, now", "{care published=2024..2024 now}"},
        {"-published:2024", "-published=2024..2024"},
    });
}

TEST_CASE("with --plain everything is words") {
    check_trees(
        {
            {"", "<all>"},
            {"!!!", "<all>"},
            {"safeguarding", "safeguarding"},
            {"a AND b OR NOT c", "{a and b or not c}"},
            {"NEAR/5 near", "{near 5 near}"},
            {"near/5 w/5 XOR NEAR5", "{near 5 w 5 xor near5}"},
            {"!a b || c && d|e", "{a b c d e}"},
            {"a^2 b~3 grade=good wom?n", "{a 2 b 3 grade good wom n}"},
            {"2023..2024-05", "{2023 2024-05}"},
            {"\"missing care", "{missing care}"},
            {"(a b", "{a b}"},
            {"-good +bad", "{good bad}"},
            {"well-led", "well-led"},
            {"grade:good", "{grade good}"},
            {"safeguard*", "safeguard"},
            {"sa* f", "{sa f}"},
            {"“curly” quotes", "{curly quotes}"},
            {"http://x.org", "{http x.org}"},
            {"10:30", "{10 30}"},
            {"AND", "and"},
        },
        {.plain = true});
}

TEST_CASE("brackets may nest a hundred deep") {
    const std::string deep = std::string(kMaxNesting, '(') + "a" + std::string(kMaxNesting, ')');
    CHECK(testing::describe_tree(parse_query(deep).root) == "a");
}

TEST_CASE("a node knows where it stood in the text") {
    const QueryTree tree = parse_query("care grade:good -(x y)");
    REQUIRE(tree.root.children.size() == 3);
    CHECK(tree.root.children[1].begin == 5);
    CHECK(tree.root.children[1].end == 15);
    CHECK(tree.root.children[2].begin == 16);
    CHECK(tree.root.children[2].end == 22);
    CHECK(tree.text == "care grade:good -(x y)");
}

}  // namespace
}  // namespace findings
