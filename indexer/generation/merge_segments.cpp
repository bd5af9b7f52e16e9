#include "indexer/generation/merge_segments.hpp"

#include <fmt/format.h>

#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxMerged = 256;

void merge(const std::vector<fs::path>& inputs, const fs::path& output, const StopToken& stop_token,
           glass::MergedTags tags) {
    glass::merge_databases(inputs, output, stop_token, tags);
    std::error_code ignored;
    for (const fs::path& input : inputs) fs::remove_all(input, ignored);
}

}  // namespace

void merge_segments(std::vector<fs::path> segments, const fs::path& output, const StopToken& stop_token,
                    glass::MergedTags tags) {
    for (std::size_t tier = 0; segments.size() > kMaxMerged; ++tier) {
        std::vector<fs::path> merged;
        for (std::size_t begin = 0; begin < segments.size(); begin += kMaxMerged) {
            const std::size_t end = std::min(begin + kMaxMerged, segments.size());
            merged.push_back(segments.front().parent_path() / fmt::format("tier-{}-{:06}", tier, merged.size()));
            merge({segments.begin() + static_cast<std::ptrdiff_t>(begin),
                   segments.begin() + static_cast<std::ptrdiff_t>(end)},
                  merged.back(), stop_token, glass::MergedTags::plain);
        }
        segments = std::move(merged);
    }
    merge(segments, output, stop_token, tags);
}

}  // namespace findings
