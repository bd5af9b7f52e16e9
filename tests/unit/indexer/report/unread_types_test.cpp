#include "indexer/report/unread_types.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("files of a type that is not read are one row with their count and a way out") {
    const auto rows = list_unread_types({{"", 2}, {".pages", 1}, {".png", 3}, {".qqq", 1}, {"named pipe", 1}});
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].source == "files without extension");
    CHECK(rows[0].detail == "2 files of a type that is not read");
    CHECK(rows[1].source == "*.pages");
    CHECK(rows[1].detail == "1 file of a type that is not read");
    CHECK(rows[1].hint == "save it as .docx or PDF");
    CHECK(rows[2].hint.find("OCR") != std::string::npos);
    CHECK(rows[3].hint == rejection_row(RejectionReason::unsupported).hint);
    CHECK(rows[4].source == "named pipe");
    for (const Rejection& row : rows) CHECK(row.reason == RejectionReason::unsupported);
}
