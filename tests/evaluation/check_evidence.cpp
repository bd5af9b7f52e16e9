// Checks what `findings-search --show ID --format json` prints, one object after the other: the byte range of every
// piece of evidence is its quote, and a theme told in a section of improvements is among the weaknesses.
//
// usage: check_evidence SHOWN.json [--directions SHARE]
//   Exit 1 when a range is wrong, or when fewer than SHARE of the themes in improvement sections are weaknesses.
#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/evaluation/program.hpp"

namespace {

using Json = nlohmann::json;
using Range = std::pair<std::size_t, std::size_t>;

struct Counts {
    std::size_t articles = 0;
    std::size_t ranges = 0;
    std::size_t wrong = 0;
    std::size_t told = 0;  ///< themes with evidence in a section of improvements
    std::size_t weaknesses = 0;
};

// Found independently of the indexer's own rules, by the headings of the inspectorates' templates alone.
constexpr std::array<std::string_view, 9> kImprovements{"what needs to improve",
                                                        "areas for improvement",
                                                        "areas for priority action",
                                                        "areas still to be addressed",
                                                        "recommendations",
                                                        "area for priority action",
                                                        "what does the area partnership need to do better",
                                                        "what does the children",
                                                        "areas for development"};
constexpr std::array<std::string_view, 17> kOthers{
    "main findings", "headline findings", "findings",   "what is",           "the experiences",  "strengths",
    "key strengths", "next steps",        "the impact", "information about", "local area",       "inspection",
    "yours",         "overall",           "case study", "practice study",    "leaders, managers"};

std::string lower(std::string_view text) {
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return folded;
}

template <std::size_t N>
bool starts_with_any(const std::string& line, const std::array<std::string_view, N>& heads) {
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return line.starts_with(head); });
}

std::vector<Range> find_improvements(const std::string& text) {
    constexpr std::size_t kHeadingBytes = 90;
    std::vector<Range> sections;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = lower(text.substr(at, end - at));
        const bool heading = line.size() <= kHeadingBytes && !line.ends_with('.') && !line.ends_with(';');
        if (heading && starts_with_any(line, kImprovements)) {
            inside = true;
            sections.emplace_back(end, end);
        } else if (heading && starts_with_any(line, kOthers)) {
            inside = false;
        }
        if (inside) sections.back().second = end;
        at = end + 1;
    }
    return sections;
}

void check_ranges(const Json& shown, Counts& counts) {
    for (const Json& row : shown["evidence"]) {
        const std::string where = row["where"];
        const bool in_title = where == "title";
        const bool in_text = where == "body" || where == "table";
        bool right = row["begin"].is_null() && row["end"].is_null();
        if (in_title || in_text) {
            const std::string text = shown[in_title ? "title" : "text"];
            right = row["begin"].is_number() && row["end"].is_number() && row["begin"] <= row["end"] &&
                    row["end"] <= text.size();
            if (right) {
                const std::size_t begin = row["begin"];
                const std::size_t end = row["end"];
                right = text.compare(begin, end - begin, row["quote"].get<std::string>()) == 0;
            }
        }
        ++counts.ranges;
        if (right) continue;
        ++counts.wrong;
        std::cout << fmt::format("{}: {} {} is not at its place: {}\n", shown["source"].get<std::string>(),
                                 row["facet"].get<std::string>(), row["value"].get<std::string>(),
                                 row["quote"].get<std::string>());
    }
}

void check_directions(const Json& shown, Counts& counts) {
    const std::vector<Range> sections = find_improvements(shown["text"]);
    std::set<std::string> told;
    for (const Json& row : shown["evidence"]) {
        const std::string facet = row["facet"];
        if ((facet != "theme" && facet != "strength" && facet != "weakness") || row["where"] != "body") continue;
        const std::size_t begin = row["begin"];
        if (std::any_of(sections.begin(), sections.end(),
                        [&](const Range& section) { return section.first <= begin && begin < section.second; }))
            told.insert(row["value"].get<std::string>());
    }
    const auto weaknesses = shown["weakness"].get<std::set<std::string>>();
    for (const std::string& theme : told) {
        ++counts.told;
        if (weaknesses.contains(theme))
            ++counts.weaknesses;
        else
            std::cout << fmt::format("{}: {} is to be improved and no weakness\n", shown["source"].get<std::string>(),
                                     theme);
    }
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        std::cerr << "usage: check_evidence SHOWN.json [--directions SHARE]\n";
        return 2;
    }
    std::ifstream file(arguments[0]);
    if (!file) throw std::runtime_error("cannot read " + arguments[0]);
    Counts counts;
    while (file >> std::ws && !file.eof()) {
        Json shown;
        file >> shown;
        ++counts.articles;
        check_ranges(shown, counts);
        check_directions(shown, counts);
    }
    const double share =
        counts.told == 0 ? 1 : static_cast<double>(counts.weaknesses) / static_cast<double>(counts.told);
    std::cout << fmt::format("evidence: {} articles, {} pieces checked, {} wrong\n", counts.articles, counts.ranges,
                             counts.wrong);
    std::cout << fmt::format("directions: {} of {} themes in sections of improvements are weaknesses ({:.3f})\n",
                             counts.weaknesses, counts.told, share);
    const auto floor = std::find(arguments.begin(), arguments.end(), "--directions");
    const bool good = floor == arguments.end() || floor + 1 == arguments.end() || share >= std::stod(*(floor + 1));
    return counts.articles > 0 && counts.wrong == 0 && good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return findings::evaluation::run_program("check_evidence", run, argc, argv); }
