#include "searcher/plan/build_query.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query/parse_query.hpp"
#include "searcher/query/resolve_values.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings {
namespace {

using testing::SmallIndex;

BuiltQuery build(SmallIndex& index, const std::string& text, const QueryOptions& options = {}) {
    BuiltInVocabulary vocabulary;
    QueryTree tree = parse_query(text);
    resolve_query(tree, vocabulary);
    return build_query(tree, index.analyzer(), index.db(), options);
}

std::string find(SmallIndex& index, const std::string& text, const QueryOptions& options = {}) {
    return index.find(build(index, text, options).query);
}

struct FindCase {
    std::string query;
    std::string found;
};

void check_found(SmallIndex& index, const std::vector<FindCase>& cases, const QueryOptions& options = {}) {
    for (const FindCase& row : cases) {
        CAPTURE(row.query);
        CHECK(find(index, row.query, options) == row.found);
    }
}

SmallIndex& words_index() {
    static SmallIndex index{
        {"a", "Children missing from care", "Ofsted’s report says safeguarding is not effective."},
        {"b", "Good home", "The home safeguards a child. Staff care for children who go missing."},
        {"c", "Re-inspection", "The re-inspection visit found self-harm among care leavers."},
        {"d", "Fostering", "A reinspection visit. Exclusions rose; the inspector was absent."},
        {"e", "The the", "Of to the and re inspection visit café oﬃce naïve."},
    };
    return index;
}

TEST_CASE("words are stemmed and blind to case, accents, possessives and ligatures") {
    check_found(words_index(), {
                                   {"", "a b c d e"},
                                   {"safeguarding", "a b"},
                                   {"SAFEGUARDS", "a b"},
                                   {"Ofsted", "a"},
                                   {"ofsted's", "a"},
                                   {"child", "a b"},
                                   {"excluded", "d"},
                                   {"cafe", "e"},
                                   {"CAFÉ", "e"},
                                   {"office", "e"},
                                   {"missing care", "a b"},
                                   {"missing effective", "a"},
                                   {"nowhere", ""},
                                   {"missing nowhere", ""},
                               });
}

TEST_CASE("with --match any one of the words is enough; +, -, fields and stop words keep their sense") {
    const QueryOptions any{.match = MatchMode::any};
    check_found(words_index(),
                {
                    {"effective leavers", "a c"},
                    {"+care effective", "a b c"},
                    {"+care +leavers effective", "c"},
                    {"care -missing", "c"},
                    {"effective AND leavers", ""},
                    {"the nowhere", ""},
                    {"the", "b c d e"},
                    {"effective leavers id:c", "c"},
                    {"-care", "d e"},
                },
                any);
}

TEST_CASE("a hyphenated word is found joined, split and as typed") {
    check_found(words_index(), {
                                   {"re-inspection", "c d e"},
                                   {"re-inspections", "c d e"},
                                   {"reinspection", "c d"},
                                   {"re inspection", "c e"},
                                   {"\"re-inspection\"", "c d e"},
                                   {"\"reinspection\"", "c d"},
                                   {"\"re inspection\"", "c e"},
                                   {"\"re-inspection visit\"", "c d e"},
                                   {"\"reinspection visit\"", "c d"},
                                   {"\"re inspection visit\"", "c e"},
                                   {"self-harming", "c"},
                                   {"selfharm", "c"},
                                   {"title:re-inspection", "c"},
                                   {"re-inspect*", "c d e"},
                               });
}

TEST_CASE("quotes switch off stems and equivalents and keep stop words and not") {
    check_found(words_index(), {
                                   {"\"safeguarding\"", "a"},
                                   {"\"safeguard\"", ""},
                                   {"\"child\"", "b"},
                                   {"\"Missing From Care\"", "a"},
                                   {"\"missing care\"", ""},
                                   {"\"not effective\"", "a"},
                                   {"\"is effective\"", ""},
                                   {"\"Ofsted report\"", "a"},
                                   {"\"cafe office\"", "e"},
                                   {"\"care Ofsted\"", ""},
                                   {"\"home the\"", ""},
                               });
}

TEST_CASE("operators and signs") {
    check_found(words_index(), {
                                   {"effective OR leavers", "a c"},
                                   {"care AND missing", "a b"},
                                   {"care NOT missing", "c"},
                                   {"-care", "d e"},
                                   {"NOT care", "d e"},
                                   {"-care -re", "d"},
                                   {"-\"missing from care\" care", "b c"},
                                   {"care OR NOT visit", "a b c"},
                                   {"(effective OR leavers) missing", "a"},
                                   {"NOT (care OR visit)", ""},
                                   {"NOT NOT leavers", "c"},
                                   {"-nowhere", "a b c d e"},
                                   {"-safeguard*", "c d e"},
                               });
}

TEST_CASE("NEAR counts positions, in either order, over the forms of the words") {
    static SmallIndex index{
        {"1", "", "care leavers"},
        {"2", "", "leavers in care"},
        {"3", "", "care one two three four leaver"},
        {"4", "", "care a b c d e leaver"},
        {"5", "", "care"},
        {"6", "care", "leavers"},
        {"7", "", "care well-led leavers"},
        {"8", "", "a well led cared one leaver"},
    };
    check_found(index, {
                           {"care NEAR/1 leavers", "1"},
                           {"care NEAR/2 leavers", "1 2 8"},
                           {"leavers NEAR/2 care", "1 2 8"},
                           {"care NEAR/5 leavers", "1 2 3 7 8"},
                           {"care NEAR leavers", "1 2 3 4 7 8"},
                           {"\"care leavers\"~1", "1"},
                           {"\"care leavers\"~5", "1 2 3 7 8"},
                           {"\"leavers in care\"~1", "2"},
                           {"leave* NEAR/1 care", "1"},
                           {"care NEAR/1 care", ""},
                           {"well-led NEAR/1 care", "7 8"},
                           {"nowhere NEAR care", ""},
                       });
}

TEST_CASE("a phrase that ends with a hyphenated word asks for all its words") {
    SmallIndex index{{"a", "", "care and self-harm"}, {"b", "", "selfharm alone"}, {"c", "", "care selfharm"}};
    check_found(index, {{"\"care self-harm\"", "c"}, {"\"and self-harm\"", "a"}});
}

TEST_CASE("a spelling that is nowhere indexed does not narrow what stands beside it") {
    SmallIndex index{{"a", "", "inspection and caring self"}, {"b", "selfharm the miss", "inspection"}};
    check_found(index, {{"inspection AND (title:\"the self-harm miss\" OR \"caring self\"~2)", "a"}});
}

TEST_CASE("NEAR finds words whose forms overlap, and beginnings of hyphenated words") {
    SmallIndex index{{"a", "", "cared acute care cards"}, {"b", "", "a plan for re-inspection"}, {"c", "", "care"}};
    check_found(index, {{"care NEAR/1 car*", "a"}, {"care NEAR/2 care", "a"}, {"plan NEAR/2 re-insp*", "b"}});
}

TEST_CASE("a star stands for indexed words only") {
    check_found(words_index(), {
                                   {"safeg*", "a b"},
                                   {"chi*", "a b"},
                                   {"title:chi*", "a"},
                                   {"xyz*", ""},
                                   {"inspec* -re-inspection", ""},
                               });
}

TEST_CASE("title: looks at the title alone") {
    check_found(words_index(), {
                                   {"title:care", "a"},
                                   {"title:child", "a"},
                                   {"title:\"missing from\"", "a"},
                                   {"title:\"missing care\"", ""},
                                   {"title:\"missing care\"~2", "a"},
                                   {"care -title:care", "b c"},
                                   {"title:fostered", "d"},
                               });
}

TEST_CASE("stop words are left out when other words remain, and the reader is told") {
    SmallIndex& index = words_index();
    CHECK(find(index, "of safeguarding") == "a b");
    const BuiltQuery built = build(index, "the safeguarding of children");
    CHECK(built.ignored == std::vector<std::string>{"the", "of"});
    CHECK(built.notes == std::vector<std::string>{"stop words ignored: the, of"});
    CHECK(index.find(built.query) == "a b");
    CHECK(find(index, "the of") == "e");
    CHECK(build(index, "the of").notes.empty());
    CHECK(find(index, "the id:b") == "b");
    CHECK(find(index, "+of safeguarding") == "");
    CHECK(find(index, "of AND safeguarding") == "");
    CHECK(find(index, "safeguarding not effective") == "a");
    CHECK(build(index, "safeguarding not effective").ignored.empty());
    CHECK(find(index, "safeguarding -of") == "a b");
}

SmallIndex& fields_index() {
    static SmallIndex index{
        {"a",
         "",
         "safeguarding",
         {{Field::grade, "inadequate"},
          {Field::region, "london"},
          {Field::published, "20230317"},
          {Field::date, "20230317"}}},
        {"b",
         "",
         "safeguarding",
         {{Field::grade, "good"}, {Field::judgement, "leaders:requires-improvement"}, {Field::published, "20240601"}}},
        {"c",
         "",
         "",
         {{Field::grade, "good"},
          {Field::publisher, "kent-online"},
          {Field::source, "kent/future.txt"},
          {Field::url, "https://x.org/A"}}},
        {"d",
         "",
         "other",
         {{Field::provider, "st-marys"}, {Field::was, "good"}, {Field::change, "declined"}, {Field::year, "2024"}}},
    };
    return index;
}

TEST_CASE("fields filter by slug or label") {
    check_found(fields_index(), {
                                    {"grade:good", "b c"},
                                    {"grade:Good", "b c"},
                                    {"grade:good grade:inadequate", ""},
                                    {"grade:good OR grade:inadequate", "a b c"},
                                    {"grade:none", "d"},
                                    {"-grade:none", "a b c"},
                                    {"-grade:good", "a d"},
                                    {"region:London safeguarding", "a"},
                                    {"safeguarding grade:good", "b"},
                                    {"judgement:leaders:RI", "b"},
                                    {"judgement:leaders:\"requires improvement\"", "b"},
                                    {"provider:\"St. Mary's\"", "d"},
                                    {"provider:nobody", ""},
                                    {"publisher:\"Kent Online\"", "c"},
                                    {"source:kent/future.txt", "c"},
                                    {"source:Kent/future.txt", ""},
                                    {"url:https://x.org/A", "c"},
                                    {"id:b", "b"},
                                    {"was:good change:declined", "d"},
                                    {"year:2024", "d"},
                                    {"other OR grade:inadequate", "a d"},
                                });
}

TEST_CASE("date ranges take whole years and months; articles without the date never match") {
    check_found(fields_index(), {
                                    {"published:2023", "a"},
                                    {"published:2023..2024-06", "a b"},
                                    {"published:2023-03-17", "a"},
                                    {"published:2023-03-18..", "b"},
                                    {"published:..2023-03-16", ""},
                                    {"published:..2024", "a b"},
                                    {"inspected:..2024", ""},
                                    {"date:2023", "a"},
                                    {"safeguarding -published:2023", "b"},
                                });
}

TEST_CASE("fields and ranges weigh nothing") {
    SmallIndex& index = fields_index();
    for (const char* text :
         {"grade:good", "published:2023..", "-safeguarding", "grade:good OR grade:none", "", "grade:good -other"}) {
        CAPTURE(text);
        const BuiltQuery built = build(index, text);
        CHECK_FALSE(built.has_words);
        Xapian::Enquire enquire(index.db());
        enquire.set_query(built.query);
        CHECK(enquire.get_mset(0, 10).get_max_attained() == 0.0);
    }
    CHECK(build(index, "safeguarding").has_words);
    CHECK(build(index, "title:x").has_words);
}

TEST_CASE("dropped boilerplate is searched on demand only") {
    SmallIndex index{{"a", "", "care", {}, "Cookie settings well-known"}, {"b", "", "cookies", {}, ""}};
    CHECK(find(index, "cookie") == "b");
    const QueryOptions dropped{.include_dropped = true};
    CHECK(find(index, "cookie", dropped) == "a b");
    CHECK(find(index, "\"cookie settings\"", dropped) == "a");
    CHECK(find(index, "cook*", dropped) == "a b");
    CHECK(find(index, "cookie NEAR setting", dropped) == "a");
    CHECK(find(index, "title:cookie", dropped) == "");
    CHECK(find(index, "well-known", dropped) == "a");
    CHECK_FALSE(build(index, "\"cookie settings\"", dropped).notes.empty());
}

TEST_CASE("what a snippet marks is what is looked for, never what is excluded") {
    const BuiltQuery built = build(words_index(), "safeguards \"missing from care\" inspec* -leavers -\"self harm\"");
    CHECK(built.marks.stems == std::set<std::string>{"safeguard"});
    CHECK(built.marks.phrases == std::vector<std::vector<std::string>>{{"missing", "from", "care"}});
    CHECK(built.marks.prefixes == std::vector<std::string>{"inspec"});
}

TEST_CASE("the outermost parts can be run alone, to find which one is to blame") {
    const BuiltQuery built = build(words_index(), "safeguarding nowhere -care");
    REQUIRE(built.parts.size() == 3);
    CHECK(built.parts[0].text == "safeguarding");
    CHECK(words_index().find(built.parts[1].query) == "");
    CHECK(built.parts[2].excluded);
}

TEST_CASE("neighbouring words are listed for ranking, those around a stop word are none") {
    SmallIndex index{{"a", "", "care leavers"}};
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(build(index, "care leavers").ranking.adjacent == Pairs{{"care", "leavers"}});
    CHECK(build(index, "Children missing from care homes").ranking.adjacent ==
          Pairs{{"children", "missing"}, {"care", "homes"}});
    CHECK(build(index, "care").ranking.adjacent.empty());
    CHECK(build(index, "care OR leavers").ranking.adjacent.empty());
}

TEST_CASE("a wildcard with too many words keeps the most frequent and says so; an excluded one is never cut") {
    Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
    for (int i = 0; i < 250; ++i) {
        Xapian::Document document;
        document.add_term("abc" + std::to_string(1000 + i));
        document.add_term("abcall");
        db.add_document(document);
    }
    Analyzer analyzer;
    BuiltQuery built = build_query(parse_query("abc*"), analyzer, db);
    CHECK(built.notes == std::vector<std::string>{"abc* stands for its 200 most frequent words of 251"});
    built = build_query(parse_query("-abc1*"), analyzer, db);
    CHECK(built.notes.empty());
    Xapian::Enquire enquire(db);
    enquire.set_query(built.query);
    CHECK(enquire.get_mset(0, 1000, 1000).size() == 0);
}

}  // namespace
}  // namespace findings
