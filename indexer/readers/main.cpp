// findings-read: the worker process in which strangers' files are parsed. Its protocol is protocol.hpp's.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/base/little_endian.hpp"
#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/confine.hpp"
#include "indexer/readers/ocr/remembered_reader.hpp"
#include "indexer/readers/ocr/tesseract_reader.hpp"
#include "indexer/readers/protocol.hpp"
#include "indexer/readers/read_source.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define FINDINGS_UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FINDINGS_UNDER_SANITIZER 1
#endif
#endif

namespace {

using findings::FrameKind;
using findings::kFrameHead;
using findings::RawArticle;
using findings::ReaderLimits;
using findings::ReadSink;
using findings::Rejection;
using findings::RejectionReason;

constexpr std::size_t kMaxRequest = 16U << 20U;

/// False at the end of input or on an error: the indexer is gone.
bool read_exactly(int fd, char* buffer, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::read(fd, buffer, size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        buffer += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

void write_frame(int fd, FrameKind kind, std::string_view payload) {
    const std::string frame = make_frame(kind, payload);
    std::string_view rest = frame;
    while (!rest.empty()) {
        const ssize_t count = ::write(fd, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(0);  // nobody listens any more
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// The first byte of a request and the file that came with it; -1 where none did. False at the end of input.
bool receive_file(char& first, int& file) {
    file = -1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
    iovec part{&first, 1};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = space.data();
    message.msg_controllen = space.size();
    ssize_t count = 0;
    do {
        count = ::recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC);
    } while (count < 0 && errno == EINTR);
    if (count <= 0) return false;
    const cmsghdr* head = CMSG_FIRSTHDR(&message);
    if (head != nullptr && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
        std::memcpy(&file, CMSG_DATA(head), sizeof file);
    return true;
}

bool read_frame(FrameKind kind, char* head, std::string& payload) {
    const std::size_t size = findings::read_little_endian({head, 4});
    if (head[4] != static_cast<char>(kind) || size > kMaxRequest) return false;
    payload.resize(size);
    return read_exactly(STDIN_FILENO, payload.data(), size);
}

/// The indexer keeps what was read of pictures.
findings::PageMemory remember_pages(int out, unsigned patience) {
    findings::PageMemory memory;
    memory.recall = [out, patience](const std::string& key) -> std::optional<std::string> {
        ::alarm(patience);
        write_frame(out, FrameKind::page_wanted, findings::encode_page_frame({key, {}}));
        std::array<char, kFrameHead> head{};
        std::string payload;
        if (!read_exactly(STDIN_FILENO, head.data(), head.size()) ||
            !read_frame(FrameKind::page_known, head.data(), payload))
            ::_exit(0);  // nobody is there any more
        auto frame = findings::decode_page_frame(payload);
        return frame && frame->key == key ? std::move(frame->reading) : std::nullopt;
    };
    memory.keep = [out, patience](const std::string& key, std::string_view reading) {
        ::alarm(patience);
        write_frame(out, FrameKind::page_read, findings::encode_page_frame({key, std::string(reading)}));
    };
    return memory;
}

bool read_request(std::string& path, int& file) {
    std::array<char, kFrameHead> head{};
    if (!receive_file(head.front(), file) || !read_exactly(STDIN_FILENO, head.data() + 1, head.size() - 1))
        return false;
    return read_frame(FrameKind::request, head.data(), path);
}

/// True when this process may take less memory than asked for: then what is too large here may not be elsewhere.
bool apply_limits(ReaderLimits& limits) {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    rlimit memory{};
    const bool short_of_memory = ::getrlimit(RLIMIT_AS, &memory) == 0 && memory.rlim_cur < limits.memory_bytes;
    if (short_of_memory) limits.memory_bytes = memory.rlim_cur;
#ifndef FINDINGS_UNDER_SANITIZER
    // Sanitizers reserve terabytes of address space for their shadow.
    memory = {limits.memory_bytes, limits.memory_bytes};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
    return short_of_memory;
}

bool parse_number(const char* text, std::uint64_t& value) {
    const char* end = text + std::strlen(text);
    const auto [rest, error] = std::from_chars(text, end, value);
    return error == std::errc{} && rest == end;
}

/// Serves requests until the indexer closes its end.
void serve(int out, const ReaderLimits& limits, bool short_of_memory) {
    std::string path;
    int file = -1;
    while (read_request(path, file)) {
        // The indexer keeps the clock; this one only ends a worker whose indexer died while a parser hung.
        const unsigned patience = 2 * limits.seconds + 10;
        ::alarm(patience);
        ReadSink sink;
        sink.article = [&](RawArticle&& article) {
            write_frame(out, FrameKind::article, encode_article(article));
            ::alarm(patience);
        };
        sink.rejection = [&](Rejection&& rejection) {
            if (short_of_memory && rejection.reason == RejectionReason::too_large) {
                rejection.reason = RejectionReason::unreadable;
                rejection.hint = "allow the programs more memory (ulimit -v), then build again";
            }
            write_frame(out, FrameKind::rejection, encode_rejection(rejection));
            ::alarm(patience);
        };
        if (file >= 0)
            read_open_source(file, path, limits, sink);
        else
            read_source(path, limits, sink);
        ::alarm(0);
        write_frame(out, FrameKind::done, {});
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::puts(
            "findings-read is internal: findings-index starts it to read files in a process of their own.\n"
            "usage: findings-read SECONDS MEMORY_BYTES TEXT_BYTES OCR");
        return 0;
    }
    std::uint64_t seconds = 0;
    ReaderLimits limits;
    if (argc != 5 || !parse_number(argv[1], seconds) || seconds > 86400 ||
        !parse_number(argv[2], limits.memory_bytes) || !parse_number(argv[3], limits.text_bytes)) {
        std::fputs("findings-read: internal program, see findings-read --help\n", stderr);
        return 2;
    }
    limits.seconds = static_cast<unsigned>(seconds);
    limits.ocr = argv[4];
    const auto setting = findings::parse_ocr_setting(limits.ocr);
    if (!setting) return 2;
    const std::filesystem::path data = setting->off ? std::filesystem::path() : findings::find_ocr_data();
    // Frames get a descriptor of their own; what a library prints must not end up among them.
    const int out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (out < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return 71;
    // Libarchive reads a local time for each part of an archive. Confined, the C library would try in vain, and anew
    // each time, to open the zone's file: four fifths of the time of a book of a thousand chapters.
    ::setenv("TZ", "UTC0", 1);
    const bool short_of_memory = apply_limits(limits);
#ifndef FINDINGS_UNDER_SANITIZER
    for (const std::string& lack : findings::confine_process(data)) write_frame(out, FrameKind::unconfined, lack);
#endif
    // Half of a file's time: the rest is for drawing the page, and for saying that it took too long.
    std::unique_ptr<findings::PageReader> reader;
    if (findings::can_read_pictures(limits.ocr))
        reader = findings::make_tesseract_reader(*setting, data, std::max(1U, limits.seconds / 2));
    findings::PageMemory memory = remember_pages(out, 2 * limits.seconds + 10);
    findings::RememberedReader remembered(reader.get(), memory, findings::describe_ocr(limits.ocr, data));
    if (reader) limits.page_reader = &remembered;
    serve(out, limits, short_of_memory);
    return 0;
}
