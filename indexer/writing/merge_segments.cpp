#include "indexer/writing/merge_segments.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/io_error.hpp"
#include "indexer/stop_if_asked.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxMerged = 256;

/// Xapian says when it begins and ends a table: the moments at which a merge can be left.
class Merging : public Xapian::Compactor {
  public:
    explicit Merging(const std::function<bool()>& should_stop) : should_stop_(should_stop) {}
    void set_status(const std::string& /*table*/, const std::string& /*status*/) override {
        stop_if_asked(should_stop_);
    }

  private:
    const std::function<bool()>& should_stop_;
};

void merge(const std::vector<fs::path>& inputs, const fs::path& output, Merging& merging) {
    try {
        Xapian::Database all;
        for (const fs::path& input : inputs) all.add_database(Xapian::Database(input.string()));
        all.compact(output.string(), 0, 0, merging);
    } catch (const Xapian::DatabaseError& error) {
        throw make_io_error("merge into", output.string() + " (" + error.get_msg() + ")",
                            find_error_number(error.get_error_string()));
    }
    std::error_code ignored;
    for (const fs::path& input : inputs) fs::remove_all(input, ignored);
}

}  // namespace

void merge_segments(std::vector<fs::path> segments, const fs::path& output, const std::function<bool()>& should_stop) {
    Merging merging(should_stop);
    for (std::size_t tier = 0; segments.size() > kMaxMerged; ++tier) {
        std::vector<fs::path> merged;
        for (std::size_t begin = 0; begin < segments.size(); begin += kMaxMerged) {
            const std::size_t end = std::min(begin + kMaxMerged, segments.size());
            merged.push_back(segments.front().parent_path() / fmt::format("tier-{}-{:06}", tier, merged.size()));
            merge({segments.begin() + static_cast<std::ptrdiff_t>(begin),
                   segments.begin() + static_cast<std::ptrdiff_t>(end)},
                  merged.back(), merging);
        }
        segments = std::move(merged);
    }
    merge(segments, output, merging);
}

}  // namespace findings
