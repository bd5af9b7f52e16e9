#include "indexer/generation/write_segments.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include <fmt/format.h>

#include "common/index/record.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/generation/finding_segment.hpp"
#include "indexer/generation/segment_builder.hpp"
#include "indexer/io/run_threads.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {

// Small segments take less memory and keep all cores busy to the end; large ones have fewer words twice.
constexpr std::size_t kMinSegmentBytes = 1U << 20U;
constexpr std::size_t kMaxSegmentBytes = 4U << 20U;
constexpr std::size_t kSegments = 16;

struct Batch {
    std::size_t first = 0;
    std::size_t end = 0;
};

std::vector<Batch> cut_batches(const std::vector<Story>& stories, const SpooledArticles& articles) {
    std::size_t total = 0;
    for (const Story& story : stories) total += articles[story.leader].bytes;
    const std::size_t limit = std::clamp(total / kSegments, kMinSegmentBytes, kMaxSegmentBytes);
    std::vector<Batch> batches;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        if (batches.empty() || bytes >= limit) {
            batches.push_back({i, i});
            bytes = 0;
        }
        bytes += articles[stories[i].leader].bytes;
        batches.back().end = i + 1;
    }
    return batches;
}

class SegmentRun {
  public:
    SegmentRun(const std::vector<Story>& stories, const SpooledArticles& articles,
               const std::vector<SpoolReader>& spools, const WriteOptions& options)
        : stories_(stories),
          articles_(articles),
          spools_(spools),
          options_(options),
          batches_(cut_batches(stories, articles)) {
        written_.labels.resize(kFacetCount);
        written_.known.resize(kFacetCount);
        for (std::size_t i = 0; i < batches_.size(); ++i) {
            written_.segments.push_back(options.folder / fmt::format("segment-{:06}", i));
            written_.finding_segments.push_back(options.folder / fmt::format("findings-{:06}", i));
        }
    }

    WrittenStories run() {
        run_threads(
            options_.jobs, [this](std::size_t) { work(); }, [this] { stop_ = true; });
        return std::move(written_);
    }

  private:
    void work() {
        Analyzer analyzer;
        while (!stop_) {
            const std::size_t next = next_batch_++;
            if (next >= batches_.size()) return;
            throw_if_stopped(options_.stop_token);
            write_batch(next, analyzer);
        }
    }

    void write_batch(std::size_t number, Analyzer& analyzer) {
        SegmentBuilder segment(written_.segments[number], analyzer);
        FindingSegment findings(written_.finding_segments[number], analyzer);
        for (std::size_t i = batches_[number].first; i < batches_[number].end; ++i) {
            const Article article = load_story(i);
            segment.add(make_story_document(article));
            findings.add(article, static_cast<std::uint32_t>(i + 1), segment.tokens());
            count(article);
        }
        segment.finish();
        findings.finish();
    }

    [[nodiscard]] Article load(std::size_t index) const {
        const SpooledArticle& entry = articles_[index];
        Article article = decode_record(spools_[entry.spool].read(entry));
        article.id = entry.id;
        article.gone_from = entry.gone_from;
        return article;
    }

    [[nodiscard]] Article load_story(std::size_t number) const {
        const Story& story = stories_[number];
        Article article = load(story.leader);
        if (const auto earlier = options_.history.find(number); earlier != options_.history.end())
            add_history(article, earlier->second);
        if (const auto repeats = options_.repeats.find(number); repeats != options_.repeats.end())
            add_repeats(article, repeats->second);
        for (const std::size_t index : story.copies) {
            const Article copy = load(index);
            article.copies.push_back({copy.id, copy.source, copy.url, copy.title, copy.publisher, copy.published});
        }
        return article;
    }

    void count(const Article& article) {
        const std::lock_guard lock(mutex_);
        const bool record = is_record(article);
        ++(record ? written_.records : written_.stories);
        written_.copies += article.copies.size();
        written_.findings += article.findings.size();
        written_.text_bytes += article.text.size();
        std::vector<bool> has(kFacetCount);
        for (const FacetValue& value : article.values) {
            if (field_row(value.facet()).kind != FieldKind::facet) continue;
            const std::size_t facet = facet_index(value.facet());
            has[facet] = true;
            // Articles may spell a label differently; the smallest is as good as any and does not depend on threads.
            auto [label, fresh] = written_.labels[facet].try_emplace(value.slug(), value.label());
            if (!fresh && value.label() < label->second) label->second = value.label();
        }
        for (std::size_t facet = 0; facet < kFacetCount; ++facet)
            written_.known[facet] += has[facet] && !record ? 1U : 0U;
        if (options_.progress) options_.progress(written_.stories + written_.records);
    }

    const std::vector<Story>& stories_;
    const SpooledArticles& articles_;
    const std::vector<SpoolReader>& spools_;
    const WriteOptions& options_;
    std::vector<Batch> batches_;
    std::atomic<std::size_t> next_batch_ = 0;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    WrittenStories written_;
};

}  // namespace

WrittenStories write_segments(const std::vector<Story>& stories, const SpooledArticles& articles,
                              const std::vector<SpoolReader>& spools, const WriteOptions& options) {
    return SegmentRun(stories, articles, spools, options).run();
}

}  // namespace findings
