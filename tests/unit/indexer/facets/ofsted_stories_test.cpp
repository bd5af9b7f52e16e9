// Stories on schools, nurseries, homes and councils as local papers write them. All bodies but the councils are
// invented, and so is what is said of these; what each should give was written down before any rule was run on it.
#include "story_facets.hpp"

using findings::story_tests::check_story;

TEST_CASE("a school that keeps its grade") {
    check_story("'Happy and safe': Ofsted praises Thetford primary", "2023-02-09",
                {"A primary school in Thetford has kept its 'good' rating following its latest Ofsted inspection.",
                 "Inspectors said pupils at Marram Lane Primary School are happy and safe."},
                {.provider = "marram-lane-primary-school",
                 .region = "east-of-england",
                 .grade = "good",
                 .was = "good",
                 .change = "unchanged",
                 .authority = "norfolk"});
}

TEST_CASE("a school judged by areas alone has no overall grade") {
    check_story(
        "Hexham school rated good in all areas", "2025-02-13",
        {"Beaufront Road First School in Hexham has been rated good in all areas by Ofsted.",
         "Ofsted no longer gives schools a single overall grade.", "Head teacher Lucy Wells said everybody was proud."},
        {.provider = "beaufront-road-first-school",
         .region = "north-east",
         .grade = "",
         .authority = "northumberland"});
}

TEST_CASE("a report card has no overall grade") {
    check_story("One of first schools to get new Ofsted report card", "2026-01-22",
                {"Larkmead Academy in Banbury has become one of the first schools in Oxfordshire to receive one of "
                 "Ofsted's new report cards.",
                 "Inspectors, who visited in November 2025, graded the school 'strong standard' for inclusion and "
                 "'expected standard' for achievement, while attendance and behaviour 'needs attention'.",
                 "Safeguarding standards were met. The school was previously rated good."},
                {.provider = "larkmead-academy",
                 .region = "south-east",
                 .grade = "",
                 .was = "good",
                 .judgement = "inclusion:strong-standard achievement:expected-standard "
                              "attendance-and-behaviour:needs-attention safeguarding:met"});
}

TEST_CASE("an opinion piece is about no inspection") {
    check_story("One-word grades did harm and taught nothing", "2024-09-10",
                {"The word 'inadequate' hung over heads for thirty years, and I will not miss it.",
                 "I taught in a school rated outstanding in 2011 and I can tell you it was nothing of the kind.",
                 "Ofsted should say what it sees, writes Dot Marlow."},
                {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("Ofsted-style grades for somebody else are no grades") {
    check_story("Landlords could face Ofsted-style inspections", "2024-03-04",
                {"Landlords could be rated good or inadequate under Ofsted-style inspections, a think tank has said.",
                 "The plan would cover 4,000 flats in Hull."},
                {.provider = "", .grade = "", .was = ""});
}

TEST_CASE("a surname is no grade, and an inspector's no place") {
    check_story("School 'requires improvement' after inspection", "2022-05-12",
                {"Goole's Airmyn Road Academy requires improvement, Ofsted has said.",
                 "Headteacher Martin Good said he was disappointed. Mr Good said: \"We know what to do.\"",
                 "Lead inspector Diane Wells wrote that the academy, previously rated good, had seen teaching "
                 "decline."},
                {.provider = "airmyn-road-academy",
                 .region = "yorkshire-and-the-humber",
                 .grade = "requires-improvement",
                 .was = "good",
                 .authority = "east-riding-of-yorkshire"});
}

TEST_CASE("a grade held since a year is the one before") {
    check_story("Nursery loses top rating", "2023-10-19",
                {"A Wakefield nursery rated good since 2017 has been told by Ofsted that it requires improvement.",
                 "Inspectors said children at Thornes Park Nursery did not always sit safely at mealtimes."},
                {.provider = "thornes-park-nursery",
                 .region = "yorkshire-and-the-humber",
                 .grade = "requires-improvement",
                 .was = "good",
                 .change = "declined"});
}

TEST_CASE("a council after a monitoring visit has only the grade before") {
    check_story(
        "Inspectors say council is making progress", "2023-09-21",
        {"Ofsted has published the findings of its fourth monitoring visit to Sefton's children's services "
         "since they were judged inadequate in February 2022.",
         "Inspectors said Sefton Council had made good progress for children in care."},
        {.provider = "sefton", .region = "north-west", .grade = "", .was = "inadequate", .visit = "monitoring"});
}

TEST_CASE("a correction gives the corrected grade") {
    check_story("Correction: Elmfield Nursery", "2024-03-12",
                {"In an article on 4 March we said Elmfield Nursery in Epsom had been rated inadequate by Ofsted.",
                 "In fact the nursery was rated good. We apologise for the error."},
                {.provider = "elmfield-nursery", .region = "south-east", .grade = "good", .was = ""});
}

TEST_CASE("a lost appeal leaves the grade") {
    check_story("School loses appeal over Ofsted grade", "2023-01-17",
                {"Ofsted's judgement that a Stroud school is inadequate stands after governors lost their appeal "
                 "against it.",
                 "Oakdene School was rated inadequate in October. It had been rated outstanding in 2014."},
                {.provider = "oakdene-school",
                 .region = "south-west",
                 .grade = "inadequate",
                 .was = "outstanding",
                 .authority = "gloucestershire"});
}

TEST_CASE("an owner called Good and a grade that fell") {
    check_story("Owner hits out after Ofsted downgrade", "2022-11-24",
                {"The owner of a Yeovil nursery has hit out after it was downgraded from outstanding to requires "
                 "improvement.",
                 "Jill Good, who runs Little Larks Nursery, said the Ofsted inspection lasted four hours."},
                {.provider = "little-larks-nursery",
                 .region = "south-west",
                 .grade = "requires-improvement",
                 .was = "outstanding",
                 .change = "declined"});
}

TEST_CASE("a list of schools gives each its grade and what it was") {
    check_story("Every Ofsted report published in Kirklees this week", "2023-06-16",
                {"Ofsted has published three reports on schools and nurseries in Kirklees this week.",
                 "Hillcrest Primary School, Dewsbury – Good (previously requires improvement)",
                 "Scarr Lane Nursery, Batley – Outstanding", "Birkby Rise Academy, Huddersfield – Inadequate",
                 "Inspectors said pupils at Hillcrest Primary School were proud of it. Leaders at the academy were "
                 "told to act at once."},
                {.provider = "hillcrest-primary-school scarr-lane-nursery birkby-rise-academy",
                 .region = "yorkshire-and-the-humber",
                 .grade = "good outstanding inadequate",
                 .was = "requires-improvement",
                 .change = "improved",
                 .authority = "kirklees"});
}

TEST_CASE("children's services and their area grades") {
    check_story("Swindon children's services 'require improvement'", "2023-10-05",
                {"Swindon Borough Council's children's services have been told they require improvement to be good.",
                 "Ofsted inspectors, who visited in July, said the impact of leaders was good but the experiences and "
                 "progress of care leavers were inadequate.",
                 "The council was also rated requires improvement in 2019."},
                {.provider = "swindon",
                 .region = "south-west",
                 .grade = "requires-improvement",
                 .was = "requires-improvement",
                 .change = "unchanged"});
}

TEST_CASE("a council no longer inadequate") {
    check_story(
        "Ofsted upgrades Medway", "2023-09-11",
        {"Children's services in Medway are no longer inadequate, Ofsted has ruled.",
         "Medway Council has been rated good following an inspection in July, having been found inadequate in "
         "2019."},
        {.provider = "medway", .region = "south-east", .grade = "good", .was = "inadequate", .change = "improved"});
}

TEST_CASE("the outcome of an area inspection") {
    check_story("'Systemic failings' in Oxfordshire's SEND services", "2023-09-15",
                {"There are widespread and/or systemic failings in the way children with special educational needs "
                 "and disabilities are supported in Oxfordshire, inspectors have found.",
                 "The area SEND inspection was carried out by Ofsted and the Care Quality Commission in July.",
                 "Oxfordshire County Council said it was sorry."},
                {.provider = "oxfordshire", .region = "south-east", .grade = "send-widespread-failings"});
}

TEST_CASE("a written statement of action is no grade") {
    check_story("Nottingham told to act over SEND failings", "2019-03-01",
                {"Ofsted and the CQC have ordered a written statement of action after a SEND inspection in "
                 "Nottingham.",
                 "Nottingham City Council and its partners must produce it within 70 days, inspectors said."},
                {.provider = "nottingham", .region = "east-midlands", .grade = "", .action = "written-statement"});
}

TEST_CASE("a home that nothing names keeps its grade and place") {
    check_story(
        "Rotherham children's home rated inadequate", "2024-08-15",
        {"A children's home in Rotherham which cannot be named for legal reasons has been rated inadequate by "
         "Ofsted.",
         "Inspectors found that staff did not know where children were at night."},
        {.provider = "", .region = "yorkshire-and-the-humber", .grade = "inadequate", .authority = "rotherham"});
}

TEST_CASE("a suspended nursery has no grade") {
    check_story("Nursery suspended by Ofsted", "2024-04-25",
                {"A Plymouth nursery has had its registration suspended by Ofsted.",
                 "Tiny Anchors Nursery, in Devonport, will stay closed until 5 June, the watchdog said."},
                {.provider = "tiny-anchors-nursery", .region = "south-west", .grade = "", .action = "suspension"});
}

TEST_CASE("a grade recalled about somebody who leaves is no inspection") {
    check_story("Council leader to stand down", "2024-05-08",
                {"The leader of Kingston Council is to stand down after nine years.",
                 "Under her the council's children's services went from inadequate to outstanding, she said.",
                 "She also balanced the books, leaving no outstanding loans."},
                {.grade = "", .was = ""});
}

TEST_CASE("thirteen years at the top end with a slip of two grades") {
    check_story(
        "Infant school loses 'outstanding' rating", "2022-09-29",
        {"Southfield Infant School in Luton has slipped from 'outstanding' - the grade it had held for 13 years "
         "- to 'requires improvement'.",
         "Ofsted inspectors said reading was not taught well enough."},
        {.provider = "southfield-infant-school",
         .region = "east-of-england",
         .grade = "requires-improvement",
         .was = "outstanding"});
    check_story("College falls two grades", "2022-09-29",
                {"Ryburn College in Sowerby Bridge, which had been judged 'outstanding', has fallen two grades to "
                 "'requires improvement'.",
                 "Ofsted inspectors said attendance was poor."},
                {.provider = "ryburn-college",
                 .region = "yorkshire-and-the-humber",
                 .grade = "requires-improvement",
                 .was = "outstanding"});
}

TEST_CASE("the step down told in a sentence of its own") {
    check_story(
        "Ofsted says school 'requires improvement'", "2022-03-10",
        {"Pupils at Crake Valley School in Ulverston do not learn enough, Ofsted has said.",
         "Inspectors judged that the school requires improvement overall.",
         "This is a step down from its previous Good rating in 2018."},
        {.provider = "crake-valley-school", .region = "north-west", .grade = "requires-improvement", .was = "good"});
}

TEST_CASE("an agency at its first inspection") {
    check_story("New fostering agency rated outstanding", "2023-12-07",
                {"In its first inspection since opening in 2021, Wren's Nest Fostering in Telford has been rated "
                 "outstanding.",
                 "Ofsted inspectors said foster carers felt like part of a family."},
                {.provider = "wrens-nest-fostering",
                 .region = "west-midlands",
                 .grade = "outstanding",
                 .was = "",
                 .change = "first"});
}

TEST_CASE("a neighbour's grade is not the council's") {
    check_story("Tameside children's services 'inadequate' again", "2023-12-18",
                {"Tameside's children's services have been rated inadequate by Ofsted.",
                 "Neighbouring Stockport was rated good last year, and Salford was judged outstanding in March.",
                 "Tameside Council was rated requires improvement at its last inspection in 2019."},
                {.provider = "tameside",
                 .region = "north-west",
                 .grade = "inadequate",
                 .was = "requires-improvement",
                 .change = "declined"});
}

TEST_CASE("what would follow another grade is not awarded") {
    check_story(
        "Trust steps in at struggling school", "2023-03-30",
        {"A Corby school has been rated requires improvement by Ofsted for a second time.",
         "If Studfall Heath School is rated inadequate again it could be forced to join a trust, inspectors "
         "warned."},
        {.provider = "studfall-heath-school", .region = "east-midlands", .grade = "requires-improvement", .was = "*"});
}

TEST_CASE("judgements printed as lines in a story") {
    check_story("School's Ofsted report in full", "2023-05-04",
                {"Ofsted has published its report on Long Mynd School in Ludlow.",
                 "Overall effectiveness: Requires improvement", "Quality of education: Requires improvement",
                 "Behaviour and attitudes: Good", "Personal development: Good",
                 "Leadership and management: Requires improvement", "Previous inspection grade: Good",
                 "Inspectors said pupils enjoy school."},
                {.provider = "long-mynd-school",
                 .region = "west-midlands",
                 .grade = "requires-improvement",
                 .was = "good",
                 .judgement = "quality-of-education:requires-improvement behaviour-and-attitudes:good "
                              "personal-development:good leadership-and-management:requires-improvement"});
}

TEST_CASE("an interim visit that says so") {
    check_story("Home's progress praised", "2024-01-18",
                {"Ofsted has praised Skelder House, a children's home in Whitby.",
                 "Inspectors did not give a grade at this assurance visit. The home was rated outstanding at its last "
                 "full inspection in June 2023."},
                {.provider = "skelder-house",
                 .region = "yorkshire-and-the-humber",
                 .grade = "",
                 .was = "outstanding",
                 .visit = "assurance"});
}
