#include "indexer/register_files/table/register_kinds.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace findings;

namespace {

std::string kind_of(const std::vector<std::string>& header) {
    const RegisterKind* kind = find_register_kind(header);
    return kind == nullptr ? "" : kind->name;
}

/// "part.meaning" of a column of a kind.
std::string meaning_of(const std::string& kind, const std::string& header) {
    const auto found = std::find_if(register_kinds().begin(), register_kinds().end(),
                                    [&](const RegisterKind& row) { return row.name == kind; });
    REQUIRE(found != register_kinds().end());
    const RegisterColumn column = name_columns({header}, *found).front();
    return column.part.empty() ? column.meaning : column.part + '.' + column.meaning;
}

}  // namespace

TEST_CASE("registers are told by their columns, whatever the order and the year") {
    CHECK(kind_of({"Name", "Provision type", "URN", "Overall effectiveness"}) == "ofsted-social-care");
    CHECK(kind_of({"URN", "Provision type", "\nLatest full inspection date",
                   "Latest full inspection overall experiences and progress of children and young people"}) ==
          "ofsted-social-care");
    CHECK(kind_of({"URN", "School name", "Ofsted phase", "Overall effectiveness"}) == "ofsted-schools");
    CHECK(kind_of({"URN", "School name", "Inspection type", "Latest OEIF overall effectiveness"}) == "ofsted-schools");
    CHECK(kind_of({"Provider URN", "Provider name", "Provider type", "Provider status",
                   "Individual register combinations"}) == "ofsted-early-years");
    CHECK(kind_of({"Provider URN", "Provider UKPRN", "Provider name", "Overall effectiveness"}) ==
          "ofsted-further-education");
    CHECK(kind_of({"URN", "LA (code)", "EstablishmentName", "TypeOfEstablishment (name)"}) == "gias");
    CHECK(kind_of({"URN", "Group UID", "Group Name", "EstablishmentName"}) == "gias-links");
    CHECK(kind_of({"Name", "Also known as", "Service types", "Provider name", "Location URL",
                   "CQC Location (for office use only", "CQC Provider ID (for office use only)"}) == "cqc-directory");
    CHECK(kind_of({"Location ID", "Location Name", "Location Latest Overall Rating"}) == "cqc-locations");
    CHECK(kind_of({"CaseNumber", "CareService", "ServiceName", "Quality_of_Care_and_Support"}) == "care-inspectorate");
    CHECK(kind_of({"URN", "Owner", "Source"}) == "owners");
}

TEST_CASE("other tables are no registers") {
    CHECK(kind_of({"article", "facet", "value"}).empty());
    CHECK(kind_of({"Provider information", "", "", "Latest Full Inspection"}).empty());
    CHECK(kind_of({"id", "title", "text", "published"}).empty());
    CHECK(kind_of({"group", "pattern", "from", "to"}).empty());
}

TEST_CASE("a column is named by its meaning and by the inspection it tells of") {
    CHECK(meaning_of("ofsted-social-care", "Reg Status") == "status");
    CHECK(meaning_of("ofsted-social-care", "Latest full inspectio health services") == "area:health-services");
    CHECK(meaning_of("ofsted-social-care", "Previous full inspection event date") == "previous.inspected");
    CHECK(meaning_of("ofsted-social-care", "Previous how well children and young people are helped and protected") ==
          "previous.area:help-and-protection");
    CHECK(meaning_of("ofsted-schools", "URN at time of latest OEIF graded inspection") == "oeif.predecessor");
    CHECK(meaning_of("ofsted-schools", "Inspection start date of latest OEIF graded inspection") == "oeif.started");
    CHECK(meaning_of("ofsted-schools", "16 to 19 study programmes (where applicable)") == "area:sixth-form");
    CHECK(meaning_of("ofsted-schools", "Date of latest ungraded inspection") == "ungraded.inspected");
    CHECK(meaning_of("cqc-locations", "Location Latest Overall Rating") == "overall");
    CHECK(meaning_of("cqc-api", "wellLed") == "area:well-led");
    CHECK(meaning_of("school-ratings", "ofsted_rating_2024") == "overall");
    CHECK(meaning_of("cqc-locations", "Provider Name") == "owner");
    CHECK(meaning_of("ofsted-schools", "Provider name") == "name");
}

TEST_CASE("what no table names has no meaning") {
    CHECK(meaning_of("ofsted-social-care", "Manager's telephone").empty());
    CHECK(meaning_of("care-inspectorate", "Complaints_upheld_2425").empty());
}
