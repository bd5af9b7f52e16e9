#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace findings {

/// What a person says of a register's columns: `FILE.map` beside FILE, lines `our_column = their column`, `#` comments.
/// Besides columns: `as-at`, `kind`, `regulator`, `default-type` (of bodies whose row does not say it), `scale`.
struct RegisterMap {
    std::map<std::string, std::string> columns;  ///< meaning -> the name of their column
    std::string as_at;                           ///< ISO or empty
    std::string kind;                            ///< a name for the register; may be one that is known
    std::string regulator;                       ///< slug, may be empty
    std::string default_type;                    ///< slug, may be empty
    std::string scale;                           ///< of data/register_values.tsv, may be empty
};

/// Reads a mapping file's text; `name` stands in messages. Throws: Error{bad_config} naming name:line for a line of
/// another shape, a meaning, day or value that is none.
RegisterMap parse_register_map(std::string_view text, const std::string& name);

/// Where the mapping of a register stands, whether it is there or not.
std::filesystem::path mapping_file(const std::filesystem::path& register_file);

/// The mapping beside a register, empty when there is none. Throws: Error{bad_config} as parse_register_map().
RegisterMap read_register_map(const std::filesystem::path& register_file);

}  // namespace findings
