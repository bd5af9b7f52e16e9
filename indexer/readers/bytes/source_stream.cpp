#include "indexer/readers/bytes/source_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace findings {
namespace {

// zlib puts the name it opened before its message, here "<fd:4>", which means nothing to a reader.
std::string after_name(std::string_view message) {
    const std::size_t colon = message.find(": ");
    return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon));
}

}  // namespace

struct SourceStream::Impl {
    gzFile file = nullptr;
};

SourceStream::SourceStream(const std::filesystem::path& path) : impl_(std::make_unique<Impl>()) {
    // O_NONBLOCK: a named pipe without a writer would be waited for for ever.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        fail(RejectionReason::unreadable, std::strerror(errno));
        return;
    }
    open(fd);
}

SourceStream::SourceStream(int fd) : impl_(std::make_unique<Impl>()) { open(fd); }

void SourceStream::open(int fd) {
    struct stat info {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        fail(RejectionReason::unreadable, "not a regular file");
        return;
    }
    impl_->file = ::gzdopen(fd, "rb");
    if (impl_->file == nullptr) {
        ::close(fd);
        fail(RejectionReason::too_large, "no memory to read it");
        return;
    }
    ::gzbuffer(impl_->file, 128U << 10U);
}

SourceStream::~SourceStream() {
    if (impl_->file != nullptr) ::gzclose(impl_->file);
}

void SourceStream::fail(RejectionReason reason, std::string detail) {
    failure_ = Rejection{{}, reason, std::move(detail)};
}

std::size_t SourceStream::inflate(char* buffer, std::size_t size) {
    if (failure_ || size == 0) return 0;
    errno = 0;
    const int got = ::gzread(impl_->file, buffer, static_cast<unsigned>(size));
    int code = Z_OK;
    const char* message = ::gzerror(impl_->file, &code);
    if (got >= 0 && code == Z_OK) return static_cast<std::size_t>(got);
    // Z_BUF_ERROR: the compressed data ends in the middle, and gzread hands over what it had.
    if (code == Z_BUF_ERROR)
        fail(RejectionReason::corrupt, "the gzip data is cut short");
    else if (code == Z_ERRNO)
        fail(RejectionReason::unreadable, std::strerror(errno));
    else if (code == Z_MEM_ERROR)
        fail(RejectionReason::too_large, "no memory to inflate it");
    else
        fail(RejectionReason::corrupt, "the gzip data is damaged" + after_name(message));
    return 0;
}

std::size_t SourceStream::read(char* buffer, std::size_t size) {
    if (ahead_.empty()) return inflate(buffer, size);
    const std::size_t count = std::min(size, ahead_.size());
    std::memcpy(buffer, ahead_.data(), count);
    ahead_.erase(0, count);
    return count;
}

std::string_view SourceStream::peek(std::size_t size) {
    while (ahead_.size() < size) {
        const std::size_t have = ahead_.size();
        ahead_.resize(size);
        const std::size_t count = inflate(ahead_.data() + have, size - have);
        ahead_.resize(have + count);
        if (count == 0) break;
    }
    return std::string_view(ahead_).substr(0, size);
}

std::string SourceStream::read_all(std::uint64_t limit) {
    std::string bytes = std::exchange(ahead_, {});
    constexpr std::size_t kStep = 1U << 20U;
    while (bytes.size() <= limit) {
        const std::size_t have = bytes.size();
        bytes.resize(have + kStep);
        const std::size_t count = inflate(bytes.data() + have, kStep);
        bytes.resize(have + count);
        if (count == 0) return bytes;
    }
    fail(RejectionReason::too_large,
         "more than " + std::to_string(limit >> 20U) + " MiB" + (compressed() ? " when inflated" : ""));
    return {};
}

bool SourceStream::compressed() const { return impl_->file != nullptr && ::gzdirect(impl_->file) == 0; }

}  // namespace findings
