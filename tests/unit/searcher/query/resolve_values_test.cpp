#include "searcher/query/resolve_values.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/describe_tree.hpp"

namespace findings {
namespace {

class FewValues : public VocabularySource {
  public:
    bool has_value(Field field, std::string_view slug) override {
        return field == Field::provider && (slug == "pines" || slug == "the-willows" || slug == "kent");
    }
    const std::vector<KnownValue>& values(Field field) override { return values_[field]; }
    std::vector<std::string> providers_of(std::string_view number) override {
        if (number == "sc000111") return {"oak-house-sc000111"};
        if (number == "elm-house") return {"elm-house-sc000222", "elm-house-sc000333"};
        return {};
    }

  private:
    std::map<Field, std::vector<KnownValue>> values_{
        {Field::authority, {{"kent", "Kent"}, {"kingston-upon-hull", "Kingston upon Hull, City of"}}},
        {Field::judgement, {{"leaders:good", "Leaders: Good"}, {"local-area:good", "The local area: Good"}}},
        {Field::theme, {{"declared-extra", "Declared extra"}}},
    };
};

std::string resolve(Field field, const std::string& typed) {
    FewValues source;
    return resolve_value(field, typed, source);
}

Error error_of(Field field, const std::string& typed) {
    try {
        resolve(field, typed);
    } catch (const Error& error) {
        return error;
    }
    return {Status::ok, ""};
}

TEST_CASE("a name is found as it is printed, with The and Ltd, and as it was declared") {
    FewValues source;
    CHECK(resolve_value(Field::provider, "The Pines", source) == "pines");
    CHECK(resolve_value(Field::provider, "the pines ltd", source) == "pines");
    CHECK(resolve_value(Field::provider, "pines", source) == "pines");
    CHECK(resolve_value(Field::provider, "The Willows", source) == "the-willows");
    CHECK(resolve_value(Field::provider, "The Oaks", source) == "the-oaks");
}

TEST_CASE("a provider is named by its number, and by the name of a register's body when that is one body's") {
    CHECK(resolve(Field::provider, "SC000111") == "oak-house-sc000111");
    CHECK(resolve(Field::provider, "SC000999") == "sc000999");
    const Error two = error_of(Field::provider, "Elm House");
    CHECK(std::string(two.what()) == "“Elm House” is the name of 2 bodies");
    CHECK(two.hint() == "write the number of one, or its short name: elm-house-sc000222, elm-house-sc000333");
}

TEST_CASE("a filter by a name that two bodies have takes both") {
    FewValues source;
    FieldFilter filter;
    filter.field = Field::provider;
    filter.values = {"Elm House"};
    const std::vector<ResolvedFilter> resolved = resolve_filters({filter}, source);
    REQUIRE(resolved.size() == 1);
    CHECK(resolved.front().slugs == std::vector<std::string>{"elm-house-sc000222", "elm-house-sc000333"});
}

TEST_CASE("a council that the index has as provider is found by its formal name, any other name stays as typed") {
    CHECK(resolve(Field::provider, "Kent County Council") == "kent");
    CHECK(resolve(Field::provider, "Medway Council") == "medway-council");
    CHECK(resolve(Field::group, "Kent County Council") == "kent-county-council");
}

TEST_CASE("a word of a label and the initials of a value are answered with the value") {
    CHECK(error_of(Field::weakness, "caseloads").hint().starts_with("did you mean staffing?"));
    CHECK(error_of(Field::region, "SW").hint().starts_with("did you mean south-west?"));
    CHECK(error_of(Field::region, "s").hint().find("south-west?") == std::string::npos);
    // A part of a word is no word of the label.
    CHECK(error_of(Field::weakness, "caseload").hint().find("did you mean staffing?") == std::string::npos);
}

TEST_CASE("a value may be typed as slug, label or alias, in any case") {
    CHECK(resolve(Field::grade, "requires-improvement") == "requires-improvement");
    CHECK(resolve(Field::grade, "Requires Improvement") == "requires-improvement");
    CHECK(resolve(Field::grade, "RI") == "requires-improvement");
    CHECK(resolve(Field::was, "GOOD") == "good");
    CHECK(resolve(Field::change, "Declined") == "declined");
    CHECK(resolve(Field::region, "yorkshire and the humber") == "yorkshire-and-the-humber");
    CHECK(resolve(Field::authority, "Kent") == "kent");
    CHECK(resolve(Field::authority, "kingston upon hull, city of") == "hull");
    CHECK(resolve(Field::theme, "Declared Extra") == "declared-extra");
    CHECK(resolve(Field::year, "2024") == "2024");
}

TEST_CASE("a council may be typed by its everyday name, its formal name or what it is called for short") {
    const std::vector<std::pair<std::string, std::string>> names{
        {"kent", "kent"},
        {"Kent County Council", "kent"},
        {"medway council", "medway"},
        {"St Helens", "st-helens"},
        {"St. Helens", "st-helens"},
        {"Kingston upon Hull", "hull"},
        {"Hull City Council", "hull"},
        {"City of Kingston upon Hull", "hull"},
        {"BCP", "bournemouth-christchurch-and-poole"},
        {"BCP Council", "bournemouth-christchurch-and-poole"},
        {"Bournemouth, Christchurch & Poole", "bournemouth-christchurch-and-poole"},
        {"London Borough of Barnet", "barnet"},
        {"Barnet London Borough Council", "barnet"},
        {"The London Borough of Barnet", "barnet"},
        {"City of Bradford Metropolitan District Council", "bradford"},
        {"Bradford MDC", "bradford"},
        {"Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"},
        {"RBWM", "windsor-and-maidenhead"},
        {"Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"},
        {"Westminster City Council", "westminster"},
        {"City of Westminster", "westminster"},
        {"City of London", "city-of-london"},
        {"City of Edinburgh Council", "city-of-edinburgh"},
        {"Durham County Council", "county-durham"},
        {"Durham", "county-durham"},
        {"Sandwell Metropolitan Borough Council", "sandwell"},
        {"Sandwell MBC", "sandwell"},
        {"Stoke", "stoke-on-trent"},
        {"B&NES", "bath-and-north-east-somerset"},
        {"Milton Keynes City Council", "milton-keynes"},
        {"Herefordshire Council", "herefordshire"},
        {"County of Herefordshire", "herefordshire"},
        {"Council of the Isles of Scilly", "isles-of-scilly"},
        {"City and County of Swansea Council", "swansea"},
        {"Caerphilly County Borough Council", "caerphilly"},
        {"Wrexham County Borough Council", "wrexham"},
        {"Glasgow City Council", "glasgow-city"},
        {"Northamptonshire", "northamptonshire"},
        {"Newcastle City Council", "newcastle-upon-tyne"},
        {"Telford and Wrekin Council", "telford-and-wrekin"}};
    for (const auto& [typed, slug] : names) {
        // clang 14 captures no structured binding.
        const auto& name = typed;
        CAPTURE(name);
        BuiltInVocabulary source;
        CHECK(resolve_value(Field::authority, typed, source) == slug);
    }
    for (const std::string typed :
         {"Atlantis", "Council", "City of", "London Borough of", "County", "Borough Council"}) {
        CAPTURE(typed);
        CHECK(error_of(Field::authority, typed).status() == Status::usage);
    }
}

TEST_CASE("a value of another field is answered with that field") {
    CHECK(error_of(Field::region, "Kent").hint() ==
          "“Kent” is a council area: --authority kent; --list-values region shows them all");
    CHECK(error_of(Field::theme, "inadequate").hint() ==
          "“inadequate” is a grade: --grade inadequate; --list-values theme shows them all");
    CHECK(error_of(Field::grade, "ofsted").hint() ==
          "“ofsted” is a regulator: --regulator ofsted; --list-values grade shows them all");
    CHECK(error_of(Field::authority, "South East").hint().find("--region south-east") != std::string::npos);
    CHECK(error_of(Field::type, "The Pines").hint().find("“The Pines” is a provider: --provider pines") !=
          std::string::npos);
    CHECK(error_of(Field::region, "Nowhere").hint() == "--list-values region shows them all");
    // What is no facet cannot be listed: its few values are named, and a previous grade is a grade.
    CHECK(error_of(Field::direction, "Nowhere").hint() == "direction is one of weakness, strength, mixed");
    CHECK(error_of(Field::was, "Nowhere").hint() == "--list-values grade shows them all");
}

TEST_CASE("several values in one are answered with how to write them") {
    CHECK(error_of(Field::grade, "good,inadequate").hint() ==
          "for several values write --grade good --grade inadequate; --list-values grade shows them all");
    CHECK(error_of(Field::grade, "good|RI").hint().find("--grade good --grade requires-improvement") !=
          std::string::npos);
    CHECK(error_of(Field::grade, "good,").hint().find("several") == std::string::npos);
}

TEST_CASE("values of open facets become slugs, known or not") {
    CHECK(resolve(Field::provider, "St. Mary's & All") == "st-marys-and-all");
    CHECK(resolve(Field::group, "Slough Children First") == "slough-children-first");
}

TEST_CASE("none asks for no value, in any case") {
    CHECK(resolve(Field::grade, "none") == "none");
    CHECK(resolve(Field::provider, "None") == "none");
    CHECK(resolve(Field::judgement, "none") == "none");
}

TEST_CASE("free text fields stay as typed") {
    CHECK(resolve(Field::id, "A1b2") == "A1b2");
    CHECK(resolve(Field::source, "Kent/Future.txt") == "Kent/Future.txt");
}

TEST_CASE("a judgement is an area and a grade, each by slug or label, or one the generation knows") {
    CHECK(resolve(Field::judgement, "leaders:inadequate") == "leaders:inadequate");
    CHECK(resolve(Field::judgement, "Help and protection: Requires improvement") ==
          "help-and-protection:requires-improvement");
    CHECK(resolve(Field::judgement, "local area:good") == "local-area:good");
    CHECK(std::string(error_of(Field::judgement, "leaders").what()) == "judgement \"leaders\" names no grade");
    CHECK(error_of(Field::judgement, "leader:good").hint().find("did you mean leaders") == 0);
    CHECK(error_of(Field::judgement, "leaders:gud").hint().find("did you mean good") == 0);
    CHECK(error_of(Field::judgement, "nonsense-area:good").status() == Status::usage);
}

TEST_CASE("an unknown value of a closed facet is a usage error with the nearest names") {
    const Error error = error_of(Field::grade, "inadequat");
    CHECK(error.status() == Status::usage);
    CHECK(std::string(error.what()) == "unknown grade \"inadequat\"");
    CHECK(error.hint() == "did you mean inadequate? --list-values grade shows them all");
    CHECK(error_of(Field::authority, "kant").hint().find("did you mean kent?") == 0);
    CHECK(error_of(Field::grade, "xyzzyx").hint() == "--list-values grade shows them all");
    CHECK(error_of(Field::provider, "!").status() == Status::usage);
    CHECK(std::string(error_of(Field::year, "24").what()) == "\"24\" is not a year");
    CHECK(std::string(error_of(Field::grade, "a\x1b[1m").what()) == "unknown grade \"a [1m\"");
}

TEST_CASE("a sign or star in a value is refused with how to ask, never dropped") {
    const std::vector<std::string> signs{"-good", "!good", ">good", "<=good", "=good", "~good",
                                         "+good", "good*", "good~", "good^2", "|good"};
    for (const std::string& typed : signs) {
        CAPTURE(typed);
        for (const Field field : {Field::grade, Field::was, Field::provider, Field::publisher, Field::year}) {
            const Error error = error_of(field, typed);
            CHECK(error.status() == Status::usage);
            CHECK(std::string(error.what()).find("takes no") != std::string::npos);
        }
    }
    CHECK(error_of(Field::grade, "-good").hint() == "to leave a value out write -grade:good or --not-grade good");
    CHECK(error_of(Field::was, "!good").hint() == "to leave a value out write -was:good");
    CHECK(error_of(Field::grade, ">good").hint() == "--worst good finds that grade and worse ones");
    CHECK(error_of(Field::grade, "=good").hint() == "write grade:good");
    CHECK(error_of(Field::grade, "go*").hint() == "--list-values grade shows the values");
    CHECK(error_of(Field::grade, "-none").status() == Status::usage);
    CHECK(error_of(Field::judgement, "leaders:-good").status() == Status::usage);
    CHECK(error_of(Field::judgement, "-leaders:good").status() == Status::usage);
    CHECK(resolve(Field::judgement, "leaders:good") == "leaders:good");
    // Hyphens and signs inside are part of a name; addresses and files are taken as they are.
    CHECK(resolve(Field::provider, "Re-entry & Co. (North)!") == "re-entry-and-co-north");
    CHECK(resolve(Field::source, "-x*.txt") == "-x*.txt");
}

TEST_CASE("a value inside the query is marked where it stands") {
    FewValues source;
    QueryTree tree = parse_query("care grade:Good OR -region:london");
    resolve_query(tree, source);
    CHECK(testing::describe_tree(tree.root) == "({care grade=good} OR -region=london)");
    tree = parse_query("care grade:gud");
    try {
        resolve_query(tree, source);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(std::string(error.what()) ==
              "unknown grade \"gud\" (character 6)\n    care grade:gud\n         ^^^^^^^^^");
        CHECK(error.hint().find("did you mean good") == 0);
    }
}

TEST_CASE("filters of one field are merged, repeats removed, exclusions kept apart") {
    FewValues source;
    const std::vector<ResolvedFilter> filters = resolve_filters(
        {{Field::grade, {"Good", "good"}, false}, {Field::grade, {"inadequate"}, true}, {Field::grade, {"RI"}, false}},
        source);
    REQUIRE(filters.size() == 2);
    CHECK(filters[0].slugs == std::vector<std::string>{"good", "requires-improvement"});
    CHECK(filters[1].exclude);
    CHECK(filters[1].slugs == std::vector<std::string>{"inadequate"});
}

TEST_CASE("a generation's labels are read from its metadata, several generations as one") {
    Xapian::WritableDatabase one("", Xapian::DB_BACKEND_INMEMORY);
    one.set_metadata("findings.labels.authority", "kent\tKent\nmedway\tMedway\n");
    Xapian::WritableDatabase two("", Xapian::DB_BACKEND_INMEMORY);
    two.set_metadata("findings.labels.authority", "kent\tKent\nleeds\tLeeds");
    GenerationVocabulary source({one, two});
    CHECK(source.values(Field::authority).size() == 3);
    CHECK(resolve_value(Field::authority, "LEEDS", source) == "leeds");
    CHECK(source.values(Field::grade).empty());
}

}  // namespace
}  // namespace findings
