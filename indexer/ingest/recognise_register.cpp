#include "indexer/ingest/recognise_register.hpp"

#include <fstream>
#include <string>

#include "common/text/ascii.hpp"
#include "indexer/register_files/rows/read_register.hpp"

namespace findings {
namespace {

/// Enough of a file to hold the titles above a header.
constexpr std::size_t kHeadBytes = 64U << 10U;

}  // namespace

bool is_register_file(const std::filesystem::path& path) {
    const std::string extension = lower_case(path.extension().string());
    if (extension != ".csv" && extension != ".tsv") return false;
    std::ifstream in(path, std::ios::binary);
    std::string head(kHeadBytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return RegisterTable::recognise(head, path.filename().string(), read_register_map(path)).has_value();
}

}  // namespace findings
