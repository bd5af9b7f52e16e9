#include "searcher/plan/abbreviations.hpp"

#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "searcher/plan/build_query.hpp"
#include "searcher/plan/explain_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings {
namespace {

using testing::SmallIndex;

SmallIndex& index() {
    static SmallIndex small{{"a", "", "The designated safeguarding leads meet."},
                            {"b", "", "Our DSL is confident."},
                            {"c", "", "Safeguarding by the lead whom he designated."},
                            {"d", "", "A team that looked-after children trust."},
                            {"e", "", "LAC reviews are on time."},
                            {"f", "", "They send letters."},
                            {"g", "", "Children looked after do well."},
                            {"h", "", "special educational needs and disabilities"},
                            {"i", "SENCOs", "RI"},
                            {"j", "", "requires improvement"}};
    return small;
}

BuiltQuery build(const std::string& text, MatchMode match = MatchMode::all) {
    QueryOptions options;
    options.match = match;
    return build_query(parse_query(text), index().analyzer(), index().db(), options);
}

std::string find(const std::string& text, MatchMode match = MatchMode::all) {
    return index().find(build(text, match).query);
}

TEST_CASE("an abbreviation finds its long forms and the long form the abbreviation") {
    CHECK(find("DSL") == "a b");
    CHECK(find("dsl's") == "a b");
    // Word by word, as any words are, and the abbreviation besides.
    CHECK(find("designated safeguarding lead") == "a b c");
    CHECK(find("designated safeguarding leads confident") == "b");
    CHECK(find("LAC") == "d e g");
    CHECK(find("looked-after children") == "d e g");
    CHECK(find("children looked after reviews") == "e");
    CHECK(find("title:SENDCO") == "i");
    CHECK(find("confident OR (designated safeguarding lead)") == "a b c");
}

TEST_CASE("quotes, operators and the other case switch an abbreviation off") {
    CHECK(find("\"DSL\"") == "b");
    CHECK(find("\"designated safeguarding lead\"").empty());
    CHECK(find("designated AND safeguarding AND lead") == "a c");
    CHECK(find("RI") == "i j");
    CHECK(find("ri") == "i");
    CHECK(find("SEND") == "f h");
    CHECK(find("send") == "f");
    CHECK(find("special educational needs and disabilities") == "h");
}

TEST_CASE("an excluded abbreviation takes its long forms along") {
    CHECK(find("safeguarding -DSL") == "c");
    CHECK(find("confident -(designated safeguarding lead)").empty());
}

TEST_CASE("with any, one word of a long form is enough") {
    CHECK(find("designated safeguarding lead", MatchMode::any) == "a b c");
    CHECK(find("looked after children confident", MatchMode::any) == "b d e g");
}

TEST_CASE("the explanation says what else is found, and the long form is one part of the query") {
    const QueryTree tree = parse_query("designated safeguarding lead confident");
    const BuiltQuery built = build(tree.text);
    REQUIRE(built.parts.size() == 2);
    CHECK(built.parts[0].text == "designated safeguarding lead");
    const std::vector<std::string> lines = explain_query(tree, built, MatchMode::all, false, index().analyzer());
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].find("“led”") != std::string::npos);
    CHECK(lines[2] == "“designated safeguarding lead” also finds “DSL”; quotes switch that off");
    CHECK(build("DSL").marks.phrases.size() > 1);
}

TEST_CASE("the data file holds each abbreviation and each long form once") {
    std::set<std::string> seen;
    for (const AbbreviationGroup& group : abbreviation_groups()) {
        CHECK_FALSE(group.abbreviations.empty());
        CHECK_FALSE(group.long_forms.empty());
        for (const auto* names : {&group.abbreviations, &group.long_forms})
            for (const std::string& name : *names) CHECK_MESSAGE(seen.insert(name).second, name);
        for (const std::string& name : group.abbreviations) CHECK(find_abbreviation(name) == &group);
        for (const std::string& form : group.long_forms)
            CHECK_MESSAGE(form.find_first_of("-,") == std::string::npos, form);
    }
    CHECK(abbreviation_groups().size() > 40);
}

}  // namespace
}  // namespace findings
