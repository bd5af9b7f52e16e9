#include "indexer/register_files/table/fold_header.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("names of columns fold to words") {
    CHECK(fold_header("\nLatest Full inspection event type") == "latest full inspection event type");
    CHECK(fold_header("EstablishmentName") == "establishment name");
    CHECK(fold_header("CSNumber") == "cs number");
    CHECK(fold_header("postalAddressTownCity") == "postal address town city");
    CHECK(fold_header("KQ_Support_Wellbeing") == "kq support wellbeing");
    CHECK(fold_header("URN") == "urn");
    CHECK(fold_header("Places [note 2]") == "places");
}

TEST_CASE("cells fold without signs and apostrophes") {
    CHECK(fold_cell("Children’s  home") == "childrens home");
    CHECK(fold_cell("Residential special school (registered as a children's home)") ==
          "residential special school registered as a childrens home");
    CHECK(fold_cell("Acute hospital \xe2\x80\x93 NHS") == "acute hospital nhs");
    CHECK(fold_cell("[{'name': 'Nursing homes'}]") == "name nursing homes");
    CHECK(fold_cell("..").empty());
}
