// Compares the facets of an index with a file of expected ones and prints, for each facet, precision and recall over
// values and the share of articles that are right; every miss is listed.
//
// usage: evaluate_facets EXPECTED.jsonl HITS.jsonl [--misses] [--floor FACET=SHARE]... [--floor-macro FACET=SHARE]...
//   HITS.jsonl: findings-search --limit all --format jsonl
//   --floor-macro: exit 1 when the F1 of a facet, averaged over its values, is below SHARE
//   --floor: exit 1 when the share of articles that are right in FACET is below SHARE
#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/index/schema.hpp"
#include "tests/evaluation/json_lines.hpp"
#include "tests/evaluation/program.hpp"

namespace {

using Json = nlohmann::json;
using findings::evaluation::read_json_lines;
using Values = std::set<std::string>;

/// Counts of one facet over the collection.
struct Score {
    std::size_t expected = 0;  ///< values
    std::size_t found = 0;
    std::size_t right = 0;
    std::size_t articles = 0;
    std::size_t articles_right = 0;
    std::map<std::string, std::array<std::size_t, 3>> by_value;  ///< right, found, expected

    /// F1 averaged over the values: a rare value counts as much as a common one.
    [[nodiscard]] double macro_f1() const {
        double sum = 0;
        for (const auto& [value, count] : by_value)
            sum += 2.0 * static_cast<double>(count[0]) / static_cast<double>(count[1] + count[2]);
        return by_value.empty() ? 1 : sum / static_cast<double>(by_value.size());
    }
};

Values values_of(const Json& row, const std::string& key) {
    Values values;
    if (!row.contains(key) || row[key].is_null()) return values;
    if (row[key].is_string()) return {row[key].get<std::string>()};
    for (const Json& value : row[key])
        if (value.is_string()) values.insert(value.get<std::string>());
    return values;
}

// Labels give the grade of an area as printed ("safety:poor"); the facet's slug carries its scale.
Values without_scale(const Values& judgements) {
    Values bare;
    for (const std::string& value : judgements) {
        const std::size_t colon = value.find(':');
        std::string grade = colon == std::string::npos ? std::string() : value.substr(colon + 1);
        for (const std::string scale :
             {"education-scotland-", "scotland-", "estyn-", "ciw-", "prisons-", "hmicfrs-", "supported-accommodation-"})
            if (grade.starts_with(scale)) grade.erase(0, scale.size());
        bare.insert(colon == std::string::npos ? value : value.substr(0, colon + 1) + grade);
    }
    return bare;
}

// What an award says, once for each: "provider grade previous change".
Values awards_of(const Json& row) {
    Values values;
    const auto text = [](const Json& award, const char* key) {
        return award.contains(key) && award[key].is_string() ? award[key].get<std::string>() : std::string("-");
    };
    for (const Json& award : row.value("awards", Json::array())) {
        const bool says_something = text(award, "grade") != "-" || text(award, "previous") != "-";
        if (says_something)
            values.insert(fmt::format("{} {} was {} {}", text(award, "provider"), text(award, "grade"),
                                      text(award, "previous"), text(award, "change")));
    }
    return values;
}

/// Finds the hit of an expected row: by source, then by id or title where a file holds several articles.
class HitIndex {
  public:
    explicit HitIndex(const std::vector<Json>& hits) {
        for (const Json& hit : hits) {
            by_source_.emplace(hit.value("source", ""), &hit);
            for (const Json& copy : hit.value("copies", Json::array()))
                leader_.emplace(key(copy.value("source", ""), copy.value("title", "")), &hit);
        }
    }
    [[nodiscard]] const Json* find(const Json& row) const {
        const auto [first, last] = by_source_.equal_range(row.value("source", ""));
        const Json* only = nullptr;
        std::size_t count = 0;
        for (auto it = first; it != last; ++it, ++count) {
            only = it->second;
            if (row.contains("id") && row["id"] == (*it->second)["id"]) return it->second;
            if (row.value("title", "?") == it->second->value("title", "")) return it->second;
        }
        if (count == 1 && !row.contains("line")) return only;
        const auto leader = leader_.find(key(row.value("source", ""), row.value("title", "")));
        return leader == leader_.end() ? nullptr : leader->second;
    }
    [[nodiscard]] bool is_copy(const Json& row) const {
        return leader_.contains(key(row.value("source", ""), row.value("title", "")));
    }

  private:
    static std::string key(const std::string& source, const std::string& title) { return source + '\n' + title; }
    std::multimap<std::string, const Json*> by_source_;
    std::map<std::string, const Json*> leader_;
};

class Evaluation {
  public:
    explicit Evaluation(bool list_misses) : list_misses_(list_misses) {}

    void compare(const std::string& facet, const Values& want, const Values& have, const std::string& place) {
        Score& score = scores_[facet];
        Values common;
        std::set_intersection(want.begin(), want.end(), have.begin(), have.end(), std::inserter(common, common.end()));
        score.expected += want.size();
        score.found += have.size();
        score.right += common.size();
        for (const std::string& value : common) ++score.by_value[value][0];
        for (const std::string& value : have) ++score.by_value[value][1];
        for (const std::string& value : want) ++score.by_value[value][2];
        ++score.articles;
        if (want == have)
            ++score.articles_right;
        else if (list_misses_)
            misses_ +=
                fmt::format("{}\t{}\twant {}\thave {}\n", facet, place, fmt::join(want, ";"), fmt::join(have, ";"));
    }

    void print() const {
        std::cout << fmt::format("{:12} {:>9} {:>9} {:>9} {:>9} {:>12}\n", "facet", "precision", "recall", "macro F1",
                                 "right", "articles");
        for (const auto& [facet, score] : scores_)
            std::cout << fmt::format("{:12} {:9.3f} {:9.3f} {:9.3f} {:9.3f} {:5}/{:<6}\n", facet,
                                     share(score.right, score.found), share(score.right, score.expected),
                                     score.macro_f1(), share(score.articles_right, score.articles),
                                     score.articles_right, score.articles);
        std::cout << misses_;
    }

    [[nodiscard]] bool reaches(const std::string& facet, double floor) const {
        const auto score = scores_.find(facet);
        const double reached = score == scores_.end() ? 0 : share(score->second.articles_right, score->second.articles);
        if (reached < floor)
            std::cout << fmt::format("{} is right in {:.3f} of articles, below {}\n", facet, reached, floor);
        return reached >= floor;
    }

    [[nodiscard]] bool reaches_macro(const std::string& facet, double floor) const {
        const auto score = scores_.find(facet);
        const double reached = score == scores_.end() ? 0 : score->second.macro_f1();
        if (reached < floor)
            std::cout << fmt::format("the macro F1 of {} is {:.3f}, below {}\n", facet, reached, floor);
        return reached >= floor;
    }

  private:
    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
    }
    bool list_misses_;
    std::map<std::string, Score> scores_;
    std::string misses_;
};

void compare_rows(const std::vector<Json>& expected, const HitIndex& index, Evaluation& evaluation) {
    for (const Json& row : expected) {
        const std::string place = fmt::format("{}{}", row.value("source", ""),
                                              row.contains("line") ? fmt::format(":{}", row["line"].get<int>()) : "");
        const Json* hit = index.find(row);
        evaluation.compare("found", {"yes"}, {hit != nullptr ? "yes" : "no"}, place);
        // A leader may be any of the copies; what counts is that all but one are folded.
        if (row.contains("copy_of")) {
            evaluation.compare("folded", {"yes"},
                               {index.is_copy(row) || hit == nullptr || !(*hit)["copies"].empty() ? "yes" : "no"},
                               place);
            continue;
        }
        if (hit == nullptr) continue;
        if (row.contains("title"))
            evaluation.compare("title", values_of(row, "title"), values_of(*hit, "title"), place);
        for (const findings::Field facet : findings::kFacets) {
            const std::string name(findings::field_row(facet).name);
            if (row.contains(name))
                evaluation.compare(
                    name, values_of(row, name),
                    name == std::string("judgement") ? without_scale(values_of(*hit, name)) : values_of(*hit, name),
                    place);
        }
        for (const char* date : {"published", "inspected"})
            if (row.contains(date)) evaluation.compare(date, values_of(row, date), values_of(*hit, date), place);
        // Labels made with a smaller vocabulary say nothing about the values that came later.
        if (row.contains("theme_judged")) {
            Values have;
            const Values judged = values_of(row, "theme_judged");
            const Values found = values_of(*hit, "theme");
            std::set_intersection(found.begin(), found.end(), judged.begin(), judged.end(),
                                  std::inserter(have, have.end()));
            evaluation.compare("theme judged", values_of(row, "theme"), have, place);
        }
        if (row.contains("awards")) evaluation.compare("awards", awards_of(row), awards_of(*hit), place);
    }
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 2) {
        std::cerr << "usage: evaluate_facets EXPECTED.jsonl HITS.jsonl [--misses] [--floor FACET=SHARE]...\n";
        return 2;
    }
    const std::vector<Json> expected = read_json_lines(arguments[0]);
    const std::vector<Json> hits = read_json_lines(arguments[1]);
    Evaluation evaluation(std::find(arguments.begin(), arguments.end(), "--misses") != arguments.end());
    compare_rows(expected, HitIndex(hits), evaluation);
    evaluation.print();
    bool good = true;
    for (std::size_t i = 2; i + 1 < arguments.size(); ++i) {
        if (arguments[i] != "--floor" && arguments[i] != "--floor-macro") continue;
        const std::size_t equals = arguments[i + 1].find('=');
        const std::string facet = arguments[i + 1].substr(0, equals);
        const double floor = std::stod(arguments[i + 1].substr(equals + 1));
        const bool reached =
            arguments[i] == "--floor" ? evaluation.reaches(facet, floor) : evaluation.reaches_macro(facet, floor);
        good = reached && good;
    }
    return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return findings::evaluation::run_program("evaluate_facets", run, argc, argv); }
