#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A file to read.
struct SourceFile {
    std::filesystem::path path;  ///< absolute
    std::string source;          ///< its name: see name_sources()
    std::size_t above = 0;       ///< bytes of `source` that are folders above its SOURCE; 0 but where names repeat
    std::uint64_t size_bytes = 0;
    std::string content_key;              ///< see make_cache_key(); filled in by hash_sources(), empty when unreadable
    std::size_t given = 0;                ///< which SOURCE, counted from 0
    std::vector<std::size_t> also_given;  ///< other SOURCEs that hold it too
    bool is_register = false;             ///< its rows become records: see read_records()
    bool is_stdin = false;                ///< what came on standard input: its path is gone with the build

    /// The path below its SOURCE.
    [[nodiscard]] std::string_view below_source() const { return std::string_view(source).substr(above); }
};

}  // namespace findings
