#include "indexer/ocr/ocr_setting.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("OCR is automatic, off or in the languages named") {
    CHECK(parse_ocr_setting("auto")->automatic);
    CHECK(parse_ocr_setting("off")->off);
    CHECK(parse_ocr_setting("eng")->languages == std::vector<std::string>{"eng"});
    CHECK(parse_ocr_setting("eng+cym")->languages == std::vector<std::string>{"eng", "cym"});
    CHECK(parse_ocr_setting("eng,cym")->languages == std::vector<std::string>{"eng", "cym"});
    for (const char* wrong : {"", "on", "eng+", "+eng", "ENG", "../eng", "en", "eng cym"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_ocr_setting(wrong));
    }
}

TEST_CASE("pictures are not read when that is off or a language's data is missing") {
    CHECK_FALSE(can_read_pictures("off"));
    CHECK_FALSE(can_read_pictures("eng+qqq"));
}

TEST_CASE("a reading is another's when the setting or the data at hand is") {
    CHECK(describe_ocr("off", "/nowhere") == " ocr=off");
    CHECK(describe_ocr("auto", "/nowhere") != describe_ocr("eng", "/nowhere"));
    CHECK(list_ocr_languages("/nowhere").empty());
}
