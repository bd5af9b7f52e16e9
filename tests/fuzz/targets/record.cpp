// A stored record, damaged: refused, never read outside.
#include "common/index/record.hpp"

#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    for (const RecordPart part : {RecordPart::head, RecordPart::full})
        fuzz::may_refuse([&] { static_cast<void>(decode_record(fuzz::as_text(data, size), part)); });
    return 0;
}
