#include "common/index/facet_columns.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/base/little_endian.hpp"

namespace findings {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are read in place");

constexpr std::string_view kMagic = "FNDFCT4\n";
constexpr std::size_t kCounts = 3;  ///< of each column: lists, values, runs

std::string_view bytes_of(std::span<const std::uint64_t> numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

std::size_t newest_place(NewestKind kind, NewestAmong among) {
    return kFacetCount + 1 + static_cast<std::size_t>(kind) * kNewestScopes + static_cast<std::size_t>(among);
}

template <typename Number>
void append(std::string& bytes, const std::vector<Number>& numbers) {
    bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

void append_number(std::string& bytes, std::uint64_t number) { append(bytes, std::vector{number}); }

// Runs pay where they take so many times less room: to find a document's is not free.
constexpr std::size_t kRunsPayBy = 4;

// The bytes that a number up to `most` takes.
unsigned width_of(std::size_t most) { return most < (1U << 8U) ? 1 : most < (1U << 16U) ? 2 : 4; }

void append_narrow(std::string& bytes, const std::vector<std::uint32_t>& numbers, unsigned width) {
    for (const std::uint32_t number : numbers) append_little_endian(bytes, number, width);
}

std::vector<std::uint32_t> find_runs(const std::vector<std::uint32_t>& lists) {
    std::vector<std::uint32_t> runs;
    for (std::uint32_t document = 0; document < lists.size(); ++document)
        if (document == 0 || lists[document] != lists[document - 1]) runs.push_back(document);
    return runs;
}

// The run that a document is in, by its id - 1.
std::size_t find_run(std::span<const std::uint32_t> runs, std::size_t document) {
    return static_cast<std::size_t>(std::upper_bound(runs.begin() + 1, runs.end(), document) - runs.begin()) - 1;
}

std::size_t pad(std::size_t at) { return (at + 7) / 8 * 8; }

/// Cuts one array after the other from the file.
class Cutter {
  public:
    explicit Cutter(std::string_view bytes) : bytes_(bytes) {}

    template <typename Number>
    std::span<const Number> cut(std::uint64_t count) {
        at_ = pad(at_);
        if (at_ > bytes_.size() || count > (bytes_.size() - at_) / sizeof(Number)) throw std::length_error("too short");
        const auto* begin = reinterpret_cast<const Number*>(bytes_.data() + at_);
        at_ += count * sizeof(Number);
        return {begin, static_cast<std::size_t>(count)};
    }
    NumberColumn cut_narrow(std::uint64_t count, unsigned width) {
        if (count > bytes_.size()) throw std::length_error("too short");
        const auto numbers = cut<char>(count * width);
        return {numbers.data(), static_cast<std::size_t>(count), width};
    }
    [[nodiscard]] bool at_end() const { return pad(at_) == bytes_.size(); }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

[[noreturn]] void throw_damaged(const std::string& what) {
    throw Error(Status::unavailable, what, "run `findings-index verify`");
}

}  // namespace

void throw_damaged_columns() { throw_damaged("the facet columns of the index are damaged"); }

std::span<const ValueId> FacetColumn::list(std::size_t number) const {
    const std::size_t begin = starts[number];
    const std::size_t end = starts[number + 1];
    if (begin > end || end > values.size()) throw_damaged_columns();
    return values.subspan(begin, end - begin);
}

std::uint32_t RunCursor::list_of(std::size_t document) {
    const std::span<const std::uint32_t> runs = column_.runs;
    const auto ends_before = [&] { return run_ + 1 < runs.size() && runs[run_ + 1] <= document; };
    if (ends_before()) ++run_;
    if (ends_before() || runs[run_] > document) run_ = find_run(runs, document);
    return column_.lists[run_];
}

std::size_t FacetColumn::list_of(std::uint32_t document) const {
    if (lists.empty()) return 0;
    const std::size_t place = document - 1;
    const std::uint32_t number = lists[runs.empty() ? place : find_run(runs, place)];
    if (number >= list_count()) throw_damaged_columns();
    return number;
}

void FacetColumnsMaker::Column::add(std::size_t document, std::span<const std::uint64_t> list) {
    if (list.empty()) return;
    const auto next = static_cast<std::uint32_t>(starts.size() - 1);
    const auto [place, fresh] = numbers.try_emplace(std::string(bytes_of(list)), next);
    if (fresh) {
        values.insert(values.end(), list.begin(), list.end());
        starts.push_back(static_cast<std::uint32_t>(values.size()));
    }
    lists.resize(document);
    lists.back() = place->second;
}

void FacetColumnsMaker::add(const FacetView& document, std::uint32_t length) {
    if (lengths_.size() == std::numeric_limits<std::uint32_t>::max()) throw std::length_error("too many documents");
    lengths_.push_back(length);
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        const FacetView::Ids ids = document.ids(facet);
        list_.clear();
        for (std::size_t i = 0; i < ids.count; ++i) list_.push_back(ids.at(i));
        columns_[facet].add(lengths_.size(), list_);
    }
    list_.clear();
    for (std::size_t i = 0; i < document.award_count(); ++i) {
        const AwardNumbers numbers = pack_award(document.award(i));
        list_.insert(list_.end(), numbers.begin(), numbers.end());
    }
    columns_[kFacetCount].add(lengths_.size(), list_);
}

void FacetColumnsMaker::add_newest(NewestKind kind, NewestAmong among, std::span<const ValueId> bodies) {
    columns_[newest_place(kind, among)].add(lengths_.size(), bodies);
}

std::string FacetColumnsMaker::encode() const {
    std::string bytes(kMagic);
    append_number(bytes, lengths_.size());
    const unsigned length_width = width_of(lengths_.empty() ? 0 : *std::max_element(lengths_.begin(), lengths_.end()));
    append_number(bytes, length_width);
    std::array<std::vector<std::uint32_t>, kColumnCount> runs;
    std::array<std::vector<std::uint32_t>, kColumnCount> lists;
    for (std::size_t number = 0; number < kColumnCount; ++number) {
        const Column& column = columns_[number];
        const unsigned width = width_of(column.starts.size() - 2);
        if (!column.values.empty()) {
            lists[number] = column.lists;
            lists[number].resize(lengths_.size());
            runs[number] = find_runs(lists[number]);
        }
        if (kRunsPayBy * runs[number].size() * (sizeof(std::uint32_t) + width) > width * lists[number].size())
            runs[number].clear();
        append_number(bytes, column.starts.size() - 1);
        append_number(bytes, column.values.size());
        append_number(bytes, runs[number].size());
    }
    append_narrow(bytes, lengths_, length_width);
    bytes.resize(pad(bytes.size()));
    for (std::size_t number = 0; number < kColumnCount; ++number) {
        const Column& column = columns_[number];
        if (column.values.empty()) continue;
        append(bytes, runs[number]);
        bytes.resize(pad(bytes.size()));
        std::vector<std::uint32_t> lists_of_runs;
        for (const std::uint32_t run : runs[number]) lists_of_runs.push_back(lists[number][run]);
        append_narrow(bytes, runs[number].empty() ? lists[number] : lists_of_runs, width_of(column.starts.size() - 2));
        bytes.resize(pad(bytes.size()));
        append(bytes, column.starts);
        bytes.resize(pad(bytes.size()));
        append(bytes, column.values);
    }
    return bytes;
}

FacetColumns::FacetColumns(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
        const int error = errno;
        if (descriptor >= 0) ::close(descriptor);
        throw Error(Status::unavailable,
                    fmt::format("cannot open {}: {}", file.string(), std::generic_category().message(error)),
                    error == EACCES ? "check its permissions" : "run `findings-index verify`");
    }
    size_ = static_cast<std::size_t>(status.st_size);
    void* mapped = size_ == 0 ? MAP_FAILED : ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (mapped == MAP_FAILED) throw_damaged(fmt::format("{} cannot be read", file.string()));
    data_ = static_cast<char*>(mapped);
    try {
        Cutter cutter(bytes());
        const auto magic = cutter.cut<char>(kMagic.size());
        if (std::memcmp(magic.data(), kMagic.data(), kMagic.size()) != 0) throw std::length_error("no columns");
        const std::uint64_t documents = cutter.cut<std::uint64_t>(1).front();
        const std::uint64_t length_width = cutter.cut<std::uint64_t>(1).front();
        if (length_width != 1 && length_width != 2 && length_width != 4) throw std::length_error("no width");
        const auto counts = cutter.cut<std::uint64_t>(kCounts * kColumnCount);
        lengths_ = cutter.cut_narrow(documents, static_cast<unsigned>(length_width));
        static constexpr std::uint32_t kOnlyTheEmptyList[] = {0, 0};
        for (std::size_t number = 0; number < kColumnCount; ++number) {
            FacetColumn& column = columns_[number];
            column.starts = kOnlyTheEmptyList;
            const std::uint64_t lists = counts[kCounts * number];
            const std::uint64_t values = counts[kCounts * number + 1];
            const std::uint64_t runs = counts[kCounts * number + 2];
            if (lists == 0 || lists > documents + 1 || runs > documents) throw std::length_error("more than documents");
            if (values == 0) continue;
            column.runs = cutter.cut<std::uint32_t>(runs);
            if (runs > 0 && column.runs.front() != 0) throw std::length_error("documents before the first run");
            column.lists = cutter.cut_narrow(runs > 0 ? runs : documents, width_of(lists - 1));
            column.starts = cutter.cut<std::uint32_t>(lists + 1);
            column.values = cutter.cut<ValueId>(values);
        }
        if (!cutter.at_end()) throw std::length_error("too long");
    } catch (const std::length_error&) {
        ::munmap(mapped, size_);
        throw_damaged(fmt::format("{} is damaged", file.string()));
    }
}

FacetColumns::FacetColumns(FacetColumns&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      lengths_(other.lengths_),
      columns_(other.columns_) {}

const FacetColumn& FacetColumns::newest(NewestKind kind, NewestAmong among) const {
    return columns_[newest_place(kind, among)];
}

FacetColumns::~FacetColumns() {
    if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace findings
