#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A compound file of Microsoft's, in which old Office documents keep their streams. Source: [MS-CFB].
class OleFile {
  public:
    /// Requires: the bytes outlive it.
    explicit OleFile(std::string_view bytes);

    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] bool has(std::string_view stream) const;
    /// Bytes of a stream by its name; nullopt when there is none or the file is damaged there.
    [[nodiscard]] std::optional<std::string> read(std::string_view stream) const;

  private:
    struct Entry {
        std::string name;  ///< ASCII letters; others are '?'
        std::uint32_t start = 0;
        std::uint64_t size = 0;
        bool stream = false;
    };

    [[nodiscard]] std::optional<std::string> read_chain(std::uint32_t start, std::uint64_t size) const;
    [[nodiscard]] std::optional<std::string> read_mini_chain(std::uint32_t start, std::uint64_t size) const;
    [[nodiscard]] std::string_view sector(std::uint32_t number) const;
    void read_table(std::string_view header);
    void read_entries(std::uint32_t start);

    std::string_view bytes_;
    std::size_t sector_size_ = 512;
    std::uint32_t mini_cutoff_ = 4096;
    std::vector<std::uint32_t> next_;       ///< of each sector
    std::vector<std::uint32_t> mini_next_;  ///< of each small sector
    std::string mini_;                      ///< the stream that holds the small sectors
    std::vector<Entry> entries_;
    bool sound_ = false;
};

}  // namespace findings
