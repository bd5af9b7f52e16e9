// A query text: refused as a usage error, or printed so that it means the same.
#include "searcher/query/parse_query.hpp"
#include "searcher/query/print_query.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    fuzz::may_refuse([&] {
        const std::string printed = print_query(parse_query(fuzz::as_text(data, size)).root);
        fuzz::require(print_query(parse_query(printed).root) == printed, "a printed query means something else");
    });
    return 0;
}
