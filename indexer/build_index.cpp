#include "indexer/build_index.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <system_error>

#include "common/error.hpp"
#include "common/schema.hpp"
#include "indexer/cache.hpp"
#include "indexer/clean/candidate_record.hpp"
#include "indexer/digest/publish_digest.hpp"
#include "indexer/io_error.hpp"
#include "indexer/lock.hpp"
#include "indexer/publish.hpp"
#include "indexer/read_articles.hpp"
#include "indexer/reuse_generation.hpp"
#include "indexer/scan_sources.hpp"
#include "indexer/select_stories.hpp"
#include "indexer/verify_generation.hpp"
#include "indexer/writing/generation_metadata.hpp"
#include "indexer/writing/manifest.hpp"
#include "indexer/writing/merge_segments.hpp"
#include "indexer/writing/write_segments.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

std::uint64_t folder_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

std::uint64_t peak_memory_bytes() {
    rusage own{};
    rusage children{};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    return static_cast<std::uint64_t>(std::max(own.ru_maxrss, children.ru_maxrss)) * 1024U;
}

class BuildRun {
  public:
    explicit BuildRun(const BuildOptions& options)
        : options_(options), started_(std::chrono::steady_clock::now()), building_(options.layout.building()) {}

    RunReport run() {
        // Before anything is touched: a table that cannot be read must not cost the night's run its lock.
        corrections_ = load_corrections(options_.corrections, options_.layout.root);
        if (!options_.providers.empty()) providers_ = KnownProviders::read(options_.providers);
        make_root();
        const RunLock lock(options_.layout.lock(), options_.wait, options_.command);
        live_ = readable_live_generation(options_.layout);
        clear_building();
        try {
            build();
        } catch (...) {
            // A full disk is the likeliest failure: give back what this run took. What a kill leaves, the next run
            // removes.
            remove_building();
            throw;
        }
        return report_;
    }

  private:
    void build() {
        name_generation();
        cache_.emplace(options_.layout.cache(), options_.full);
        if (cache_->replaced()) report_.warnings.emplace_back("the cache was damaged and has been started afresh");
        SourceScan scan = scan_all();
        hash_sources(scan.files, options_.jobs);
        // What warned of a damaged cache is not to be repeated by copies of it.
        if (!cache_->replaced()) info_.inputs = hash_inputs(scan, shaping_files());
        if (!reuse_live(scan)) {
            read(scan);
            const WrittenStories written = write(scan);
            merge(written);
        }
        verify();
        publish();
    }

    void remove_building() const {
        std::error_code ignored;
        fs::remove_all(building_, ignored);
    }

    void make_root() const {
        std::error_code error;
        fs::create_directories(options_.layout.root, error);
        if (error)
            throw Error(Status::cannot_create,
                        fmt::format("cannot create the index {}: {}", options_.layout.root.string(), error.message()),
                        "choose another place with --index");
    }

    void clear_building() const {
        std::error_code error;
        fs::remove_all(building_, error);
        fs::create_directories(building_, error);
        if (error)
            throw Error(Status::cannot_create, fmt::format("cannot create {}: {}", building_.string(), error.message()),
                        "give this user the right to write there, or choose another --index");
    }

    void name_generation() {
        const std::time_t now = std::chrono::system_clock::to_time_t(options_.now);
        info_.name = fmt::format("{:%Y%m%dT%H%M%SZ}-{:08x}", fmt::gmtime(now), options_.random);
        info_.built_at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
        for (const GenerationEntry& entry : list_generations(options_.layout))
            info_.sequence = std::max(info_.sequence, entry.sequence + 1);
        report_.generation = info_.name;
    }

    SourceScan scan_all() {
        std::vector<fs::path> sources;
        for (const fs::path& source : options_.sources) sources.push_back(source == "-" ? spool_stdin() : source);
        SourceScan scan = scan_sources(sources);
        report_.files_seen = scan.files.size() + scan.rejections.size();
        report_.unsupported = scan.unsupported;
        report_.rejections = scan.rejections;
        return scan;
    }

    fs::path spool_stdin() const {
        fs::path path = building_ / "stdin.jsonl";
        std::ofstream file(path, std::ios::binary);
        file << std::cin.rdbuf();
        file.close();
        // An empty standard input fails the stream although nothing is wrong with the disk.
        if (!file && std::cin.peek() != std::char_traits<char>::eof())
            throw make_io_error("write", path.string(), errno);
        return path;
    }

    // A night without changes: the live generation is copied under a new name, and its report holds still. 180 PDFs
    // take 0.3 s instead of 5; with --full, or when anything at all differs, everything is built.
    /// Files besides the sources that decide what a generation holds.
    [[nodiscard]] std::vector<fs::path> shaping_files() const {
        std::vector<fs::path> files{"/proc/self/exe", options_.reader_program};
        const fs::path corrections = corrections_file(options_.corrections, options_.layout.root);
        if (!corrections.empty()) files.push_back(corrections);
        if (!options_.providers.empty()) files.push_back(options_.providers);
        return files;
    }

    bool reuse_live(const SourceScan& scan) {
        if (options_.full || live_.empty() || info_.inputs.empty()) return false;
        const fs::path live = options_.layout.generation(live_);
        if (inputs_of(live) != info_.inputs) return false;
        RunReport before;
        try {
            before = load_report(options_.layout.reports(), live_);
        } catch (const Error&) {
            return false;  // what was rejected then is not known any more
        }
        progress("copying", 0, 1);
        if (!copy_generation(live, output(), info_)) return false;
        progress("copying", 1, 1);
        report_.files_from_cache = scan.files.size();
        report_.files_rejected = before.files_rejected;
        report_.articles = before.articles;
        report_.stories = before.stories;
        report_.coverage = before.coverage;
        report_.rejections = before.rejections;
        report_.warnings.insert(report_.warnings.end(), before.warnings.begin(), before.warnings.end());
        check_failures();
        reused_ = true;
        return true;
    }

    void read(const SourceScan& scan) {
        ReadOptions options;
        options.reader_program = options_.reader_program;
        options.spool_folder = building_;
        options.limits = options_.limits;
        options.cache = &*cache_;
        options.jobs = options_.jobs;
        options.corrections = &corrections_;
        options.providers = &providers_;
        options.should_stop = options_.should_stop;
        options.progress = [&](std::size_t done) { progress("reading", done, scan.files.size()); };
        read_ = read_articles(scan.files, options);
        std::set<std::uint32_t> good;
        for (const SpooledArticle& article : read_.articles) good.insert(article.file);
        report_.files_read = read_.files_read;
        report_.files_from_cache = read_.files_from_cache;
        report_.files_rejected = scan.files.size() - good.size() + scan.rejections.size();
        report_.warnings.insert(report_.warnings.end(), read_.warnings.begin(), read_.warnings.end());
        const auto unmatched = corrections_.list_unmatched();
        report_.warnings.insert(report_.warnings.end(), unmatched.begin(), unmatched.end());
        report_.rejections.insert(report_.rejections.end(), read_.rejections.begin(), read_.rejections.end());
        if (read_.articles.empty())
            throw Error(Status::no_input, fmt::format("no article in {}", fmt::join(source_names(), ", ")),
                        explain_nothing());
        check_failures();
    }

    [[nodiscard]] std::string explain_nothing() const {
        std::string text = list_failures();
        if (text.empty()) text = "readable are .txt .md .html .pdf .json .jsonl and .gz of them";
        std::vector<std::string> others;
        for (const auto& [extension, count] : report_.unsupported)
            others.push_back(fmt::format("{} {}", count, extension.empty() ? "without extension" : extension));
        if (!others.empty()) text += fmt::format("\n  there are files of other types: {}", fmt::join(others, ", "));
        return text;
    }

    // As the tail of a message: no line break at the end.
    [[nodiscard]] std::string list_failures() const {
        std::string text = format_failures_text(report_.rejections);
        while (!text.empty() && text.back() == '\n') text.pop_back();
        return text;
    }

    [[nodiscard]] std::vector<std::string> source_names() const {
        std::vector<std::string> names;
        for (const fs::path& source : options_.sources) names.push_back(source.string());
        return names;
    }

    void check_failures() const {
        const double share =
            100.0 * static_cast<double>(report_.files_rejected) / static_cast<double>(report_.files_seen);
        if (options_.force || share <= options_.max_failures_percent) return;
        throw Error(Status::refused,
                    fmt::format("{} of {} files ({:.0f} %) were rejected, more than --max-failures {:.0f}",
                                report_.files_rejected, report_.files_seen, share, options_.max_failures_percent),
                    fmt::format("the index people search is as it was; mend the files, or publish in spite of it with "
                                "--force\n{}",
                                list_failures()));
    }

    WrittenStories write(const SourceScan& scan) {
        std::vector<SpoolReader> spools;
        for (std::uint32_t i = 0; i < options_.jobs; ++i) spools.emplace_back(spool_path(building_, i));
        SelectedStories selected = select_stories(read_.articles, scan.files, [&spools](const SpooledArticle& article) {
            return decode_candidate(spools[article.spool].read_candidate(article));
        });
        report_.rejections.insert(report_.rejections.end(), selected.rejections.begin(), selected.rejections.end());
        WriteOptions options;
        options.folder = building_;
        options.jobs = options_.jobs;
        options.should_stop = options_.should_stop;
        options.progress = [&](std::size_t done) { progress("writing", done, selected.stories.size()); };
        WrittenStories written = write_segments(selected.stories, read_.articles, spools, options);
        report_.stories = written.stories;
        report_.articles = written.stories + written.copies;
        for (std::size_t facet = 0; facet < kFacetCount; ++facet)
            report_.coverage[std::string(field_row(kFacets[facet]).name)] =
                static_cast<double>(written.known[facet]) / static_cast<double>(written.stories);
        for (std::uint32_t i = 0; i < options_.jobs; ++i) fs::remove(spool_path(building_, i));
        return written;
    }

    void merge(const WrittenStories& written) {
        progress("merging", 0, 1);
        std::vector<fs::path> segments = written.segments;
        segments.push_back(building_ / "metadata");
        write_metadata_segment(segments.back(), info_, written);
        merge_segments(segments, output());
        write_manifest(output());
        sync_folder(output());
        progress("merging", 1, 1);
    }

    void verify() {
        progress("verifying", 0, 1);
        if (const auto damage = verify_generation(output()))
            throw Error(Status::refused, *damage, "the index people search is as it was; check the disk, build again");
        std::size_t live_stories = 0;
        const std::size_t lost =
            live_.empty() ? 0 : count_lost_stories(options_.layout.generation(live_), output(), live_stories);
        const double share =
            live_stories == 0 ? 0 : 100.0 * static_cast<double>(lost) / static_cast<double>(live_stories);
        if (!options_.force && share > options_.max_loss_percent)
            throw Error(Status::refused,
                        fmt::format("{} of {} stories ({:.0f} %) would vanish, more than --max-loss {:.0f}", lost,
                                    live_stories, share, options_.max_loss_percent),
                        "the index people search is as it was; check that every SOURCE is there and whole, or publish "
                        "in spite of it with --force");
        report_.index_bytes = folder_bytes(output());
        progress("verifying", 1, 1);
    }

    // Everything that can fail for want of disk comes before the rename; what comes after may only warn, for the new
    // generation is live by then.
    void publish() {
        add_generation(options_.layout, output(), info_.name);
        report_.published = true;
        report_.elapsed_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
        report_.peak_memory_bytes = peak_memory_bytes();
        save_report(report_, options_.layout.reports());
        make_live(options_.layout, info_.name);
        // Before old generations go: one of them is what the digest compares with.
        warn_on_error([&] { tell_changes(); });
        warn_on_error([&] { prune_generations(options_.layout, options_.keep); });
        if (!reused_) warn_on_error([&] { cache_->forget_unused(); });
        remove_building();
    }

    void tell_changes() {
        const bool given = !options_.searches.empty();
        const DigestRun run{options_.layout,
                            info_.name,
                            live_,
                            info_.built_at,
                            report_.rejections,
                            given ? options_.searches : options_.layout.searches(),
                            given,
                            options_.search_program,
                            building_};
        for (std::string& warning : publish_digest(run)) report_.warnings.push_back(std::move(warning));
    }

    template <typename Work>
    void warn_on_error(Work work) {
        try {
            work();
        } catch (const std::exception& error) {
            report_.warnings.emplace_back(error.what());
        }
    }

    [[nodiscard]] fs::path output() const { return building_ / "generation"; }

    void progress(std::string_view step, std::size_t done, std::size_t total) const {
        if (options_.progress) options_.progress(step, done, total);
    }

    const BuildOptions& options_;
    std::chrono::steady_clock::time_point started_;
    fs::path building_;
    std::string live_;
    GenerationInfo info_;
    std::optional<ReadCache> cache_;
    Corrections corrections_;
    KnownProviders providers_;
    ReadArticles read_;
    bool reused_ = false;  ///< nothing was read: the cache knows no file as used
    RunReport report_;
};

}  // namespace

RunReport build_index(const BuildOptions& options) { return BuildRun(options).run(); }

}  // namespace findings
