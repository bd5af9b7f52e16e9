#include "common/index/generation.hpp"

#include <doctest/doctest.h>

#include "common/index/terms.hpp"
#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

TEST_CASE("the live generation is the one that the stub names, with any line end") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    CHECK(live_generation(layout).empty());
    folder.write("current", make_stub("20260101T000000Z-0000000a"));
    CHECK(test::read_file(layout.current()) == "auto generations/20260101T000000Z-0000000a\n");
    CHECK(live_generation(layout) == "20260101T000000Z-0000000a");
    for (const char* end : {"", "\n", "\r\n", "\n\n"}) {
        folder.write("current", std::string("auto generations/a") + end);
        CHECK(live_generation(layout) == "a");
    }
}

TEST_CASE("a stub that names something else is refused with the way out") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    for (const char* text :
         {"", "\n", "remote localhost:1\n", "auto generations/\n", "auto generations/a/b\n",
          "auto generations/a\nauto generations/b\n", " auto generations/a\n", "auto elsewhere/a\n"}) {
        folder.write("current", text);
        CAPTURE(text);
        const std::string error =
            test::error_text(Status::unavailable, [&] { static_cast<void>(live_generation(layout)); });
        CHECK(error.find("does not name a generation of Findings") != std::string::npos);
        CHECK(error.find("findings-index rollback") != std::string::npos);
    }
}

TEST_CASE("a value of up to 180 bytes is a term as it is, a longer one and one with a nul ends in its hash") {
    const std::string most(180, 'x');
    CHECK(exact_term(Field::id, most) == "Q" + most);
    const std::string longer = exact_term(Field::id, most + "y");
    CHECK(longer.size() < 180);
    CHECK(longer.starts_with("Q" + std::string(160, 'x') + "#"));
    CHECK(longer != exact_term(Field::id, most + "z"));
    const std::string nul = exact_term(Field::id, std::string("a\0b", 3));
    CHECK(nul.starts_with("Qa#"));
    CHECK(nul != exact_term(Field::id, std::string("a\0c", 3)));
    CHECK(exact_term(Field::id, "") == "Q");
}

TEST_CASE("a publisher is a term by its slug, an identifier by its bytes") {
    CHECK(exact_term(Field::publisher, "The Kent Times") == exact_term(Field::publisher, "the kent-times"));
    CHECK(exact_term(Field::id, "The Kent Times") != exact_term(Field::id, "the kent-times"));
    CHECK(facet_term(Field::grade, "good") == "XGRgood");
}
