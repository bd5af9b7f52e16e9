// Packed positions, damaged: wrong places at most, never a read outside.
#include <cstring>

#include "common/index/position_pack.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    std::uint64_t hash = 0;
    if (size < sizeof hash) return 0;
    std::memcpy(&hash, data, sizeof hash);
    const PositionView view(fuzz::as_text(data + sizeof hash, size - sizeof hash));
    std::vector<std::uint32_t> places;
    static_cast<void>(view.find(hash, places));
    static_cast<void>(view.find(hash_word("children"), places));
    return 0;
}
