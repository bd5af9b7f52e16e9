// First sentences as reporters turn them, each a story of its own with nothing else to lean on.
#include "story_facets.hpp"

using findings::story_tests::check_story;

namespace {

void check_lead(std::string_view lead, std::string provider, std::string grade, std::string was = "") {
    check_story("Inspectors give their verdict", "2024-06-20",
                {lead, "Staff know people well. Training was up to date and staff said that they felt supported."},
                {.provider = std::move(provider),
                 .region = "yorkshire-and-the-humber",
                 .grade = std::move(grade),
                 .was = std::move(was),
                 .judgement = "*",
                 .action = "*",
                 .change = "*",
                 .authority = "barnsley",
                 .visit = "*",
                 .group = ""});
}

}  // namespace

TEST_CASE("a council's grade for its children's services is its own") {
    check_lead("Barnsley Council has been rated outstanding by Ofsted for its children's services.", "barnsley",
               "outstanding");
    check_lead(
        "Barnsley has become the first council in the region to be rated good for its children's social care. "
        "Ofsted published its report today.",
        "barnsley", "good");
    check_lead("Barnsley Council has been rated outstanding by Ofsted for its support for care leavers.", "barnsley",
               "");
}

TEST_CASE("a place between commas stands between a name and its grade") {
    check_lead("Ofsted inspectors have branded Larkfield Academy, in Barnsley, inadequate.", "larkfield-academy",
               "inadequate");
}

TEST_CASE("found, its object, to be, and a grade") {
    check_lead("The CQC found Larkfield Manor care home in Barnsley to be inadequate.", "larkfield-manor",
               "inadequate");
}

TEST_CASE("what reporters call homes, surgeries and carers") {
    check_lead(
        "Larkfield Manor, a residential home for 40 older people in Barnsley, was found to be inadequate by the "
        "CQC.",
        "larkfield-manor", "inadequate");
    check_lead(
        "Larkfield Care, which provides home care in Barnsley, moved from inadequate to requires improvement, "
        "according to the CQC.",
        "larkfield-care", "requires-improvement", "inadequate");
    check_lead(
        "Larkfield Practice, a GP practice in Barnsley, has been rated good overall by the Care Quality "
        "Commission.",
        "larkfield-practice", "good");
    check_lead("An unnamed children's home in Barnsley has been judged inadequate by Ofsted.", "", "inadequate");
}

TEST_CASE("a name that no pattern knows is told by its place in the story") {
    check_story("Supported flats in Ipswich fail first Ofsted visit", "2025-10-01",
                {"A company that rents flats to 16 and 17-year-olds in Ipswich has been told there are \"serious or "
                 "widespread weaknesses\" in one of Ofsted's first inspections of supported accommodation in Suffolk.",
                 "Orwell Stepping Stones Ltd has nine young people in four addresses."},
                {.provider = "orwell-stepping-stones",
                 .region = "east-of-england",
                 .grade = "supported-accommodation-serious-weaknesses",
                 .authority = "suffolk"});
    check_story("Old pub to become a nursery", "2025-10-01",
                {"The Swan is to become a nursery, which Ofsted will inspect in its first year.",
                 "Little Acorns Ltd will take over the site. It currently has an outstanding Ofsted rating elsewhere."},
                {.provider = "", .region = "", .grade = ""});
}

TEST_CASE("a council that no list knows is a council, unless it only runs the home") {
    check_story(
        "Council told its help for homeless teenagers is too slow", "2025-10-01",
        {"In a focused visit to Effra Borough Council, which takes in parts of Streatham, two Ofsted inspectors "
         "looked at how it helps care leavers."},
        {.provider = "effra", .region = "london"});
    check_story("House told to improve", "2025-10-01",
                {"A house for children and young people in Paisley has been criticised by the Care Inspectorate.",
                 "Abbot's Burn, which provides care on behalf of White Cart Council, was inspected in March."},
                {.provider = "abbots-burn", .region = "scotland", .authority = "renfrewshire"});
}

TEST_CASE("an inspectorate's nation says where a body is") {
    check_story("Care home told to improve", "2025-10-01",
                {"A care home has been criticised by Care Inspectorate Wales. Inspectors visited Plas Heulwen in May.",
                 "Its manager once worked in Leeds."},
                {.provider = "*", .region = "wales", .authority = ""});
}

TEST_CASE("a joint inspection of an area without a council's name has its towns' region") {
    check_story("Agencies miss the chance to protect children", "2025-10-01",
                {"Children who live with violence do not always get help, inspectors from three watchdogs have said.",
                 "Ofsted, the CQC and HMICFRS carried out a joint inspection in Grimsby and Cleethorpes in December."},
                {.provider = "", .region = "yorkshire-and-the-humber", .authority = "north-east-lincolnshire"});
}

TEST_CASE("counts of cases are no grades") {
    check_story(
        "Northmoor Constabulary: national child protection inspection", "2025-10-01",
        {"HMICFRS inspected Northmoor Constabulary in May 2025. It polices Bangor, Colwyn Bay and the north coast "
         "of Wales.",
         "We examined 72 cases. We assessed 21 as good, 27 as requiring improvement and 24 as inadequate."},
        {.provider = "northmoor-constabulary", .region = "wales", .grade = "", .authority = "*"});
}

TEST_CASE("a name is rated by the sentence behind its own, and a subject goes on behind another name") {
    check_story("Secure home praised for calm as restraint falls", "2025-03-01",
                {"Staff at a secure children's home near Bishop Auckland have been praised.",
                 "Weardale House has places for 20 children. It was rated good by Ofsted in January."},
                {.provider = "weardale-house", .region = "north-east", .grade = "good"});
    check_story("Short breaks home a lifeline", "2025-03-01",
                {"Parents have called a children's home in Hove \"the reason we're still standing\", Ofsted says.",
                 "Seaview Gate offers overnight stays. It is managed by a charity, Downland Families, and was judged "
                 "outstanding by Ofsted in November."},
                {.provider = "seaview-gate", .region = "south-east", .grade = "outstanding"});
}

TEST_CASE("towns have everyday names") {
    check_story("School failed to act", "2024-03-01",
                {"Severnleigh School in Malvern has been rated inadequate by Ofsted."},
                {.provider = "severnleigh-school", .region = "west-midlands", .grade = "inadequate"});
    check_story("Care home rated good", "2025-03-01",
                {"Larkfield Manor care home, in Newark, has been rated good by the CQC."},
                {.provider = "larkfield-manor", .region = "east-midlands", .grade = "good"});
}

TEST_CASE("a council's story tells its grade sentences after its name") {
    check_story(
        "Children's services climb three years after critical report", "2025-07-07",
        {"City of Doncaster Council's children's services have moved up a rung, with Ofsted describing a markedly "
         "better experience.",
         "A team of seven inspectors spent a fortnight in Doncaster in June. Their report rates the service as "
         "good overall, up from requires improvement in 2022."},
        {.provider = "doncaster",
         .region = "yorkshire-and-the-humber",
         .grade = "good",
         .was = "requires-improvement"});
    check_story("Council no longer failing its children, says watchdog", "2025-07-07",
                {"Swindon Borough Council has shaken off its inadequate rating for children's social care.",
                 "Ofsted's latest report says that services now require improvement to be good."},
                {.provider = "swindon", .region = "south-west", .grade = "requires-improvement", .was = "inadequate"});
}

TEST_CASE("an owner, a name inside a longer one and a child at risk mislead nobody") {
    check_story(
        "Highland children's house wins glowing report", "2025-09-30",
        {"A CHILDREN'S house on the outskirts of Inverness has been praised by the Care Inspectorate.",
         "Glen Orrin House, operated by the charity Caledon Childcare, is home to five young people. Inspectors "
         "called in August."},
        {.provider = "glen-orrin-house", .region = "scotland", .group = "*"});
    check_story(
        "Norfolk secondary's pupils well behaved", "2025-12-01",
        {"Pupils at a King's Lynn secondary school are polite but do not learn as much as they should, Ofsted has "
         "said.",
         "Staithe Academy, part of the Wash Learning Trust, was visited in November."},
        {.provider = "staithe-academy", .region = "east-of-england", .group = "*"});
    check_story("'Good' verdict on protection of children at risk in Angus", "2025-12-01",
                {"INSPECTORS have graded services for children at risk of harm in Angus as good.",
                 "The joint inspection, led by the Care Inspectorate with colleagues from HM Inspectorate of "
                 "Constabulary, looked at how well Angus Council and NHS Tayside improve lives."},
                {.provider = "angus", .region = "scotland", .grade = "*"});
}

TEST_CASE("a nursery that is good in all areas is good") {
    check_story("Bristol nursery bounces back", "2025-04-02",
                {"A nursery that was slammed by Ofsted a year ago has been given a clean bill of health.",
                 "Acorn Wharf Nursery in Bedminster is now good in all areas, according to a report."},
                {.provider = "acorn-wharf-nursery", .region = "south-west", .grade = "good"});
}
