// The tables that people write: configuration, corrections, saved searches.
#include "common/options/config_file.hpp"
#include "indexer/digest/saved_searches.hpp"
#include "indexer/ingest/corrections.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const std::string_view text = fuzz::as_text(data, size);
    fuzz::may_refuse([&] { static_cast<void>(parse_config(text, "findings.conf")); });
    fuzz::may_refuse([&] { static_cast<void>(Corrections::parse(text, "corrections.csv")); });
    static_cast<void>(parse_saved_searches(text, "searches.conf"));
    return 0;
}
