// Stories that recall an inspection, or borrow its words, and are about something else. All of it is invented; what
// each should give (no grade, above all) was written down before any rule was run on it.
#include "story_facets.hpp"

using findings::story_tests::check_story;

TEST_CASE("a planning application recalls the grades of the applicant's homes") {
    check_story("Plans for new children's home in Bolsover", "2024-05-21",
                {"Plans to turn a house in Bolsover into a children's home have been submitted.",
                 "The applicant, Scarsdale Care, already runs two homes in the county, both rated good by Ofsted.",
                 "Neighbours said parking was inadequate."},
                {.grade = "", .was = ""});
}

TEST_CASE("a fire at a home recalls its rating") {
    check_story("Residents moved after fire at care home", "2024-01-04",
                {"Thirty residents have been moved after a fire at a care home in Cromer.",
                 "Crews were called to Cliff Lodge at 4am on Wednesday.",
                 "The home was rated good by the Care Quality Commission in 2022."},
                {.grade = ""});
}

TEST_CASE("a strike at a council recalls its grade") {
    check_story(
        "Social workers vote to strike", "2023-02-16",
        {"Social workers in Barnsley have voted to strike over pay.", "The union said the offer was inadequate.",
         "Barnsley's children's services were rated good by Ofsted in 2018."},
        {.grade = ""});
}

TEST_CASE("a new head of a school recalls its grade") {
    check_story(
        "New head for Frome academy", "2023-07-13",
        {"Selwood Hill Academy in Frome has appointed a new head teacher.",
         "Jo Carver joins from a school rated outstanding by Ofsted.", "She said she was proud to lead a good school."},
        {.grade = ""});
}

TEST_CASE("statistics of a county's schools are nobody's grade") {
    check_story("How many schools in Kent are rated outstanding?", "2023-09-28",
                {"More than 80 schools in Kent are rated outstanding by Ofsted, figures show.",
                 "Some 400 were good, 41 required improvement and five were inadequate.",
                 "Nationally, nine in ten schools are good or better."},
                {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("a national story on downgraded schools") {
    check_story(
        "Most 'outstanding' schools downgraded after long gap", "2022-11-22",
        {"Four in five outstanding schools in England that were inspected last year lost their top grade, Ofsted "
         "has said.",
         "A fifth were rated requires improvement or inadequate.",
         "The chief inspector said the outcome showed that regular inspection mattered."},
        {.provider = "", .region = "england", .grade = "", .was = ""});
}

TEST_CASE("a review of a child's death recalls a grade") {
    check_story("Review finds chances to save toddler were missed", "2023-03-09",
                {"Chances to save a toddler killed by his stepfather were missed, a review has found.",
                 "The review was commissioned by Torbay's safeguarding partnership.",
                 "At the time the council's children's services were rated inadequate by Ofsted. They have since been "
                 "rated good."},
                {.grade = ""});
}

TEST_CASE("a school's trip, its banner in the last line") {
    check_story("Pupils plant 500 trees", "2024-03-21",
                {"Pupils at Mill Bank Primary School in Malton have planted 500 trees.",
                 "The head teacher said they had done an outstanding job and that the weather had been good.",
                 "The school was rated good by Ofsted last year."},
                {.grade = ""});
}

TEST_CASE("a company that shuts recalls its homes") {
    check_story("Children's home firm shuts with loss of 90 jobs", "2024-02-01",
                {"A firm that ran eight children's homes in Lancashire has closed with the loss of 90 jobs.",
                 "Administrators said Rossendale Futures owed £2m, with outstanding wages for January.",
                 "Two of its homes had been rated inadequate by Ofsted."},
                {.grade = ""});
}

TEST_CASE("an officer dismissed recalls an inspection of vetting") {
    check_story("Officer dismissed over messages", "2023-10-12",
                {"A police officer has been dismissed for sending offensive messages.",
                 "Thornmoor Police was rated inadequate at vetting by HMICFRS last year.",
                 "The panel said his explanation was inadequate."},
                {.grade = ""});
}

TEST_CASE("an inspectorate's own news is nobody's grade") {
    check_story(
        "CQC boss to leave", "2024-06-20",
        {"The chief executive of the Care Quality Commission is to step down.",
         "A review found the regulator had lost the confidence of providers, with outstanding ratings years old.",
         "Councillors said its performance was inadequate."},
        {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("a guide for parents explains every grade") {
    check_story("What do Ofsted's grades mean?", "2023-09-05",
                {"Schools are judged outstanding, good, requires improvement or inadequate.",
                 "A school that is rated inadequate may be put into special measures, Ofsted says.",
                 "A good school will be inspected every four years."},
                {.provider = "", .grade = "", .was = "", .action = ""});
}

TEST_CASE("a new home opens, its sister home's grade quoted") {
    check_story("Children's home opens in Kettering", "2023-08-22",
                {"A new children's home has opened its doors in Kettering.",
                 "Its sister home in Corby, Rowlett House, was rated outstanding by Ofsted in May.",
                 "The home will have its first inspection within a year."},
                {.grade = "", .was = "", .change = ""});
}

TEST_CASE("a by-election leaflet") {
    check_story(
        "Candidate's leaflet reported to police", "2024-04-23",
        {"A candidate's leaflet in Redcar has been reported to police.",
         "It claimed that the council's services for children were 'inadequate', when Ofsted had rated them good.",
         "The candidate said it was a printing error."},
        {.grade = "", .was = ""});
}
