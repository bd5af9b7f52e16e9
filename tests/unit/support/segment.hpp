#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/generation/segment_builder.hpp"

namespace findings::test {

/// Writes stories as a database of their own, as a build writes each of its segments.
inline void write_segment(const std::filesystem::path& folder, const std::vector<Article>& stories) {
    Analyzer analyzer;
    SegmentBuilder segment(folder, analyzer);
    for (const Article& story : stories) segment.add(story);
    segment.finish();
}

}  // namespace findings::test
