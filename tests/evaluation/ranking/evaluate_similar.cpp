// Measures --similar: how often the stories named as similar are of the same kind as the story asked about and share
// most of its themes, against what stories drawn by chance would do.
//
// usage: evaluate-similar ALL.jsonl SIMILAR.jsonl
//   ALL.jsonl: findings-search --limit all --format jsonl
//   SIMILAR.jsonl: for each story a line {"similar_to": ID}, then findings-search --similar ID --format jsonl
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/evaluation/json_lines.hpp"
#include "tests/evaluation/program.hpp"

namespace {

using Json = nlohmann::json;
using findings::evaluation::read_json_lines;

struct Story {
    std::string id;
    std::set<std::string> kinds;
    std::set<std::string> themes;
};

/// Pairs of stories, and how many of them agree.
struct Share {
    std::size_t pairs = 0;
    std::size_t agree = 0;

    void count(bool agrees) {
        ++pairs;
        agree += agrees ? 1U : 0U;
    }
    [[nodiscard]] double value() const {
        return pairs == 0 ? 0 : static_cast<double>(agree) / static_cast<double>(pairs);
    }
};

struct Likeness {
    Share kind;
    Share themes;

    // A story without a kind or theme of its own asks nothing of others.
    void compare(const Story& asked, const Story& other) {
        if (!asked.kinds.empty()) kind.count(asked.kinds == other.kinds);
        if (asked.themes.empty()) return;
        const auto shared = std::count_if(asked.themes.begin(), asked.themes.end(),
                                          [&](const std::string& theme) { return other.themes.contains(theme); });
        themes.count(2 * static_cast<std::size_t>(shared) > asked.themes.size());
    }
};

Story read_story(const Json& row) {
    return {row.at("id"), row.at("kind").get<std::set<std::string>>(), row.at("theme").get<std::set<std::string>>()};
}

void print(const char* name, const Likeness& likeness) {
    std::cout << fmt::format("{:<12} same kind {:.3f}  most themes {:.3f}  ({} pairs)\n", name, likeness.kind.value(),
                             likeness.themes.value(), likeness.kind.pairs);
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() != 2) throw std::runtime_error("usage: evaluate-similar ALL.jsonl SIMILAR.jsonl");
    std::map<std::string, Story> stories;
    for (const Json& row : read_json_lines(arguments[0])) stories.emplace(row.at("id"), read_story(row));
    Likeness similar;
    Likeness chance;
    const Story* asked = nullptr;
    for (const Json& row : read_json_lines(arguments[1])) {
        if (!row.contains("similar_to")) {
            if (asked == nullptr) throw std::runtime_error("a story before the first line similar_to");
            similar.compare(*asked, read_story(row));
            continue;
        }
        asked = &stories.at(row["similar_to"]);
        // Every other story once: exactly what stories drawn at random reach on average.
        for (const auto& [id, other] : stories)
            if (id != asked->id) chance.compare(*asked, other);
    }
    print("similar", similar);
    print("by chance", chance);
    return similar.kind.value() > chance.kind.value() && similar.themes.value() > chance.themes.value() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return findings::evaluation::run_program("evaluate-similar", run, argc, argv); }
