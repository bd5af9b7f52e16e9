#include "searcher/index/open_index.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <system_error>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/index/root_lists.hpp"
#include "common/index/schema.hpp"
#include "common/index/terms.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_no_index(const fs::path& root) {
    std::error_code ignored;
    if (fs::exists(root / "iamglass", ignored) || fs::exists(root / "iamchert", ignored))
        throw Error(Status::unavailable, fmt::format("{} is a Xapian database, not an index root", root.string()),
                    "name the folder that holds `current`");
    throw Error(
        Status::unavailable, fmt::format("no index in {}", root.string()),
        fmt::format("run `findings-index build --index {} SOURCE`, or name another with --index", root.string()));
}

// Absent and unreadable look the same to an ifstream, and ask for different remedies.
std::string read_live_name(const IndexLayout& layout) {
    std::error_code error;
    const bool there = fs::exists(layout.current(), error);
    if (error)
        throw Error(Status::unavailable, fmt::format("cannot read {}: {}", layout.root.string(), error.message()),
                    "check the permissions of the folder");
    if (!there) throw_no_index(layout.root);
    std::string name = live_generation(layout);
    if (name.empty())
        throw Error(Status::unavailable, fmt::format("cannot read {}", layout.current().string()),
                    "check the permissions of the file");
    return name;
}

void check_format(const std::string& name, const Xapian::Database& database) {
    const std::string format = database.get_metadata(std::string(metadata::kFormat));
    if (format == std::to_string(kIndexFormat)) return;
    const std::string what =
        format.empty() ? fmt::format("{} is not a generation of Findings", name)
                       : fmt::format("generation {} has format {}, this program reads {}", name, format, kIndexFormat);
    throw Error(Status::unavailable, what, "rebuild needed: run `findings-index build`");
}

OpenGeneration open_generation(const fs::path& root, const std::string& name, SearchedUnit unit) {
    const fs::path folder = IndexLayout{root}.generation(name);
    Xapian::Database stories(folder.string());
    check_format(name, stories);
    const fs::path searched = unit == SearchedUnit::findings ? folder / kFindingsName : folder;
    Xapian::Database database = unit == SearchedUnit::findings ? Xapian::Database(searched.string()) : stories;
    FacetColumns columns(searched / kFacetColumnsName);
    if (columns.document_count() != database.get_lastdocid()) throw_damaged_columns();
    std::string built_at = stories.get_metadata(std::string(metadata::kBuiltAt));
    return {root, name, std::move(built_at), std::move(stories), std::move(database), std::move(columns), 0, 0};
}

// A build that erases what was withdrawn exchanges a generation's folder for another of the same name.
ino_t folder_number(const fs::path& folder) {
    struct stat status {};
    return ::stat(folder.c_str(), &status) == 0 ? status.st_ino : 0;
}

// Files of one folder: opened again when it was exchanged meanwhile. Ends, since no build does so twice in a moment.
OpenGeneration open_whole_generation(const fs::path& root, const std::string& name, SearchedUnit unit) {
    const fs::path folder = IndexLayout{root}.generation(name);
    for (;;) {
        const ino_t before = folder_number(folder);
        const auto is_exchanged = [&] {
            const ino_t now = folder_number(folder);
            return before != now && now != 0;
        };
        try {
            OpenGeneration generation = open_generation(root, name, unit);
            if (!is_exchanged()) return generation;
        } catch (const Xapian::Error&) {
            if (!is_exchanged()) throw;
        } catch (const Error&) {
            if (!is_exchanged()) throw;
        }
    }
}

OpenGeneration open_live_generation(const fs::path& root, SearchedUnit unit) {
    const IndexLayout layout{root};
    std::string name = read_live_name(layout);
    // A build may publish and prune between the two steps; then `current` names another one by now. Asking whether the
    // folder is gone is not enough: its files go first. Ends, since no build publishes faster than an index opens.
    const auto is_replaced = [&] {
        std::string now = read_live_name(layout);
        if (now == name) return false;
        name = std::move(now);
        return true;
    };
    for (;;) {
        try {
            return open_whole_generation(root, name, unit);
        } catch (const Xapian::Error& error) {
            if (is_replaced()) continue;
            throw Error(Status::unavailable,
                        fmt::format("cannot open generation {} of {}: {}", name, layout.root.string(), error.get_msg()),
                        "check its permissions, or run `findings-index verify`");
        } catch (const Error&) {
            if (!is_replaced()) throw;
        }
    }
}

// Whether a root leads to a generation that is open already: by another name, or as a copy of the whole index.
bool is_open(const OpenIndex& index, const OpenGeneration& next) {
    const auto manifest_of = [](const OpenGeneration& generation) {
        std::ifstream file(IndexLayout{generation.root}.generation(generation.name) / kManifestName, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    return std::any_of(index.generations.begin(), index.generations.end(), [&](const OpenGeneration& open) {
        if (open.name != next.name) return false;
        std::error_code ignored;
        if (fs::equivalent(open.root, next.root, ignored)) return true;
        const std::string manifest = manifest_of(open);
        return !manifest.empty() && manifest == manifest_of(next);
    });
}

// The generations that are kept, oldest first.
std::vector<std::string> list_kept(const IndexLayout& layout) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(layout.generations(), ignored))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

OpenGeneration open_kept_generation(const fs::path& root, const std::string& name, SearchedUnit unit) {
    const std::vector<std::string> kept = list_kept(IndexLayout{root});
    if (std::find(kept.begin(), kept.end(), name) == kept.end())
        throw Error(Status::unavailable, fmt::format("no generation {} in {}", name, root.string()),
                    kept.empty() ? "there is none" : fmt::format("kept are {}", fmt::join(kept, ", ")));
    try {
        return open_whole_generation(root, name, unit);
    } catch (const Xapian::Error& error) {
        throw Error(Status::unavailable,
                    fmt::format("cannot open generation {} of {}: {}", name, root.string(), error.get_msg()),
                    "check its permissions, or run `findings-index verify`");
    }
}

// Those that it still holds, and those that a build has erased from it.
void count_withdrawn_of(OpenGeneration& generation, const std::vector<std::string>& ids) {
    const auto counts =
        nlohmann::json::parse(generation.stories.get_metadata(std::string(metadata::kCounts)), nullptr, false);
    std::set<Xapian::docid> held;
    for (const std::string& id : ids) {
        const std::string term = exact_term(Field::id, id);
        for (auto at = generation.stories.postlist_begin(term); at != generation.stories.postlist_end(term); ++at)
            held.insert(*at);
    }
    generation.hidden = held.size();
    generation.withdrawn = (counts.is_object() ? counts.value("withdrawn", std::size_t{0}) : 0) + generation.hidden;
}

AnalyzerSettings read_analyzer_settings(const OpenGeneration& generation) {
    AnalyzerSettings settings;
    const int expected = default_analyzer_settings().version;
    const auto json =
        nlohmann::json::parse(generation.stories.get_metadata(std::string(metadata::kAnalyzer)), nullptr, false);
    settings.version = json.is_object() ? json.value("version", 0) : 0;
    if (settings.version != expected)
        throw Error(Status::unavailable,
                    fmt::format("generation {} was made by analyzer version {}, this program has {}", generation.name,
                                settings.version, expected),
                    "rebuild needed: run `findings-index build`");
    settings.language = json.value("language", settings.language);
    std::istringstream words(generation.stories.get_metadata(std::string(metadata::kStopWords)));
    for (std::string word; std::getline(words, word);)
        if (!word.empty()) settings.stop_words.push_back(word);
    return settings;
}

}  // namespace

std::string OpenIndex::name() const {
    std::string names;
    for (const OpenGeneration& generation : generations) names += (names.empty() ? "" : "+") + generation.name;
    return names;
}

std::string OpenIndex::built_at() const {
    const auto oldest = std::min_element(generations.begin(), generations.end(),
                                         [](const auto& a, const auto& b) { return a.built_at < b.built_at; });
    return oldest == generations.end() ? std::string() : oldest->built_at;
}

OpenIndex open_index(const std::vector<std::filesystem::path>& roots, const std::string& named, SearchedUnit unit) {
    OpenIndex index;
    index.unit = unit;
    try {
        for (const fs::path& root : roots) {
            for (std::string& id : read_withdrawn_ids(root)) index.withdrawn.push_back(std::move(id));
            OpenGeneration generation =
                named.empty() ? open_live_generation(root, unit) : open_kept_generation(root, named, unit);
            if (is_open(index, generation)) continue;
            index.generations.push_back(std::move(generation));
            index.database.add_database(index.generations.back().database);
            index.stories.add_database(index.generations.back().stories);
        }
        for (OpenGeneration& generation : index.generations) {
            if (!index.withdrawn.empty()) count_withdrawn_of(generation, index.withdrawn);
            AnalyzerSettings settings = read_analyzer_settings(generation);
            if (&generation == &index.generations.front()) index.analyzer = std::move(settings);
        }
    } catch (const Xapian::Error& error) {
        throw_index_error(error);
    } catch (const nlohmann::json::exception& error) {
        throw Error(Status::unavailable, fmt::format("the index describes itself in a way unknown: {}", error.what()),
                    "rebuild needed: run `findings-index build`");
    }
    return index;
}

void throw_index_error(const Xapian::Error& error) {
    throw Error(Status::unavailable, fmt::format("the index cannot be read: {}", error.get_description()),
                "run `findings-index verify`");
}

}  // namespace findings
