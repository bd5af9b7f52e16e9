#include "indexer/records/make_record.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// The records of a register's text.
std::vector<Article> records_of(std::string_view text, const RecordContext& context = {}) {
    const auto table = RegisterTable::recognise(text, "homes-2018-03-31.csv", {});
    REQUIRE(table);
    std::vector<Article> records;
    table->read({[&](RegisterRow&& row) {
                     records.push_back(
                         make_record(row, name_record_body(row, table->kind()), *table, context, "homes.csv"));
                 },
                 {}});
    return records;
}

constexpr std::string_view kHomes =
    "URN,Provision type,Name,Local authority,Sector,Organisation which owns the provider,Inspection date,Event number,"
    "Overall effectiveness,Previous overall experiences and progress of children and young people\n"
    "SC900001,Children's home,REDACTED,Medway,Private,Fernbank Care Limited,05/03/2018,77,Good,Inadequate\n"
    "1900002,Independent Fostering Agency,Lantern Fostering,Kent,Private,,,,,\n";

}  // namespace

TEST_CASE("a row is a record with provider, owner, place, grade and framework") {
    const Article record = records_of(kHomes).at(0);
    CHECK(record.id == "ofsted-social-care:SC900001:77");
    CHECK(record.slugs(Field::kind) == std::vector<std::string>{"record"});
    CHECK(record.slugs(Field::provider) == std::vector<std::string>{"sc900001"});
    CHECK(record.slugs(Field::group) == std::vector<std::string>{"fernbank-care"});
    CHECK(record.slugs(Field::region) == std::vector<std::string>{"south-east"});
    CHECK(record.slugs(Field::grade) == std::vector<std::string>{"good"});
    CHECK(record.slugs(Field::framework) == std::vector<std::string>{"sccif"});
    CHECK(record.slugs(Field::sector) == std::vector<std::string>{"private"});
    REQUIRE(record.awards.size() == 1);
    CHECK(record.awards[0].previous == "inadequate");
    CHECK(record.awards[0].change == "improved");
    CHECK(record.inspected == "2018-03-05");
    for (const FacetValue& value : record.values) CHECK(value.evidence().rule == "register");
}

TEST_CASE("names repeat, so a body goes by name and number together; without an inspection there is no award") {
    const Article record = records_of(kHomes).at(1);
    CHECK(record.id == "ofsted-social-care:1900002:none");
    CHECK(record.slugs(Field::provider) == std::vector<std::string>{"lantern-fostering-1900002"});
    CHECK(record.awards.empty());
    CHECK(record.slugs(Field::year).empty());
}

TEST_CASE("a table of owners and a group go before what the row says") {
    RecordContext context;
    context.owners["urn\tsc900001"] = "Old Mill Homes Ltd";
    context.groups = OwnerGroups::parse("group,pattern\nFernbank,Old Mill\n", "g");
    CHECK(records_of(kHomes, context).at(0).slugs(Field::group) == std::vector<std::string>{"fernbank"});
}

TEST_CASE("councils and bodies of the national lists keep their names") {
    const Article council =
        records_of("Local authority name,Inspection date,Overall effectiveness\nBarnet,13/05/2019,Good\n").at(0);
    CHECK(council.slugs(Field::provider) == std::vector<std::string>{"barnet"});
    CHECK(council.slugs(Field::framework) == std::vector<std::string>{"ilacs"});
    CHECK(council.slugs(Field::line) == std::vector<std::string>{"council-services"});
}

TEST_CASE("streets and postcodes are in no record") {
    const Article record = records_of(
                               "URN,Provision type,Name,Address 1,Postcode,Town,Overall effectiveness\n"
                               "1,Children's home,Elm House,9 Elm Road,ZZ1 1ZZ,Elmton,Good\n")
                               .at(0);
    CHECK(record.text.find("Elm Road") == std::string::npos);
    CHECK(record.text.find("ZZ1") == std::string::npos);
    CHECK(record.text.find("Elm House") != std::string::npos);
}
