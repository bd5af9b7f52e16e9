// Stories on police, fire, prisons, youth justice, probation and Welsh schools. All bodies are invented; what each
// should give was written down before any rule was run on it.
#include "story_facets.hpp"

using findings::story_tests::check_story;

TEST_CASE("a force graded inadequate at one thing has no overall grade") {
    check_story("Force ‘must get better’ at protecting vulnerable people", "2023-04-27",
                {"Mid Anglia Constabulary, the force that polices Ely, has been graded inadequate at protecting "
                 "vulnerable people by His Majesty's Inspectorate of Constabulary and Fire & Rescue Services.",
                 "It found that the force was good at preventing crime, adequate in its treatment of the public, and "
                 "that it requires improvement in investigating crime."},
                {.provider = "mid-anglia-constabulary", .region = "east-of-england", .grade = "", .was = ""});
}

TEST_CASE("counts of a force's grades are no overall grade") {
    check_story("Police force 'requires improvement' in three areas", "2023-08-24",
                {"Wessex Downs Police was rated outstanding in one area, good in two, adequate in three and requires "
                 "improvement in three by HMICFRS.",
                 "Inspectors said the force, which is based in Andover, answered calls quickly."},
                {.provider = "wessex-downs-police", .region = "south-east", .grade = "", .was = ""});
}

TEST_CASE("a fire service by its questions") {
    check_story("Fire service's culture 'inadequate'", "2024-02-29",
                {"Fenmarsh Fire and Rescue Service, which is based in Boston, has been rated inadequate at promoting "
                 "the right values and culture.",
                 "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services said it was good at responding "
                 "to fires and other emergencies."},
                {.provider = "fenmarsh-fire-and-rescue-service", .region = "east-midlands", .grade = "", .was = ""});
}

TEST_CASE("a quoted inspector makes a story no report") {
    check_story(
        "Fire service told to keep more engines ready", "2024-03-07",
        {"His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) looked at Fenmarsh Fire "
         "and Rescue Service, which is based in Boston. It gives no single mark.",
         "His Majesty's Inspector said: \"I am pleased with how the service keeps people safe.\"",
         "In the last area, responding to emergencies, it requires improvement."},
        {.provider = "fenmarsh-fire-and-rescue-service", .region = "east-midlands", .grade = "", .was = ""});
}

TEST_CASE("the four tests of a prison") {
    check_story("Prison 'one of the worst' inspectors have seen", "2023-07-18",
                {"HMP Marlstone, near Selby, has been condemned by the prisons watchdog.",
                 "HM Inspectorate of Prisons found outcomes were poor for safety, not sufficiently good for respect, "
                 "poor for purposeful activity and reasonably good for preparation for release.",
                 "At the last inspection in 2021 safety had been reasonably good."},
                {.provider = "hmp-marlstone",
                 .region = "yorkshire-and-the-humber",
                 .grade = "",
                 .was = "",
                 .authority = "north-yorkshire"});
}

TEST_CASE("a youth justice service rated overall") {
    check_story("Youth justice service told to improve", "2023-03-02",
                {"Teesmouth Youth Justice Service, which works in Hartlepool, has been rated 'Requires improvement' by "
                 "HM Inspectorate of Probation.",
                 "Inspectors looked at twelve standards. The service was last inspected in 2017."},
                {.provider = "teesmouth-youth-justice-service",
                 .region = "north-east",
                 .grade = "requires-improvement",
                 .was = ""});
    check_story("Youth offending team rated outstanding", "2022-06-23",
                {"Inspectors have given a youth offending team in Southampton an overall rating of 'Outstanding'.",
                 "Itchen Vale Youth Offending Team was praised by HM Inspectorate of Probation for its work with "
                 "schools."},
                {.provider = "itchen-vale-youth-offending-team", .region = "south-east", .grade = "outstanding"});
}

TEST_CASE("a probation unit") {
    check_story("Probation unit 'inadequate'", "2023-10-10",
                {"Northern Fells Probation Delivery Unit (PDU) has received an overall rating of 'Inadequate' "
                 "following an inspection by HM Inspectorate of Probation.",
                 "The unit, in Penrith, had too few staff, inspectors said."},
                {.provider = "northern-fells-probation-delivery-unit", .region = "north-west", .grade = "inadequate"});
}

TEST_CASE("a Welsh school in special measures has no grade") {
    check_story("Llanelli school placed in special measures", "2023-11-30",
                {"A primary school in Llanelli has been placed in special measures by Estyn.",
                 "Inspectors said standards at Ysgol Bryn Eithin were not good enough."},
                {.provider = "ysgol-bryn-eithin",
                 .region = "wales",
                 .grade = "",
                 .was = "",
                 .action = "special-measures",
                 .authority = "carmarthenshire"});
}

TEST_CASE("a Welsh school of the old grades, by area") {
    check_story("Excellent leadership at Builth school", "2019-05-16",
                {"Estyn has judged leadership at Ysgol Pont Wysg in Builth Wells to be excellent and standards to be "
                 "good.",
                 "The inspectors said pupils were proud of their school."},
                {.provider = "ysgol-pont-wysg", .region = "wales", .grade = "", .authority = "powys"});
}

TEST_CASE("a story about sentencing that mentions a prison's report is about no inspection") {
    check_story("Man jailed for eleven years", "2024-01-11",
                {"A man has been jailed for eleven years for a robbery in Preston.",
                 "He will be held at a prison that inspectors called poor last year, his lawyer said."},
                {.provider = "", .grade = "", .was = ""});
}
