#include "searcher/site/address_links.hpp"

#include <doctest/doctest.h>

namespace findings::testing {
namespace {

AddressLinks links_of(const std::string& target) { return {parse_address(target), {}}; }

TEST_CASE("a link is the address asked for, changed in one place") {
    const AddressLinks links = links_of("/?q=care&grade=good&grade=inadequate&not-region=wales&offset=10");
    CHECK(links.only(Field::grade, "none") == "/?q=care&not-region=wales&grade=none");
    CHECK(links.without(Field::grade, "good", false) == "/?q=care&grade=inadequate&not-region=wales");
    CHECK(links.without(Field::region, "wales", true) == "/?q=care&grade=good&grade=inadequate");
    CHECK(links.without_option("q") == "/?grade=good&grade=inadequate&not-region=wales");
    CHECK(links.with_option("offset", "20") == "/?q=care&grade=good&grade=inadequate&not-region=wales&offset=20");
    CHECK(links.as_format("csv") == "/.csv?q=care&grade=good&grade=inadequate&not-region=wales&offset=10");
}

TEST_CASE("ids and slugs are percent-encoded in their addresses") {
    const AddressLinks links = links_of("/");
    CHECK(links.article("kent/future.json") == "/article/kent%2Ffuture%2Ejson");
    CHECK(links.provider("st-helens") == "/provider/st-helens");
    CHECK(links.page("") == "/");
    CHECK(links.page("about") == "/about");
}

TEST_CASE("a cell of a table leads to its stories: the question's filters and the cell's two values") {
    const AddressLinks links = links_of("/table?rows=theme&columns=grade&region=kent&grade=good");
    CHECK(links.stories({{Field::theme, "staffing"}, {Field::grade, "inadequate"}}) ==
          "/?region=kent&theme=staffing&grade=inadequate");
}

TEST_CASE("a pinned generation stays pinned from page to page") {
    const AddressLinks links = links_of("/?q=a&generation=20261122T020000Z-1a2b3c4d");
    CHECK(links.article("x") == "/article/x?generation=20261122T020000Z-1a2b3c4d");
    CHECK(links.page("about") == "/about?generation=20261122T020000Z-1a2b3c4d");
    CHECK(links.of_generation("20261123T020000Z-1a2b3c4d") == "/?q=a&generation=20261123T020000Z-1a2b3c4d");
}

}  // namespace
}  // namespace findings::testing
