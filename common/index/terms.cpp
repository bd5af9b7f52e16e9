#include "common/index/terms.hpp"

#include <fmt/format.h>

#include "common/index/facet_pack.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {
constexpr std::size_t kMaxExactBytes = 180;
}

std::string facet_term(Field facet, std::string_view slug) { return std::string(field_row(facet).prefix).append(slug); }

std::string exact_term(Field field, std::string_view value) {
    const std::string slug = field == Field::publisher ? make_slug(value) : std::string();
    const std::string_view kept = field == Field::publisher ? slug : value;
    const std::string_view prefix = field_row(field).prefix;
    if (kept.size() <= kMaxExactBytes && kept.find('\0') == std::string_view::npos)
        return std::string(prefix).append(kept);
    return fmt::format("{}{}#{:012x}", prefix, kept.substr(0, std::min(kept.find('\0'), kMaxExactBytes - 20)),
                       value_id(kept));
}

}  // namespace findings
