#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/generation/finding_segment.hpp"
#include "indexer/generation/segment_builder.hpp"

namespace findings::test {

/// Writes stories as a database of their own, as a build writes each of its segments.
inline void write_segment(const std::filesystem::path& folder, const std::vector<Article>& stories) {
    Analyzer analyzer;
    SegmentBuilder segment(folder, analyzer);
    for (const Article& story : stories) segment.add(make_story_document(story));
    segment.finish();
}

/// Writes the findings of those stories as a database of their own.
inline void write_findings_segment(const std::filesystem::path& folder, const std::vector<Article>& stories) {
    Analyzer analyzer;
    FindingSegment segment(folder, analyzer);
    StoryTokens tokens;
    std::uint32_t number = 0;
    for (const Article& story : stories) {
        tokenize_story(story.title, story.text, analyzer, tokens);
        segment.add(story, ++number, tokens);
    }
    segment.finish();
}

}  // namespace findings::test
