// A typed date: none, or a day, month or year that exists and prints as what is read again.
#include "common/base/date.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const auto date = parse_date(fuzz::as_text(data, size));
    if (!date) return 0;
    fuzz::require(is_valid_date(*date), "a date that does not exist");
    const auto again = parse_date(format_date(*date));
    fuzz::require(again && format_date(*again) == format_date(*date), "a printed date is another");
    return 0;
}
