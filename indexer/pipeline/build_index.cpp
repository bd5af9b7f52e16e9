#include "indexer/pipeline/build_index.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/base/failure.hpp"
#include "common/index/generation.hpp"
#include "common/index/record.hpp"
#include "common/index/root_lists.hpp"
#include "common/index/schema.hpp"
#include "indexer/deduplicate/candidate_record.hpp"
#include "indexer/generation/assemble_generation.hpp"
#include "indexer/generation/generation_metadata.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/generation/select_stories.hpp"
#include "indexer/generation/write_segments.hpp"
#include "indexer/ingest/cache.hpp"
#include "indexer/ingest/read_articles.hpp"
#include "indexer/ingest/read_records.hpp"
#include "indexer/ingest/scan_sources.hpp"
#include "indexer/ingest/spool_stdin.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/pipeline/check_space.hpp"
#include "indexer/pipeline/compare_sources.hpp"
#include "indexer/pipeline/erase_withdrawn.hpp"
#include "indexer/pipeline/refuse_reading.hpp"
#include "indexer/pipeline/reuse_generation.hpp"
#include "indexer/publish/approve_generation.hpp"
#include "indexer/publish/lock.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/publish/publish_build.hpp"
#include "indexer/report/last_run.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

std::uint64_t folder_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, ignored))
        if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
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
        groups_ = OwnerGroups::load(options_.layout.root);
        providers_ = read_provider_tables(options_.providers, groups_);
        report_.warnings = providers_.warnings;
        withdrawn_ = read_withdrawn_ids(options_.layout.root);
        make_root();
        warn_of_other_owner();
        const RunLock lock(options_.layout.lock(), options_.wait, options_.command, options_.stop_token);
        failpoint(Failpoint::locked);
        live_ = readable_live_generation(options_.layout);
        if (!live_.empty()) live_report_ = read_report(options_.layout.reports(), live_).value_or(RunReport());
        name_generation();
        remember("running", Status::ok, options_.command, "");
        try {
            clear_building();
            build();
        } catch (const std::exception& failure) {
            const Error error = describe_failure(failure);
            give_up();
            remember(name_outcome(error.status()), error.status(), error.what(), error.hint());
            throw;
        }
        remember(name_outcome(Status::ok), report_.rejections.empty() ? Status::ok : Status::some_rejected,
                 summarise_report(report_), "");
        return report_;
    }

  private:
    void build() {
        check_sources(options_.sources);
        // First of all: then neither the loss against the live generation nor the digest tells of them.
        for (std::string& warning : erase_withdrawn(options_.layout, withdrawn_, options_.jobs, options_.stop_token))
            report_.late_warnings.push_back(std::move(warning));
        SourceScan scan = scan_all();
        preflight();
        failpoint(Failpoint::scanned);
        cache_.emplace(options_.layout.cache(), options_.full);
        failpoint(Failpoint::cache_opened);
        hash_sources(scan.files, options_.jobs, options_.stop_token, options_.limits.ocr);
        info_.inputs = hash_inputs(scan, shaping_files(scan));
        if (!cache_->replaced() && reuse_live(scan)) {
            failpoint(Failpoint::copied);
        } else {
            read(scan);
            const WrittenStories written = write(scan);
            merge(written);
        }
        verify();
        publish();
    }

    // A full disk is the likeliest failure: give back what this run took. What a kill leaves, the next run removes.
    void give_up() const {
        remove_unpublished(options_.layout);
        remove_building();
    }

    void remember(std::string_view outcome, Status status, const std::string& message, const std::string& hint) const {
        save_last_run({info_.built_at, std::string(outcome), static_cast<int>(status), message, hint, elapsed_s()},
                      report_, options_.layout.reports());
    }

    [[nodiscard]] double elapsed_s() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
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

    // What root writes the owner cannot replace: the nightly run would fail from then on.
    void warn_of_other_owner() {
        struct stat root {};
        if (::geteuid() != 0 || ::stat(options_.layout.root.c_str(), &root) != 0 || root.st_uid == 0) return;
        const passwd* owner = ::getpwuid(root.st_uid);
        const std::string name = owner == nullptr ? fmt::format("user {}", root.st_uid) : std::string(owner->pw_name);
        report_.late_warnings.push_back(fmt::format(
            "{} belongs to {}, and this run is root's: {} cannot build there any more until `chown -R {} {}`",
            options_.layout.root.string(), name, name, root.st_uid, options_.layout.root.string()));
    }

    void clear_building() const {
        remove_unpublished(options_.layout);
        std::error_code error;
        fs::remove_all(building_, error);
        fs::create_directories(building_, error);
        if (error)
            throw Error(Status::cannot_create, fmt::format("cannot create {}: {}", building_.string(), error.message()),
                        "give this user the right to write there, or choose another --index");
        failpoint(Failpoint::cleared);
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
        const fs::path stdin_file = building_ / "stdin.jsonl";
        if (std::find(options_.sources.begin(), options_.sources.end(), "-") != options_.sources.end())
            spool_stdin(stdin_file, options_.stop_token);
        SourceScan scan =
            scan_sources(options_.sources, {options_.layout.root, stdin_file, can_read_pictures(options_.limits.ocr)});
        report_.sources = count_sources(options_.sources, scan);
        report_.files_seen = scan.files.size() + scan.rejections.size();
        report_.unsupported = scan.unsupported;
        report_.rejections = scan.rejections;
        return scan;
    }

    // Files besides the sources that decide what a generation holds.
    [[nodiscard]] std::vector<fs::path> shaping_files(const SourceScan& scan) const {
        std::vector<fs::path> files{"/proc/self/exe", options_.reader_program};
        const fs::path corrections = corrections_file(options_.corrections, options_.layout.root);
        if (!corrections.empty()) files.push_back(corrections);
        for (fs::path& table : list_register_tables(scan, options_)) files.push_back(std::move(table));
        if (!withdrawn_.empty()) files.push_back(options_.layout.root / kWithdrawnName);
        return files;
    }

    // A night without changes: the live generation is copied under a new name, and its report holds still. 180 PDFs
    // take 0.3 s instead of 5; with --full, or when anything at all differs, everything is built.
    bool reuse_live(const SourceScan& scan) {
        if (options_.full || live_.empty() || info_.inputs.empty()) return false;
        const fs::path live = options_.layout.generation(live_);
        if (inputs_of(live) != info_.inputs) return false;
        // What was nobody's fault then may be gone tonight.
        const auto& rejected = live_report_.rejections;
        if (std::any_of(rejected.begin(), rejected.end(), [](const Rejection& row) { return may_pass(row.reason); }))
            return false;
        // Without a report what was rejected then is not known any more, and its sources are none.
        const RunReport& before = live_report_;
        std::vector<SourceCount> sources = report_.sources;
        if (!copy_article_counts(before.sources, sources)) return false;
        progress("copying", 0, 1);
        if (!copy_generation(live, output(), info_)) return false;
        progress("copying", 1, 1);
        report_.sources = std::move(sources);
        report_.files_from_cache = scan.files.size();
        take_what_holds(before, report_);
        refuse_many_failures(report_, options_, !live_.empty());
        reused_ = true;
        return true;
    }

    // What can be known before anything is read.
    void preflight() {
        if (options_.force) return;
        refuse_emptied(live_report_.sources, report_.sources, &SourceCount::files);
        std::uint64_t source_bytes = 0;
        for (const SourceCount& source : report_.sources) source_bytes += source.bytes;
        const std::uint64_t live_bytes = live_.empty() ? 0 : folder_bytes(options_.layout.generation(live_));
        check_space(building_, estimate_build_bytes(live_report_, live_bytes, source_bytes), !live_.empty());
    }

    void read(const SourceScan& scan) {
        ReadOptions options;
        options.today = info_.built_at.substr(0, 10);
        options.reader_program = options_.reader_program;
        options.spool_folder = building_;
        options.limits = options_.limits;
        options.cache = &*cache_;
        options.jobs = options_.jobs;
        options.corrections = &corrections_;
        options.providers = &providers_;
        options.stop_token = options_.stop_token;
        options.progress = [&](std::string_view step, std::size_t done, std::size_t total) {
            if (2 * done >= total) failpoint(Failpoint::reading);
            progress(step, done, total);
        };
        read_ = read_articles(scan.files, options);
        read_registers(scan);
        info_.recurring = read_.recurring.encode();
        std::set<std::uint32_t> good;
        for (const SpooledArticle& article : read_.articles) {
            good.insert(article.file);
            for_each_source(scan.files[article.file], [this](std::size_t given) { ++report_.sources[given].articles; });
        }
        // Owners and lists of codes give no article and are read all the same.
        for (std::uint32_t i = 0; i < scan.files.size(); ++i)
            if (scan.files[i].is_register) good.insert(i);
        if (cache_->replaced()) {
            report_.warnings.emplace_back("the cache was damaged or of another version and is started afresh");
            info_.inputs.clear();  // copies of this generation are not to repeat that
        }
        report_.files_read = read_.files_read;
        report_.files_from_cache = read_.files_from_cache;
        report_.files_rejected = scan.files.size() - good.size() + scan.rejections.size();
        // Moved: a warning for every other article would be held twice to the end.
        std::move(read_.warnings.begin(), read_.warnings.end(), std::back_inserter(report_.warnings));
        read_.warnings = {};
        for (std::string& warning : corrections_.list_unmatched()) report_.warnings.push_back(std::move(warning));
        report_.poor_scans = std::move(read_.poor_scans);
        std::move(read_.rejections.begin(), read_.rejections.end(), std::back_inserter(report_.rejections));
        read_.rejections = {};
        if (read_.articles.empty()) refuse_nothing(report_, options_);
        if (!options_.force) refuse_emptied(live_report_.sources, report_.sources, &SourceCount::articles);
        refuse_many_failures(report_, options_, !live_.empty());
        failpoint(Failpoint::read);
    }

    void read_registers(const SourceScan& scan) {
        RecordOptions options;
        options.spool_folder = building_;
        options.first_spool = static_cast<std::uint32_t>(options_.jobs);
        options.jobs = options_.jobs;
        options.groups = groups_;
        options.stop_token = options_.stop_token;
        spool_count_ = options.first_spool + read_records(scan.files, options, read_);
    }

    WrittenStories write(const SourceScan& scan) {
        std::vector<SpoolReader> spools;
        for (std::uint32_t i = 0; i < spool_count_; ++i) spools.emplace_back(spool_path(building_, i));
        SelectedStories selected = select_stories(read_.articles, scan.files, [&spools](const SpooledArticle& article) {
            return decode_candidate(spools[article.spool].read_candidate(article));
        });
        report_.rejections.insert(report_.rejections.end(), selected.rejections.begin(), selected.rejections.end());
        if (!withdrawn_.empty()) {
            const std::size_t before = selected.stories.size();
            cache_->erase(leave_out_withdrawn(withdrawn_, read_.articles, scan.files, selected));
            report_.withdrawn = before - selected.stories.size();
            if (selected.stories.empty()) refuse_nothing(report_, options_);
        }
        WriteOptions options;
        options.folder = building_;
        options.jobs = options_.jobs;
        options.stop_token = options_.stop_token;
        const auto read_inspections = [&spools](const SpooledArticle& article) {
            return decode_inspections(spools[article.spool].read_inspections(article));
        };
        options.history = link_history(selected.stories, read_.articles, read_inspections);
        options.repeats = link_repeats(
            selected.stories, read_.articles, read_inspections,
            [&spools](const SpooledArticle& article) { return decode_record(spools[article.spool].read(article)); });
        options.progress = [&](std::size_t done) {
            if (2 * done >= selected.stories.size()) failpoint(Failpoint::writing);
            progress("writing", done, selected.stories.size());
        };
        WrittenStories written = write_segments(selected.stories, read_.articles, spools, options);
        report_.stories = written.stories;
        report_.articles = written.stories + written.copies;
        report_.records = written.records;
        for (std::size_t facet = 0; facet < kFacetCount; ++facet)
            report_.coverage[std::string(field_row(kFacets[facet]).name)] =
                static_cast<double>(written.known[facet]) / std::max(1.0, static_cast<double>(written.stories));
        report_.peak_disk_bytes = folder_bytes(building_);
        for (std::uint32_t i = 0; i < spool_count_; ++i) fs::remove(spool_path(building_, i));
        segment_bytes_ = folder_bytes(building_);
        failpoint(Failpoint::written);
        return written;
    }

    void merge(const WrittenStories& written) {
        progress("merging", 0, 1);
        assemble_generation(written, info_, building_, output(), options_.stop_token);
        failpoint(Failpoint::merged);
        report_.peak_disk_bytes = std::max(report_.peak_disk_bytes, segment_bytes_ + folder_bytes(output()));
        write_manifest(output(), options_.stop_token);
        failpoint(Failpoint::listed);
        sync_folder(output());
        failpoint(Failpoint::synced);
        progress("merging", 1, 1);
    }

    void verify() {
        progress("verifying", 0, 1);
        approve_generation(output(), live_.empty() ? fs::path() : options_.layout.generation(live_),
                           {options_.max_loss_percent, options_.force}, options_.stop_token);
        report_.index_bytes = folder_bytes(output());
        throw_if_stopped(options_.stop_token);
        progress("verifying", 1, 1);
    }

    void publish() {
        report_.elapsed_s = elapsed_s();
        report_.peak_memory_bytes = peak_memory_bytes();
        publish_build({options_, info_, output(), live_, reused_ ? nullptr : &*cache_}, report_);
        remove_building();
    }

    [[nodiscard]] fs::path output() const { return building_ / "generation"; }

    void progress(std::string_view step, std::size_t done, std::size_t total) const {
        if (options_.progress) options_.progress(step, done, total);
    }

    const BuildOptions& options_;
    std::chrono::steady_clock::time_point started_;
    fs::path building_;
    std::string live_;
    RunReport live_report_;  ///< empty when there is none
    GenerationInfo info_;
    std::uint64_t segment_bytes_ = 0;
    std::optional<ReadCache> cache_;
    std::vector<std::string> withdrawn_;  ///< ids of articles that nobody is shown
    Corrections corrections_;
    ProviderTables providers_;
    OwnerGroups groups_;
    std::uint32_t spool_count_ = 0;
    ReadArticles read_;
    bool reused_ = false;  ///< nothing was read: the cache knows no file as used
    RunReport report_;
};

}  // namespace

RunReport build_index(const BuildOptions& options) { return BuildRun(options).run(); }

}  // namespace findings
