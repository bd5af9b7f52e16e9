#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using findings::award_tests::Outcome;
using findings::award_tests::read_story;
using findings::award_tests::Story;

namespace {

Story council_report(std::string text) {
    return {.text = std::move(text),
            .providers = {"Medway"},
            .type = "council-services",
            .kind = "report",
            .visit = "full"};
}

constexpr const char* kIlacsLines =
    "Judgement\nGrade\nThe impact of leaders on social work practice with children\nand "
    "families\nInadequate\n"
    "The experiences and progress of children who need help and\nprotection\nRequires\nimprovement to "
    "be\ngood\n"
    "The experiences and progress of children in care\nGood\nThe experiences and progress of care "
    "leavers\nOutstanding\n"
    "Overall effectiveness\nInadequate\nChildren do not receive good services.\n";
constexpr const char* kIlacsJudgements =
    "leaders:inadequate help-and-protection:requires-improvement in-care:good care-leavers:outstanding";

}  // namespace

TEST_CASE("the table on page one is read from table rows") {
    const Outcome outcome =
        read_story(council_report("Judgement\tGrade\nThe impact of leaders on social work practice with "
                                  "children and families\tInadequate\n"
                                  "The experiences and progress of children who need help and "
                                  "protection\tRequires improvement to be good\n"
                                  "The experiences and progress of children in care\tGood\nThe experiences "
                                  "and progress of care leavers\tOutstanding\n"
                                  "Overall effectiveness\tInadequate\n"));
    CHECK(outcome.grade() == "inadequate");
    CHECK(outcome.judgements() == kIlacsJudgements);
    CHECK(outcome.quotes_are_exact());
    CHECK(outcome.found.values[0].evidence().where == findings::Where::table);
    CHECK(outcome.found.values[0].evidence().quote == "Overall effectiveness\tInadequate");
    CHECK(outcome.found.values[0].evidence().rule == "judgement-table");
    CHECK(outcome.found.values[0].evidence().role == "awarded");
}

TEST_CASE("labels and grades wrapped over lines are read, so a bare good is no grade of its own") {
    const Outcome outcome = read_story(council_report(kIlacsLines));
    CHECK(outcome.grade() == "inadequate");
    CHECK(outcome.judgements() == kIlacsJudgements);
    CHECK(outcome.quotes_are_exact());
}

TEST_CASE("the lines of the two columns may alternate") {
    const Outcome outcome =
        read_story(council_report("The experiences and progress of children who need    Requires "
                                  "improvement\nhelp and protection    to be good\n"
                                  "Overall effectiveness    Good\n"));
    CHECK(outcome.grade() == "good");
    CHECK(outcome.judgements() == "help-and-protection:requires-improvement");
}

TEST_CASE("one joint judgement of children in care and care leavers is an area of its own") {
    CHECK(read_story(council_report("The experiences and progress of children in care and care "
                                    "leavers\tGood\nOverall effectiveness\tGood\n"))
              .judgements() == "in-care-and-care-leavers:good");
}

TEST_CASE("the list of a single inspection framework report with its sentence for the whole") {
    const Outcome outcome = read_story(council_report(
        "Children’s services in Medway require improvement to be good\n1. Children who need help and "
        "protection\nRequires improvement\n"
        "2. Children looked after and achieving \npermanence\nGood\n2.1 Adoption performance\nOutstanding\n"
        "2.2 Experiences and progress of care leavers\nInadequate\n3. Leadership, management and "
        "governance\nRequires improvement\n"));
    CHECK(outcome.grade() == "requires-improvement");
    CHECK(outcome.judgements() ==
          "help-and-protection:requires-improvement in-care:good adoption:outstanding "
          "care-leavers:inadequate leaders:requires-improvement");
    CHECK(outcome.quotes_are_exact());
}

TEST_CASE("sentences of the first page give the overall grade where no row does") {
    for (const char* text :
         {"The overall judgement is inadequate\n", "The overall judgement is that children’s services are inadequate\n",
          "Children’s services in Medway are inadequate.\n", "The judgement for overall effectiveness is inadequate.\n",
          "Overall, services for children in Medway are inadequate.\n"}) {
        CAPTURE(std::string(text));
        CHECK(read_story(council_report(text)).grade() == "inadequate");
    }
}

TEST_CASE("the safeguarding board's judgement is an area") {
    const Outcome outcome =
        read_story(council_report("The overall judgement is good.\nThe effectiveness of the Local "
                                  "Safeguarding Children Board (LSCB)\nrequires improvement \nThe LSCB is "
                                  "not yet demonstrating the characteristics of good.\n"));
    CHECK(outcome.grade() == "good");
    CHECK(outcome.judgements() == "lscb:requires-improvement");
}

TEST_CASE("previous grades in the opening are recalled, not awarded") {
    const Outcome outcome =
        read_story(council_report(std::string(kIlacsLines) +
                                  "Since the last inspection in 2017, when Medway was judged to be good, "
                                  "services to children have significantly deteriorated.\n"));
    CHECK(outcome.grade() == "inadequate");
    CHECK(outcome.was() == "good");
    CHECK(outcome.change() == "declined");
}

TEST_CASE("adequate is recalled as adequate, and no change is computed across") {
    const Outcome outcome = read_story(
        council_report("Overall effectiveness\tRequires improvement\nThe last inspection in 2012 judged Medway "
                       "to be adequate overall.\n"));
    CHECK(outcome.grade() == "requires-improvement");
    CHECK(outcome.was() == "adequate");
    CHECK(outcome.change().empty());
}

TEST_CASE("the grade before of an area or of a predecessor is not the provider's") {
    for (const char* text : {"Services for children in care have deteriorated since the previous inspection "
                             "in 2015, when they were judged to be good.\n",
                             "Children’s services in the predecessor local authority, Northamptonshire "
                             "County Council, were judged inadequate in 2019.\n"}) {
        CAPTURE(std::string(text));
        CHECK(read_story(council_report(std::string("Overall effectiveness\tGood\n") + text)).was().empty());
    }
}

TEST_CASE("the grade before of a council's home or adoption service is not the council's") {
    for (const char* text : {"The last inspection of the adoption service was in March 2011 and judged local authority "
                             "provision as good.\n",
                             "The last inspection of the council's home was in 2014. It was judged to be good.\n",
                             "The last inspection of Medway’s safeguarding arrangements was in 2010, when Medway was "
                             "judged outstanding.\n"}) {
        CAPTURE(std::string(text));
        const Outcome outcome = read_story(council_report(std::string("Overall effectiveness\tGood\n") + text));
        CHECK(outcome.grade() == "good");
        CHECK(outcome.was().empty());
    }
}

TEST_CASE("a heading in table form over a section is no second judgement") {
    CHECK(read_story(council_report(
                         std::string(kIlacsLines) +
                         "Children who need help and protection\tGood\nLeadership, management and governance\tGood\n"))
              .judgements() == kIlacsJudgements);
}

TEST_CASE("a glossary that names every grade awards none") {
    CHECK(read_story(council_report("What the inspection judgements mean\nAn outstanding local authority "
                                    "leads highly effective services.\nA good local "
                                    "authority leads effective services.\nIn a local authority that requires "
                                    "improvement, there are no widespread or "
                                    "serious failures.\nAn inadequate local authority is one where there are "
                                    "widespread failures.\nOutstanding (Grade 1)\t"
                                    "A service that exceeds minimum requirements\n"))
              .found.awards.empty());
}

TEST_CASE("homes and agencies print one row for the whole and their experiences") {
    const Outcome outcome =
        read_story({.text = "Overall experiences and progress of children and young people, taking into "
                            "account\trequires improvement to be good\n"
                            "How well children and young people are helped and protected\tinadequate\n"
                            "The effectiveness of leaders and managers\trequires improvement to be good\n"
                            "Overall judgement at last inspection: good\n",
                    .kind = "report",
                    .visit = "full"});
    CHECK(outcome.grade() == "requires-improvement");
    CHECK(outcome.judgements() ==
          "experiences-and-progress:requires-improvement help-and-protection:inadequate "
          "leaders:requires-improvement");
    CHECK(outcome.was() == "good");
    CHECK(outcome.change() == "declined");
}

TEST_CASE("the three outcomes of area SEND inspections are sentences") {
    struct Row {
        const char* text;
        const char* grade;
    };
    for (const Row& row : {Row{"The local area partnership’s arrangements typically lead to positive "
                               "experiences and outcomes for children with SEND.",
                               "send-typically-positive"},
                           Row{"The local area partnership’s arrangements lead to inconsistent experiences "
                               "and outcomes for children with SEND.",
                               "send-inconsistent"},
                           Row{"There are widespread and/or systemic failings leading to significant "
                               "concerns about the experiences and outcomes of children.",
                               "send-widespread-failings"}}) {
        CAPTURE(std::string(row.text));
        const Outcome outcome = read_story({.text = row.text,
                                            .providers = {"Medway"},
                                            .type = "area-partnership",
                                            .kind = "report",
                                            .visit = "joint"});
        CHECK(outcome.grade() == row.grade);
        REQUIRE(outcome.found.awards.size() == 1);
        CHECK(outcome.found.awards[0].scale == "send");
        CHECK(outcome.quotes_are_exact());
    }
}

TEST_CASE("a joint targeted area inspection awards nothing, whatever words it uses") {
    const Outcome outcome = read_story({.text = "Practice is good. Leaders are aware that this requires "
                                                "improvement. Recording was inadequate.\n",
                                        .providers = {"Medway"},
                                        .type = "area-partnership",
                                        .kind = "letter",
                                        .visit = "joint"});
    CHECK(outcome.found.awards.empty());
    CHECK(outcome.grade().empty());
}

TEST_CASE("report cards grade areas and safeguarding, never the whole, and never on the old scale") {
    const Outcome outcome = read_story(
        {.text = "Safeguarding\tMet\nInclusion\tStrong standard\nCurriculum and teaching\tExpected standard\n"
                 "Attendance and behaviour\tNeeds attention\nLeadership and governance\tUrgent improvement\n",
         .type = "school",
         .kind = "report",
         .visit = "full",
         .inspected = "2025-12-03"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.judgements() ==
          "safeguarding:met inclusion:strong-standard curriculum-and-teaching:expected-standard "
          "attendance-and-behaviour:needs-attention "
          "leadership-and-governance:urgent-improvement");
    CHECK(outcome.found.awards.at(0).scale != "four-point");
}

TEST_CASE("a school report without an overall grade has judgements only") {
    const Outcome outcome = read_story(
        {.text = "Quality of education\tGood\nBehaviour and attitudes\tOutstanding\nPersonal development\tGood\n"
                 "Leadership and management\tGood\nOverall effectiveness at previous inspection\tOutstanding\n",
         .type = "school",
         .kind = "report",
         .visit = "full",
         .inspected = "2025-03-03"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.judgements() ==
          "quality-of-education:good behaviour-and-attitudes:outstanding personal-development:good "
          "leadership-and-management:good");
    CHECK(outcome.was() == "outstanding");
    CHECK(outcome.change().empty());
}

TEST_CASE("each regulator's own scale is used and none is mapped onto another") {
    const auto judged = [](const char* regulator, const char* type, const char* text, const char* day) {
        return read_story(
            {.text = text, .type = type, .regulator = regulator, .kind = "report", .visit = "full", .inspected = day});
    };
    CHECK(judged("hmicfrs", "police", "Overall effectiveness\tAdequate\n", "2023-05-01").grade() == "hmicfrs-adequate");
    CHECK(judged("ofsted", "council-services", "Overall effectiveness\tAdequate\n", "2023-05-01").grade().empty());
    CHECK(judged("ofsted", "council-services", "Overall effectiveness\tAdequate\n", "2012-05-01").grade() ==
          "adequate");
    CHECK(judged("ofsted", "school", "Overall effectiveness\tSatisfactory\n", "2011-05-01").grade() == "satisfactory");
    CHECK(judged("estyn", "school", "Standards\tExcellent\n", "2019-05-01").judgements() ==
          "standards:estyn-excellent");
    CHECK(judged("care-inspectorate", "care-home", "How good is our leadership?\t3 - Adequate\n", "2023-05-01")
              .judgements() == "leadership:scotland-adequate");
    CHECK(judged("education-scotland", "school", "Leadership of change\tVery good\n", "2023-05-01").judgements() ==
          "leadership-of-change:education-scotland-very-good");
    CHECK(judged("care-inspectorate-wales", "care-home", "Well-being\tRequires significant improvement\n", "2025-06-01")
              .judgements() == "well-being:ciw-requires-significant-improvement");
    CHECK(judged("hmi-prisons", "prison", "Safety\tNot sufficiently good\nRespect\tReasonably good\n", "2023-05-01")
              .judgements() == "safety:prisons-not-sufficiently-good respect:prisons-reasonably-good");
    CHECK(judged("cqc", "care-home", "Overall\tRequires improvement\nSafe\tInadequate\nCaring\tGood\n", "2023-05-01")
              .grade() == "requires-improvement");
}

TEST_CASE("a row with an unknown name counts beside known ones, a row of an inspection history never") {
    const Outcome outcome =
        read_story({.text = "Overall effectiveness\tGood\nPreventing crime\tAdequate\n12 March 2019\tOutstanding\n",
                    .type = "police",
                    .regulator = "hmicfrs",
                    .kind = "report"});
    CHECK(outcome.judgements() == "preventing-crime:hmicfrs-adequate");
}

TEST_CASE("grades recalled further down are not the award") {
    const std::string filler(2'000, 'x');
    const Outcome outcome = read_story(council_report(
        "Children’s services in Medway require improvement to be good\n1. Children who need help and "
        "protection\tRequires improvement\n"
        "2. Children looked after and achieving permanence\tGood\n3. Leadership, management and governance\tGood\n" +
        filler + "\nThe previous inspection of children’s services was in 2015.\nOverall effectiveness: inadequate\n"));
    CHECK(outcome.grade() == "requires-improvement");
    CHECK(outcome.was() == "inadequate");
    const Outcome sentence = read_story(council_report(
        "Children’s services in Medway are good\n1. Children who need help and protection\tGood\n" + filler +
        "\nThe previous inspection was in October 2015.\nIt was overall judged to be inadequate.\n"));
    CHECK(sentence.grade() == "good");
    CHECK(sentence.was() == "inadequate");
}

TEST_CASE("a table of judgements outweighs a kind of visit read off the text") {
    Story story = council_report(kIlacsLines);
    story.visit = "joint";
    CHECK(read_story(story).grade() == "inadequate");
}

TEST_CASE("a table whose columns are grades gives each area the grade above it") {
    const Outcome outcome = read_story(
        {.text = "PEEL 2023 assessment\n"
                 "Outstanding\tGood\tAdequate\tRequires improvement\tInadequate\n"
                 "\tPreventing crime\tTreatment of the public\tInvestigating crime\tProtecting vulnerable people\n"
                 "\tManaging offenders\t\tResponding to the public\t",
         .providers = {"Mid Anglia Constabulary"},
         .type = "police",
         .regulator = "hmicfrs",
         .kind = "report"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.judgements() ==
          "preventing-crime:good treatment-of-the-public:hmicfrs-adequate "
          "investigating-crime:requires-improvement protecting-vulnerable-people:inadequate managing-offenders:good "
          "responding-to-the-public:requires-improvement");
}
