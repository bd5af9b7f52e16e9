#include "indexer/register_files/table/map_file.hpp"

#include <fmt/format.h>
#include <system_error>

#include "common/base/error.hpp"
#include "common/base/table_rows.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/text_file.hpp"
#include "common/text/trim.hpp"
#include "indexer/register_files/table/as_at_day.hpp"
#include "indexer/register_files/table/register_kinds.hpp"

namespace findings {
namespace {

std::string read_slug(Field field, std::string_view typed, const std::string& place) {
    if (const Term* term = resolve_term(field, typed)) return term->slug;
    throw Error(Status::bad_config,
                fmt::format("{}: {}: “{}” is not one of its values", place, field_row(field).name, typed),
                fmt::format("see findings-search --list-values {}", field_row(field).name));
}

void set_line(RegisterMap& map, const std::string& key, const std::string& value, const std::string& place) {
    if (key == "as-at") {
        map.as_at = read_as_at(value);
        if (map.as_at.empty())
            throw Error(Status::bad_config, fmt::format("{}: as-at: “{}” is no day", place, value),
                        "write 2024-03-31, 2024-03 or 2024");
    } else if (key == "kind") {
        map.kind = value;
    } else if (key == "scale") {
        map.scale = value;
    } else if (key == "regulator") {
        map.regulator = read_slug(Field::regulator, value, place);
    } else if (key == "default-type") {
        map.default_type = read_slug(Field::type, value, place);
    } else if (is_register_meaning(key)) {
        map.columns[key] = value;
    } else {
        throw Error(Status::bad_config, fmt::format("{}: there is no column {}", place, key),
                    "for example number, name, type, owner, authority, region, inspected, overall; or as-at, kind, "
                    "regulator, default-type, scale");
    }
}

}  // namespace

RegisterMap parse_register_map(std::string_view text, const std::string& name) {
    RegisterMap map;
    std::size_t line = 0;
    for (const std::string_view row : split_at(text, '\n')) {
        const std::string place = fmt::format("{}:{}", name, ++line);
        const std::string_view plain = trim(row);
        if (plain.empty() || plain.front() == '#') continue;
        const std::size_t equals = plain.find('=');
        if (equals == std::string_view::npos)
            throw Error(Status::bad_config, fmt::format("{}: no `our column = their column`", place),
                        "for example: number = Service ID");
        set_line(map, std::string(trim(plain.substr(0, equals))), std::string(trim(plain.substr(equals + 1))), place);
    }
    return map;
}

std::filesystem::path mapping_file(const std::filesystem::path& register_file) {
    std::filesystem::path file = register_file;
    file += ".map";
    return file;
}

RegisterMap read_register_map(const std::filesystem::path& register_file) {
    const std::filesystem::path file = mapping_file(register_file);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return {};
    const TextFile read = read_text_file(file, FileKinds::regular);
    if (!read.failure.empty())
        throw Error(Status::bad_config, fmt::format("cannot read {}: {}", file.string(), read.failure),
                    "is it there, may you read it?");
    return parse_register_map(read.text, file.string());
}

}  // namespace findings
