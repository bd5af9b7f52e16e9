#include "indexer/register_files/cells/cell_value.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("what says that there is no value") {
    for (const char* cell : {"", "  ", "NULL", "NA", "-", "z", "..", "01/01/1900", "REDACTED", "nan", "None"})
        CHECK_MESSAGE(is_missing(cell), cell);
    for (const char* cell : {"0", "Na h-Eileanan Siar", "Good", "1900", "Zoe House"})
        CHECK_FALSE_MESSAGE(is_missing(cell), cell);
    CHECK(is_redacted("Redacted"));
    CHECK_FALSE(is_redacted("NULL"));
}

TEST_CASE("letters that were misread are put right, real ones stay") {
    CHECK(mend_cell("Children\xc3\x95s Home") == "Children’s Home");
    CHECK(mend_cell("Children\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s") == "Children’s");
    CHECK(mend_cell("England 2024 \xc3\x90 level") == "England 2024 – level");
    CHECK(mend_cell("\xc2\xa0"
                    "Keys Care ") == "Keys Care");
    CHECK(mend_cell("Ynys Môn") == "Ynys Môn");
    CHECK(mend_cell("Dùn Èideann") == "Dùn Èideann");
}

TEST_CASE("1 is best in English schools, 6 in Scotland") {
    CHECK(read_grade("1", {"four-point"}, "ofsted-schools").slug == "outstanding");
    CHECK(read_grade("4", {"four-point"}, "ofsted-schools").slug == "inadequate");
    CHECK(read_grade("6", {"scotland"}, "care-inspectorate").slug == "scotland-excellent");
    CHECK(read_grade("1", {"scotland"}, "care-inspectorate").slug == "scotland-unsatisfactory");
    CHECK(read_grade("2.0", {"send"}, "area-send").slug == "send-inconsistent");
}

TEST_CASE("one grade in its spellings, outcomes that are none, and anything else") {
    CHECK(read_grade("Requires improvement to be good", {"four-point"}, "x").slug == "requires-improvement");
    CHECK(read_grade("REQUIRES IMPROVEMENT", {"four-point"}, "x").slug == "requires-improvement");
    const CellGrade outcome = read_grade("Improved effectiveness", {"four-point"}, "ofsted-social-care");
    CHECK(outcome.slug.empty());
    CHECK(outcome.outcome);
    CHECK_FALSE(read_grade("1 The standard does not contribute to the rating.", {"four-point"}, "x").known);
    CHECK_FALSE(read_grade("5", {"four-point"}, "x").known);
    CHECK_FALSE(read_grade("Adequate", {"four-point"}, "x").known);
}

TEST_CASE("a kind of body is what its register calls it") {
    CHECK(find_value("type", "ofsted-social-care", "Children's Home").slug == "childrens-home");
    CHECK(find_value("type", "ofsted-social-care", "Secure children's home").slug == "other");
    CHECK(find_value("type", "care-inspectorate", "Care Home Service").slug == "care-home");
    CHECK_FALSE(find_value("type", "care-inspectorate", "Children's Home").known);
}
