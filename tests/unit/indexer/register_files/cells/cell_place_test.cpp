#include "indexer/register_files/cells/cell_place.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("councils by name, formal name, code and district") {
    CHECK(read_council("bath and north east somerset") == "bath-and-north-east-somerset");
    CHECK(read_council("Bournemouth, Christchurch & Poole") == "bournemouth-christchurch-and-poole");
    CHECK(read_council("Southend on Sea") == "southend-on-sea");
    CHECK(read_council("E09000002") == "barking-and-dagenham");
    CHECK(read_council("201") == "city-of-london");
    CHECK(read_council("370.0") == "barnsley");
    CHECK(read_council("CRF") == "cardiff");
    CHECK(read_council("Adur") == "west-sussex");
    CHECK(read_council("Outside Scotland") == "");
    CHECK_FALSE(read_council("Atlantis"));
    CHECK_FALSE(read_council("99999"));
}

TEST_CASE("regions by name, code and the names only registers use") {
    CHECK(read_region("Yorkshire and the Humber") == "yorkshire-and-the-humber");
    CHECK(read_region("Yorkshire & Humberside") == "yorkshire-and-the-humber");
    CHECK(read_region("East") == "east-of-england");
    CHECK(read_region("Y56") == "london");
    CHECK(read_region("further-education-college-region-uk:4") == "scotland");
    CHECK(read_region("North East, Yorkshire and the Humber") == "");
    CHECK(read_region("Midlands") == "");
    CHECK_FALSE(read_region("Mercia"));
}
