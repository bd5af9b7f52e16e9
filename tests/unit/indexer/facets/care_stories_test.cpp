// Stories on care homes, hospitals, surgeries and home care as local papers and inspectorates write them. All
// bodies are invented; what each should give was written down before any rule was run on it.
#include "story_facets.hpp"

using findings::story_tests::check_story;

TEST_CASE("a care home put into special measures, its key questions in one sentence") {
    check_story("Care home placed in special measures after 'inadequate' rating", "2024-04-11",
                {"A Ramsgate care home has been placed into special measures after being rated inadequate by the Care "
                 "Quality Commission.",
                 "Inspectors visited Kestrel Lodge, in Grange Road, in February following concerns about staffing.",
                 "The home, which is run by Pellgate Care Ltd and looks after up to 32 people, was previously rated "
                 "good.",
                 "It was rated inadequate for being safe and well-led, and requires improvement for being effective, "
                 "caring and responsive."},
                {.provider = "kestrel-lodge",
                 .region = "south-east",
                 .grade = "inadequate",
                 .was = "good",
                 .judgement = "safe:inadequate well-led:inadequate effective:requires-improvement "
                              "caring:requires-improvement responsive:requires-improvement",
                 .action = "special-measures",
                 .change = "declined",
                 .authority = "kent",
                 .group = "pellgate-care"});
}

TEST_CASE("a press release of the commission") {
    check_story("CQC rates Hollin Bank Nursing Home in Halifax requires improvement", "2024-03-20",
                {"The Care Quality Commission (CQC) has rated Hollin Bank Nursing Home in Halifax, West Yorkshire, as "
                 "requires improvement following an inspection in January.",
                 "Hollin Bank Nursing Home, run by Calder Hills Healthcare Limited, is a residential care home "
                 "providing nursing care to older people, some of whom have dementia.",
                 "Following the inspection, the overall rating for the service has dropped from good to requires "
                 "improvement, as have the ratings for safe and well-led. Effective, caring and responsive were not "
                 "looked at and retain their previous rating of good.",
                 "Sheila Marsh, CQC's deputy director of operations in the north, said: \"We found people were not "
                 "always safe.\""},
                {.provider = "hollin-bank-nursing-home",
                 .region = "yorkshire-and-the-humber",
                 .grade = "requires-improvement",
                 .was = "good",
                 .change = "declined",
                 .authority = "calderdale"});
}

TEST_CASE("a home that leaves special measures") {
    check_story("Home leaves special measures after turnaround", "2023-06-30",
                {"Brindle Court care home in Chorley has been lifted out of special measures after inspectors found it "
                 "had made significant improvements.",
                 "The CQC upgraded the service from inadequate to good following a visit in May.",
                 "Manager Rosa Hale said staff were over the moon."},
                {.provider = "brindle-court",
                 .region = "north-west",
                 .grade = "good",
                 .was = "inadequate",
                 .action = "",
                 .change = "improved",
                 .authority = "lancashire"});
}

TEST_CASE("a trust rated as a whole, and one department of its hospital") {
    check_story(
        "Hospital trust told it must improve", "2024-09-05",
        {"Mereside NHS Foundation Trust in Colchester has been rated requires improvement overall by the Care "
         "Quality Commission.",
         "Urgent and emergency care at the trust's main hospital was rated inadequate.",
         "The trust said it had already recruited 40 nurses."},
        {.provider = "mereside-nhs-foundation-trust", .region = "east-of-england", .grade = "requires-improvement"});
}

TEST_CASE("one service inspected, the hospital's own rating unchanged") {
    check_story("Maternity care at Fernhill Hospital 'inadequate'", "2023-11-02",
                {"Maternity services at Fernhill Hospital, in Warrington, have been rated inadequate by the health "
                 "watchdog.",
                 "The CQC said the overall rating for the hospital remains requires improvement.",
                 "Inspectors found there were not always enough midwives."},
                {.provider = "fernhill-hospital", .region = "north-west", .grade = "requires-improvement", .was = "*"});
}

TEST_CASE("a surgery in special measures") {
    check_story("Surgery in special measures", "2022-08-18",
                {"A doctors' surgery has been placed in special measures after inspectors rated it inadequate.",
                 "Marlpit Medical Centre in Swaffham was visited by the CQC in June.",
                 "The practice, which has 9,000 patients, was rated good in 2018."},
                {.provider = "marlpit-medical-centre",
                 .region = "east-of-england",
                 .grade = "inadequate",
                 .was = "good",
                 .action = "special-measures",
                 .authority = "norfolk"});
}

TEST_CASE("a hospice outstanding overall, with key questions of both grades") {
    check_story("'Outstanding' hospice praised by inspectors", "2024-02-08",
                {"St Audrey's Hospice in Bideford has been rated outstanding overall by the CQC.",
                 "It was rated outstanding for caring and well-led, and good for safe, effective and responsive.",
                 "The hospice was previously rated good."},
                {.provider = "st-audreys-hospice",
                 .region = "south-west",
                 .grade = "outstanding",
                 .was = "good",
                 .judgement = "caring:outstanding well-led:outstanding safe:good effective:good responsive:good",
                 .change = "improved",
                 .authority = "devon"});
}

TEST_CASE("a visit that did not rate leaves only the grade before") {
    check_story("Inspectors return to Poole care home", "2024-05-09",
                {"Inspectors have told a Poole care home to improve its record keeping.",
                 "The CQC carried out a focused inspection of Sandbanks View care home in March after a whistleblower "
                 "came forward.",
                 "The commission did not re-rate the home, so its previous rating of requires improvement still "
                 "stands."},
                {.provider = "sandbanks-view",
                 .region = "south-west",
                 .grade = "",
                 .was = "requires-improvement",
                 .visit = "focused"});
}

TEST_CASE("of several earlier grades the last one is the previous one") {
    check_story("Care home finally good", "2023-09-14",
                {"A care home in Redditch has been rated good after years of failure.",
                 "Ipsley Grange had been rated inadequate in 2021 before improving to requires improvement in 2022.",
                 "The CQC inspected it again in July and said people were now safe."},
                {.provider = "ipsley-grange",
                 .region = "west-midlands",
                 .grade = "good",
                 .was = "requires-improvement",
                 .change = "improved"});
}

TEST_CASE("a prose round-up gives each home its own grade") {
    check_story("Three care homes get new CQC ratings", "2024-07-01",
                {"Three care homes in Shropshire were given new ratings by the CQC this month.",
                 "Alder House in Ludlow was rated good, while Beech House in Oswestry was rated requires improvement.",
                 "The Larkwell care home in Whitchurch dropped from good to inadequate."},
                {.provider = "alder-house beech-house larkwell",
                 .region = "west-midlands",
                 .grade = "good requires-improvement inadequate",
                 .was = "good"});
}

TEST_CASE("grades of key questions alone are no overall grade in Scotland") {
    check_story("Dundee care home graded 'weak' in four areas", "2024-01-26",
                {"A Dundee care home has been told to make improvements after being graded 'weak' in four areas.",
                 "The Care Inspectorate visited Tayview House in November and found residents waited too long for "
                 "help.",
                 "It graded leadership as 'unsatisfactory'."},
                {.provider = "tayview-house", .region = "scotland", .grade = "", .authority = "dundee-city"});
}

TEST_CASE("grades with their numbers on the Scottish scale") {
    check_story("Nursery wins praise from Care Inspectorate", "2023-05-19",
                {"Lochside Nursery in Oban has been praised by inspectors.",
                 "The Care Inspectorate gave the nursery a grade of 'five - very good' for care, play and learning, "
                 "and 'four - good' for leadership.",
                 "Manager Eilidh Baird said the team was delighted."},
                {.provider = "lochside-nursery", .region = "scotland", .grade = "", .authority = "argyll-and-bute"});
}

TEST_CASE("a Welsh care home rated by theme") {
    check_story("Barry care home receives new ratings", "2025-07-10",
                {"Care Inspectorate Wales has published its report on Nant Fach care home in Barry.",
                 "The home was rated good for well-being and for care and support, and requires significant "
                 "improvement for leadership and management.",
                 "The inspectorate said the manager had left in March."},
                {.provider = "nant-fach", .region = "wales", .grade = "", .authority = "vale-of-glamorgan"});
}

TEST_CASE("a care home in Northern Ireland has no grade") {
    check_story("Omagh care home served with notice", "2024-10-03",
                {"Glenview care home in Omagh has been served with a failure to comply notice by the RQIA.",
                 "Inspectors found medicines were not managed safely, the watchdog said.",
                 "The home's owner said it had taken good advice."},
                {.provider = "glenview", .region = "northern-ireland", .grade = ""});
}

TEST_CASE("places of one name are told apart by the county printed with them") {
    check_story("Newport care home rated outstanding", "2024-06-06",
                {"A care home in Newport, Shropshire, has been rated outstanding by the Care Quality Commission.",
                 "Inspectors visited Lilleshall Grange in April."},
                {.provider = "lilleshall-grange", .region = "west-midlands", .grade = "outstanding"});
    check_story("Richmond care home rated good", "2024-06-06",
                {"The Hollies care home in Richmond, North Yorkshire, has been rated good by the CQC.",
                 "Inspectors said people were treated with kindness."},
                {.region = "yorkshire-and-the-humber", .grade = "good", .authority = "north-yorkshire"});
    check_story("Home in St Ives rated good", "2024-06-06",
                {"Ouse View care home in St Ives, Cambridgeshire, has been rated good by the CQC.",
                 "Inspectors said people were treated with kindness."},
                {.region = "east-of-england", .grade = "good", .authority = "cambridgeshire"});
}

TEST_CASE("home care rated for the first time") {
    check_story("New care firm's first CQC rating", "2023-03-23",
                {"A home care agency in Ilkeston has been rated good at its first inspection since registering with "
                 "the CQC.",
                 "Inspectors said Erewash Homecare treated people with dignity."},
                {.provider = "erewash-homecare",
                 .region = "east-midlands",
                 .grade = "good",
                 .was = "",
                 .change = "first",
                 .authority = "derbyshire"});
}

TEST_CASE("a debt, a surname and good news are no grades") {
    check_story("Care firm's outstanding debts", "2024-02-22",
                {"A care company that runs homes in Preston has outstanding debts of £3m, documents show.",
                 "The firm said there was good news on the way. The CQC said it was aware of the situation.",
                 "Spokesman Peter Good said residents were safe."},
                {.grade = "", .was = ""});
}
