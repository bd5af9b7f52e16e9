#include "searcher/query/query_error.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searcher/query/character.hpp"

namespace findings {
namespace {

// Wide enough for most queries, narrow enough for an 80-column terminal with the indent.
constexpr std::size_t kBefore = 40;
constexpr std::size_t kAfter = 30;

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

}  // namespace

std::string mark_position(std::string_view query, std::size_t begin, std::size_t end) {
    begin = std::min(begin, query.size());
    end = std::clamp(end, begin, query.size());
    std::size_t first = begin > kBefore ? begin - kBefore : 0;
    while (first < begin && !starts_character(query[first])) ++first;
    std::size_t last = std::min(query.size(), std::min(end, begin + kAfter) + kAfter);
    while (last < query.size() && !starts_character(query[last])) ++last;
    const std::string before = (first > 0 ? "…" : "") + replace_controls(query.substr(first, begin - first));
    const std::string rest = replace_controls(query.substr(begin, last - begin)) + (last < query.size() ? "…" : "");
    const std::size_t width =
        std::max<std::size_t>(1, count_characters(query.substr(begin, std::min(end, last) - begin)));
    return fmt::format("    {}{}\n    {}{}", before, rest, std::string(count_characters(before), ' '),
                       std::string(width, '^'));
}

Error make_query_error(std::string_view query, std::size_t begin, std::size_t end, const std::string& message,
                       const std::string& hint) {
    const std::size_t character = count_characters(query.substr(0, std::min(begin, query.size()))) + 1;
    return {
        Status::usage,
        fmt::format("{} (character {})\n{}", replace_controls(message), character, mark_position(query, begin, end)),
        hint};
}

}  // namespace findings
