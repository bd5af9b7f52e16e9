#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// Name of the file in a generation's folder.
inline constexpr const char* kFacetColumnsName = "facets";

/// Throws: Error{unavailable}: a column says what cannot be.
[[noreturn]] void throw_damaged_columns();

/// Numbers in one, two or four bytes each, read in place.
class NumberColumn {
  public:
    NumberColumn() = default;
    /// Requires: `data` aligned to `width`, `size` numbers of `width` bytes: 1, 2 or 4.
    NumberColumn(const char* data, std::size_t size, unsigned width) : data_(data), size_(size), width_(width) {}

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    /// Requires: i < size().
    [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
        if (width_ == 1) return numbers<std::uint8_t>()[i];
        return width_ == 2 ? numbers<std::uint16_t>()[i] : numbers<std::uint32_t>()[i];
    }
    /// Hands `use` the numbers as a span of their own type: a loop then asks for no width.
    template <typename Use>
    void visit(Use use) const {
        if (width_ == 1)
            use(numbers<std::uint8_t>());
        else if (width_ == 2)
            use(numbers<std::uint16_t>());
        else
            use(numbers<std::uint32_t>());
    }

  private:
    template <typename Number>
    [[nodiscard]] std::span<const Number> numbers() const {
        return {reinterpret_cast<const Number*>(data_), size_};
    }

    const char* data_ = nullptr;
    std::size_t size_ = 0;
    unsigned width_ = sizeof(std::uint32_t);
};

/// The values of one facet of every document, by number: each distinct list of values is stored once, and counting a
/// document is counting its list, however many values that has.
struct FacetColumn {
    NumberColumn lists;  ///< list of each document, by document id - 1, or of each run; empty when all have list 0
    /// Where runs of documents with one list begin, by document id - 1, the first at 0; empty: each has its own number.
    std::span<const std::uint32_t> runs;
    std::span<const std::uint32_t>
        starts;  ///< where in `values` each list begins, then the end; list 0 is the empty one
    std::span<const ValueId> values;

    [[nodiscard]] std::size_t list_count() const { return starts.size() - 1; }
    /// The values of a list. Requires: list < list_count(). Throws: Error{unavailable} when the file is damaged.
    [[nodiscard]] std::span<const ValueId> list(std::size_t number) const;
    /// The number of a document's list; documents count from 1. Throws: Error{unavailable} when the file is damaged.
    [[nodiscard]] std::size_t list_of(std::uint32_t document) const;
    /// The values of a document.
    [[nodiscard]] std::span<const ValueId> of(std::uint32_t document) const { return list(list_of(document)); }
};

/// Looks up the lists of a column that has runs. Cheapest where documents are asked for in order.
class RunCursor {
  public:
    /// Requires: the column has runs, and outlives this.
    explicit RunCursor(const FacetColumn& column) : column_(column) {}
    /// The list of a document, by its id - 1.
    std::uint32_t list_of(std::size_t document);

  private:
    const FacetColumn& column_;
    std::size_t run_ = 0;
};

/// What a document's bodies are to `--latest`, each a column of bodies.
enum class NewestKind : std::uint8_t {
    newest,    ///< whose newest full inspection the document has
    ungraded,  ///< the same, where it has no overall grade and an older one of the line has
    behind,    ///< the same, where a register has a later grade
    never,     ///< of a register's row: bodies without any inspection
};
inline constexpr std::size_t kNewestKinds = 4;
/// Whose inspections are looked at.
enum class NewestAmong : std::uint8_t { stories, records, both };
inline constexpr std::size_t kNewestScopes = 3;

/// Facets, awards, and of each kind of newest inspections one for each scope.
inline constexpr std::size_t kColumnCount = kFacetCount + 1 + kNewestKinds * kNewestScopes;

/// Makes the columns of a generation from its documents in order.
///
/// What slot 0 says of a document, turned round: to read the slot and count three facets takes 1,600 instructions a
/// document, three columns 45. The lengths of the documents are
/// Xapian's own; from its list of them one takes 550 instructions.
/// The columns are the facets in kFacets order, the awards (AwardNumbers as values), and for each NewestKind one for
/// each NewestAmong.
/// Shape: `FNDFCT4\n`; documents; bytes of a length; for each column its number of lists, of values and
/// of runs; the length of every document; then for each column with values where its runs begin (where it has runs),
/// the list of every document or run, the starts and the values. Each begins at a multiple of eight. Lengths and lists
/// have one, two or four bytes, lists as few as the number of lists asks for; counts and values have eight, the rest
/// four; little endian. A column has runs where they take a quarter of the room: findings of one story have most values
/// of it.
class FacetColumnsMaker {
  public:
    /// `length`: words of the document as Xapian counts them.
    void add(const FacetView& document, std::uint32_t length);
    /// The bodies that the document added last is so to.
    void add_newest(NewestKind kind, NewestAmong among, std::span<const ValueId> bodies);
    /// The file's bytes.
    [[nodiscard]] std::string encode() const;

  private:
    struct Column {
        std::unordered_map<std::string, std::uint32_t> numbers;  ///< list as bytes -> its number
        std::vector<std::uint32_t> lists;                        ///< short where the last documents have list 0
        std::vector<std::uint32_t> starts{0, 0};
        std::vector<ValueId> values;
        void add(std::size_t document, std::span<const std::uint64_t> list);
    };
    std::array<Column, kColumnCount> columns_;
    std::vector<std::uint64_t> list_;
    std::vector<std::uint32_t> lengths_;
};

/// The columns of a generation, mapped into memory: what a query does not count is never read from disk.
class FacetColumns {
  public:
    /// Throws: Error{unavailable} when the file is missing, cut short or none of ours.
    explicit FacetColumns(const std::filesystem::path& file);
    ~FacetColumns();
    FacetColumns(FacetColumns&& other) noexcept;
    FacetColumns& operator=(FacetColumns&&) = delete;
    FacetColumns(const FacetColumns&) = delete;
    FacetColumns& operator=(const FacetColumns&) = delete;

    [[nodiscard]] std::size_t document_count() const { return lengths_.size(); }
    /// Length of each document, by document id - 1.
    [[nodiscard]] const NumberColumn& lengths() const { return lengths_; }
    /// Requires: facet < kFacetCount (an index into kFacets).
    [[nodiscard]] const FacetColumn& column(std::size_t facet) const { return columns_[facet]; }
    /// The awards of each document, their AwardNumbers as values.
    [[nodiscard]] const FacetColumn& awards() const { return columns_[kFacetCount]; }
    [[nodiscard]] const FacetColumn& newest(NewestKind kind, NewestAmong among) const;
    /// The whole file.
    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  private:
    char* data_ = nullptr;  ///< mapped for reading only
    std::size_t size_ = 0;
    NumberColumn lengths_;
    std::array<FacetColumn, kColumnCount> columns_;
};

}  // namespace findings
