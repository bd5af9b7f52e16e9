#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/generation.hpp"
#include "common/index/schema.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/generation/write_facet_columns.hpp"
#include "tests/unit/support/segment.hpp"

namespace findings::test {

/// Writes stories as a generation that passes every check, of this format or of another. Returns its folder.
inline std::filesystem::path write_generation(const std::filesystem::path& folder, const std::vector<Article>& stories,
                                              const std::string& format = std::to_string(kIndexFormat)) {
    write_segment(folder, stories);
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    database.set_metadata(std::string(metadata::kFormat), format);
    database.commit();
    database.close();
    write_findings_segment(folder / kFindingsName, stories);
    write_facet_columns(folder);
    write_manifest(folder);
    return folder;
}

}  // namespace findings::test
