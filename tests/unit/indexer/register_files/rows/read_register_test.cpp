#include "indexer/register_files/rows/read_register.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// All that was read of a text.
struct ReadAll {
    std::vector<RegisterRow> rows;
    std::vector<RefusedCell> refused;
    RegisterCounts counts;
};

ReadAll read_all(const RegisterTable& table) {
    ReadAll all;
    all.counts = table.read({[&](RegisterRow&& row) { all.rows.push_back(std::move(row)); },
                             [&](RefusedCell&& cell) { all.refused.push_back(std::move(cell)); }});
    return all;
}

RegisterTable recognise(std::string_view text, std::string_view name = "x.csv", const RegisterMap& map = {}) {
    auto table = RegisterTable::recognise(text, name, map);
    REQUIRE(table);
    return std::move(*table);
}

constexpr std::string_view kHomes =
    "Provider information,,,,,,,,\n"
    "URN,Provision type,Registration status,Name,Local authority,Sector,Inspection date,Overall effectiveness,\n"
    "SC900001,Children's home,Active,REDACTED,Medway,Private,05/03/2018,Requires improvement to be good,\n"
    "1900002,Independent Fostering Agency,Resigned,Lantern Fostering,Kent,Voluntary,,,\n"
    "SC900003,Secure children's home,Active,REDACTED,Leeds,Local Authority,1 June 2017,Not judged,\n";

}  // namespace

TEST_CASE("a register with titles above its header and empty columns behind it") {
    const RegisterTable table = recognise(kHomes, "homes-as-at-2018-03-31.csv");
    CHECK(table.kind().name == "ofsted-social-care");
    CHECK(table.header_line() == 2);
    CHECK(table.as_at() == "2018-03-31");
    const ReadAll all = read_all(table);
    REQUIRE(all.rows.size() == 3);
    CHECK(all.refused.empty());
    const RegisterRow& home = all.rows[0];
    CHECK(home.number == "SC900001");
    CHECK(home.redacted);
    CHECK(home.name.empty());
    CHECK(home.types == std::vector<std::string>{"childrens-home"});
    CHECK(home.authority == "medway");
    CHECK(home.sector == "private");
    CHECK(home.inspection.inspected == "2018-03-05");
    CHECK(home.inspection.grade == "requires-improvement");
    CHECK(all.rows[1].status == "resigned");
    CHECK(all.rows[1].inspection.empty());
    CHECK(all.rows[2].types == std::vector<std::string>{"other"});
    CHECK(all.rows[2].subtypes == std::vector<std::string>{"Secure children's home"});
    CHECK(all.rows[2].inspection.grade.empty());
    CHECK(all.rows[2].inspection.printed_grade == "Not judged");
}

TEST_CASE("a row or cell that cannot be read is refused with its reason, and nothing is guessed") {
    const ReadAll all =
        read_all(recognise("URN,Provision type,Name,Local authority,Inspection date,Overall effectiveness\n"
                           "1,Children's home,A,Atlantis,03/25/2018,Good[1] see note\n"
                           "2,Children's home,B,Kent,01/02/2018,Good,surplus\n"
                           ",Children's home,,,01/02/2018,Good\n"
                           "Source: invented,,,,,\n"));
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].authority.empty());
    CHECK(all.rows[0].inspection.grade.empty());
    REQUIRE(all.refused.size() == 6);
    CHECK(all.refused[0].reason == "no council of that name");
    CHECK(all.refused[1].reason == "no day: the month would be 25");
    CHECK(all.refused[2].reason == "no grade");
    CHECK(all.refused[2].column == "Overall effectiveness");
    CHECK(all.refused[3].reason == "7 cells under 6 columns");
    CHECK(all.refused[3].line == 3);
    CHECK(all.refused[4].reason == "neither a number nor a name");
    CHECK(all.refused[5].reason == "a note below the table, no row");
    CHECK(all.counts.refused_rows == 3);
    CHECK(all.counts.refused_cells == 3);
}

TEST_CASE("latest and previous inspection of one row") {
    const ReadAll all = read_all(recognise(
        "URN,Provision type,Name,Latest full inspection date,Overall experiences and progress of children and young "
        "people,Previous full inspection event date,Previous overall experiences and progress of children and young "
        "people\n"
        "7,Children's Home,A,01/02/2024,Good,03/04/2022,Inadequate\n"));
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].inspection.grade == "good");
    REQUIRE(all.rows[0].earlier.size() == 1);
    CHECK(all.rows[0].earlier[0].grade == "inadequate");
    CHECK(all.rows[0].earlier[0].inspected == "2022-04-03");
}

TEST_CASE("two scales in one row stay two inspections, and a predecessor's grade is not the school's") {
    const std::string header =
        "URN,School name,Inspection start date,Inclusion,Safeguarding standards,Ungraded inspection overall outcome,"
        "Date of latest ungraded inspection,URN at time of latest OEIF graded inspection,"
        "Inspection start date of latest OEIF graded inspection,Latest OEIF overall effectiveness\n";
    const ReadAll all =
        read_all(recognise(header + "1,A,13/01/2026,Urgent improvement,Not met,NULL,NULL,1,21/09/2022,3\n"
                                    "2,B,NULL,NULL,NULL,School remains Good,12/03/2025,2,05/11/2019,2\n"
                                    "3,C,NULL,NULL,NULL,NULL,NULL,88,03/12/2020,4\n"));
    REQUIRE(all.rows.size() == 3);
    CHECK(all.rows[0].inspection.grade.empty());
    CHECK(all.rows[0].inspection.inspected == "2026-01-13");
    CHECK(all.rows[0].inspection.judgements.size() == 2);
    REQUIRE(all.rows[0].earlier.size() == 1);
    CHECK(all.rows[0].earlier[0].grade == "requires-improvement");
    CHECK(all.rows[1].inspection.grade == "good");
    CHECK(all.rows[1].inspection.inspected == "2019-11-05");
    CHECK(all.rows[1].earlier.at(0).printed_grade == "School remains Good");
    CHECK(all.rows[2].inspection.empty());
    CHECK(all.rows[2].earlier.at(0).predecessor == "88");
    CHECK(all.rows[2].earlier.at(0).grade == "inadequate");
}

TEST_CASE("several rows a body: only the rows for the whole of it rate it") {
    const ReadAll all = read_all(recognise(
        "location_id,location_name,service_population_group,domain,latest_rating,publication_date,provider_name\n"
        "1-9,Elm Court,Overall,Safe,Inadequate,12/02/2020,Elm Ltd\n"
        "1-8,Oak Court,Overall,Overall,Good,01/01/2021,Oak Ltd\n"
        "1-9,Elm Court,Surgery,Overall,Good,13/02/2021,Elm Ltd\n"
        "1-9,Elm Court,Overall,Overall,Requires improvement,12/02/2020,Elm Ltd\n"));
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[0].inspection.grade == "requires-improvement");
    CHECK(all.rows[0].inspection.published == "2020-02-12");
    CHECK(all.rows[0].inspection.judgements == std::vector<Judgement>{{"safe", "inadequate"}});
    CHECK(all.rows[1].owner == "Oak Ltd");
}

TEST_CASE("dumps in cells") {
    const ReadAll all = read_all(
        recognise("locationId,providerId,name,gacServiceTypes,lastInspection,currentRatings\n"
                  "1-1,1-2,Elm,\"[{'name': 'Nursing homes'}, {'name': 'Homecare agencies'}]\",{'date': '2018-02-21'},"
                  "\"{'overall': {'rating': 'Good', 'reportDate': '2018-03-17', 'keyQuestionRatings': [{'name': "
                  "'Well-led', 'rating': 'Outstanding'}]}}\"\n"
                  "1-3,1-2,Oak,\"[{'name': 'Nursing\",,\"{'overall': {'rat\"\n"));
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[0].types == std::vector<std::string>{"care-home", "home-care"});
    CHECK(all.rows[0].inspection.inspected == "2018-02-21");
    CHECK(all.rows[0].inspection.published == "2018-03-17");
    CHECK(all.rows[0].inspection.judgements == std::vector<Judgement>{{"well-led", "outstanding"}});
    REQUIRE(all.refused.size() == 2);
    CHECK(all.refused[1].reason == "a dump that is cut off");
}

TEST_CASE("a last visit behind the published rating did not give it") {
    const ReadAll all = read_all(recognise(
        "locationId,providerId,name,lastInspection,reportDate,overall\n1-1,1-2,Elm,2020-11-27,2020-05-06,Good\n"));
    CHECK(all.rows.at(0).inspection.inspected.empty());
    CHECK(all.rows.at(0).inspection.published == "2020-05-06");
}

TEST_CASE("no overall grade in Scotland, but the lowest") {
    const ReadAll all =
        read_all(recognise("CSNumber,CareService,ServiceName,MinGrade,KQ_Leadership,ServiceType,Client_group\n"
                           "CS1,Care Home Service,Elm,3,4,Private,Children\n"));
    CHECK(all.rows.at(0).inspection.grade.empty());
    CHECK(all.rows[0].inspection.judgements ==
          std::vector<Judgement>{{"lowest", "scotland-adequate"}, {"leadership", "scotland-good"}});
    CHECK(all.rows[0].types == std::vector<std::string>{"care-home", "childrens-home"});
    CHECK(all.rows[0].sector == "private");
}

TEST_CASE("a register without a header is told by the shape of its rows") {
    const std::string row =
        "\"RZ9\",\"INVENTED NHS TRUST\",\"Y56\",\"QKK\",\"1 ROAD\",\"\",\"\",\"LONDON\",\"\",\"SE1 1AA\",\"20010401\","
        "\"20190930\",\"\",\"\",\"\",\"\",\"\",\"020\",\"\",\"\",\"\",\"1\",\"\",\"B\",\"\",\"\",\"\"\n";
    const RegisterTable table = recognise(row, "etr-2026-07.csv");
    CHECK(table.kind().name == "nhs-ods");
    CHECK(table.header_line() == 0);
    const ReadAll all = read_all(table);
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].number == "RZ9");
    CHECK(all.rows[0].region == "london");
    CHECK(all.rows[0].closed == "2019-09-30");
}

TEST_CASE("a table that no one knows is read by its mapping") {
    RegisterMap map = parse_register_map(
        "number = Ref\nname = Called\noverall = Verdict\nscale = four-point\ndefault-type = nursery\nas-at = 2020\n",
        "m");
    CHECK_FALSE(RegisterTable::recognise("Ref,Called,Verdict\n1,A,good\n", "x.csv", {}));
    const RegisterTable table = recognise("A list\nVerdict,Ref,Called\ngood,1,A\n", "x.csv", map);
    CHECK(table.as_at() == "2020-12-31");
    const ReadAll all = read_all(table);
    CHECK(all.rows.at(0).number == "1");
    CHECK(all.rows[0].inspection.grade == "good");
    CHECK(all.rows[0].types == std::vector<std::string>{"nursery"});
}

TEST_CASE("Mac Roman and Windows-1252 are told apart") {
    const std::string mac =
        "Provider level \xd0 as at 31 March 2024,,\nURN,Provision type,Name,Overall effectiveness\n"
        "1,Children\xd5s home,St Mary\xd5s,Good\n";
    CHECK(read_all(recognise(mac)).rows.at(0).name == "St Mary’s");
    const std::string windows =
        "Provider level \x96 as at 31 March 2024,,\nURN,Provision type,Name,Overall effectiveness\n"
        "1,Children\x92s home,St Mary\x92s,Good\n";
    CHECK(read_all(recognise(windows)).rows.at(0).name == "St Mary’s");
}
