// Stories with the turns of phrase that real ones have and that the rules were not made from: all bodies but the
// councils are invented, and so is what is said of these. What each should give was written down before any rule was
// run on it.
#include "story_facets.hpp"

using findings::story_tests::check_story;

TEST_CASE("a long press release on a care home") {
    check_story("Harbour Rise rated inadequate and placed in special measures by CQC", "2023-08-09",
                {"The Care Quality Commission (CQC) has rated Harbour Rise in Whitby, North Yorkshire, inadequate, "
                 "following an "
                 "inspection in May and June.",
                 "Harbour Rise is a residential care home run by Esk Valley Care Limited. It provides personal care "
                 "for up to 24 "
                 "older people, some of whom are living with dementia.",
                 "This inspection was carried out to follow up on concerns received about people's safety.",
                 "Following the inspection, the home's overall rating has declined from good to inadequate. The "
                 "ratings for how "
                 "safe and well-led the service is have also declined from good to inadequate. Effective has declined "
                 "from good "
                 "to requires improvement. CQC did not look at how caring and responsive the home was, so these remain "
                 "rated as "
                 "good.",
                 "The service is now in special measures, which means it will be kept under review.",
                 "Lindsay Crowe, CQC deputy director of operations in the north, said: \"It was disappointing to find "
                 "good care "
                 "was not being delivered.\""},
                {.provider = "harbour-rise",
                 .region = "yorkshire-and-the-humber",
                 .grade = "inadequate",
                 .was = "good",
                 .action = "special-measures",
                 .change = "declined",
                 .authority = "north-yorkshire",
                 .group = "esk-valley-care"});
}

TEST_CASE("a broadcaster's short lead") {
    check_story(
        "Care home residents 'left in pain'", "2024-02-20",
        {"A care home where residents were left in pain has been rated inadequate by the health watchdog.",
         "The Care Quality Commission (CQC) inspected Tern Lodge in Weymouth, Dorset, in October.",
         "It said it found breaches of regulations relating to medicines and staffing.",
         "The home, which was rated as requires improvement after its last inspection in 2022, has been put into "
         "special measures.",
         "The provider has been approached for comment."},
        {.provider = "tern-lodge",
         .region = "south-west",
         .grade = "inadequate",
         .was = "requires-improvement",
         .action = "special-measures",
         .change = "declined",
         .authority = "dorset"});
}

TEST_CASE("a local democracy reporter on children's services") {
    check_story(
        "'Significant progress' as Dudley children's services leave 'inadequate' behind", "2024-12-02",
        {"Children's services in Dudley have been upgraded by Ofsted after two years of work.",
         "The service, which was rated 'inadequate' in November 2022, is now judged to 'require improvement to be "
         "good' overall.",
         "Inspectors visited the council between October 7 and 18.",
         "The experiences and progress of children in care were rated good, while the impact of leaders on social "
         "work practice requires improvement.",
         "Councillor Ruth Buttery, cabinet member for children, said: \"We are not complacent. Our aim is to be "
         "outstanding.\""},
        {.provider = "dudley",
         .region = "west-midlands",
         .grade = "requires-improvement",
         .was = "inadequate",
         .change = "improved"});
}

TEST_CASE("a parents' reaction after a school's report") {
    check_story(
        "Parents furious after Ofsted brands school 'inadequate'", "2022-07-07",
        {"Parents have reacted with fury after a Basildon academy was branded 'inadequate' by Ofsted.",
         "Inspectors who visited Laindon Barn Academy in May said bullying was rife.",
         "One mum said: \"It was outstanding when my eldest went there. It's an outstanding mess now.\"",
         "The academy, part of the Thameside Learning Trust, was rated 'good' at its previous inspection in 2017."},
        {.provider = "laindon-barn-academy",
         .region = "east-of-england",
         .grade = "inadequate",
         .was = "good",
         .authority = "essex"});
}

TEST_CASE("the leap over two grades") {
    check_story("Primary leaps from 'inadequate' to 'outstanding'", "2019-11-14",
                {"A primary school in Oldbury has made the leap from inadequate to outstanding in just three years.",
                 "Ofsted inspectors said Langley Meadow Primary was \"transformed\"."},
                {.provider = "langley-meadow-primary",
                 .region = "west-midlands",
                 .grade = "outstanding",
                 .was = "inadequate",
                 .change = "improved",
                 .authority = "sandwell"});
}

TEST_CASE("a grade between a school's name and a dash") {
    check_story(
        "Ofsted: Horwich school celebrates", "2023-12-14",
        {"Staff and pupils at Rivington Row Primary School, in Horwich, are celebrating after being graded Good by "
         "Ofsted.",
         "The school was judged Good in all five areas: quality of education, behaviour and attitudes, personal "
         "development, leadership and management and early years."},
        {.provider = "rivington-row-primary-school",
         .region = "north-west",
         .grade = "good",
         .was = "",
         .authority = "bolton"});
}

TEST_CASE("a hospital trust with some services up and some down") {
    check_story(
        "Trust's rating unchanged as A&E is criticised", "2023-05-25",
        {"Hospitals in Scunthorpe and Grimsby have been told to improve again.",
         "The Care Quality Commission said Humber Bank NHS Foundation Trust remains rated as requires improvement "
         "overall following inspections last summer.",
         "Urgent and emergency care moved down from requires improvement to inadequate, while maternity improved to "
         "good."},
        {.provider = "humber-bank-nhs-foundation-trust",
         .region = "yorkshire-and-the-humber",
         .grade = "requires-improvement",
         .was = "requires-improvement"});
}

TEST_CASE("a prison told by its tests") {
    check_story(
        "Jail 'awash with drugs', inspectors say", "2022-12-06",
        {"A jail near Rugby is awash with drugs, inspectors have said.",
         "HMP Dunsmore Heath was rated 'poor' for safety and purposeful activity by HM Inspectorate of Prisons.",
         "Respect was 'reasonably good', and work on release 'not sufficiently good'.",
         "Charlie Lyle, the chief inspector of prisons, said leaders had made good starts."},
        {.provider = "hmp-dunsmore-heath", .region = "west-midlands", .grade = "", .was = ""});
}

TEST_CASE("an urgent notification and no grade") {
    check_story("Chief inspector issues urgent notification at jail", "2023-11-21",
                {"The chief inspector of prisons has issued an urgent notification about HMP Carr Lane in Doncaster.",
                 "Inspectors found outstanding repairs, rats and inadequate first night cells.",
                 "The justice secretary has 28 days to respond."},
                {.provider = "hmp-carr-lane", .region = "yorkshire-and-the-humber", .grade = "", .was = ""});
}

TEST_CASE("a force by the words of its chief") {
    check_story(
        "Police watchdog: force 'good' at most things", "2022-04-28",
        {"Severnside Constabulary is good at preventing crime and treating the public fairly, inspectors have found.",
         "HMICFRS said the force, which covers Gloucester and Cheltenham, requires improvement at responding to the "
         "public.",
         "It was graded good in four areas, adequate in three and requires improvement in two."},
        {.provider = "severnside-constabulary", .region = "south-west", .grade = "", .was = ""});
}

TEST_CASE("youth justice with the grade in capitals") {
    check_story(
        "Youth justice team praised", "2024-03-21",
        {"Wolds Youth Justice Service in Beverley has received an overall rating of 'Good' from inspectors.",
         "HM Inspectorate of Probation, which rated the service 'Requires improvement' in 2019, said staff were "
         "skilled.",
         "Out-of-court disposals were rated 'Outstanding'."},
        {.provider = "wolds-youth-justice-service",
         .region = "yorkshire-and-the-humber",
         .grade = "good",
         .was = "requires-improvement",
         .change = "improved"});
}

TEST_CASE("a school out of Estyn's follow-up") {
    check_story("School removed from special measures", "2024-06-20",
                {"Estyn has removed Ysgol Glan Morfa in Rhyl from special measures.",
                 "Inspectors said leaders had made strong progress and that teaching was good.",
                 "The school was placed in special measures in 2021."},
                {.provider = "ysgol-glan-morfa",
                 .region = "wales",
                 .grade = "",
                 .was = "",
                 .action = "",
                 .authority = "denbighshire"});
}

TEST_CASE("a Scottish nursery's grades in numbers") {
    check_story("Top marks for Perth nursery", "2024-05-02",
                {"Inchyra Nursery in Perth has been graded 'very good' in all areas by the Care Inspectorate.",
                 "Inspectors said children were nurtured."},
                {.provider = "inchyra-nursery",
                 .region = "scotland",
                 .grade = "scotland-very-good",
                 .authority = "perth-and-kinross"});
}

TEST_CASE("a nursery whose report came on a report card, with a mention of the old grade of another") {
    check_story(
        "Nursery among first to be given report card", "2026-02-12",
        {"Acorn Steps Nursery in Stafford, inspected on 2 December 2025, has been told it needs attention in "
         "achievement and in leadership and governance.",
         "Its sister nursery in Stone was rated outstanding in 2023.",
         "Ofsted said the nursery met safeguarding standards."},
        {.provider = "acorn-steps-nursery",
         .region = "west-midlands",
         .grade = "",
         .was = "",
         .judgement = "achievement:needs-attention leadership-and-governance:needs-attention safeguarding:met"});
}

TEST_CASE("a children's home by its company and town") {
    check_story(
        "Company told to improve children's home", "2023-04-13",
        {"A children's home in Burnley run by Pendle Futures Ltd has been told it requires improvement to be good.",
         "Ofsted does not name children's homes in its reports.",
         "At the previous inspection the home was judged outstanding."},
        {.provider = "unnamed-home-pendle-futures",
         .region = "north-west",
         .grade = "requires-improvement",
         .was = "outstanding",
         .change = "declined",
         .group = "pendle-futures"});
}

TEST_CASE("a council debate about a grade of two years ago is no new award") {
    check_story("Councillors clash over social care budget", "2024-02-23",
                {"Councillors in Walsall have clashed over the budget for social care.",
                 "Labour members said the cuts were inadequate and that good staff would leave.",
                 "The authority has set aside £2m for outstanding claims."},
                {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("a house advert and a film review are no inspections") {
    check_story("Four-bed house for sale near 'outstanding' school", "2024-04-02",
                {"This house in Altrincham is close to a primary school rated outstanding by Ofsted.",
                 "It has a good kitchen and an exceptional garden."},
                {.provider = "", .grade = "", .was = ""});
    check_story("Review: an outstanding night at the Grand", "2024-04-02",
                {"The cast at Leeds was good and the band exceptional.", "Only the lighting requires improvement."},
                {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("a grade asked back") {
    check_story("Nursery wins back 'good' rating", "2023-03-09",
                {"A nursery in Taunton has regained its 'good' rating six months after being judged inadequate.",
                 "Ofsted inspectors returned to Blackdown Nursery in January."},
                {.provider = "blackdown-nursery",
                 .region = "south-west",
                 .grade = "good",
                 .was = "inadequate",
                 .change = "improved",
                 .authority = "somerset"});
}

TEST_CASE("a fostering agency still good") {
    check_story("Fostering agency 'remains good'", "2022-09-15",
                {"Ofsted has said that Tamar Bridge Fostering, which is based in Saltash, continues to be good.",
                 "The agency was rated good in 2019 as well.",
                 "Foster carers told the inspector they had outstanding support."},
                {.provider = "tamar-bridge-fostering", .region = "south-west", .grade = "good", .was = "good"});
}

TEST_CASE("an inspection of adult social care, by council") {
    check_story(
        "CQC rates council's adult social care 'requires improvement'", "2025-03-06",
        {"The Care Quality Commission (CQC) has rated the London Borough of Enfield as requires improvement in how "
         "well it is meeting its responsibilities to ensure people have access to adult social care.",
         "It is the council's first assessment of this kind.", "CQC said people waited too long for an assessment."},
        {.provider = "enfield", .region = "london", .grade = "requires-improvement", .was = ""});
}
