#include "common/base/text_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace findings {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kUtf16LittleMark = "\xff\xfe";
constexpr std::string_view kUtf16BigMark = "\xfe\xff";

constexpr char32_t kReplacement = 0xfffd;

void append_utf8(std::string& text, char32_t c) {
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) return add(c);
    if (c < 0x800) {
        add(0xc0 | c >> 6U);
    } else {
        if (c < 0x10000) {
            add(0xe0 | c >> 12U);
        } else {
            add(0xf0 | c >> 18U);
            add(0x80 | (c >> 12U & 0x3fU));
        }
        add(0x80 | (c >> 6U & 0x3fU));
    }
    add(0x80 | (c & 0x3fU));
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

// A half of a pair without the other, or of a unit, is no character.
std::string decode_utf16(std::string_view bytes, bool big) {
    const auto unit_at = [&](std::size_t at) -> char32_t {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
        return static_cast<char32_t>(big ? byte(0) << 8U | byte(1) : byte(1) << 8U | byte(0));
    };
    std::string text;
    std::size_t at = 0;
    for (; at + 2 <= bytes.size(); at += 2) {
        char32_t c = unit_at(at);
        if (is_high_surrogate(c) && at + 4 <= bytes.size() && is_low_surrogate(unit_at(at + 2))) {
            c = 0x10000 + ((c - 0xd800) << 10U) + (unit_at(at + 2) - 0xdc00);
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
    if (bytes.starts_with(kUtf8Mark)) return bytes.substr(kUtf8Mark.size());
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
