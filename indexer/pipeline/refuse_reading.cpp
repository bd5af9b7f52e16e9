#include "indexer/pipeline/refuse_reading.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/base/error.hpp"
#include "indexer/article/file_types.hpp"

namespace findings {
namespace {

// As the tail of a message: no line break at the end.
std::string list_failures(const RunReport& report, const BuildOptions& options) {
    std::string text = format_first_failures(report.rejections, (options.layout.reports() / "last-run.json").string());
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace

void refuse_nothing(const RunReport& report, const BuildOptions& options) {
    std::vector<std::string> sources;
    for (const std::filesystem::path& source : options.sources) sources.push_back(source.string());
    std::string hint = list_failures(report, options);
    if (hint.empty()) hint = std::string(kReadableTypes);
    std::vector<std::string> others;
    for (const auto& [extension, count] : report.unsupported)
        others.push_back(fmt::format("{} {}", count, extension.empty() ? "without extension" : extension));
    if (!others.empty()) hint += fmt::format("\n  there are files of other types: {}", fmt::join(others, ", "));
    throw Error(Status::no_input, fmt::format("no article in {}", fmt::join(sources, ", ")), hint);
}

std::string describe_kept(bool has_live) {
    return has_live ? "the index people search is as it was" : "there is no index yet, and none was published";
}

void refuse_many_failures(const RunReport& report, const BuildOptions& options, bool has_live) {
    const double share = 100.0 * static_cast<double>(report.files_rejected) / static_cast<double>(report.files_seen);
    if (options.force || share <= options.max_failures_percent) return;
    throw Error(Status::refused,
                fmt::format("{} of {} files ({:.0f} %) were rejected, more than --max-failures {:.0f}",
                            report.files_rejected, report.files_seen, share, options.max_failures_percent),
                fmt::format("{}; mend the files, or publish in spite of it with --force\n{}", describe_kept(has_live),
                            list_failures(report, options)));
}

}  // namespace findings
