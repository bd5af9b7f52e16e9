#include "indexer/xapian_glass/encode.hpp"

#include "common/base/little_endian.hpp"

namespace findings::glass {
namespace {

void append_big_endian(std::string& bytes, std::uint64_t value, unsigned count) {
    for (unsigned shift = 8 * count; shift > 0; shift -= 8)
        bytes.push_back(static_cast<char>((value >> (shift - 8)) & 0xffU));
}

}  // namespace

void append_sortable(std::string& bytes, std::uint32_t value) {
    if (value < 0x8000U) return append_big_endian(bytes, value, 2);
    if (value < 0x400000U) return append_big_endian(bytes, 0x800000U | value, 3);
    if (value < 0x20000000U) return append_big_endian(bytes, 0xc0000000U | value, 4);
    append_big_endian(bytes, 0xe000000000U | value, 5);
}

std::optional<std::uint32_t> take_sortable(std::string_view& bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t size = lead < 0x80 ? 2 : lead < 0xc0 ? 3 : lead < 0xe0 ? 4 : 5;
    if (bytes.size() < size) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : bytes.substr(0, size)) value = value << 8U | static_cast<unsigned char>(c);
    constexpr std::uint64_t kValueBits[] = {0x7fff, 0x3fffff, 0x1fffffff, 0xffffffff};
    bytes.remove_prefix(size);
    return static_cast<std::uint32_t>(value & kValueBits[size - 2]);
}

std::uint64_t sort_prefix(std::string_view key) {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof prefix; ++i)
        prefix = prefix << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return prefix;
}

std::string metadata_key(std::string_view name) { return std::string("\0\xc0", 2).append(name); }

std::string term_key(std::string_view term, std::uint32_t document) {
    std::string key;
    for (const char c : term) {
        key.push_back(c);
        if (c == '\0') key.push_back('\xff');
    }
    if (document == 0) return key;
    key.push_back('\0');
    append_sortable(key, document);
    return key;
}

std::string length_key(std::uint32_t document) {
    std::string key("\0\xe0", 2);
    if (document != 0) append_sortable(key, document);
    return key;
}

std::string slot_bounds_key(std::uint32_t slot) {
    std::string key("\0\xd0", 2);
    for (; slot != 0; slot >>= 8U) key.push_back(static_cast<char>(slot & 0xffU));
    return key;
}

std::string values_key(std::uint32_t slot, std::uint32_t document) {
    std::string key("\0\xd8", 2);
    append_varint(key, slot);
    append_sortable(key, document);
    return key;
}

std::string stored_stream(std::string_view bytes) {
    constexpr std::size_t kMaxBlock = 0xffff;
    std::string stream;
    stream.reserve(bytes.size() + 5 * (bytes.size() / kMaxBlock + 1));
    // A block: whether it is the last, its kind (0: stored), its length and the complement of that.
    do {
        const std::string_view block = bytes.substr(0, kMaxBlock);
        bytes.remove_prefix(block.size());
        stream.push_back(bytes.empty() ? '\1' : '\0');
        append_little_endian(stream, block.size(), 2);
        append_little_endian(stream, ~block.size(), 2);
        stream.append(block);
    } while (!bytes.empty());
    return stream;
}

}  // namespace findings::glass
