#include "common/text/slug.hpp"

#include <fmt/format.h>

#include "common/base/value_id.hpp"
#include "common/text/fold.hpp"

namespace findings {
namespace {

constexpr std::size_t kMaxSlugBytes = 80;

std::string slug_of(std::string_view label, std::string_view kept_punctuation) {
    std::string slug;
    for (const char c : fold_text(label)) {
        const bool kept =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || kept_punctuation.find(c) != std::string_view::npos;
        if (kept)
            slug.push_back(c);
        else if (c == '&')
            slug += slug.empty() || slug.back() == '-' ? "and-" : "-and-";
        else if (!slug.empty() && slug.back() != '-')
            slug.push_back('-');
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    if (slug.size() <= kMaxSlugBytes) return slug;
    // Two long names that differ at the end must stay two values.
    return fmt::format("{}-{:012x}", slug.substr(0, kMaxSlugBytes - 13), value_id(slug));
}

}  // namespace

std::string make_slug(std::string_view label) { return slug_of(label, ""); }

std::string make_judgement_slug(std::string_view typed) {
    const std::size_t colon = typed.rfind(':');
    if (colon == std::string_view::npos) return make_slug(typed);
    return make_slug(typed.substr(0, colon)) + ':' + make_slug(typed.substr(colon + 1));
}

}  // namespace findings
