#include "indexer/xapian_glass/table_writer.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <utility>

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include "indexer/io/io_error.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/xapian_glass/block_layout.hpp"

namespace findings::glass {
namespace {

constexpr std::size_t kBufferBytes = 32 * kBlockBytes;

constexpr std::size_t kChildBytes = 4;
// Four items of the largest size fill a block.
constexpr std::size_t kMaxItem = (kBlockBytes - kDirectory - 4 * kOffsetBytes) / 4;
// A tag is begun in what is left of a block only where this much more than its key fits: Xapian's own measure.
constexpr std::size_t kWorthBeginning = 34;

void put(char* at, std::uint32_t value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) at[i] = static_cast<char>((value >> (8 * (count - 1 - i))) & 0xffU);
}

// The shortest beginning of `key` that differs from the key before it.
std::string shorten(std::string_view key, std::string_view before) {
    const auto same = std::mismatch(key.begin(), key.end(), before.begin(), before.end()).first - key.begin();
    return std::string(key.substr(0, static_cast<std::size_t>(same) + 1));
}

}  // namespace

TableBlock::TableBlock(unsigned level) : bytes(kBlockBytes, '\0'), directory(kDirectory), items(kBlockBytes) {
    put(bytes.data(), kRevision, 4);
    bytes[kLevelAt] = static_cast<char>(level);
}

bool TableBlock::empty() const { return directory == kDirectory; }

char* TableBlock::add(std::size_t size) {
    items -= size;
    put(bytes.data() + directory, static_cast<std::uint32_t>(items), kOffsetBytes);
    directory += kOffsetBytes;
    return bytes.data() + items;
}

TableWriter::TableWriter(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw make_io_error("create", path_.string(), errno);
    levels_.emplace_back(0);
    // Every tree begins with an entry of an empty key, from which cursors start.
    char* item = levels_[0].add(kItemHead);
    put(item, kFirstComponent | kLastComponent, 2);
    item[2] = 0;
}

TableWriter::~TableWriter() { ::close(descriptor_); }

struct TableWriter::TagDeflater {
    TagDeflater() : compressor(libdeflate_alloc_compressor(kLevel)) {
        if (compressor == nullptr) throw std::bad_alloc();
    }
    ~TagDeflater() { libdeflate_free_compressor(compressor); }
    TagDeflater(const TagDeflater&) = delete;
    TagDeflater& operator=(const TagDeflater&) = delete;

    /// The tag as a raw deflate stream; empty where that is not worth it.
    std::string_view deflate(std::string_view tag) {
        if (tag.size() < kShortest || tag.size() > kLongestDeflated) return {};
        buffer.resize(tag.size() - tag.size() / kLeastSaved);
        return {buffer.data(),
                libdeflate_deflate_compress(compressor, tag.data(), tag.size(), buffer.data(), buffer.size())};
    }

    static constexpr int kLevel = 6;
    static constexpr std::size_t kShortest = 48;
    static constexpr std::size_t kLeastSaved = 10;  ///< a tenth: inflating costs something
    libdeflate_compressor* compressor;
    std::string buffer;
};

void TableWriter::deflate_tags() { tag_deflater_ = std::make_unique<TagDeflater>(); }

void TableWriter::add(std::string_view key, std::string_view tag, bool deflated) {
    if (tag_deflater_ && !deflated)
        if (const std::string_view stream = tag_deflater_->deflate(tag); !stream.empty()) {
            tag = stream;
            deflated = true;
        }
    const std::size_t head = kItemHead + key.size() + kComponentBytes;
    const std::size_t most = kMaxItem - head;    // of a tag, in a component that is not the first
    std::size_t first = most + kComponentBytes;  // in the first one
    if (tag.size() <= first) {
        first = tag.size();
    } else {
        const std::size_t left = levels_[0].free() % (kMaxItem + kOffsetBytes);
        if (left > kOffsetBytes + head) {
            const std::size_t room = left - kOffsetBytes - head;
            if (room >= (tag.size() - kComponentBytes) % most || room >= key.size() + kWorthBeginning)
                first = room + kComponentBytes;
        }
    }
    unsigned component = 1;
    for (std::size_t size = first;; size = most) {
        const std::string_view part = tag.substr(0, size);
        tag.remove_prefix(part.size());
        add_component(key, component++, tag.empty(), deflated, part);
        if (tag.empty()) break;
    }
    last_key_ = key;
    ++entries_;
}

void TableWriter::add_component(std::string_view key, unsigned component, bool last, bool deflated,
                                std::string_view part) {
    const std::size_t head = kItemHead + key.size() + (component > 1 ? kComponentBytes : 0);
    if (levels_[0].free() < head + part.size() + kOffsetBytes) {
        finish_block(0);
        levels_[0].first_key = component > 1 ? std::string(key) : shorten(key, last_key_);
        levels_[0].first_component = component;
    }
    char* item = levels_[0].add(head + part.size());
    const unsigned flags =
        (deflated ? kDeflated : 0) | (last ? kLastComponent : 0) | (component == 1 ? kFirstComponent : 0);
    put(item, static_cast<std::uint32_t>(head + part.size() - kItemHead) | flags, 2);
    put(item + 2, static_cast<std::uint32_t>(key.size()), 1);
    std::copy(key.begin(), key.end(), item + kItemHead);
    if (component > 1) put(item + kItemHead + key.size(), component, kComponentBytes);
    std::copy(part.begin(), part.end(), item + head);
}

// A branch item: number of the child, length of the key, key, component. The first key of a branch is left empty.
void TableWriter::add_child(std::size_t level, const std::string& key, unsigned component, std::uint32_t child) {
    if (level == levels_.size()) levels_.emplace_back(static_cast<unsigned>(level));
    const std::size_t size = kChildBytes + 1 + key.size() + kComponentBytes;
    if (levels_[level].free() < size + kOffsetBytes) finish_block(level);
    TableBlock& block = levels_[level];
    const bool is_first = block.empty();
    if (is_first) {
        block.first_key = key;
        block.first_component = component;
    }
    const std::string_view kept = is_first ? std::string_view() : std::string_view(key);
    char* item = block.add(kChildBytes + 1 + kept.size() + kComponentBytes);
    put(item, child, kChildBytes);
    put(item + kChildBytes, static_cast<std::uint32_t>(kept.size()), 1);
    std::copy(kept.begin(), kept.end(), item + kChildBytes + 1);
    put(item + kChildBytes + 1 + kept.size(), is_first ? 0 : component, kComponentBytes);
}

std::uint32_t TableWriter::write_block(std::size_t level) {
    TableBlock& block = levels_[level];
    put(block.bytes.data() + kMaxFreeAt, static_cast<std::uint32_t>(block.free()), 2);
    put(block.bytes.data() + kTotalFreeAt, static_cast<std::uint32_t>(block.free()), 2);
    put(block.bytes.data() + kDirectoryEndAt, static_cast<std::uint32_t>(block.directory), 2);
    buffer_ += block.bytes;
    if (buffer_.size() >= kBufferBytes) flush();
    return blocks_++;
}

void TableWriter::finish_block(std::size_t level) {
    const std::uint32_t number = write_block(level);
    TableBlock full = std::exchange(levels_[level], TableBlock(static_cast<unsigned>(level)));
    add_child(level + 1, full.first_key, full.first_component, number);
}

TableRoot TableWriter::finish() {
    // The last block of each level goes under the one above, which may begin a level of its own.
    for (std::size_t level = 0; level + 1 < levels_.size(); ++level) finish_block(level);
    const std::uint32_t root = write_block(levels_.size() - 1);
    flush();
    return {root, static_cast<unsigned>(levels_.size() - 1), entries_, false, blocks_};
}

void TableWriter::flush() {
    if (const int error = write_all(descriptor_, buffer_); error != 0)
        throw make_io_error("write", path_.string(), error);
    buffer_.clear();
}

}  // namespace findings::glass
