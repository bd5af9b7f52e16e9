#include "indexer/xapian_glass/table_reader.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/io/io_error.hpp"
#include "indexer/xapian_glass/block_layout.hpp"

namespace findings::glass {
namespace {

// A merge has one of these a segment, hundreds in all.
constexpr std::size_t kBufferBytes = 4 * kBlockBytes;

unsigned get(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8U |
           static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

TableReader::TableReader(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw make_io_error("open", path_.string(), errno);
    // The empty key that every tree begins with.
    if (!next_item()) fail(EIO);
}

TableReader::~TableReader() { ::close(descriptor_); }

void TableReader::fail(int error_number) const { throw make_io_error("read", path_.string(), error_number); }

bool TableReader::next() {
    if (!next_item()) return false;
    deflated_ = (flags_ & kDeflated) != 0;
    if ((flags_ & kLastComponent) != 0) return true;
    long_key_ = key_;
    long_tag_ = tag_;
    do {
        if (!next_item() || tag_.size() < kComponentBytes) fail(EIO);
        long_tag_ += tag_.substr(kComponentBytes);
    } while ((flags_ & kLastComponent) == 0);
    key_ = long_key_;
    tag_ = long_tag_;
    return true;
}

bool TableReader::next_item() {
    while (slot_ >= slots_end_)
        if (!next_leaf()) return false;
    const std::size_t item = block_ + get(buffer_, slot_);
    slot_ += kOffsetBytes;
    if (item + kItemHead > after_) fail(EIO);
    flags_ = get(buffer_, item);
    const std::size_t size = flags_ & kItemSizeMask;
    const auto key = static_cast<std::size_t>(static_cast<unsigned char>(buffer_[item + 2]));
    if (key > size || item + kItemHead + size > after_) fail(EIO);
    const std::string_view bytes = std::string_view(buffer_).substr(item + kItemHead, size);
    key_ = bytes.substr(0, key);
    tag_ = bytes.substr(key);
    return true;
}

bool TableReader::next_leaf() {
    for (;;) {
        if (after_ == buffer_.size() && !fill()) return false;
        block_ = after_;
        after_ += kBlockBytes;
        if (buffer_[block_ + kLevelAt] != 0) continue;
        slot_ = block_ + kDirectory;
        slots_end_ = block_ + get(buffer_, block_ + kDirectoryEndAt);
        if (slots_end_ > after_) fail(EIO);
        return true;
    }
}

bool TableReader::fill() {
    buffer_.resize(kBufferBytes);
    block_ = after_ = slot_ = slots_end_ = 0;
    std::size_t filled = 0;
    while (filled < buffer_.size()) {
        const ssize_t got = ::read(descriptor_, buffer_.data() + filled, buffer_.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled % kBlockBytes != 0) fail(EIO);
    buffer_.resize(filled);
    return filled > 0;
}

}  // namespace findings::glass
