#include "indexer/facets/grade/grade_cues.hpp"

#include <array>
#include <unordered_map>
#include <utility>

#include "embedded/grade_cues.hpp"
#include "indexer/language/grade_phrases.hpp"

namespace findings {
namespace {

constexpr std::array<std::pair<std::string_view, GradeCue>, 22> kNames{{
    {"verb", GradeCue::verb},        {"weak", GradeCue::weak},     {"keep", GradeCue::keep},
    {"lose", GradeCue::lose},        {"move", GradeCue::move},     {"noun", GradeCue::noun},
    {"light", GradeCue::filler},     {"be", GradeCue::copula},     {"aux", GradeCue::aux},
    {"follow", GradeCue::follow},    {"prev", GradeCue::previous}, {"insp", GradeCue::inspection},
    {"hyp", GradeCue::hypothetical}, {"neg", GradeCue::negation},  {"body", GradeCue::provider},
    {"plural", GradeCue::plural},    {"other", GradeCue::other},   {"reg", GradeCue::regulator},
    {"spread", GradeCue::spread},    {"month", GradeCue::month},   {"later", GradeCue::later},
    {"part", GradeCue::part},
}};

std::unordered_map<std::string_view, std::uint32_t> read_cues() {
    std::unordered_map<std::string_view, std::uint32_t> cues;
    for (const auto& cells : read_grade_table(embedded::grade_cues()))
        for (const auto& [name, cue] : kNames)
            if (cells.size() >= 2 && cells[0] == name)
                for (const std::string_view word : split_grade_cell(cells[1]))
                    cues[word] |= static_cast<std::uint32_t>(cue);
    return cues;
}

}  // namespace

std::uint32_t grade_cues_of(std::string_view word) {
    static const std::unordered_map<std::string_view, std::uint32_t> cues = read_cues();
    const auto row = cues.find(word);
    return row == cues.end() ? 0U : row->second;
}

}  // namespace findings
