#include "indexer/register_files/cells/cell_place.hpp"

#include <unordered_map>

#include <embedded/council_codes.hpp>

#include "common/base/table_rows.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"
#include "common/text/slug.hpp"
#include "indexer/register_files/cells/cell_value.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

const std::unordered_map<std::string, std::string>& council_codes() {
    static const std::unordered_map<std::string, std::string> codes = [] {
        std::unordered_map<std::string, std::string> read;
        for_each_row(embedded::council_codes(), [&](const auto& cells) {
            if (cells.size() > 1)
                for (const std::string_view code : split_at(cells[1], '|'))
                    read.emplace(lower_case(code), std::string(cells.at(0)));
        });
        return read;
    }();
    return codes;
}

// Districts of one name in two counties are no answer.
const std::unordered_map<std::string, std::string>& districts() {
    static const std::unordered_map<std::string, std::string> all = [] {
        std::unordered_map<std::string, std::string> read;
        for (const District& district : gazetteer().districts) {
            const std::string& council = gazetteer().councils[district.council].slug;
            const auto [place, fresh] = read.emplace(make_slug(district.name), council);
            if (!fresh && place->second != council) place->second.clear();
        }
        return read;
    }();
    return all;
}

// "370.0": a code that a program read as a number.
std::string plain_code(std::string_view cell) {
    std::string code = lower_case(cell);
    if (code.ends_with(".0")) code.resize(code.size() - 2);
    return code;
}

}  // namespace

std::optional<std::string> read_council(std::string_view cell) {
    if (const CellValue value = find_value("authority", "*", cell); value.known) return value.slug;
    if (const auto code = council_codes().find(plain_code(cell)); code != council_codes().end()) return code->second;
    if (const Term* term = resolve_term(Field::authority, cell)) return term->slug;
    const auto district = districts().find(make_slug(cell));
    if (district != districts().end() && !district->second.empty()) return district->second;
    return std::nullopt;
}

std::optional<std::string> read_region(std::string_view cell) {
    if (const CellValue value = find_value("region", "*", cell); value.known) return value.slug;
    if (const Term* term = resolve_term(Field::region, cell)) return term->slug;
    return std::nullopt;
}

}  // namespace findings
