#include "indexer/registers/registered_bodies.hpp"

#include "common/base/table_rows.hpp"
#include "embedded/bodies.hpp"

namespace findings {
namespace {

BodyRegister read_register() {
    BodyRegister read;
    for_each_row(embedded::bodies(), [&](const auto& cells) {
        const auto cell = [&](std::size_t i) { return i < cells.size() ? cells[i] : std::string_view{}; };
        const auto row = static_cast<std::uint32_t>(read.bodies.size());
        read.bodies.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(9)});
        read.names.push_back({row, false, cell(0)});
        for (const std::string_view name : split_at(cell(6), '|')) read.names.push_back({row, false, name});
        for (const std::string_view name : split_at(cell(7), '|')) read.names.push_back({row, true, name});
    });
    return read;
}

}  // namespace

const BodyRegister& body_register() {
    static const BodyRegister read = read_register();
    return read;
}

}  // namespace findings
