#include "indexer/ingest/reader_pool.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/base/little_endian.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/ingest/worker_process.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 64U << 10U;
// The shell's and the dynamic linker's "cannot run this".
constexpr int kCannotExecute = 126;
constexpr int kNotFound = 127;

// How long a request to stop may wait for a worker.
constexpr long long kPollMilliseconds = 100;

/// One answer of the worker.
struct Frame {
    FrameKind kind = FrameKind::done;
    std::string_view payload;  ///< until the next one is waited for
};

/// Bytes that came and are not used yet; those that are used cost nothing until room is needed.
class InputBuffer {
  public:
    [[nodiscard]] std::string_view unused() const { return {bytes_.data() + begin_, end_ - begin_}; }
    void use(std::size_t size) { begin_ += size; }
    void clear() { begin_ = end_ = 0; }
    /// Room for kReadBytes more behind the unused ones.
    char* make_room() {
        if (begin_ == end_) clear();
        if (bytes_.size() - end_ < kReadBytes && begin_ > 0) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        if (bytes_.size() - end_ < kReadBytes) bytes_.resize(2 * bytes_.size() + kReadBytes);
        return bytes_.data() + end_;
    }
    void add(std::size_t size) { end_ += size; }

  private:
    std::vector<char> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

/// A file of ours, closed when it has been handed over.
struct OpenFile {
    explicit OpenFile(int opened) : fd(opened) {}
    ~OpenFile() {
        if (fd >= 0) ::close(fd);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int fd;
};

/// How reading from the worker ended.
enum class Outcome { frame, late, dead, garbage };

std::string describe_signal(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return name == nullptr ? "signal " + std::to_string(signal) : "SIG" + std::string(name);
}

}  // namespace

struct ReaderWorker::Impl {
    std::filesystem::path program;
    ReaderLimits limits;
    StopToken stop_token;
    pid_t pid = -1;
    int fd = -1;
    InputBuffer input;
    Clock::time_point deadline;
    std::set<std::string> unconfined;
    const PageMemory* pages = nullptr;  ///< of the file that is read; may be null
    bool was_killed = false;            ///< in the middle of the last file, and not by this program

    void start() {
        const WorkerProcess started = start_worker(program, limits);
        pid = started.pid;
        fd = started.fd;
        input.clear();
    }

    void close_socket() {
        if (fd >= 0) ::close(fd);
        fd = -1;
    }

    /// Ends the worker and returns its wait status.
    int stop(bool kill) {
        close_socket();
        int status = 0;
        if (pid < 0) return status;
        if (kill) ::kill(pid, SIGKILL);
        while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
        }
        pid = -1;
        return status;
    }

    /// The first byte carries the file.
    [[nodiscard]] bool send_first(char byte, int file) const {
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
        iovec part{&byte, 1};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = space.data();
        message.msg_controllen = space.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof file);
        std::memcpy(CMSG_DATA(head), &file, sizeof file);
        ssize_t count = 0;
        do {
            count = ::sendmsg(fd, &message, MSG_NOSIGNAL);
        } while (count < 0 && errno == EINTR);
        return count == 1;
    }

    bool send_request(const std::string& path, int file) {
        const std::string frame = make_frame(FrameKind::request, path);
        return send_first(frame.front(), file) && send(std::string_view(frame).substr(1));
    }

    [[nodiscard]] bool send(std::string_view rest) const {
        while (!rest.empty()) {
            const ssize_t count = ::send(fd, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            rest.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    void restart_clock() { deadline = Clock::now() + std::chrono::seconds(limits.seconds); }

    /// Frames hold one article: its text, and as much again for its other fields and framing.
    [[nodiscard]] std::uint64_t max_frame_bytes() const { return 2 * limits.text_bytes + (16U << 20U); }

    /// Waits for more bytes; frame means that some came.
    Outcome receive() {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd entry{fd, POLLIN, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(std::clamp<long long>(left, 0, kPollMilliseconds)));
        throw_if_stopped(stop_token);
        if (ready < 0 && errno != EINTR) return Outcome::dead;
        if (ready < 0) return Outcome::frame;
        if (ready == 0) return left <= kPollMilliseconds ? Outcome::late : Outcome::frame;
        const ssize_t count = ::recv(fd, input.make_room(), kReadBytes, 0);
        input.add(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
        return count > 0 || (count < 0 && errno == EINTR) ? Outcome::frame : Outcome::dead;
    }

    Outcome next_frame(Frame& frame) {
        for (;;) {
            const std::string_view bytes = input.unused();
            if (bytes.size() >= kFrameHead) {
                const std::size_t size = read_little_endian(bytes.substr(0, 4));
                const auto kind = static_cast<unsigned char>(bytes[4]);
                if (kind < static_cast<unsigned>(FrameKind::article) ||
                    kind > static_cast<unsigned>(FrameKind::page_read) || size > max_frame_bytes())
                    return Outcome::garbage;
                if (bytes.size() >= kFrameHead + size) {
                    frame = {static_cast<FrameKind>(kind), bytes.substr(kFrameHead, size)};
                    input.use(kFrameHead + size);
                    return Outcome::frame;
                }
            }
            if (const Outcome outcome = receive(); outcome != Outcome::frame) return outcome;
        }
    }

    [[nodiscard]] Rejection explain_death(int status) const {
        if (WIFEXITED(status) && (WEXITSTATUS(status) == kNotFound || WEXITSTATUS(status) == kCannotExecute))
            throw_worker_error(program, "it exits with status " + std::to_string(WEXITSTATUS(status)));
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
            return {{},
                    RejectionReason::unreadable,
                    "the reader was killed from outside, most likely because the machine ran out of memory",
                    0,
                    "build with fewer --jobs or more memory; the next build tries it again"};
        if (WIFSIGNALED(status))
            return {{}, RejectionReason::corrupt, "the reader crashed (" + describe_signal(WTERMSIG(status)) + ")"};
        return {{},
                RejectionReason::corrupt,
                "the reader gave up with status " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 0)};
    }

    /// Ends a worker that did not answer as it should, and says what that means for the file.
    Rejection give_up(Outcome outcome) {
        if (outcome == Outcome::dead) {
            const int status = stop(false);
            was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
            return explain_death(status);
        }
        stop(true);
        if (outcome == Outcome::late)
            return {
                {}, RejectionReason::timed_out, "not read within " + count_noun(limits.seconds, "second", "seconds")};
        return {{}, RejectionReason::corrupt, "the reader gave a garbled answer"};
    }

    /// A single article is held back until the worker has got through the file.
    struct Held {
        std::optional<RawArticle> article;
        std::string encoded;
        bool gave_records = false;  ///< some have been handed on, so that the file cannot be begun anew
    };

    std::optional<Rejection> read(const std::string& name, const ReadSink& sink,
                                  const std::function<void(std::string_view)>& encoded, Held& held) {
        was_killed = false;
        if (pid < 0) start();
        restart_clock();
        // The worker may open nothing itself. O_NONBLOCK: a named pipe without a writer would be waited for for ever.
        const OpenFile file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        if (file.fd < 0) return Rejection{{}, RejectionReason::unreadable, std::strerror(errno)};
        if (!send_request(name, file.fd)) {
            // It died at rest, which is not this file's fault: one fresh start.
            stop(true);
            start();
            if (!send_request(name, file.fd)) throw_worker_error(program, std::string("it ends at once"));
        }
        return relay(sink, encoded, held);
    }

    /// Hands on what the worker says until it is done. Records of a list go out as they come.
    std::optional<Rejection> relay(const ReadSink& sink, const std::function<void(std::string_view)>& encoded,
                                   Held& held) {
        Frame frame;
        for (;;) {
            const Outcome outcome = next_frame(frame);
            if (outcome != Outcome::frame) return give_up(outcome);
            if (frame.kind == FrameKind::done) return std::nullopt;
            if (frame.kind == FrameKind::unconfined) {
                unconfined.emplace(frame.payload);
                continue;
            }
            if (frame.kind == FrameKind::page_wanted || frame.kind == FrameKind::page_read) {
                if (!answer_page(frame)) return give_up(Outcome::garbage);
                continue;
            }
            if (!hand_on(frame, sink, encoded, held)) return give_up(Outcome::garbage);
        }
    }

    /// The worker waits for what was read of a picture before, or says what it read. Each page has the time of a file.
    bool answer_page(const Frame& frame) {
        const auto page = decode_page_frame(frame.payload);
        if (!page || page->reading.has_value() != (frame.kind == FrameKind::page_read)) return false;
        restart_clock();
        if (page->reading) {
            if (pages != nullptr) pages->keep(page->key, *page->reading);
            return true;
        }
        // The worker itself counts what it takes of a processor; others may take more.
        deadline += 3 * std::chrono::seconds(limits.seconds);
        const auto known = pages == nullptr ? std::nullopt : pages->recall(page->key);
        // A worker that is gone shows when its next frame is waited for.
        static_cast<void>(send(make_frame(FrameKind::page_known, encode_page_frame({page->key, known}))));
        return true;
    }

    bool hand_on(const Frame& frame, const ReadSink& sink, const std::function<void(std::string_view)>& encoded,
                 Held& held) {
        std::size_t line = 0;
        if (frame.kind == FrameKind::rejection) {
            auto rejection = decode_rejection(frame.payload);
            if (!rejection) return false;
            line = rejection->line;
            sink.rejection(std::move(*rejection));
        } else {
            auto article = decode_article(frame.payload);
            if (!article) return false;
            line = article->line;
            if (line > 0) {
                if (encoded) encoded(frame.payload);
                sink.article(std::move(*article));
            } else {
                held.article = std::move(article);
                held.encoded = frame.payload;
            }
        }
        if (line > 0) {
            held.gave_records = true;
            restart_clock();
        }
        return true;
    }
};

ReaderWorker::ReaderWorker(std::filesystem::path program, ReaderLimits limits, StopToken stop_token)
    : impl_(std::make_unique<Impl>()) {
    impl_->program = std::move(program);
    impl_->limits = limits;
    impl_->stop_token = std::move(stop_token);
}

// A worker at rest ends when its input does; only one that is thrown away in the middle of a file is killed.
ReaderWorker::~ReaderWorker() { impl_->stop(true); }

void ReaderWorker::read(const std::filesystem::path& path, const ReadSink& sink,
                        const std::function<void(std::string_view)>& encoded, const PageMemory* pages) {
    impl_->pages = pages;
    const std::string name = std::filesystem::absolute(path).string();
    Impl::Held held;
    std::optional<Rejection> rejection = impl_->read(name, sink, encoded, held);
    // Whoever killed it may have meant any process: one more try.
    if (rejection && impl_->was_killed && !held.gave_records) {
        held = {};
        rejection = impl_->read(name, sink, encoded, held);
    }
    if (rejection) return sink.rejection(std::move(*rejection));
    if (!held.article) return;
    if (encoded) encoded(held.encoded);
    sink.article(std::move(*held.article));
}

const std::set<std::string>& ReaderWorker::unconfined() const { return impl_->unconfined; }

std::filesystem::path find_reader_program() {
    // Tests and packagers only; the program itself is found beside the one that runs.
    if (const char* named = std::getenv("FINDINGS_READER"); named != nullptr && *named != '\0') return named;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
    // Beside the program in a build; elsewhere in the same prefix where it is installed: nobody calls it by hand.
    for (const char* folder : {".", "../libexec/findings"}) {
        std::filesystem::path program = (self.parent_path() / folder / "findings-read").lexically_normal();
        if (::access(program.c_str(), X_OK) == 0) return program;
    }
    throw Error(Status::bug, "no reader program beside " + self.string() + " or in ../libexec/findings",
                "install findings-read in one of the two, or name it in FINDINGS_READER");
}

}  // namespace findings
