#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace findings {

/// The text of a file that a person wrote, or why it cannot be read.
struct TextFile {
    std::string text;
    std::string failure;  ///< "No such file or directory"; empty when it was read
};

/// What may be opened. Files that a build reads twice, or reads while it listens for signals, are regular ones.
enum class FileKinds : std::uint8_t {
    regular,  ///< nothing else, and opening it never waits
    any,      ///< a pipe too, as a shell's `<(command)` gives one, and /dev/null
};

/// Reads a file that a person wrote, by decode_marked_text().
TextFile read_text_file(const std::filesystem::path& path, FileKinds kinds);

/// A text without its byte order mark, which Windows' editors write; with the mark of UTF-16 it becomes UTF-8. Text
/// without a mark is left as it is.
std::string decode_marked_text(std::string bytes);

}  // namespace findings
