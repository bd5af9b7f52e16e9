#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// Name of the file in a generation's folder.
inline constexpr const char* kFacetColumnsName = "facets";

/// Throws: Error{unavailable}: a column says what cannot be.
[[noreturn]] void throw_damaged_columns();

/// The values of one facet of every document, by number: each distinct list of values is stored once, and counting a
/// document is counting its list, however many values that has.
struct FacetColumn {
    std::span<const std::uint32_t> lists;  ///< list of each document, by document id - 1; empty when all have list 0
    std::span<const std::uint32_t>
        starts;  ///< where in `values` each list begins, then the end; list 0 is the empty one
    std::span<const ValueId> values;

    [[nodiscard]] std::size_t list_count() const { return starts.size() - 1; }
    /// The values of a list. Requires: list < list_count(). Throws: Error{unavailable} when the file is damaged.
    [[nodiscard]] std::span<const ValueId> list(std::size_t number) const;
};

/// Makes the columns of a generation from its documents in order.
///
/// What slot 0 says of a document, turned round: to read the slot and count three facets takes 1,600 instructions a
/// document, three columns 45. Awards stay in the slot: only filters ask for them. The lengths of the documents are
/// Xapian's own; from its list of them one takes 550 instructions.
/// Shape: `FNDFCT2\n`; documents; for each facet in kFacets order its number of lists and of values; the length of
/// every document; then for each facet with values the list of every document, the starts and the values. Each begins
/// at a multiple of eight. Counts and values are 64 bits, the rest 32; little endian.
class FacetColumnsMaker {
  public:
    /// `length`: words of the document as Xapian counts them.
    void add(const FacetView& document, std::uint32_t length);
    /// The file's bytes.
    [[nodiscard]] std::string encode() const;

  private:
    struct Column {
        std::unordered_map<std::string, std::uint32_t> numbers;  ///< list as packed -> its number
        std::vector<std::uint32_t> lists;
        std::vector<std::uint32_t> starts{0, 0};
        std::vector<ValueId> values;
    };
    std::array<Column, kFacetCount> columns_;
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
    [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
    /// Requires: facet < kFacetCount (an index into kFacets).
    [[nodiscard]] const FacetColumn& column(std::size_t facet) const { return columns_[facet]; }
    /// The whole file.
    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  private:
    char* data_ = nullptr;  ///< mapped for reading only
    std::size_t size_ = 0;
    std::span<const std::uint32_t> lengths_;
    std::array<FacetColumn, kFacetCount> columns_;
};

}  // namespace findings
