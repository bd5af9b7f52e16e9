#include "indexer/ingest/own_files.hpp"

#include <algorithm>
#include <array>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/index/root_lists.hpp"
#include "common/text/ascii.hpp"
#include "indexer/report/last_run.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

// SQLite's own companions of a database.
constexpr std::array<std::string_view, 4> kDatabaseEndings{"", "-journal", "-wal", "-shm"};

bool is_file_name(std::string_view name, const fs::path& file) { return name == file.filename().native(); }

bool is_database(std::string_view name, const fs::path& file) {
    const std::string own = file.filename().string();
    return std::any_of(kDatabaseEndings.begin(), kDatabaseEndings.end(),
                       [&](std::string_view ending) { return name == own + std::string(ending); });
}

bool is_part(std::string_view name) {
    const IndexLayout layout;
    for (const fs::path& path :
         {layout.current(), layout.generations(), layout.building(), layout.lock(), layout.lists_lock()})
        if (is_file_name(name, path)) return true;
    return is_database(name, layout.cache()) || is_database(name, layout.state()) || name == kWithdrawnName ||
           name == kKeptName || name == kArrivalsName || name == layout.current().filename().string() + ".new" ||
           name.starts_with(layout.state().filename().string() + ".damaged-");
}

// "20261122T020000Z-1a2b3c4d" and what follows the dot.
bool is_report(std::string_view name) {
    constexpr std::string_view kShape = "########T######Z-xxxxxxxx";
    if (name.starts_with(kLastRunName)) return true;
    if (name.size() <= kShape.size() || name[kShape.size()] != '.') return false;
    return std::equal(kShape.begin(), kShape.end(), name.begin(), [](char shape, char c) {
        if (shape == '#') return is_digit(c);
        return shape == 'x' ? is_digit(c) || (c >= 'a' && c <= 'f') : c == shape;
    });
}

bool names_generation(const IndexLayout& layout) {
    try {
        return !live_generation(layout).empty();
    } catch (const Error&) {
        return false;  // a user's file of that name
    }
}

// Published, or at least tried: a lock alone is no sign, others call their files so too.
bool looks_like_root(const fs::path& folder) {
    const IndexLayout layout{folder};
    std::error_code ignored;
    if (fs::is_directory(layout.generations(), ignored) && fs::is_regular_file(layout.current(), ignored) &&
        names_generation(layout))
        return true;
    return fs::is_regular_file(layout.lock(), ignored) &&
           (fs::is_regular_file(layout.cache(), ignored) ||
            fs::is_regular_file(layout.reports() / kLastRunName, ignored));
}

}  // namespace

OwnFiles::OwnFiles(const fs::path& root) {
    std::error_code ignored;
    if (!root.empty()) root_ = fs::canonical(root, ignored);
}

IndexPlace OwnFiles::place_of(const fs::path& folder) const {
    std::error_code ignored;
    const bool ours = !root_.empty() && fs::equivalent(folder, root_, ignored);
    return ours || looks_like_root(folder) ? IndexPlace::root : IndexPlace::outside;
}

IndexPlace OwnFiles::place_of_entry(IndexPlace place, std::string_view name) {
    switch (place) {
        case IndexPlace::root:
            if (is_file_name(name, IndexLayout().reports())) return IndexPlace::reports;
            return is_part(name) ? IndexPlace::inside : IndexPlace::outside;
        case IndexPlace::reports:
            return is_report(name) ? IndexPlace::inside : IndexPlace::outside;
        case IndexPlace::inside:
            return IndexPlace::inside;
        case IndexPlace::outside:
            break;
    }
    return IndexPlace::outside;
}

IndexPlace OwnFiles::place_of_path(const fs::path& path) const {
    IndexPlace place = IndexPlace::outside;
    fs::path folder;
    for (const fs::path& name : path) {
        place = place_of_entry(place, name.native());
        folder /= name;
        if (place == IndexPlace::outside) place = place_of(folder);
    }
    return place;
}

}  // namespace findings
