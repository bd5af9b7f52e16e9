// A register's table: title rows, header, cells.
#include "indexer/register_files/cells/nested_value.hpp"
#include "indexer/register_files/table/as_at_day.hpp"
#include "indexer/register_files/table/map_file.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const std::string_view text = fuzz::as_text(data, size);
    fuzz::may_refuse([&] { static_cast<void>(parse_register_map(text, "fuzzed.map")); });
    static_cast<void>(find_as_at_in_title(text));
    static_cast<void>(find_as_at_in_name(std::string(text)));
    static_cast<void>(parse_nested(text));
    return 0;
}
