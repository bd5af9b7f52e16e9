#include "common/index/terms.hpp"

#include <fmt/format.h>

#include "common/index/facet_pack.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {
constexpr std::size_t kMaxExactBytes = 180;
constexpr std::string_view kRepeatsPrefix = "XRF";

std::string long_term(std::string_view prefix, std::string_view value) {
    if (value.size() <= kMaxExactBytes && value.find('\0') == std::string_view::npos)
        return std::string(prefix).append(value);
    return fmt::format("{}{}#{:012x}", prefix, value.substr(0, std::min(value.find('\0'), kMaxExactBytes - 20)),
                       value_id(value));
}

}  // namespace

std::string facet_term(Field facet, std::string_view slug) { return std::string(field_row(facet).prefix).append(slug); }

std::string exact_term(Field field, std::string_view value) {
    return long_term(field_row(field).prefix, field == Field::publisher ? make_slug(value) : std::string(value));
}

std::string repeats_term(std::string_view finding_id) { return long_term(kRepeatsPrefix, finding_id); }

}  // namespace findings
