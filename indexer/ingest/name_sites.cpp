#include "indexer/ingest/name_sites.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/clean/recurring_lines.hpp"
#include "indexer/facets/kind/find_publisher.hpp"
#include "indexer/ingest/assemble_article.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

// Reports repeat each other's sentences on purpose, so nothing is learned from those who write them: hosts with their
// subdomains, and names as pages give them. Source: the inspectorates' own sites.
constexpr std::string_view kInspectorates[] = {"ofsted.gov.uk",
                                               "gov.uk",
                                               "cqc.org.uk",
                                               "estyn.gov.wales",
                                               "estyn.org.uk",
                                               "careinspectorate.wales",
                                               "careinspectorate.com",
                                               "education.gov.scot",
                                               "healthcareimprovementscotland.scot",
                                               "hiw.org.uk",
                                               "justiceinspectorates.gov.uk",
                                               "hmiprisons.gov.uk",
                                               "hmiprobation.gov.uk",
                                               "isi.net",
                                               "rqia.org.uk",
                                               "etini.gov.uk",
                                               "ofsted",
                                               "care quality commission",
                                               "cqc",
                                               "estyn",
                                               "care inspectorate wales",
                                               "care inspectorate",
                                               "education scotland",
                                               "hmicfrs",
                                               "hm inspectorate of prisons",
                                               "hm inspectorate of probation"};

bool is_inspectorate(std::string_view name) {
    return std::any_of(std::begin(kInspectorates), std::end(kInspectorates), [name](std::string_view known) {
        if (name == known) return true;
        // Every council is below gov.uk.
        return known != "gov.uk" && name.size() > known.size() && name.ends_with(known) &&
               name[name.size() - known.size() - 1] == '.';
    });
}

std::uint64_t hash_folder(const fs::path& folder) { return hash_site("folder " + folder.string()); }

struct OwnSite {
    std::string kind;
    std::string name;  ///< empty when only folders can tell
};

OwnSite find_own_site(const RawArticle& raw) {
    if (std::string host = find_host(find_address(raw.declared, raw.metadata)); !host.empty()) return {"host ", host};
    return {"publisher ", lower_case(find_publisher(raw.declared, raw.metadata))};
}

template <typename NameFolders>
std::vector<std::uint64_t> name_own_or_folders(const RawArticle& raw, NameFolders name_folders) {
    const OwnSite own = find_own_site(raw);
    if (own.name.empty()) return name_folders();
    if (is_inspectorate(own.name)) return {};
    return {hash_site(own.kind + own.name)};
}

}  // namespace

std::string find_host(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);
    std::string host = lower_case(address.substr(0, address.find(':')));
    for (const std::string_view prefix : {"www.", "m.", "amp."})
        if (host.starts_with(prefix)) host.erase(0, prefix.size());
    return host;
}

std::vector<std::uint64_t> name_sites(const RawArticle& raw, const fs::path& file, std::string_view source) {
    return name_own_or_folders(raw, [&] {
        fs::path folder = file.lexically_normal().parent_path();
        std::vector<std::uint64_t> sites{hash_folder(folder)};
        const auto depth = std::count(source.begin(), source.end(), '/');
        for (auto level = depth; level > 1; --level) folder = folder.parent_path();
        if (depth > 1) sites.push_back(hash_folder(folder));
        return sites;
    });
}

bool names_site(const RawArticle& raw) { return !find_own_site(raw).name.empty(); }

std::vector<std::uint64_t> name_possible_sites(const RawArticle& raw, const fs::path& file) {
    return name_own_or_folders(raw, [&] {
        std::vector<std::uint64_t> sites;
        for (fs::path path = file.lexically_normal(); path.has_relative_path(); path = path.parent_path())
            sites.push_back(hash_folder(path.parent_path()));
        return sites;
    });
}

}  // namespace findings
