#include "indexer/readers/ocr/looks_welsh.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a page of Welsh looks Welsh, whatever its letters were read as") {
    CHECK(looks_welsh("Mae'r ysgol yn gofalu am y plant ac mae staff wedi cael hyfforddiant yn y maes hwn."));
    CHECK(looks_welsh("Mae arweinwyr wedi gwella r ysgol ers yr arolygiad, ond nid yw safonau yn ddigon da."));
}

TEST_CASE("an English page does not, with Welsh names in it or a few Welsh words") {
    CHECK_FALSE(looks_welsh("The school cares for its pupils and staff are well trained in this area of work."));
    CHECK_FALSE(
        looks_welsh("Ysgol y Bont is in Pen y Bont. Pupils at the school attend well, and leaders plan lessons "
                    "that pupils enjoy. They read often and write at length in all of their subjects."));
    CHECK_FALSE(looks_welsh("a i o am a i o am the a i"));
    CHECK_FALSE(looks_welsh(""));
    CHECK_FALSE(looks_welsh("yn y"));
}
