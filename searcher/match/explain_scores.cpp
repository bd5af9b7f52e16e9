#include "searcher/match/explain_scores.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace findings {
namespace {

// With --limit all nobody reads further.
constexpr std::size_t kExplainedHits = 100;
constexpr std::size_t kShownParts = 8;
// Printed as 0.0.
constexpr double kNothing = 0.05;

using Part = std::pair<std::string, double>;

/// Matches the stories of a list. Over several databases a decider is told the number a story has in its own: there it
/// matches those that have the same number in another, too.
class StoryList : public Xapian::MatchDecider {
  public:
    StoryList(std::vector<Xapian::docid> ids, std::size_t databases) : ids_(std::move(ids)) {
        // Source: the order in which Xapian numbers the documents of several databases (xapian/database.h).
        for (Xapian::docid& id : ids_) id = static_cast<Xapian::docid>((id - 1) / databases + 1);
        std::sort(ids_.begin(), ids_.end());
    }
    bool operator()(const Xapian::Document& document) const override {
        return std::binary_search(ids_.begin(), ids_.end(), document.get_docid());
    }

  private:
    std::vector<Xapian::docid> ids_;
};

// What a query scores in each of the stories that it matches.
std::map<Xapian::docid, double> weigh(const Xapian::Query& query, const StoryList& stories,
                                      const Xapian::Database& database) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::IneB2Weight(kWeightingConstant));
    const auto most = static_cast<Xapian::doccount>(kExplainedHits * database.size());
    const Xapian::MSet found = enquire.get_mset(0, most, 0, nullptr, &stories);
    std::map<Xapian::docid, double> weights;
    for (auto match = found.begin(); match != found.end(); ++match) weights[*match] = match.get_weight();
    return weights;
}

void add_part(std::vector<Part>& parts, const std::string& name, double weight) {
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.first == name; });
    if (same == parts.end())
        parts.emplace_back(name, weight);
    else
        same->second += weight;
}

std::string join_parts(std::vector<Part> parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.second > b.second; });
    std::string line;
    double rest = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& [name, weight] = parts[i];
        if (i >= kShownParts)
            rest += weight;
        else if (std::abs(weight) >= kNothing)
            line += fmt::format("{}{} {:.1f}", line.empty() ? "" : " + ", name, weight);
    }
    if (rest >= kNothing) line += fmt::format(" + others {:.1f}", rest);
    return line;
}

}  // namespace

std::vector<std::string> explain_scores(const BuiltQuery& text, const std::vector<FoundStory>& hits, std::size_t offset,
                                        const Xapian::Database& database) {
    const std::size_t count = std::min(kExplainedHits, hits.size());
    std::vector<Xapian::docid> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(hits[i].id);
    const StoryList stories(ids, database.size());
    std::vector<std::pair<std::string, std::map<Xapian::docid, double>>> weighed;
    for (const WeighedPart& part : text.weighed) weighed.emplace_back(part.text, weigh(part.query, stories, database));
    for (const QueriedName& name : text.ranking.names)
        weighed.emplace_back(fmt::format("name “{}”", name.text), weigh(build_name_query({name}), stories, database));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<Part> parts;
        double sum = hits[i].pair_weight;
        for (const auto& [name, weights] : weighed)
            if (const auto weight = weights.find(ids[i]); weight != weights.end()) {
                add_part(parts, name, weight->second);
                sum += weight->second;
            }
        add_part(parts, "side by side", hits[i].pair_weight);
        // Spellings of one word are weighed by an estimate that depends on what else is asked.
        add_part(parts, "rounding", hits[i].weight - sum);
        lines.push_back(
            fmt::format("hit {}: score {:.1f} = {}", offset + i + 1, hits[i].weight, join_parts(std::move(parts))));
    }
    return lines;
}

}  // namespace findings
