#include "indexer/readers/office/ole_file.hpp"

#include <algorithm>

#include "common/base/little_endian.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kMiniSector = 64;
constexpr std::size_t kEntryBytes = 128;
constexpr std::uint32_t kLastSector = 0xfffffffa;  // larger ones mean: end, free, table
constexpr std::uint32_t kTableEntriesInHeader = 109;

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    return at + 4 > bytes.size() ? 0xffffffff : static_cast<std::uint32_t>(read_little_endian(bytes.substr(at, 4)));
}

void append_words(std::vector<std::uint32_t>& list, std::string_view bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) list.push_back(word_at(bytes, at));
}

}  // namespace

OleFile::OleFile(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < kHeaderBytes) return;
    const std::size_t shift = read_little_endian(bytes.substr(30, 2));
    if (shift != 9 && shift != 12) return;
    sector_size_ = std::size_t{1} << shift;
    mini_cutoff_ = word_at(bytes, 56);
    read_table(bytes.substr(0, kHeaderBytes));
    read_entries(word_at(bytes, 48));
    if (entries_.empty()) return;
    if (const auto table = read_chain(word_at(bytes, 60), std::uint64_t{word_at(bytes, 64)} * sector_size_))
        append_words(mini_next_, *table);
    mini_ = read_chain(entries_.front().start, entries_.front().size).value_or("");
    sound_ = true;
}

std::string_view OleFile::sector(std::uint32_t number) const {
    const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_size_;
    if (number > kLastSector || begin >= bytes_.size()) return {};
    return bytes_.substr(begin, sector_size_);
}

void OleFile::read_table(std::string_view header) {
    std::vector<std::uint32_t> tables;
    append_words(tables, header.substr(76, 4 * kTableEntriesInHeader));
    // More tables are listed in sectors, the last word of each naming the next.
    std::uint32_t at = word_at(header, 68);
    for (std::size_t steps = bytes_.size() / sector_size_ + 1; at <= kLastSector && steps > 0; --steps) {
        const std::string_view list = sector(at);
        if (list.size() < sector_size_) break;
        append_words(tables, list.substr(0, sector_size_ - 4));
        at = word_at(list, sector_size_ - 4);
    }
    const std::size_t sectors = bytes_.size() / sector_size_ + 1;
    for (const std::uint32_t table : tables)
        if (table <= kLastSector && next_.size() < sectors + sector_size_) append_words(next_, sector(table));
}

std::optional<std::string> OleFile::read_chain(std::uint32_t start, std::uint64_t size) const {
    if (size > bytes_.size()) return std::nullopt;
    std::string bytes;
    for (std::uint32_t at = start; bytes.size() < size;) {
        const std::string_view part = sector(at);
        if (part.empty()) return std::nullopt;
        bytes.append(part);
        if (bytes.size() >= size) break;
        if (at >= next_.size() || bytes.size() > bytes_.size()) return std::nullopt;
        at = next_[at];
    }
    bytes.resize(std::min<std::size_t>(bytes.size(), size));
    return bytes;
}

std::optional<std::string> OleFile::read_mini_chain(std::uint32_t start, std::uint64_t size) const {
    if (size > mini_.size()) return std::nullopt;
    std::string bytes;
    for (std::uint32_t at = start; bytes.size() < size;) {
        if (std::uint64_t{at} * kMiniSector >= mini_.size()) return std::nullopt;
        bytes.append(mini_, at * kMiniSector, kMiniSector);
        if (at >= mini_next_.size() || bytes.size() > mini_.size()) break;
        at = mini_next_[at];
    }
    if (bytes.size() < size) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

void OleFile::read_entries(std::uint32_t start) {
    // The folder's own length is not written down: its chain ends.
    std::string folder;
    std::uint32_t at = start;
    while (at <= kLastSector && folder.size() <= bytes_.size()) {
        const std::string_view part = sector(at);
        if (part.empty()) break;
        folder.append(part);
        if (at >= next_.size()) break;
        at = next_[at];
    }
    for (std::size_t begin = 0; begin + kEntryBytes <= folder.size(); begin += kEntryBytes) {
        const std::string_view row = std::string_view(folder).substr(begin, kEntryBytes);
        Entry entry;
        const std::size_t length = std::min<std::size_t>(64, read_little_endian(row.substr(64, 2)));
        for (std::size_t i = 0; i + 3 < length; i += 2) entry.name.push_back(row[i + 1] == 0 ? row[i] : '?');
        entry.stream = row[66] == 2;
        entry.start = word_at(row, 116);
        entry.size = word_at(row, 120);  // the upper half is garbage in files of small sectors
        entries_.push_back(std::move(entry));
    }
}

bool OleFile::has(std::string_view stream) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [stream](const Entry& entry) { return entry.stream && entry.name == stream; });
}

std::optional<std::string> OleFile::read(std::string_view stream) const {
    for (const Entry& entry : entries_)
        if (entry.stream && entry.name == stream)
            return entry.size < mini_cutoff_ ? read_mini_chain(entry.start, entry.size)
                                             : read_chain(entry.start, entry.size);
    return std::nullopt;
}

}  // namespace findings
