#include "common/index/finding.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"
#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kHashDigits = 4;
constexpr std::size_t kMostDigits = 9;

constexpr bool is_hash_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

}  // namespace

std::string finding_text(const Finding& finding, std::string_view article_text) {
    std::string text;
    for (const auto& [begin, end] : finding.pieces) {
        if (begin >= end || end > article_text.size()) continue;
        if (!text.empty()) text += ' ';
        text += article_text.substr(begin, end - begin);
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::uint16_t hash_finding_text(std::string_view text) {
    const std::uint64_t hash = fnv_hash(text);
    return static_cast<std::uint16_t>(hash ^ (hash >> 16U) ^ (hash >> 32U) ^ (hash >> 48U));
}

std::string make_finding_id(std::string_view article_id, std::size_t number, std::string_view text) {
    return fmt::format("{}#{}-{:04x}", article_id, number, hash_finding_text(text));
}

std::uint16_t FindingName::text_hash() const { return static_cast<std::uint16_t>(std::stoul(hash, nullptr, 16)); }

std::optional<FindingName> split_finding_id(std::string_view id) {
    const std::size_t mark = id.rfind('#');
    const std::size_t dash = id.rfind('-');
    if (mark == std::string_view::npos || dash == std::string_view::npos || dash < mark) return std::nullopt;
    const std::string_view digits = id.substr(mark + 1, dash - mark - 1);
    const std::string_view hash = id.substr(dash + 1);
    if (digits.empty() || digits.size() > kMostDigits || digits.front() == '0' || hash.size() != kHashDigits ||
        !std::all_of(digits.begin(), digits.end(), is_digit) || !std::all_of(hash.begin(), hash.end(), is_hash_digit))
        return std::nullopt;
    return FindingName{std::string(id.substr(0, mark)), std::stoul(std::string(digits)), std::string(hash)};
}

std::string_view form_name(FindingForm form) {
    switch (form) {
        case FindingForm::priority_action:
            return "priority-action";
        case FindingForm::requirement:
            return "requirement";
        case FindingForm::recommendation:
            return "recommendation";
        case FindingForm::sentence:
            break;
    }
    return "sentence";
}

std::string_view direction_name(FindingDirection direction) {
    switch (direction) {
        case FindingDirection::strength:
            return "strength";
        case FindingDirection::mixed:
            return "mixed";
        case FindingDirection::weakness:
            break;
    }
    return "weakness";
}

}  // namespace findings
