// The grade before, in the many ways stories say it.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

struct Row {
    std::string text;
    std::string grade;
    std::string was = {};
};

void check_rows(const std::vector<Row>& rows, const Story& story = {.text = ""}) {
    for (const Row& row : rows) {
        Story told = story;
        told.text = row.text;
        const Outcome outcome = read_story(told);
        CAPTURE(row.text);
        CHECK(outcome.grade() == row.grade);
        CHECK(outcome.was() == row.was);
    }
}

}  // namespace

TEST_CASE("the grade before stands beside the one awarded") {
    check_rows({
        {"Woodend House was rated good, previously requires improvement, by Ofsted after a visit in May.", "good",
         "requires-improvement"},
        {"Woodend House in Leeds was rated good, previously requires improvement, by Ofsted after a visit in May.",
         "good", "requires-improvement"},
        {"Woodend House children's home in Leeds was rated good, previously requires improvement, by Ofsted.", "good",
         "requires-improvement"},
        {"Woodend House was rated inadequate, previously good, by inspectors.", "inadequate", "good"},
        {"Woodend House was rated Good (up from Inadequate).", "good", "inadequate"},
        {"Woodend House has been rated Good (up from Inadequate) by Ofsted.", "good", "inadequate"},
        {"Woodend House: Good (up from Inadequate).", "good", "inadequate"},
        {"Woodend House was rated Inadequate (down from Good).", "inadequate", "good"},
        {"Woodend House was rated Good [previously Inadequate].", "good", "inadequate"},
        {"Woodend House now requires improvement, having been good.", "requires-improvement", "good"},
        {"Woodend House now requires improvement, having previously been good.", "requires-improvement", "good"},
        {"Woodend House is now inadequate, having been rated good.", "inadequate", "good"},
        {"Woodend House is inadequate, having been good before.", "inadequate", "good"},
        {"The home now requires improvement, having been good at its last inspection.", "requires-improvement", "good"},
        {"Woodend House was rated good – previously outstanding – at its latest inspection.", "good", "outstanding"},
        {"Woodend House was rated good - previously outstanding - by Ofsted.", "good", "outstanding"},
        {"Woodend House was rated good — it was outstanding before — by Ofsted.", "good", "outstanding"},
        {"Woodend House was inadequate before it became good.", "good", "inadequate"},
        {"Woodend House was inadequate before it was rated good this month.", "good", "inadequate"},
        {"Woodend House was rated inadequate. It was graded good across the board in its last full inspection in 2019.",
         "inadequate", "good"},
        {"Woodend House was good before becoming inadequate.", "inadequate", "good"},
        {"Woodend House, inadequate until this month, has been rated good.", "good", "inadequate"},
        {"Woodend House, which was inadequate before, is now good.", "good", "inadequate"},
        {"Woodend House was rated good, its previous rating being inadequate.", "good", "inadequate"},
        {"Woodend House was rated good, compared with inadequate in 2021.", "good", "inadequate"},
        {"Woodend House was rated good, compared with a previous rating of inadequate.", "good", "inadequate"},
        {"Woodend House was rated good instead of its earlier inadequate.", "good", "inadequate"},
        {"Woodend House was rated good, where it had been inadequate.", "good", "inadequate"},
        {"Woodend House was rated requires improvement, a grade below its previous good.", "requires-improvement",
         "good"},
        {"We've been judged Good by Ofsted. At our last inspection, in 2019, we were Requires Improvement.", "good",
         "requires-improvement"},
        {"Woodend House was rated outstanding. At our last inspection we were Good with Outstanding for leaders and "
         "managers.",
         "outstanding", "good"},
        {"Woodend House was judged good. In 2019 it was inadequate.", "good", "inadequate"},
        {"Woodend House is now \"good\", the inspectorate said on Thursday. In 2019 it was \"inadequate\".", "good",
         "inadequate"},
        {"It was \"Good\". It is now \"Requires Improvement\". That is Ofsted's view of Woodend House.",
         "requires-improvement", "good"},
        {"Woodend House was rated good. Two years ago it was inadequate.", "good", "inadequate"},
        {"Woodend House was rated good. Last time it was inadequate.", "good", "inadequate"},
        {"Woodend House was rated good. Last time round it was judged inadequate.", "good", "inadequate"},
        {"Woodend House was rated good. Three years earlier it was found to be inadequate.", "good", "inadequate"},
        {"Woodend House was rated good. It used to be inadequate.", "good", "inadequate"},
        {"Woodend House, which used to be rated inadequate, is now good.", "good", "inadequate"},
        {"Woodend House has improved from inadequate and is rated good.", "good", "inadequate"},
        {"Woodend House climbed out of inadequate to be rated good.", "good", "inadequate"},
        {"Woodend House was rated good, one step up on its inadequate judgement in 2019.", "good", "inadequate"},
        {"Woodend House has been moved up from inadequate to good.", "good", "inadequate"},
        {"Woodend House has gone up two grades, from inadequate to good.", "good", "inadequate"},
        {"Woodend House has slipped back to requires improvement, two years after it was rated good.",
         "requires-improvement", "good"},
        {"Woodend House has been downgraded by Ofsted from good to inadequate.", "inadequate", "good"},
        {"Woodend House has seen its rating fall from good to inadequate.", "inadequate", "good"},
        {"Woodend House saw its Ofsted rating plummet from 'outstanding' to 'inadequate'.", "inadequate",
         "outstanding"},
        {"The drop from outstanding to inadequate at Woodend House shocked parents.", "inadequate", "outstanding"},
        {"Inspectors have downgraded Woodend House, formerly outstanding, to requires improvement.",
         "requires-improvement", "outstanding"},
        {"Inspectors downgraded the formerly outstanding home to requires improvement.", "requires-improvement",
         "outstanding"},
        {"The previously good home is now inadequate.", "inadequate", "good"},
        {"The previously 'good' home has been branded inadequate.", "inadequate", "good"},
        {"Woodend House, a previously good home, has been rated inadequate.", "inadequate", "good"},
        {"Woodend House had been rated good but has now been told it requires improvement.", "requires-improvement",
         "good"},
        {"Woodend House had been rated good until now. It was judged inadequate in the latest report.", "inadequate",
         "good"},
        {"Good in 2019, Woodend House has now been rated inadequate.", "inadequate", "good"},
        {"Once outstanding, Woodend House is now inadequate.", "inadequate", "outstanding"},
        {"Rated outstanding in 2018, Woodend House is now inadequate.", "inadequate", "outstanding"},
        {"Previously rated good, Woodend House has been judged inadequate.", "inadequate", "good"},
        {"Previously good, Woodend House has been judged inadequate.", "inadequate", "good"},
        {"Woodend House was rated inadequate. Before that, it was good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. It was previously rated good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. Previous grade: good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. The 2019 inspection had found it to be good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. An inspection in 2019 rated it good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. Inspectors who came in 2019 judged it good.", "inadequate", "good"},
        {"Woodend House was rated inadequate. In its last report, in 2019, it was good.", "inadequate", "good"},
        {"Woodend House was rated inadequate, a far cry from its good grade in 2019.", "inadequate", "good"},
    });
}

TEST_CASE("a grade that stays is the one awarded and the one before") {
    check_rows({
        {"Woodend House was rated requires improvement, the same as when it was last inspected in 2021.",
         "requires-improvement", "requires-improvement"},
        {"Woodend House was rated requires improvement, the same as last time.", "requires-improvement",
         "requires-improvement"},
        {"Woodend House was rated good, the same grade as at its previous inspection.", "good", "good"},
        {"Woodend House was rated good, as it was in 2021.", "good", "good"},
        {"Woodend House was rated good, just as it had been before.", "good", "good"},
        {"Woodend House has been judged good, as it was last time.", "good", "good"},
        {"Woodend House has been judged inadequate, unchanged from its last inspection.", "inadequate", "inadequate"},
        {"Woodend House has been judged inadequate, no change from 2021.", "inadequate", "inadequate"},
        {"Woodend House was rated good, matching its previous rating.", "good", "good"},
        {"Woodend House kept its good grade.", "good", "good"},
        {"Woodend House has held its 'good' rating.", "good", "good"},
        {"Woodend House is still rated good.", "good", "good"},
        {"Woodend House is still good, says Ofsted.", "good", "good"},
        {"Ofsted says Woodend House is still a good home.", "good", "good"},
        {"Woodend House continues to be a good home, Ofsted said.", "good", "good"},
        {"Woodend House has been judged to still be good.", "good", "good"},
        {"Good again for Woodend House.", "good", "good"},
    });
}

TEST_CASE("a grade alone has none before it") {
    check_rows({
        {"Woodend House was rated good, not outstanding.", "good"},
        {"Woodend House was rated good, with leadership outstanding.", "good"},
        {"We have been rated good by Ofsted.", "good"},
        {"We are thrilled to share that we've been rated OUTSTANDING in every category.", "outstanding"},
        {"Woodend House has been moved up a grade to good.", "good"},
        {"Woodend House has slipped to requires improvement.", "requires-improvement"},
        {"Woodend House has slipped a grade to requires improvement.", "requires-improvement"},
        {"Woodend House has been confirmed as good by Ofsted.", "good"},
        {"Woodend House came out with requires improvement.", "requires-improvement"},
        {"The home came away with a good.", "good"},
        {"Woodend House ended up with inadequate.", "inadequate"},
        {"Woodend House walked away with 'outstanding'.", "outstanding"},
        {"Woodend House got a Good from Ofsted.", "good"},
        {"Woodend House has got good from Ofsted.", "good"},
    });
}
