#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// How the rows of a kind of register stand: see data/register_kinds.tsv.
enum class RegisterShape : std::uint8_t {
    header,
    bare,    ///< no header
    paired,  ///< several rows a body, one a service and question
    codes,   ///< a list of codes: no bodies
    owners,  ///< bodies by number with their owner and nothing else
};

/// A kind of register that is known by its columns: a row of data/register_kinds.tsv.
struct RegisterKind {
    std::string name;
    std::string label;
    std::string numbers;  ///< what a body's number is called
    std::vector<std::string> signs;
    RegisterShape shape = RegisterShape::header;
    std::string regulator;  ///< slug, may be empty
    std::string type;       ///< slug, may be empty
    std::vector<std::string> scales;
};

/// What a column of a register tells.
struct RegisterColumn {
    std::string header;   ///< as printed, on one line
    std::string part;     ///< the inspection it tells of: "", "previous", "oeif", "ungraded"
    std::string meaning;  ///< as in data/register_columns.tsv; empty where it is not known

    [[nodiscard]] bool is_private() const { return meaning == "-"; }
};

/// Whether a cell of the data files, names of kinds parted by "|" or "*" for all, names a kind.
bool has_kind(std::string_view kinds, std::string_view kind);

/// Rows of data/register_kinds.tsv, in order.
const std::vector<RegisterKind>& register_kinds();

/// The kind whose header a row is, or nullptr.
const RegisterKind* find_register_kind(const std::vector<std::string>& cells);

/// What the columns of a header of that kind tell.
std::vector<RegisterColumn> name_columns(const std::vector<std::string>& header, const RegisterKind& kind);

/// The columns of a kind without a header, in order; empty for a kind that has one.
std::vector<RegisterColumn> bare_columns(const RegisterKind& kind);

/// Whether that is a meaning of data/register_columns.tsv.
bool is_register_meaning(std::string_view meaning);

}  // namespace findings
