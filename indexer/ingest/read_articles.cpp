#include "indexer/ingest/read_articles.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/index/record.hpp"
#include "indexer/article/graded_inspection.hpp"
#include "indexer/deduplicate/candidate_record.hpp"
#include "indexer/facets/grade/earlier_inspection.hpp"
#include "indexer/ingest/held_articles.hpp"
#include "indexer/ingest/name_sites.hpp"
#include "indexer/ingest/process_article.hpp"
#include "indexer/ingest/reader_pool.hpp"
#include "indexer/io/bounded_queue.hpp"
#include "indexer/io/run_threads.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {
namespace {

struct PendingArticle {
    std::uint32_t file = 0;
    RawArticle raw;
};

/// A warning with its place, to be sorted by.
struct Warning {
    std::uint32_t file = 0;
    std::size_t line = 0;
    std::string text;
};

// Enough to keep every extraction thread busy while a reader waits for its worker; articles are up to 64 MiB.
constexpr std::size_t kQueuedPerJob = 16;

std::string join_sorted(std::vector<std::string> slugs) {
    std::sort(slugs.begin(), slugs.end());
    std::string joined;
    for (const std::string& slug : slugs) joined += slug + ';';
    return joined;
}

CopyCandidate make_candidate(const Article& article) {
    CopyCandidate candidate;
    candidate.providers = join_sorted(article.slugs(Field::provider));
    candidate.grades = join_sorted(article.slugs(Field::grade));
    candidate.inspected = article.inspected;
    candidate.published = article.published;
    candidate.id = article.id;
    BodyMinhash minhash = minhash_body(article.text);
    candidate.body_hash = minhash.hash;
    candidate.body_length = article.text.size();
    // Without a provider only equal bodies fold, so the minhash would never be looked at.
    if (!candidate.providers.empty()) candidate.minhash = std::move(minhash.minima);
    return candidate;
}

// The latest day that an article may carry in a run of `today`; "" when that is no day.
std::string find_latest_day(const std::string& today) {
    constexpr int kDaysAhead = 31;  // an embargo, a clock in another country
    const auto day = parse_date(today);
    return day ? format_date(add_days(*day, kDaysAhead)) : std::string();
}

/// Pages that OCR read with less than this percent are not to be trusted.
constexpr int kPoorScan = 60;
constexpr std::size_t kNamedPages = 5;

/// "page 3: 41 %, page 7: 52 %"; empty where all pages were read well.
std::string describe_poor_pages(const std::vector<OcrPage>& pages) {
    std::string text;
    std::size_t poor = 0;
    for (const OcrPage& page : pages) {
        if (page.confidence >= kPoorScan) continue;
        if (poor++ < kNamedPages)
            text += fmt::format("{}page {}: {} %", text.empty() ? "OCR is sure of " : ", ", page.page, page.confidence);
    }
    return poor > kNamedPages ? text + fmt::format(" and {} more", poor - kNamedPages) : text;
}

class ReadRun {
  public:
    ReadRun(const std::vector<SourceFile>& files, const ReadOptions& options)
        : files_(files),
          options_(options),
          ocr_(describe_ocr(options.limits.ocr, find_ocr_data())),
          latest_day_(find_latest_day(options.today)),
          queue_(options.jobs * kQueuedPerJob),
          held_(options.spool_folder, options.jobs) {
        for (std::uint32_t i = 0; i < options.jobs; ++i) spools_.emplace_back(spool_path(options.spool_folder, i), i);
    }

    ReadArticles run() {
        read_all();
        result_.recurring = held_.learn();
        clean_held();
        for (SpoolWriter& spool : spools_) spool.flush();
        sort_results();
        return std::move(result_);
    }

  private:
    void read_all() {
        std::atomic<std::size_t> reading = options_.jobs;
        const auto read = [&] {
            read_files();
            if (--reading == 0) queue_.close();
        };
        run_threads(
            2 * options_.jobs,
            [&](std::size_t i) {
                if (i < options_.jobs)
                    take_articles(static_cast<std::uint32_t>(i));
                else
                    read();
            },
            [this] { stop(); });
    }

    // The second half of the way for saved pages, when all of them are known.
    void clean_held() {
        if (held_.size() == 0) return;
        run_threads(
            options_.jobs, [this](std::size_t i) { clean_held_articles(static_cast<std::uint32_t>(i)); },
            [this] { stop(); });
    }

    // After a failure: every thread ends with the file or article it is at.
    void stop() {
        stop_ = true;
        queue_.close();
    }

    void clean_held_articles(std::uint32_t thread) {
        while (!stop_) {
            const std::size_t next = next_held_++;
            if (next >= held_.size()) return;
            throw_if_stopped(options_.stop_token);
            HeldArticles::Article article = held_.take(next);
            const SiteLines site{&result_.recurring, std::move(article.sites), names_site(article.raw)};
            extract_article(thread, {article.file, std::move(article.raw)}, site);
            const std::lock_guard lock(mutex_);
            if (options_.progress) options_.progress("cleaning", ++cleaned_, held_.size());
        }
    }

    void read_files() {
        ReaderWorker worker(options_.reader_program, options_.limits, options_.stop_token);
        while (!stop_) {
            const std::size_t next = next_file_++;
            if (next >= files_.size()) break;
            throw_if_stopped(options_.stop_token);
            if (files_[next].is_register) {
                const std::lock_guard lock(mutex_);
                ++result_.files_read;
                continue;
            }
            read_file(static_cast<std::uint32_t>(next), worker);
            const std::lock_guard lock(mutex_);
            if (options_.progress)
                options_.progress("reading", result_.files_read + result_.files_from_cache, files_.size());
        }
        const std::lock_guard lock(mutex_);
        unconfined_.insert(worker.unconfined().begin(), worker.unconfined().end());
    }

    void read_file(std::uint32_t file, ReaderWorker& worker) {
        const std::filesystem::path& path = files_[file].path;
        const ReadSink pass_on{[&](RawArticle&& raw) {
                                   queue_.push({file, std::move(raw)});
                               },
                               [&](Rejection&& rejection) { add_rejection(file, std::move(rejection)); }};
        const std::string& key = files_[file].content_key;
        const bool cached = options_.cache != nullptr && options_.cache->replay(key, pass_on);
        if (!cached && options_.cache != nullptr) {
            ReadCache::Entry entry(*options_.cache, key);
            const ReadSink keep_rejections{pass_on.article, [&](Rejection&& rejection) {
                                               entry.add(rejection);
                                               pass_on.rejection(std::move(rejection));
                                           }};
            const PageMemory pages{[&](const std::string& page) { return options_.cache->recall_page(page, key); },
                                   [&](const std::string& page, std::string_view reading) {
                                       options_.cache->keep_page(page, reading, key);
                                   }};
            worker.read(
                path, keep_rejections, [&](std::string_view encoded) { entry.add_article(encoded); }, &pages);
            // A file that was replaced while it was read must not be remembered under its old content.
            if (make_cache_key(path, {}, ocr_) == key) entry.finish();
        } else if (!cached) {
            worker.read(path, pass_on);
        }
        const std::lock_guard lock(mutex_);
        ++(cached ? result_.files_from_cache : result_.files_read);
    }

    void take_articles(std::uint32_t thread) {
        while (std::optional<PendingArticle> pending = queue_.pop()) {
            std::vector<std::uint64_t> sites;
            if (const SourceFile& file = files_[pending->file]; HeldArticles::may_hold(pending->raw))
                sites = name_sites(pending->raw, file.path, file.below_source());
            if (sites.empty())
                extract_article(thread, *pending, {});
            else
                held_.hold(thread, pending->raw, pending->file, sites);
        }
    }

    void extract_article(std::uint32_t thread, const PendingArticle& pending, const SiteLines& site) {
        const SourceFile& file = files_[pending.file];
        const std::size_t line = pending.raw.line;
        ProcessedArticle processed = process_article(pending.raw, make_setting(file, site));
        add_warnings(pending.file, line, pending.raw.warnings);
        add_poor_scan(pending.file, pending.raw);
        add_warnings(pending.file, line, processed.facets.warnings);
        AssembledArticle assembled = assemble_article(processed.clean, std::move(processed.facets), file, line);
        if (options_.providers != nullptr) options_.providers->links.link(assembled.article);
        warn_of_odd_days(pending.file, line, assembled.article);
        SpooledArticle entry;
        entry.file = pending.file;
        entry.line = static_cast<std::uint32_t>(line);
        entry.day = day_number(assembled.article.date());
        entry.id_origin = assembled.id_origin;
        entry.id = assembled.article.id;
        CopyCandidate candidate = make_candidate(assembled.article);
        if (processed.own_grades) candidate.grades = join_sorted(std::move(*processed.own_grades));
        entry.copy_group = copy_group(candidate);
        std::vector<GradedInspection> inspections = list_inspections(assembled.article);
        // In a round-up nothing says whose inspection is recalled.
        if (inspections.size() == 1) inspections.front().recalled = find_recalled_inspection(processed.clean.body);
        spools_[thread].append(encode_record(assembled.article), encode_candidate(candidate),
                               encode_inspections(inspections), entry);
        const std::lock_guard lock(mutex_);
        result_.articles.push_back(std::move(entry));
    }

    [[nodiscard]] ArticleSetting make_setting(const SourceFile& file, const SiteLines& site) const {
        ArticleSetting setting{file.source, site, options_.providers == nullptr ? nullptr : &options_.providers->known};
        if (options_.corrections != nullptr)
            setting.find_corrections = [this, &file](const CleanArticle& clean, std::size_t line) {
                return options_.corrections->find(name_article(clean, line), clean.source, line, file.below_source());
            };
        return setting;
    }

    void add_rejection(std::uint32_t file, Rejection&& rejection) {
        rejection.source = files_[file].source;
        if (rejection.hint.empty()) rejection.hint = rejection_row(rejection.reason).hint;
        const std::lock_guard lock(mutex_);
        rejected_.emplace_back(file, std::move(rejection));
    }

    void add_poor_scan(std::uint32_t file, const RawArticle& raw) {
        Rejection row{files_[file].source, RejectionReason::poor_scan, describe_poor_pages(raw.ocr_pages), raw.line};
        if (row.detail.empty()) return;
        row.hint = rejection_row(row.reason).hint;
        const std::lock_guard lock(mutex_);
        result_.poor_scans.push_back(std::move(row));
    }

    /// A mistyped year would make the article the newest for ever, and a clock that was never set the oldest.
    void warn_of_odd_days(std::uint32_t file, std::size_t line, const Article& article) {
        if (latest_day_.empty()) return;
        std::vector<std::string> warnings;
        using Day = std::pair<std::string_view, const std::string&>;
        for (const auto& [key, day] : {Day("published", article.published), Day("inspected", article.inspected)})
            if (day > latest_day_)
                warnings.push_back(fmt::format("{}: {} lies in the future", key, day));
            else if (day.starts_with("1970-01-0"))
                warnings.push_back(fmt::format("{}: {} is where clocks begin, hardly a day that was meant", key, day));
        add_warnings(file, line, warnings);
    }

    void add_warnings(std::uint32_t file, std::size_t line, const std::vector<std::string>& warnings) {
        if (warnings.empty()) return;
        const std::string& source = files_[file].source;
        const std::lock_guard lock(mutex_);
        for (const std::string& warning : warnings)
            warnings_.push_back({file, line,
                                 line == 0 ? fmt::format("{}: {}", source, warning)
                                           : fmt::format("{}, record {}: {}", source, line, warning)});
    }

    void sort_results() {
        std::sort(result_.poor_scans.begin(), result_.poor_scans.end(), [](const Rejection& a, const Rejection& b) {
            return std::tie(a.source, a.line) < std::tie(b.source, b.line);
        });
        std::sort(result_.articles.begin(), result_.articles.end(),
                  [](const SpooledArticle& a, const SpooledArticle& b) {
                      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                  });
        std::stable_sort(rejected_.begin(), rejected_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first, a.second.line) < std::tie(b.first, b.second.line);
        });
        for (auto& [file, rejection] : rejected_) result_.rejections.push_back(std::move(rejection));
        // Stable: the warnings of one article stand in the order of its pages.
        std::stable_sort(warnings_.begin(), warnings_.end(), [](const Warning& a, const Warning& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
        for (const std::string& lack : unconfined_)
            result_.warnings.push_back("the program that reads files is not confined on this machine: " + lack);
        for (Warning& warning : warnings_) result_.warnings.push_back(std::move(warning.text));
    }

    const std::vector<SourceFile>& files_;
    const ReadOptions& options_;
    const std::string ocr_;         ///< see describe_ocr()
    const std::string latest_day_;  ///< see find_latest_day()
    BoundedQueue<PendingArticle> queue_;
    HeldArticles held_;
    std::deque<SpoolWriter> spools_;  // one a thread
    std::atomic<std::size_t> next_file_ = 0;
    std::atomic<std::size_t> next_held_ = 0;
    std::size_t cleaned_ = 0;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    ReadArticles result_;
    std::vector<std::pair<std::uint32_t, Rejection>> rejected_;
    std::vector<Warning> warnings_;
    std::set<std::string> unconfined_;  ///< see ReaderWorker::unconfined()
};

}  // namespace

ReadArticles read_articles(const std::vector<SourceFile>& files, const ReadOptions& options) {
    return ReadRun(files, options).run();
}

}  // namespace findings
