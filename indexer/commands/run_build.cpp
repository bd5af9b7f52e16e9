#include <atomic>
#include <csignal>
#include <mutex>
#include <ostream>
#include <random>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "indexer/commands/run_command.hpp"
#include "indexer/digest/run_search_program.hpp"
#include "indexer/ingest/reader_pool.hpp"
#include "indexer/pipeline/build_index.hpp"

namespace findings {
namespace {

std::atomic<bool> stop_requested = false;

void request_stop(int /*signal*/) { stop_requested = true; }

// Merging takes three descriptors a segment, 256 segments at a time.
void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Progress for people: one line rewritten on a terminal, one line a step elsewhere.
class ProgressLine {
  public:
    ProgressLine(std::ostream& messages, bool terminal) : messages_(messages), terminal_(terminal) {}
    ~ProgressLine() {
        if (terminal_ && !step_.empty()) messages_ << '\n' << std::flush;
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::string_view step, std::size_t done, std::size_t total) {
        const auto now = std::chrono::steady_clock::now();
        const bool new_step = step != step_;
        if (new_step) {
            if (terminal_ && !step_.empty()) messages_ << '\n';
            step_ = step;
            said_end_ = false;
            began_ = now;
        }
        const double seconds = std::chrono::duration<double>(now - began_).count();
        if (!terminal_) {
            // A log wants to know when a step began and how long it took, not the way.
            if (new_step) messages_ << fmt::format("{}: {}\n", step, total) << std::flush;
            if (done == total && !said_end_)
                messages_ << fmt::format("{}: done, {:.1f} s\n", step, seconds) << std::flush;
            said_end_ = done == total;
            return;
        }
        if (!new_step && done != total && now - shown_ < std::chrono::milliseconds(100)) return;
        shown_ = now;
        const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
        messages_ << fmt::format("\r\x1b[K{} {}/{}", step, done, total);
        if (rate > 0 && done < total)
            messages_ << fmt::format(", {:.0f}/s, {:.0f} s left", rate, static_cast<double>(total - done) / rate);
        messages_ << std::flush;
    }

  private:
    std::ostream& messages_;
    bool terminal_;
    std::string step_;
    bool said_end_ = false;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point shown_;
};

}  // namespace

Status run_build(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    BuildOptions build = options.build;
    build.reader_program = find_reader_program();
    build.search_program = find_search_program();
    if (std::error_code error; !build.searches.empty() && !std::filesystem::is_regular_file(build.searches, error))
        throw Error(Status::bad_config, fmt::format("the saved searches {} are not there", build.searches.string()),
                    "name a file with --searches");
    build.now = std::chrono::system_clock::now();
    build.random = std::random_device{}();
    build.command = "findings-index build";
    for (const std::string& argument : options.arguments) build.command += ' ' + argument;
    build.stop_token = [] { return stop_requested.load(); };
    std::signal(SIGINT, request_stop);
    std::signal(SIGTERM, request_stop);
    std::signal(SIGHUP, request_stop);
    // A limit on file sizes is a full disk like another: an error of the write, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    raise_descriptor_limit();
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    RunReport report;
    {
        ProgressLine line(messages, terminal);
        const bool shown = terminal ? options.show_progress && !options.quiet : options.verbose;
        if (shown)
            build.progress = [&](std::string_view step, std::size_t done, std::size_t total) {
                line.show(step, done, total);
            };
        report = build_index(build);
    }
    print_after_commit(out, messages, "the generation is live", [&] {
        if (options.json) return format_report_json(report);
        return options.quiet ? std::string() : format_report_text(report);
    });
    return report.rejections.empty() ? Status::ok : Status::some_rejected;
}

}  // namespace findings
