// What a grade in a sentence is: awarded, the one before, of an area, of a service, somebody else's, or none.
#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/grade/graded_story.hpp"

using namespace findings::award_tests;

TEST_CASE("a grade with its abbreviation is a grade") {
    check_rows({
        {"Woodend House was rated RI by Ofsted.", "requires-improvement"},
        {"Woodend House was rated Requires Improvement (RI) by Ofsted after a visit in May.", "requires-improvement"},
        {"Woodend House has been given a 'Requires Improvement' (RI) rating.", "requires-improvement"},
        {"Woodend House has been rated as “requires improvement” (RI).", "requires-improvement"},
        {"Woodend House has gone from RI to Good, Ofsted says.", "good", "requires-improvement"},
        {"The home was graded 'Requires Improvement' ('RI') by inspectors.", "requires-improvement"},
        {"The home was rated requires improvement, or RI, by inspectors.", "requires-improvement"},
        {"Ofsted gave the home an RI rating.", "requires-improvement"},
    });
}

TEST_CASE("a grade in brackets, between commas or behind a dash is the one before when a word says so") {
    check_rows({
        {"Woodend House was rated inadequate (previously good) by Ofsted after a visit in May.", "inadequate", "good"},
        {"Woodend House was rated good, previously requires improvement, by Ofsted.", "good", "requires-improvement"},
        {"Woodend House (formerly inadequate) is now rated good.", "good", "inadequate"},
        {"Woodend House, formerly inadequate, has been rated good.", "good", "inadequate"},
        {"Woodend House, previously rated good, is now inadequate.", "inadequate", "good"},
        {"Ofsted rated Woodend House good (up from requires improvement).", "good", "requires-improvement"},
        {"Ofsted rated Woodend House inadequate - down from good.", "inadequate", "good"},
        {"Ofsted rated Woodend House good (was requires improvement).", "good", "requires-improvement"},
        {"Ofsted rated Woodend House good, an improvement on its previous rating of inadequate.", "good", "inadequate"},
        {"Ofsted rated Woodend House good – an improvement from its previous 'requires improvement' rating.", "good",
         "requires-improvement"},
        {"Woodend House was judged good, improving on its previous rating of inadequate.", "good", "inadequate"},
        {"Woodend House was judged good. Its previous rating was requires improvement.", "good",
         "requires-improvement"},
        {"Woodend House was rated good. It had been rated inadequate at its last inspection.", "good", "inadequate"},
        {"Woodend House was judged inadequate, a fall from good in 2018.", "inadequate", "good"},
        {"Woodend House was judged inadequate, two grades below its previous rating of good.", "inadequate", "good"},
    });
}

TEST_CASE("a grade that a body keeps is the one awarded and the one before") {
    check_rows({
        {"Woodend House retained its good rating.", "good", "good"},
        {"Woodend House has retained its 'good' rating from Ofsted.", "good", "good"},
        {"Woodend House has held on to its 'good' rating.", "good", "good"},
        {"Woodend House has kept its rating of outstanding.", "outstanding", "outstanding"},
        {"Woodend House remains rated requires improvement.", "requires-improvement", "requires-improvement"},
        {"Its overall rating remains requires improvement.", "requires-improvement", "requires-improvement"},
        {"The home's overall rating remains 'inadequate'.", "inadequate", "inadequate"},
        {"Overall, the home continues to be rated as requires improvement.", "requires-improvement",
         "requires-improvement"},
        {"Woodend House has once again been rated good.", "good", "good"},
        {"Woodend House has again been judged good by Ofsted.", "good", "good"},
        {"Ofsted has again judged Woodend House to be good.", "good", "good"},
        {"Woodend House has been rated good for the second time in a row.", "good", "good"},
        {"Woodend House maintains its outstanding rating.", "outstanding", "outstanding"},
        {"The overall rating for Woodend House is unchanged at good.", "good", "good"},
        {"The overall rating stays the same: good.", "good", "good"},
    });
}

TEST_CASE("from one grade to another, in every order") {
    check_rows({
        {"The home's rating has dropped from good to inadequate.", "inadequate", "good"},
        {"Following the inspection Ofsted changed the home's rating from good to inadequate.", "inadequate", "good"},
        {"Ofsted has raised Woodend House's rating from 'inadequate' to 'good'.", "good", "inadequate"},
        {"Ofsted has upgraded Woodend House to good from requires improvement.", "good", "requires-improvement"},
        {"Woodend House has been upgraded to good by Ofsted.", "good"},
        {"Woodend House has been re-rated from requires improvement to good.", "good", "requires-improvement"},
        {"Woodend House has been downgraded to requires improvement, having been rated good in 2021.",
         "requires-improvement", "good"},
        {"The home, which was rated good at its last inspection in 2019, has been rated inadequate.", "inadequate",
         "good"},
        {"Woodend House was rated requires improvement at its previous inspection, but is now judged good.", "good",
         "requires-improvement"},
        {"Woodend House has lost its outstanding rating and is now rated good.", "good", "outstanding"},
        {"Woodend House was stripped of its 'outstanding' status and now 'requires improvement'.",
         "requires-improvement", "outstanding"},
        {"Woodend House has been handed an overall rating of RI, having previously been rated Good.",
         "requires-improvement", "good"},
        {"Woodend House has shaken off its inadequate rating and is now rated good.", "good", "inadequate"},
        {"Woodend House is no longer rated inadequate and is now judged good.", "good", "inadequate"},
        {"Woodend House has gone from good to requires improvement to inadequate in five years.", "inadequate",
         "requires-improvement"},
        {"In July 2022 the home was rated inadequate. It is now rated good in all areas.", "good", "inadequate"},
    });
}

TEST_CASE("what inspectors say of the whole body awards") {
    check_rows({
        {"Ofsted's verdict on Woodend House: good.", "good"},
        {"Inspectors gave the home the lowest possible rating of 'inadequate'.", "inadequate"},
        {"Woodend House earned a glowing 'outstanding' report from Ofsted.", "outstanding"},
        {"Woodend House is celebrating a 'good' Ofsted report.", "good"},
        {"Woodend House was awarded Good in all areas.", "good"},
        {"Woodend House was rated good overall and outstanding for leadership.", "good"},
        {"Woodend House has been told it requires improvement.", "requires-improvement"},
        {"Inspectors say Woodend House is inadequate.", "inadequate"},
        {"Inspectors ruled that the home was inadequate.", "inadequate"},
        {"Ofsted said Woodend House, which has six beds, required improvement.", "requires-improvement"},
        {"Woodend House, now rated as inadequate, had been inspected by Ofsted since 2011.", "inadequate"},
        {"Ofsted has given Woodend House the thumbs up, rating it 'good' overall.", "good"},
        {"Woodend House achieved 'good' across the board.", "good"},
        {"The home came out as good in its latest Ofsted report.", "good"},
        {"Woodend House has been named outstanding by Ofsted.", "outstanding"},
        {"Inspectors gave it a Grade 4 rating - the worst possible.", "inadequate"},
    });
}

TEST_CASE("what others say, hope or deny, and grades of something else, awards nothing") {
    check_rows({
        {"Managers had rated themselves good.", ""},
        {"The home's own self-assessment had rated it good.", ""},
        {"Parents rated the home outstanding.", ""},
        {"Woodend House narrowly missed out on an outstanding rating.", ""},
        {"Woodend House was one grade short of outstanding.", ""},
        {"The home believes it should have been rated good.", ""},
        {"Unlike Elm Court, which was rated outstanding, the home has closed.", ""},
        {"Elm Court in Hove was rated outstanding by Ofsted.", ""},
        {"Inspectors rated the home inadequate on fire safety.", ""},
        {"Inspectors rated the home good on children's health.", ""},
        {"The home's education was rated good.", ""},
        {"Record keeping was rated inadequate.", ""},
        {"The home is working towards a good rating.", ""},
        {"Anything less than good is unacceptable, Ofsted said of the home.", ""},
        {"The manager said: 'I want the home to be rated outstanding.'", ""},
        {"The home was described as an outstanding place by a neighbour.", ""},
    });
}
