#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/register_files/rows/register_row.hpp"
#include "indexer/register_files/table/map_file.hpp"
#include "indexer/register_files/table/register_kinds.hpp"

namespace findings {

/// What rows of a register are handed to.
struct RegisterSink {
    std::function<void(RegisterRow&&)> row;
    std::function<void(RefusedCell&&)> refused;
};

/// How much was read.
struct RegisterCounts {
    std::size_t records = 0;  ///< below the header, blank ones left out
    std::size_t rows = 0;     ///< handed over
    std::size_t refused_rows = 0;
    std::size_t refused_cells = 0;
};

/// A register recognised: its text, its kind and what its columns tell.
class RegisterTable {
  public:
    /// Recognises a register by its header row, wherever it stands, by the shape of its rows, or by its mapping;
    /// nullopt for any other table. `name`: the file's, for its as-at day. `as_at`: ISO, from the command line.
    static std::optional<RegisterTable> recognise(std::string_view bytes, std::string_view name, const RegisterMap& map,
                                                  std::string_view as_at = {});
    /// Reads a file, its mapping beside it. Throws: Error{bad_config} when it cannot be read, or its mapping is wrong.
    static std::optional<RegisterTable> open(const std::filesystem::path& file, std::string_view as_at = {});

    [[nodiscard]] const RegisterKind& kind() const { return kind_; }
    [[nodiscard]] const std::vector<RegisterColumn>& columns() const { return columns_; }
    [[nodiscard]] std::size_t header_line() const { return header_line_; }  ///< 0 for none
    [[nodiscard]] const std::string& charset() const { return charset_; }
    [[nodiscard]] const std::string& as_at() const { return as_at_; }  ///< ISO; empty: unknown
    [[nodiscard]] const std::string& as_at_from() const { return as_at_from_; }
    /// Whether each row tells of a body's newest full inspection, as its titles say: no list of events.
    [[nodiscard]] bool lists_newest() const { return lists_newest_; }
    /// Whether its rows are bodies that may have been inspected.
    [[nodiscard]] bool has_bodies() const {
        return kind_.shape != RegisterShape::codes && kind_.shape != RegisterShape::owners;
    }

    /// Hands every row over, in order; one row a body where several records tell of it.
    RegisterCounts read(const RegisterSink& sink) const;

  private:
    RegisterTable() = default;
    bool find_header(std::string_view text, const RegisterMap& map, std::string& titles);

    RegisterKind kind_;
    std::vector<RegisterColumn> columns_;
    std::string text_;
    std::size_t header_line_ = 0;
    std::size_t first_record_ = 0;  ///< records before the first row
    bool lists_newest_ = false;
    std::string charset_;
    std::string as_at_;
    std::string as_at_from_;
};

}  // namespace findings
