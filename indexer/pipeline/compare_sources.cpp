#include "indexer/pipeline/compare_sources.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/base/error.hpp"

namespace findings {

namespace fs = std::filesystem;

std::string name_source(const fs::path& source) {
    if (source == "-") return "-";
    std::error_code error;
    fs::path path = fs::absolute(source, error).lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).string();
}

std::vector<SourceCount> count_sources(const std::vector<fs::path>& sources, const SourceScan& scan) {
    std::vector<SourceCount> counts(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) counts[i].source = name_source(sources[i]);
    for (const SourceFile& file : scan.files) {
        counts[file.given].bytes += file.size_bytes;
        for_each_source(file, [&](std::size_t given) { ++counts[given].files; });
    }
    return counts;
}

bool copy_article_counts(const std::vector<SourceCount>& live, std::vector<SourceCount>& now) {
    if (live.size() != now.size()) return false;
    std::vector<std::size_t> articles;
    for (const SourceCount& source : now) {
        const auto before =
            std::find_if(live.begin(), live.end(), [&](const SourceCount& row) { return row.source == source.source; });
        if (before == live.end()) return false;
        articles.push_back(before->articles);
    }
    for (std::size_t i = 0; i < now.size(); ++i) now[i].articles = articles[i];
    return true;
}

void refuse_emptied(const std::vector<SourceCount>& live, const std::vector<SourceCount>& now,
                    std::size_t SourceCount::*count) {
    std::vector<std::string> emptied;
    for (const SourceCount& source : now) {
        if (source.*count > 0) continue;
        const auto before =
            std::find_if(live.begin(), live.end(), [&](const SourceCount& row) { return row.source == source.source; });
        if (before != live.end() && before->articles >= kNoticedArticles)
            emptied.push_back(fmt::format("{} holds no article, {} before", source.source, before->articles));
    }
    if (!emptied.empty())
        throw Error(Status::no_input, fmt::format("SOURCE {}", fmt::join(emptied, "; ")),
                    "check that it is mounted and filled; the index people search is as it was; if it was emptied on "
                    "purpose, publish once with --force");
}

}  // namespace findings
