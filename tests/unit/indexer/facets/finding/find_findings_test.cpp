#include "indexer/facets/finding/find_findings.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/finding/report_findings.hpp"

using namespace findings;
using Texts = std::vector<std::string>;

TEST_CASE("the entries below 'What needs to improve' are findings, with heading and page") {
    const CleanArticle report = make_report(
        {"Inspection of Anyshire County Council", "===", "# What needs to improve? 1", "* The quality of plans.",
         "===", "* Visits to children in care.", "# The experiences and progress of children in care: good",
         "1. Children live in stable homes and their views are sought by all."});
    CHECK(listed_texts(report) == Texts{"The quality of plans.", "Visits to children in care."});
    const auto found = findings_of(report);
    CHECK(found[0].form == FindingForm::recommendation);
    CHECK(found[0].heading == "What needs to improve? 1");
    CHECK(found[0].page == 2);
    CHECK(found[1].page == 3);
}

TEST_CASE("a heading on the contents page begins no list") {
    CHECK(listed_texts(make_report({"# Contents", "# Executive summary", "# Recommendations", "# Summary for children",
                                    "# Information about this inspection"}))
              .empty());
}

TEST_CASE("the nearer heading says what a list is, and numbers run on") {
    const CleanArticle report = make_report(
        {"# What does the local authority need to improve?", "# Priority and immediate action", "Quality of practice",
         "1. Improve plans; this to include", "* targets", "* days.", "2. Review all cases.", "# Areas for improvement",
         "Care leavers", "3. Ensure that caseloads are fair.", "# The Local Authority’s strengths",
         "4. The duty team is quick and visits families on the day that they ask for help."});
    CHECK(listed_texts(report) == Texts{"Improve plans; this to include targets days.", "Review all cases.",
                                        "Ensure that caseloads are fair."});
    const auto found = findings_of(report);
    CHECK(found[0].form == FindingForm::priority_action);
    CHECK(found[0].section == "What does the local authority need to improve?");
    CHECK(found[2].form == FindingForm::recommendation);
}

TEST_CASE("a heading inside a list goes on with it only when entries of its kind follow") {
    CHECK(listed_texts(make_report({"# Areas for improvement", "# Leadership", "* Police records are thin.",
                                    "# Front door", "* Referrals lack analysis.", "# Case study: areas for improvement",
                                    "* One child waited.", "Later she was heard."})) ==
          Texts{"Police records are thin.", "Referrals lack analysis."});
    CHECK(listed_texts(make_report({"# Recommendations", "1. Ensure that visits are timely.", "# Our approach",
                                    "2. The team spoke to staff and read the records of forty children."})) ==
          Texts{"Ensure that visits are timely."});
}

TEST_CASE("an item that says there is none is no finding") {
    CHECK(listed_texts(make_report({"# Priority and immediate action",
                                    "26. The inspection did not find any areas for priority and immediate action.",
                                    "# Areas for improvement", "27. Ensure that audits are kept."})) ==
          Texts{"Ensure that audits are kept."});
    CHECK(listed_texts(make_report({"# Areas for priority action", "* There are no areas for priority action."}))
              .empty());
    CHECK(listed_texts(make_report({"# Areas for priority action", "* Leaders have no oversight of plans."})) ==
          Texts{"Leaders have no oversight of plans."});
}

TEST_CASE("a table's column of responsible bodies is the addressee, and cells go on over pages and lines") {
    const CleanArticle report = make_report(
        {"Anyshire County Council and NHS Any Integrated Care Board are responsible for the area's services.",
         "# Areas for priority action", "| Responsible body | Areas for priority action",
         "| Anyshire County Council and NHS Any | Leaders should act so that children",
         "===", "| Integrated Care Board | with SEND are seen. They must keep records.",
         "| NHS Any | Leaders should cut waits.", "Integrated Care Board", "# Areas for improvement",
         "# Areas for improvement", "Leaders should share data with all schools.", "◼",
         "Leaders should make plans so that:", "* waits are short;", "* moves are few.",
         "# Local area partnership details", "| Local authority | Integrated care board"});
    CHECK(listed_texts(report) ==
          Texts{"Leaders should act so that children with SEND are seen. They must keep records.",
                "Leaders should cut waits.", "Leaders should share data with all schools.",
                "Leaders should make plans so that: waits are short; moves are few."});
    const auto found = findings_of(report);
    CHECK(found[0].addressee == "Anyshire County Council and NHS Any Integrated Care Board");
    CHECK_FALSE(found[0].other_body);
    CHECK(found[0].page == 1);
    CHECK(found[1].addressee == "NHS Any Integrated Care Board");
    CHECK(found[1].other_body);
}

TEST_CASE("a line that holds words of both columns is parted by the name that stands elsewhere") {
    CHECK(
        listed_texts(make_report({"North Council, NHS North and North Children’s Trust are responsible.",
                                  "# Areas for priority action", "| Responsible body | Areas for priority action",
                                  "| North Council, NHS North and | Leaders need to cut waits so that",
                                  "North Children’s they are short.", "Trust", "| NHS North | Leaders must plan."})) ==
        Texts{"Leaders need to cut waits so that they are short.", "Leaders must plan."});
}

TEST_CASE("time limits above entries are when they are due") {
    const CleanArticle report = make_report({"# Areas for improvement",
                                             "20. In order to improve, the authority should take the following action.",
                                             "# Immediately:", "* ensure that risks are written down",
                                             "# Within three months:", "* complete health assessments",
                                             "# Outcomes for children", "# Grade 4 (Inadequate)"});
    CHECK(listed_texts(report) == Texts{"ensure that risks are written down", "complete health assessments"});
    CHECK(findings_of(report)[0].due == "Immediately");
    CHECK(findings_of(report)[1].due == "Within three months");
}

TEST_CASE("dashes stand below the bullet that leads on to them, and a lead above bullets is no entry") {
    CHECK(listed_texts(make_report({"# Area for priority action",
                                    "Priority action should be taken across the following two areas:",
                                    "* Leaders should ensure that practice is safe:", "− police records are kept",
                                    "− health staff share risks.", "* The trust should train its staff.", "# Strengths",
                                    "* Partners were keen."})) ==
          Texts{"Leaders should ensure that practice is safe: police records are kept health staff share risks.",
                "The trust should train its staff."});
}

TEST_CASE("numbered lines above bullets are subheadings, and a sentence above numbers is a lead") {
    CHECK(listed_texts(make_report({"# Recommendations", "1. Quality of practice", "* Ensure that plans are clear.",
                                    "2. Scrutiny by members", "* Revise the strategy."})) ==
          Texts{"Ensure that plans are clear.", "Revise the strategy."});
    CHECK(listed_texts(make_report({"# Recommendations", "These are the priorities and not all of the failings found.",
                                    "1. Review all cases."})) == Texts{"Review all cases."});
}

TEST_CASE("a list of the safeguarding board is addressed to it and not to the council") {
    const auto found = findings_of(make_report(
        {"# What does the LSCB need to improve?", "# Areas for improvement", "140. Ensure that audits are shared.",
         "# What does the local authority need to improve?", "141. Ensure that plans are shared."}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].addressee == "LSCB");
    CHECK(found[0].other_body);
    CHECK(found[1].addressee.empty());
    CHECK_FALSE(found[1].other_body);
}

TEST_CASE("the council's list behind the board's grade is the council's") {
    const auto found = findings_of(make_report(
        {"# The effectiveness of the Local Safeguarding Children Board requires improvement",
         "The board has begun to ask its partners for better evidence of what their work has led to for families.",
         "# What does the local authority need to improve?", "# Areas for improvement",
         "1. Ensure that plans are clear."}));
    REQUIRE_FALSE(found.empty());
    CHECK(found.back().form == FindingForm::recommendation);
    CHECK(found.back().addressee.empty());
    CHECK_FALSE(found.back().other_body);
}

TEST_CASE("a board's name in small letters addresses its list") {
    const auto found = findings_of(make_report(
        {"# Section 2: The effectiveness of the local safeguarding children board", "# Areas for improvement",
         "1. Ensure that audits are shared.", "2. ASCB should publish its minutes."}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].addressee == "LSCB");
    CHECK(found[1].addressee == "ASCB");
    CHECK(found[1].other_body);
}

TEST_CASE("homes: requirements with regulation and due date, then recommendations") {
    const CleanArticle report = make_report(
        {"# What does the children's home need to do to improve?", "# Statutory requirements",
         "This section sets out the actions that the registered person(s) must take to meet the Care Standards Act "
         "2000.",
         "| Requirement | Due date", "| The protection standard is that children are kept from harm. | 15 March 2025",
         "In particular, the registered person must ensure that staff assess risks. (Regulation 12 (1)(2)(a)(i))",
         "| The registered person must keep records. (Regulation 36 (1)) | 1 April 2025", "# Recommendations",
         "* The registered person should ensure that rooms are homely. (‘Guide to the children's homes regulations’)"});
    const auto found = findings_of(report, "ofsted", "childrens-home");
    REQUIRE(found.size() == 3);
    CHECK(found[0].form == FindingForm::requirement);
    CHECK(found[0].due == "15 March 2025");
    CHECK(found[0].regulation == "Regulation 12 (1)(2)(a)(i)");
    CHECK(found[1].due == "1 April 2025");
    CHECK(found[1].regulation == "Regulation 36 (1)");
    CHECK(found[2].form == FindingForm::recommendation);
}

TEST_CASE("what is below 'Next steps' is told by the regime: a report card's list, a letter's arrangements") {
    const auto lines = {std::string_view("# Next steps"), std::string_view("* Leaders should teach pupils to read.")};
    CHECK(listed_texts(make_report(lines), "ofsted", "school").size() == 1);
    CHECK(listed_texts(make_report(lines), "ofsted", "area-partnership").empty());
}

TEST_CASE("CQC, prisons, police and Wales: must and should, concerns, causes of concern, numbered recommendations") {
    const auto form = [](const CleanArticle& report, const char* regulator) {
        const auto found = findings_of(report, regulator, "hospital");
        return found.empty() ? FindingForm::sentence : found.front().form;
    };
    CHECK(form(make_report({"# Action the trust MUST take to improve", "* The trust must store medicines safely."}),
               "cqc") == FindingForm::requirement);
    CHECK(form(make_report({"# Action the trust SHOULD take to improve", "* The trust should audit notes."}), "cqc") ==
          FindingForm::recommendation);
    CHECK(form(make_report({"# Priority concerns", "1. Violence was too high and rising."}), "hmi-prisons") ==
          FindingForm::priority_action);
    CHECK(form(make_report({"# Key concerns", "6. Time out of cell was poor for most."}), "hmi-prisons") ==
          FindingForm::recommendation);
    CHECK(form(make_report({"# Cause of concern", "The force doesn't record enough crimes of violence."}), "hmicfrs") ==
          FindingForm::priority_action);
    CHECK(listed_texts(make_report({"# Recommendations", "R1 Improve pupils' Welsh", "R2 Improve attendance"}), "estyn",
                       "school") == Texts{"Improve pupils' Welsh", "Improve attendance"});
}

TEST_CASE("a heading and its one entry may share a line") {
    const CleanArticle report = make_report({"Recommendation 2: the council should review all cases."});
    CHECK(listed_texts(report) == Texts{"the council should review all cases."});
    CHECK(listed_texts(make_report({"This was a recommendation: none."})).empty());
}

TEST_CASE("a reference in brackets and a named addressee are read") {
    const auto found = findings_of(make_report({"# What needs to improve", "* The workloads of advisers. (Enabler two)",
                                                "* West Midlands Police need to keep records.",
                                                "* Leaders should plan.", "* Anyshire Council should plan."}));
    REQUIRE(found.size() == 4);
    CHECK(found[0].reference == "Enabler two");
    CHECK(found[1].addressee == "West Midlands Police");
    CHECK(found[1].other_body);
    CHECK(found[2].addressee == "Leaders");
    CHECK_FALSE(found[2].other_body);
    CHECK_FALSE(found[3].other_body);
}

TEST_CASE("a line of the cover is no heading and no section of findings") {
    const auto found = findings_of(make_report({"# Inspection dates: 15 to 19 July 2024", "# Her Majesty’s Inspector",
                                                "Plans are clear and effective for all children.",
                                                "# What needs to improve?", "* The quality of plans."}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].heading.empty());
    CHECK(found[1].heading == "What needs to improve?");
    CHECK(found[1].section.empty());
}

TEST_CASE("in a report on a council and its board each list is the body's whose part it stands in") {
    const auto found = findings_of(
        make_report({"# The effectiveness of the Local Safeguarding Children Board (LSCB) requires improvement",
                     "The LSCB is not yet demonstrating the characteristics of good.",
                     "===",
                     "# Contents",
                     "# Section 1: the local authority",
                     "# What does the local authority need to improve?",
                     "# Section 2: The effectiveness of the local safeguarding children board",
                     "===",
                     "# Section 1: the local authority",
                     "# Summary of key findings",
                     "1. Services for children were slow to improve and plans were poor for too many of them.",
                     "===",
                     "# What does the local authority need to improve?",
                     "# Priority and immediate action",
                     "2. There are no areas of priority action.",
                     "# Areas for improvement",
                     "3. Ensure that caseloads are fair.",
                     "4. Ensure that the board and its partners agree thresholds.",
                     "===",
                     "# Section 2: The effectiveness of the local safeguarding children board",
                     "# The effectiveness of the LSCB requires improvement",
                     "# Areas for improvement",
                     "5. Ensure that audits are shared."}));
    std::vector<std::string> addressees;
    for (const Finding& finding : found)
        if (finding.form != FindingForm::sentence)
            addressees.push_back(finding.addressee + (finding.other_body ? "!" : ""));
    CHECK(addressees == std::vector<std::string>{"", "", "LSCB!"});
}
