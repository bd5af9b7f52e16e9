#include "common/text/council_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace findings {
namespace {

// Source: the formal names in the ONS list of local authorities and those by which Ofsted and CQC address councils.
constexpr std::array<std::string_view, 14> kBefore{"the-",
                                                   "london-borough-of-",
                                                   "royal-borough-of-",
                                                   "metropolitan-borough-of-",
                                                   "county-borough-of-",
                                                   "borough-of-",
                                                   "city-and-county-of-",
                                                   "city-and-borough-of-",
                                                   "city-of-",
                                                   "county-of-",
                                                   "council-of-the-",
                                                   "council-of-",
                                                   "council-for-",
                                                   "metropolitan-district-of-"};
constexpr std::array<std::string_view, 17> kBehind{
    "-council", "-corporation", "-county", "-city", "-borough", "-metropolitan", "-district", "-london", "-royal",
    "-unitary", "-authority",   "-local",  "-mbc",  "-mdc",     "-lbc",          "-bc",       "-cc"};

}  // namespace

std::vector<std::string> list_council_names(const std::string& slug) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    };
    const auto cut = [&](std::string_view name) {
        for (const std::string_view before : kBefore)
            if (name.starts_with(before)) add(name.substr(before.size()));
        for (const std::string_view behind : kBehind)
            if (name.ends_with(behind)) add(name.substr(0, name.size() - behind.size()));
    };
    cut(slug);
    // Each name is cut at both ends in turn. The list grows meanwhile, so a name is copied before it is cut.
    for (std::size_t next = 0; next < names.size();) cut(std::string(names[next++]));
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return names;
}

}  // namespace findings
