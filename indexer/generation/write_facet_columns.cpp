#include "indexer/generation/write_facet_columns.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/generation.hpp"
#include "common/index/newest_lists.hpp"
#include "common/index/slot_reader.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

void add_newest(FacetColumnsMaker& maker, const NewestLists& newest, Xapian::docid story) {
    for (std::size_t kind = 0; kind < kNewestKinds; ++kind)
        for (std::size_t among = 0; among < kNewestScopes; ++among) {
            const auto named_kind = static_cast<NewestKind>(kind);
            const auto named_scope = static_cast<NewestAmong>(among);
            maker.add_newest(named_kind, named_scope, newest.bodies(named_kind, named_scope, story));
        }
}

// `newest`: of the stories; a finding is of one of them.
FacetColumnsMaker make_columns(const std::filesystem::path& folder, const NewestLists& newest, bool of_findings) {
    const Xapian::Database database(folder.string());
    FacetColumnsMaker maker;
    SlotReader packed(database, kSlotFacets);
    SlotReader place(database, kSlotStory);
    for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
        const std::string bytes = packed.read(*at);
        maker.add(FacetView(bytes), at.get_doclength());
        add_newest(maker, newest, of_findings ? unpack_finding_place(place.read(*at)).story : *at);
    }
    return maker;
}

std::optional<std::string> compare_columns(const std::filesystem::path& folder, const NewestLists& newest,
                                           bool of_findings) {
    const FacetColumns columns(folder / kFacetColumnsName);
    const FacetColumnsMaker made = make_columns(folder, newest, of_findings);
    if (columns.bytes() == made.encode()) return std::nullopt;
    return fmt::format("{}: the facet columns differ from the stored articles", folder.string());
}

}  // namespace

void write_facet_columns(const std::filesystem::path& generation) {
    const NewestLists newest(Xapian::Database(generation.string()));
    write_synced(generation / kFacetColumnsName, make_columns(generation, newest, false).encode());
    const std::filesystem::path findings = generation / kFindingsName;
    write_synced(findings / kFacetColumnsName, make_columns(findings, newest, true).encode());
}

std::optional<std::string> check_facet_columns(const std::filesystem::path& generation, bool of_findings) {
    const NewestLists newest(Xapian::Database(generation.string()));
    return compare_columns(of_findings ? generation / kFindingsName : generation, newest, of_findings);
}

}  // namespace findings
