#include "common/base/fnv_hash.hpp"

#include <doctest/doctest.h>

using namespace findings;

// Source: the test vectors of draft-eastlake-fnv, 64-bit FNV-1a.
TEST_CASE("the hash is FNV-1a: identifiers of articles and packed facet values are stored with it") {
    CHECK(fnv_hash("") == 0xcbf29ce484222325ULL);
    CHECK(fnv_hash("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(fnv_hash("foobar") == 0x85944171f73967e8ULL);
}
