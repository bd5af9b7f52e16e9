#include "common/text/text_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/text/byte_order_mark.hpp"
#include "common/text/code_points.hpp"

namespace findings {
namespace {

constexpr std::string_view kUtf16LittleMark = "\xff\xfe";
constexpr std::string_view kUtf16BigMark = "\xfe\xff";

constexpr UChar32 kReplacement = 0xfffd;

bool is_high_surrogate(UChar32 unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low_surrogate(UChar32 unit) { return unit >= 0xdc00 && unit < 0xe000; }

// A half of a pair without the other, or of a unit, is no character.
std::string decode_utf16(std::string_view bytes, bool big) {
    const auto unit_at = [&](std::size_t at) -> UChar32 {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
        return static_cast<UChar32>(big ? byte(0) << 8U | byte(1) : byte(1) << 8U | byte(0));
    };
    std::string text;
    std::size_t at = 0;
    for (; at + 2 <= bytes.size(); at += 2) {
        UChar32 c = unit_at(at);
        if (is_high_surrogate(c) && at + 4 <= bytes.size() && is_low_surrogate(unit_at(at + 2))) {
            c = 0x10000 + ((c - 0xd800) * 0x400) + (unit_at(at + 2) - 0xdc00);
            at += 2;
        } else if (is_high_surrogate(c) || is_low_surrogate(c)) {
            c = kReplacement;
        }
        append_utf8(text, c);
    }
    if (at < bytes.size()) append_utf8(text, kReplacement);
    return text;
}

TextFile read_all(int descriptor, FileKinds kinds) {
    struct stat info {};
    if (::fstat(descriptor, &info) != 0) return {{}, std::strerror(errno)};
    if (S_ISDIR(info.st_mode)) return {{}, std::strerror(EISDIR)};
    if (kinds == FileKinds::regular && !S_ISREG(info.st_mode)) return {{}, "it is not a regular file"};
    TextFile file;
    std::array<char, 1U << 16U> buffer{};
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {{}, std::strerror(errno)};
        if (count == 0) break;
        file.text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    file.text = decode_marked_text(std::move(file.text));
    return file;
}

}  // namespace

std::string decode_marked_text(std::string bytes) {
    if (const std::string_view text = without_byte_order_mark(bytes); text.size() < bytes.size())
        return std::string(text);
    for (const std::string_view mark : {kUtf16LittleMark, kUtf16BigMark})
        if (bytes.starts_with(mark))
            return decode_utf16(std::string_view(bytes).substr(mark.size()), mark == kUtf16BigMark);
    return bytes;
}

TextFile read_text_file(const std::filesystem::path& path, FileKinds kinds) {
    // O_NONBLOCK: a named pipe without a writer would be waited for for ever.
    const int wait = kinds == FileKinds::regular ? O_NONBLOCK : 0;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | wait);
    if (descriptor < 0) return {{}, std::strerror(errno)};
    TextFile file = read_all(descriptor, kinds);
    ::close(descriptor);
    return file;
}

}  // namespace findings
