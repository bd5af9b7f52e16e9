#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/facets/provider/known_providers.hpp"
#include "indexer/records/register_links.hpp"

namespace findings {

/// What the files of --providers say: tables of known providers, and registers that names are linked to.
struct ProviderTables {
    KnownProviders known;
    RegisterLinks links;
    std::vector<std::string> warnings;
};

/// Reads them, each by its header. Throws: Error{bad_config} for a file that is neither, as KnownProviders::read().
ProviderTables read_provider_tables(const std::vector<std::filesystem::path>& files, const OwnerGroups& groups);

}  // namespace findings
