#include "indexer/xapian_glass/write_version.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "common/base/varint.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/xapian_glass/block_layout.hpp"
#include "indexer/xapian_glass/encode.hpp"

namespace findings::glass {
namespace {

// The last two bytes are the format's date, 2016-03-14: years since 2014, month and day in 7, 4 and 5 bits.
constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};
constexpr std::size_t kUuidBytes = 16;
constexpr unsigned kTables = 6;
constexpr std::string_view kVersionName = "iamglass";
// Tables whose readers look for deflated tags; the number is the size from which Xapian deflates.
constexpr unsigned kDeflateFrom = 18;

void append_root(std::string& bytes, const TableRoot& root, unsigned deflate_from) {
    constexpr unsigned kSequential = 2;
    append_varint(bytes, root.block);
    append_varint(bytes, root.level << 2U | kSequential | (root.is_fake ? 1U : 0U));
    append_varint(bytes, root.entries);
    append_varint(bytes, kBlockBytes >> 11U);
    append_varint(bytes, deflate_from);
    // Of the free list: revision, first block that is not used; then nothing is free.
    std::string unused;
    if (!root.is_fake) {
        append_varint(unused, kRevision);
        append_varint(unused, root.blocks);
        unused.append(4, '\0');
    }
    append_sized(bytes, unused);
}

}  // namespace

void DatabaseCounts::add(const DatabaseCounts& more) {
    // Documents without words are left out of this bound, and so is a database of none but such.
    if (shortest == 0 || (more.shortest > 0 && more.shortest < shortest)) shortest = more.shortest;
    documents += more.documents;
    total_length += more.total_length;
    longest = std::max(longest, more.longest);
    most_frequent = std::max(most_frequent, more.most_frequent);
}

void write_version(const std::filesystem::path& folder, const DatabaseCounts& counts, const TableRoot& postlist,
                   const TableRoot& docdata) {
    std::string bytes(kMagic);
    // An identity that is for copies kept up to date by Xapian's own means. A generation never changes.
    bytes.append(kUuidBytes, '\0');
    append_varint(bytes, kRevision);
    append_root(bytes, postlist, 0);
    append_root(bytes, docdata, kDeflateFrom);
    append_root(bytes, {}, kDeflateFrom);  // termlist
    append_root(bytes, {}, 0);             // position
    append_root(bytes, {}, kDeflateFrom);  // spelling
    append_root(bytes, {}, kDeflateFrom);  // synonym
    append_varint(bytes, counts.documents);
    append_varint(bytes, 0);  // the last document's number less their number
    append_varint(bytes, counts.shortest);
    append_varint(bytes, counts.most_frequent);
    append_varint(bytes, counts.longest - counts.most_frequent);
    append_varint(bytes, 0);  // oldest change set
    append_varint(bytes, counts.total_length);
    append_varint(bytes, 0);  // spelling
    const std::filesystem::path path = folder / kVersionName;
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw make_io_error("write", path.string(), errno);
}

DatabaseCounts read_counts(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / kVersionName;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::string_view rest = bytes;
    const auto fail = [&path] { throw make_io_error("read", path.string(), EIO); };
    const auto take = [&rest, &fail]() -> std::uint64_t {
        const auto number = take_varint(rest);
        if (!number) fail();
        return *number;
    };
    if (!rest.starts_with(kMagic) || rest.size() < kMagic.size() + kUuidBytes) fail();
    rest.remove_prefix(kMagic.size() + kUuidBytes);
    take();  // revision
    for (unsigned table = 0; table < kTables; ++table) {
        for (int number = 0; number < 5; ++number) take();
        const std::uint64_t unused = take();
        if (unused > rest.size()) fail();
        rest.remove_prefix(unused);
    }
    DatabaseCounts counts;
    counts.documents = static_cast<std::uint32_t>(take());
    take();  // the last document's number less their number
    counts.shortest = static_cast<std::uint32_t>(take());
    counts.most_frequent = static_cast<std::uint32_t>(take());
    counts.longest = counts.most_frequent + static_cast<std::uint32_t>(take());
    take();  // oldest change set
    counts.total_length = take();
    return counts;
}

}  // namespace findings::glass
