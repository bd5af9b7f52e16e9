#include "searcher/site/address_links.hpp"

#include <algorithm>

#include <embedded/page_style.hpp>
#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"

namespace findings {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Another question begins at its first page.
void drop(Pairs& parameters, std::string_view name) {
    std::erase_if(parameters, [&](const auto& pair) { return pair.first == name || pair.first == "offset"; });
}

}  // namespace

std::string style_address() { return fmt::format("/assets/{:x}/page.css", fnv_hash(embedded::page_style())); }

std::string AddressLinks::only(Field facet, std::string_view slug) const {
    Address address = address_;
    drop(address.parameters, field_row(facet).name);
    address.parameters.emplace_back(field_row(facet).name, slug);
    return print_address(address);
}

std::string AddressLinks::without(Field field, std::string_view slug, bool exclude) const {
    Address address = address_;
    const std::string name = fmt::format("{}{}", exclude ? "not-" : "", field_row(field).name);
    std::erase_if(address.parameters, [&](const auto& pair) {
        return (pair.first == name && pair.second == slug) || pair.first == "offset";
    });
    return print_address(address);
}

std::string AddressLinks::without_option(std::string_view name) const {
    Address address = address_;
    drop(address.parameters, name);
    return print_address(address);
}

std::string AddressLinks::with_option(std::string_view name, const std::string& value) const {
    Address address = address_;
    drop(address.parameters, name);
    address.parameters.emplace_back(name, value);
    return print_address(address);
}

std::string AddressLinks::as_format(std::string_view format) const {
    Address address = address_;
    address.format = format;
    return print_address(address);
}

std::string AddressLinks::of_generation(const std::string& generation) const {
    Address address = address_;
    std::erase_if(address.parameters, [](const auto& pair) { return pair.first == "generation"; });
    address.parameters.emplace_back("generation", generation);
    return print_address(address);
}

// A pinned generation stays pinned from page to page.
void AddressLinks::keep_generation(Address& address) const {
    for (const auto& pair : address_.parameters)
        if (pair.first == "generation") address.parameters.push_back(pair);
}

std::string AddressLinks::elsewhere(std::vector<std::string> path) const {
    Address address;
    address.path = std::move(path);
    keep_generation(address);
    return print_address(address);
}

std::string AddressLinks::stories(const std::vector<std::pair<Field, std::string>>& values) const {
    Address address = address_;
    address.path.clear();
    address.format.clear();
    for (const std::string_view own : {"rows", "columns", "facet"}) drop(address.parameters, own);
    for (const auto& [field, slug] : values) {
        drop(address.parameters, field_row(field).name);
        address.parameters.emplace_back(field_row(field).name, slug);
    }
    return print_address(address);
}

std::string AddressLinks::newest(const std::vector<FieldFilter>& filters) const {
    Address address;
    for (const FieldFilter& filter : filters)
        for (const std::string& value : filter.values)
            address.parameters.emplace_back(field_row(filter.field).name, value);
    address.parameters.emplace_back("latest", "1");
    keep_generation(address);
    return print_address(address);
}

std::string AddressLinks::article(const std::string& id) const { return elsewhere({"article", id}); }

std::string AddressLinks::provider(const std::string& slug) const { return elsewhere({"provider", slug}); }

std::string AddressLinks::page(std::string_view name) const {
    return name.empty() ? elsewhere({}) : elsewhere({std::string(name)});
}

std::string AddressLinks::style() const { return style_address(); }

const Pairs& AddressLinks::state() const { return address_.parameters; }

}  // namespace findings
