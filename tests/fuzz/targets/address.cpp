// An address of the reading room: refused, or printed as the same address.
#include "searcher/site/address.hpp"

#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    fuzz::may_refuse([&] {
        const Address address = parse_address(fuzz::as_text(data, size));
        for (const std::string& segment : address.path)
            fuzz::require(segment != "." && segment != ".." && !segment.empty(), "a segment that climbs");
        fuzz::require(parse_address(print_address(address)) == address, "a printed address is another");
    });
    return 0;
}
