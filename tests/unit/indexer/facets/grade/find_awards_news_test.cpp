#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using findings::award_tests::Outcome;
using findings::award_tests::read_story;
using findings::award_tests::Story;

namespace {

std::string grade_in(std::string text) { return read_story({.text = std::move(text)}).grade(); }

}  // namespace

TEST_CASE("a grade after a grade verb with the provider as its subject is awarded") {
    CHECK(grade_in("Woodend House has been rated inadequate by Ofsted.") == "inadequate");
    CHECK(grade_in("Woodend House was judged to be good.") == "good");
    CHECK(grade_in("Ofsted graded the home 'outstanding' this week.") == "outstanding");
    CHECK(grade_in("The children's home was given an overall rating of ‘requires improvement to be good’.") ==
          "requires-improvement");
    CHECK(grade_in("The home received an “inadequate” rating after the visit.") == "inadequate");
    CHECK(grade_in("Inspectors branded Woodend House inadequate.") == "inadequate");
    CHECK(grade_in("The home has been found to be inadequate.") == "inadequate");
    CHECK(grade_in("Inspectors awarded it a good rating.") == "good");
    CHECK(grade_in("Its overall effectiveness is inadequate.") == "inadequate");
    CHECK(grade_in("The home, in a quiet street, was rated Requires Improvement.") == "requires-improvement");
    CHECK(grade_in("A children's home in Oldham, owned by Lighthouse Care, has been rated as ‘requires improvement’ by "
                   "Ofsted.") == "requires-improvement");
    CHECK(grade_in("Woodend House has been praised for improvements since May 2022, achieving a 'good' rating.") ==
          "good");
    CHECK(grade_in("Ofsted has suspended Woodend House after rating it inadequate.") == "inadequate");
    CHECK(grade_in("Ofsted said the provider must improve after inspectors rated the home inadequate.") ==
          "inadequate");
    CHECK(grade_in("Woodend House, which opened in 2021, was rated inadequate.") == "inadequate");
    CHECK(grade_in("Woodend House has been rated RI.") == "requires-improvement");
    CHECK(grade_in("The home has been plunged into an inadequate rating.") == "inadequate");
}

TEST_CASE("a figure of speech is not a grade") {
    for (const char* text :
         {"Woodend House has made good progress.", "The council has good adoption services.",
          "He left an outstanding debt at Woodend House.", "Inadequate training put children at risk.",
          "Inadequate matching has resulted in harm.", "The home's managers require improvement plans.",
          "She is an outstanding leader.", "Staff were rated by parents as having good manners.",
          "Woodend House received good support from staff.", "The home achieved outstanding outcomes for boys.",
          "Staff showed good judgement.", "There were good and outstanding examples at the home.",
          "Inadequate staff support was found at Woodend House.", "The training was inadequate.",
          "The work requires improvement, he said.", "Care ranged from good to inadequate.",
          "The practice varies from outstanding to inadequate."}) {
        CAPTURE(std::string(text));
        const Outcome outcome = read_story({.text = text});
        CHECK(outcome.grade().empty());
        CHECK(outcome.found.awards.empty());
    }
}

TEST_CASE("a grade that is hoped for, feared or denied is not awarded") {
    for (const char* text :
         {"The home hopes to be rated good next year.", "Woodend House was not rated inadequate.",
          "The home aims to achieve a good rating.", "It could be judged inadequate.",
          "The home narrowly avoided an 'inadequate' rating.", "The home is on a journey to outstanding.",
          "Most homes are rated good.", "Just four in 10 local authorities were rated as “good” or “outstanding”.",
          "In the initial full cycle of inspections, 17 councils were found to be inadequate."}) {
        CAPTURE(std::string(text));
        CHECK(read_story({.text = text}).grade().empty());
    }
}

TEST_CASE("dropping from one grade to another awards the second and recalls the first") {
    const Outcome outcome = read_story({.text = "Woodend House has been criticised, dropping from 'requires "
                                                "improvement to be good' to 'inadequate'."});
    CHECK(outcome.grade() == "inadequate");
    CHECK(outcome.was() == "requires-improvement");
    CHECK(outcome.change() == "declined");
    CHECK(outcome.quotes_are_exact());
}

TEST_CASE("the grade after from, up from, downgraded from or previously is the one before") {
    struct Row {
        const char* text;
        const char* grade;
        const char* was;
        const char* change;
    };
    for (const Row& row : {
             Row{"Woodend House has been rated good, up from requires improvement.", "good", "requires-improvement",
                 "improved"},
             Row{"Woodend House was downgraded from good to inadequate.", "inadequate", "good", "declined"},
             Row{"The home was upgraded to 'good' from 'inadequate'.", "good", "inadequate", "improved"},
             Row{"Woodend House, previously rated outstanding, has been judged inadequate.", "inadequate",
                 "outstanding", "declined"},
             Row{"Woodend House has been rated 'good', a big upgrade from the previous ‘requires "
                 "improvement’ in 2020.",
                 "good", "requires-improvement", "improved"},
             Row{"The home was rated inadequate. It had been rated good in 2019.", "inadequate", "good", "declined"},
             Row{"At its last inspection in 2019, the home was rated good. It has now been rated inadequate.",
                 "inadequate", "good", "declined"},
             Row{"Woodend House has been upgraded to 'good' after years of being rated 'inadequate'.", "good",
                 "inadequate", "improved"},
             Row{"Woodend House is now rated 'good' across all areas - an improvement on its previous 'requires "
                 "improvement' rating.",
                 "good", "requires-improvement", "improved"},
             Row{"The service has gone from being rated inadequate to being rated good.", "good", "inadequate",
                 "improved"},
             Row{"Its rating went from good to inadequate.", "inadequate", "good", "declined"},
             Row{"Woodend House kept its outstanding status.", "outstanding", "outstanding", "unchanged"},
             Row{"Woodend House remains 'inadequate'.", "inadequate", "inadequate", "unchanged"},
             Row{"The home has lost its 'outstanding' rating and is now rated 'good'.", "good", "outstanding",
                 "declined"},
             Row{"The home has been rated good. At its previous inspection it was rated good.", "good", "good",
                 "unchanged"},
         }) {
        CAPTURE(std::string(row.text));
        const Outcome outcome = read_story({.text = row.text, .published = "2025-06-01"});
        CHECK(outcome.grade() == row.grade);
        CHECK(outcome.was() == row.was);
        CHECK(outcome.change() == row.change);
        CHECK(outcome.quotes_are_exact());
    }
}

TEST_CASE("a visit without a grade keeps the grade of the inspection before in an award without a grade") {
    const Outcome outcome = read_story(
        {.text = "Ofsted did not give a rating at this inspection, with the overall effectiveness of "
                 "Barking and Dagenham's children's social care services rated requires improvement in 2019.",
         .providers = {"Barking and Dagenham"},
         .type = "council-services",
         .visit = "focused"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.was() == "requires-improvement");
    REQUIRE(outcome.found.awards.size() == 1);
    CHECK(outcome.found.awards[0].grade.empty());
    CHECK(outcome.found.awards[0].previous == "requires-improvement");
    CHECK(outcome.found.awards[0].change.empty());
}

TEST_CASE("no grade is awarded by a monitoring, focused, assurance, interim or joint visit") {
    for (const char* visit : {"monitoring", "focused", "assurance", "interim", "joint"}) {
        CAPTURE(visit);
        CHECK(read_story({.text = "Woodend House has been rated inadequate.", .visit = visit}).grade().empty());
    }
}

TEST_CASE("grades of areas stand apart from the overall grade") {
    const Outcome outcome =
        read_story({.text = "Medway's services have been rated good overall by Ofsted. The progress of "
                            "children in care was marked as 'outstanding'.",
                    .providers = {"Medway"},
                    .type = "council-services"});
    CHECK(outcome.grade() == "good");
    CHECK(outcome.judgements() == "in-care:outstanding");
    CHECK(outcome.quotes_are_exact());
}

TEST_CASE("an area that needs improvement beside a graded one") {
    CHECK(read_story({.text = "While the progress of children in care was marked as 'outstanding,' the area for those "
                              "needing help and "
                              "protection still needs improvement.",
                      .providers = {"Wigan"},
                      .type = "council-services"})
              .judgements() == "in-care:outstanding help-and-protection:requires-improvement");
    CHECK(read_story({.text = "Help and protection needs improvement.", .providers = {"Wigan"}}).judgements().empty());
}

TEST_CASE("the key questions of the Care Quality Commission are areas") {
    const Outcome outcome =
        read_story({.text = "The inspection revealed that safety standards were rated as ‘inadequate’.",
                    .providers = {"Kenney House"},
                    .type = "hospital",
                    .regulator = "cqc"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.judgements() == "safe:inadequate");
    const Outcome all = read_story({.text = "Inspectors rated Kenney House inadequate overall and for being safe and "
                                            "well-led. It was rated good for "
                                            "being caring and requires improvement for being effective and responsive.",
                                    .providers = {"Kenney House"},
                                    .type = "care-home",
                                    .regulator = "cqc"});
    CHECK(all.grade() == "inadequate");
    CHECK(all.judgements() ==
          "safe:inadequate well-led:inadequate caring:good effective:requires-improvement "
          "responsive:requires-improvement");
}

TEST_CASE("an area that falls takes only its own grade along") {
    const Outcome outcome = read_story({.text = "How well-led the service is has dropped from good to inadequate.",
                                        .providers = {"Rose Lodge"},
                                        .type = "care-home",
                                        .regulator = "cqc"});
    CHECK(outcome.grade().empty());
    CHECK(outcome.was().empty());
    CHECK(outcome.judgements() == "well-led:inadequate");
}

TEST_CASE("a grade of staff, of a part of the services, or one of a list is not the provider's") {
    for (const char* text :
         {"The headteacher, rated outstanding by peers, said Medway was proud.",
          "The council's fostering service was rated good.",
          "The council's children's homes were rated good and outstanding.", "The managers were rated inadequate.",
          "Medway was rated good, good and outstanding in its three categories.",
          "Under its previous director the council was rated good."}) {
        CAPTURE(std::string(text));
        CHECK(read_story({.text = text, .providers = {"Medway"}, .type = "council-services"}).grade().empty());
    }
}

TEST_CASE("another provider's grade is never the award") {
    for (const char* text :
         {"Neighbouring Kent County Council was rated inadequate.", "Oakfield School was rated outstanding last term.",
          "Another home nearby was rated inadequate."}) {
        CAPTURE(std::string(text));
        const Outcome outcome = read_story({.text = text});
        CHECK(outcome.grade().empty());
        CHECK(outcome.found.awards.empty());
    }
}

TEST_CASE("each provider of a round-up has its own award") {
    const Outcome outcome =
        read_story({.text = "Oldham College received a rating of 'requires improvement,' but showed progress. Rochdale "
                            "Islamic Academy and Safe "
                            "Start School also got 'requires improvement' ratings. Meanwhile, Wigan Council received "
                            "praise, achieving a 'good' "
                            "rating with a strong emphasis on practice.",
                    .providers = {"Oldham College", "Rochdale Islamic Academy", "Safe Start School", "Wigan Council"},
                    .type = "school"});
    CHECK(outcome.grade_of("oldham-college") == "requires-improvement");
    CHECK(outcome.grade_of("rochdale-islamic-academy") == "requires-improvement");
    CHECK(outcome.grade_of("safe-start-school") == "requires-improvement");
    CHECK(outcome.grade_of("wigan-council") == "good");
    CHECK(outcome.grade() == "requires-improvement good");
    CHECK(outcome.quotes_are_exact());
}

TEST_CASE("a headline that grades the provider is believed") {
    CHECK(read_story({.text = "A report is out.", .title = "Woodend House rated inadequate by Ofsted"}).grade() ==
          "inadequate");
    CHECK(read_story({.text = "A report is out.", .title = "Children’s home is 'good'"}).grade() == "good");
    CHECK(read_story({.text = "A report is out.", .title = "'Inadequate' training at Woodend House"}).grade().empty());
    CHECK(read_story({.text = "A report is out.", .title = "Good news for Woodend House"}).grade().empty());
}

TEST_CASE("without a provider a story awards nothing") {
    CHECK(read_story({.text = "The nursery was rated outstanding by Ofsted.", .providers = {}}).grade().empty());
}

TEST_CASE("a first grade is first only when the text says so") {
    CHECK(read_story({.text = "Woodend House has been rated good in its first inspection since it opened."}).change() ==
          "first");
    CHECK(read_story({.text = "Woodend House has been rated good in its first ever Ofsted inspection."}).change() ==
          "first");
    CHECK(read_story({.text = "Woodend House has been rated good in the first inspection under the new framework."})
              .change()
              .empty());
    CHECK(read_story({.text = "Woodend House has been rated good."}).change().empty());
}

TEST_CASE("the definition of inadequate without the word marks an inferred award that is counted nowhere") {
    const char* text =
        "Inspectors found serious and/or widespread failures that mean children and young people are not "
        "protected or their welfare is "
        "not promoted or safeguarded.";
    const Outcome outcome = read_story({.text = text});
    CHECK(outcome.grade().empty());
    REQUIRE(outcome.found.awards.size() == 1);
    CHECK(outcome.found.awards[0].inferred);
    CHECK(outcome.found.awards[0].grade == "inadequate");
    CHECK(outcome.found.awards[0].change.empty());
    REQUIRE(outcome.found.remarks.size() == 1);
    CHECK(outcome.found.remarks[0].evidence().role == "inferred");
    CHECK(outcome.quotes_are_exact());
    CHECK(read_story({.text = text, .visit = "monitoring"}).found.awards.empty());
    CHECK(
        read_story({.text = "There are no widespread or serious failures that create or leave children being harmed."})
            .found.awards.empty());
    CHECK_FALSE(
        read_story({.text = std::string("Woodend House was rated inadequate. ") + text}).found.awards[0].inferred);
}
