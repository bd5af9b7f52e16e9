#include "indexer/records/record_body.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "common/index/vocabulary.hpp"
#include "common/text/name_slug.hpp"
#include "common/text/slug.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// Bodies of the national lists by the slugs of their full names; several where a name is shared.
const std::unordered_multimap<std::string, std::uint32_t>& bodies_by_name() {
    static const std::unordered_multimap<std::string, std::uint32_t> all = [] {
        std::unordered_multimap<std::string, std::uint32_t> read;
        for (const RegisteredName& name : body_register().names)
            if (!name.brief) read.emplace(make_name_slug(name.text), name.body);
        return read;
    }();
    return all;
}

// The one body of the national lists with that name that the register's inspectorate inspects; null for none or two.
const RegisteredBody* find_listed(const std::string& name, const RegisterRow& row, const RegisterKind& kind) {
    const auto [first, last] = bodies_by_name().equal_range(make_name_slug(name));
    const RegisteredBody* found = nullptr;
    for (auto at = first; at != last; ++at) {
        const RegisteredBody& body = body_register().bodies[at->second];
        const bool same_type =
            row.types.empty() || std::find(row.types.begin(), row.types.end(), body.type) != row.types.end();
        if (!same_type || body.regulator != kind.regulator || !body.valid_to.empty()) continue;
        if (found != nullptr && found != &body) return nullptr;
        found = &body;
    }
    return found;
}

// "An inspection of Tower Hamlets and City of London", "Hackney - JI": how overviews of youth justice name a service.
std::string plain_name(std::string name) {
    constexpr std::string_view opening = "An inspection of ";
    if (name.starts_with(opening)) name.erase(0, opening.size());
    if (const std::size_t dash = name.rfind(" - JI"); dash != std::string::npos && dash + 5 == name.size())
        name.resize(dash);
    return name;
}

}  // namespace

RecordBody name_record_body(const RegisterRow& row, const RegisterKind& kind) {
    if (kind.numbers == "council" && !row.authority.empty())
        return {row.authority, label_of(Field::authority, row.authority)};
    if (row.name.empty()) {
        if (!row.number.empty()) return {make_slug(row.number), row.number};
        return {row.authority, label_of(Field::authority, row.authority)};
    }
    const std::string name = plain_name(row.name);
    // A list of services by place gives only the place.
    constexpr std::array<std::string_view, 3> endings{"", " Youth Justice Service", " Youth Offending Team"};
    for (const std::string_view ending : kind.numbers == "name"
                                             ? std::vector<std::string_view>(endings.begin(), endings.end())
                                             : std::vector<std::string_view>{""})
        if (const RegisteredBody* body = find_listed(name + std::string(ending), row, kind))
            return {make_name_slug(body->label), std::string(body->label)};
    if (kind.numbers == "name") return {make_name_slug(name + std::string(endings[1])), name + std::string(endings[1])};
    std::string slug = make_slug(name);
    if (!row.number.empty()) slug += '-' + make_slug(row.number);
    return {slug, name};
}

}  // namespace findings
