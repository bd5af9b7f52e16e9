#include "searcher/site/generation_pool.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/index/root_lists.hpp"
#include "searcher/index/hash_manifest.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {
namespace {

constexpr std::string_view kLiveKey = "live";
// Begins as that of a live generation and is the key of none: such a context is closed when it comes back.
constexpr std::string_view kNobodysKey = "live?";
constexpr std::string_view kFindingsKey = " findings";

// Read once: the manifest may be pruned while its generation still answers.
std::vector<std::string> hash_manifests(const OpenIndex& index) {
    std::vector<std::string> hashes;
    for (const OpenGeneration& generation : index.generations) try {
            hashes.push_back(hash_manifest(generation));
        } catch (const Error&) {
            hashes.emplace_back();
        }
    return hashes;
}

}  // namespace

GenerationPool::Loan::~Loan() {
    if (context_) pool_->give_back(std::move(key_), std::move(context_));
}

// What must be the same for a context to answer: the generations, and who is withdrawn.
std::string GenerationPool::make_key(const std::string& named) const {
    if (!named.empty()) return "named " + named + stamp_lists() + stamp_folders(named);
    std::string key(kLiveKey);
    for (const std::filesystem::path& root : roots_) key += ' ' + live_generation(IndexLayout{root});
    return key + stamp_lists();
}

// A kept generation that is written again without what was withdrawn has another folder.
std::string GenerationPool::stamp_folders(const std::string& generation) const {
    std::string stamp;
    for (const std::filesystem::path& root : roots_) {
        struct stat status {};
        if (::stat(IndexLayout{root}.generation(generation).c_str(), &status) == 0)
            stamp += fmt::format(" {}", status.st_ino);
    }
    return stamp;
}

// The file is replaced by rename: another inode is another list.
std::string GenerationPool::stamp_lists() const {
    std::string stamp;
    for (const std::filesystem::path& root : roots_) {
        struct stat status {};
        if (::stat((root / kWithdrawnName).c_str(), &status) == 0)
            stamp += fmt::format(" withdrawn {} {} {}.{}", status.st_ino, status.st_size, status.st_mtim.tv_sec,
                                 status.st_mtim.tv_nsec);
    }
    return stamp;
}

GenerationPool::Loan GenerationPool::borrow(const std::string& named, SearchedUnit unit) {
    // The unit stands behind the rest: contexts of both units are closed with their generation.
    const std::string generation = make_key(named);
    std::string key = generation;
    if (unit == SearchedUnit::findings) key += kFindingsKey;
    {
        const std::lock_guard lock(mutex_);
        if (named.empty() && generation != live_key_) {
            // Those of the generation before would keep its deleted files on disk.
            std::erase_if(idle_, [&](const Idle& idle) { return idle.key.starts_with(kLiveKey); });
            live_key_ = generation;
        }
        const auto found = std::find_if(idle_.begin(), idle_.end(), [&](const Idle& idle) { return idle.key == key; });
        if (found != idle_.end()) {
            std::unique_ptr<PageContext> context = std::move(found->context);
            idle_.erase(found);
            return {*this, std::move(key), std::move(context)};
        }
    }
    auto context = std::make_unique<PageContext>(open_index(roots_, named, unit));
    context->manifests = hash_manifests(context->index);
    // A build may have published between the two steps: then it is not known by which name this one would be asked for.
    if (named.empty() && make_key(named) != generation) key = kNobodysKey;
    return {*this, std::move(key), std::move(context)};
}

void GenerationPool::give_back(std::string key, std::unique_ptr<PageContext> context) {
    std::list<Idle> closed;  // closing unmaps files: not under the lock
    const std::lock_guard lock(mutex_);
    const bool live = key == live_key_ || key == live_key_ + std::string(kFindingsKey);
    if (key.starts_with(kLiveKey) && !live) {
        closed.push_back({std::move(key), std::move(context)});
        return;
    }
    idle_.push_front({std::move(key), std::move(context)});
    while (idle_.size() > kept_) closed.splice(closed.end(), idle_, std::prev(idle_.end()));
}

}  // namespace findings
