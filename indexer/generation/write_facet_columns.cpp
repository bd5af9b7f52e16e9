#include "indexer/generation/write_facet_columns.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

std::string make_columns(const std::filesystem::path& generation) {
    const Xapian::Database database(generation.string());
    FacetColumnsMaker maker;
    auto packed = database.valuestream_begin(kSlotFacets);
    const auto end = database.valuestream_end(kSlotFacets);
    for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
        std::string bytes;  // the slot of a document without any value is absent
        if (packed != end && packed.get_docid() == *at) {
            bytes = *packed;
            ++packed;
        }
        maker.add(FacetView(bytes), at.get_doclength());
    }
    return maker.encode();
}

}  // namespace

void write_facet_columns(const std::filesystem::path& generation) {
    write_synced(generation / kFacetColumnsName, make_columns(generation));
}

std::optional<std::string> check_facet_columns(const std::filesystem::path& generation) {
    const FacetColumns columns(generation / kFacetColumnsName);
    if (columns.bytes() == make_columns(generation)) return std::nullopt;
    return fmt::format("{}: the facet columns differ from the stored articles", generation.string());
}

}  // namespace findings
