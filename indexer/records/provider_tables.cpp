#include "indexer/records/provider_tables.hpp"

#include <fmt/format.h>

#include "common/text/count_noun.hpp"

namespace findings {

ProviderTables read_provider_tables(const std::vector<std::filesystem::path>& files, const OwnerGroups& groups) {
    ProviderTables tables{{}, RegisterLinks(groups), {}};
    std::vector<std::filesystem::path> own;
    std::vector<RegisterTable> registers;
    std::vector<std::string> days;
    for (const std::filesystem::path& file : files) {
        std::optional<RegisterTable> table = RegisterTable::open(file);
        if (!table) {
            own.push_back(file);
            continue;
        }
        if (table->kind().shape == RegisterShape::owners) tables.links.add_owners(*table);
        if (!table->has_bodies()) continue;
        days.push_back(table->as_at());
        registers.push_back(std::move(*table));
    }
    tables.known = KnownProviders::read(own);
    for (const std::size_t place : order_newest_first(days)) tables.links.add(registers[place]);
    if (!registers.empty() && tables.links.empty())
        tables.warnings.push_back(fmt::format("{} of --providers {} no body by name: nothing is linked",
                                              count_noun(registers.size(), "register", "registers"),
                                              registers.size() == 1 ? "names" : "name"));
    return tables;
}

}  // namespace findings
