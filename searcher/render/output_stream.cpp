#include "searcher/render/output_stream.hpp"

#include <cerrno>
#include <cstring>
#include <string>

#include <unistd.h>

#include "common/base/error.hpp"

namespace findings {
namespace {
constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
}

OutputBuffer::OutputBuffer(int descriptor) : descriptor_(descriptor), buffer_(kBufferBytes) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

int OutputBuffer::sync() {
    const char* at = pbase();
    const char* const end = pptr();
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    while (at != end) {
        const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(end - at));
        if (written >= 0) {
            at += written;
        } else if (errno == EPIPE) {
            throw OutputClosed{};
        } else if (errno != EINTR) {
            throw Error(Status::io_error, std::string("cannot write the answer: ") + std::strerror(errno));
        }
    }
    return 0;
}

OutputBuffer::int_type OutputBuffer::overflow(int_type c) {
    sync();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
    }
    return traits_type::not_eof(c);
}

OutputStream::OutputStream(int descriptor) : std::ostream(nullptr), buffer_(descriptor) {
    rdbuf(&buffer_);
    // badbit: what the buffer throws passes through operator<< instead of being turned into a flag.
    exceptions(std::ios::badbit);
}

}  // namespace findings
