#include "indexer/readers/json/record_lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/recognise.hpp"

namespace findings {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;

/// Converts piece by piece: a file of any length needs no more memory than its longest line.
class Converted {
  public:
    Converted(SourceStream& stream, const char* charset) : stream_(stream) {
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(charset, &status), &ucnv_close);
    }

    std::size_t read(char* buffer, std::size_t size) {
        while (at_ == text_.size()) {
            if (ended_ || converter_ == nullptr) return 0;
            convert();
        }
        const std::size_t count = std::min(size, text_.size() - at_);
        std::memcpy(buffer, text_.data() + at_, count);
        at_ += count;
        return count;
    }

  private:
    void convert() {
        std::array<char, 16384> bytes{};
        std::array<UChar, 16384> units{};
        const std::size_t count = stream_.read(bytes.data(), bytes.size());
        ended_ = count == 0;
        text_.clear();
        at_ = 0;
        const char* source = bytes.data();
        UErrorCode status = U_ZERO_ERROR;
        do {
            status = U_ZERO_ERROR;
            UChar* target = units.data();
            ucnv_toUnicode(converter_.get(), &target, units.data() + units.size(), &source, bytes.data() + count,
                           nullptr, static_cast<UBool>(ended_), &status);
            icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(target - units.data()))
                .toUTF8String(text_);
        } while (status == U_BUFFER_OVERFLOW_ERROR);
    }

    SourceStream& stream_;
    std::shared_ptr<UConverter> converter_;
    std::string text_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

}  // namespace

ByteSource open_utf8(SourceStream& stream) {
    const char* charset = find_wide_charset(stream.peek(kHeadBytes));
    if (charset == nullptr) return [&stream](char* buffer, std::size_t size) { return stream.read(buffer, size); };
    return [converted = std::make_shared<Converted>(stream, charset)](char* buffer, std::size_t size) {
        return converted->read(buffer, size);
    };
}

ByteSource open_bytes(std::string_view bytes) {
    return [bytes](char* buffer, std::size_t size) mutable {
        const std::size_t count = std::min(size, bytes.size());
        std::memcpy(buffer, bytes.data(), count);
        bytes.remove_prefix(count);
        return count;
    };
}

bool RecordLines::next(std::string_view& line, bool& too_long) {
    too_long = false;
    for (;;) {
        const char* data = buffer_.data();
        const void* end = filled_ == scanned_ ? nullptr : std::memchr(data + scanned_, '\n', filled_ - scanned_);
        if (end != nullptr) {
            const auto at = static_cast<std::size_t>(static_cast<const char*>(end) - data);
            line = std::string_view(data + begin_, at - begin_);
            begin_ = scanned_ = at + 1;
            ++number_;
            return true;
        }
        scanned_ = filled_;
        if (filled_ - begin_ > limit_) {
            too_long = true;
            begin_ = scanned_ = filled_ = 0;
        }
        if (!fill()) return last(line, too_long);
    }
}

bool RecordLines::fill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
        filled_ -= begin_;
        scanned_ -= begin_;
        begin_ = 0;
    }
    if (buffer_.size() - filled_ < kBufferBytes) buffer_.resize(std::max(2 * buffer_.size(), 2 * kBufferBytes));
    const std::size_t count = source_(buffer_.data() + filled_, kBufferBytes);
    filled_ += count;
    return count > 0;
}

bool RecordLines::last(std::string_view& line, bool too_long) {
    line = std::string_view(buffer_.data() + begin_, filled_ - begin_);
    begin_ = scanned_ = filled_;
    if (line.empty() && !too_long) return false;
    ++number_;
    return true;
}

}  // namespace findings
