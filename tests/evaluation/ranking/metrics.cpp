#include "tests/evaluation/ranking/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <istream>
#include <sstream>
#include <stdexcept>

namespace findings::evaluation {
namespace {

constexpr std::size_t kFirstPage = 10;
constexpr std::size_t kFirstPages = 100;

[[noreturn]] void fail(std::size_t line, const std::string& what) {
    throw std::runtime_error("line " + std::to_string(line) + ": " + what);
}

double discount(std::size_t rank) { return 1 / std::log2(static_cast<double>(rank) + 1); }

double ideal_gain(const std::map<std::string, int>& grades) {
    std::vector<int> best;
    for (const auto& [document, grade] : grades)
        if (grade > 0) best.push_back(grade);
    std::sort(best.begin(), best.end(), std::greater<>());
    double gain = 0;
    for (std::size_t i = 0; i < std::min(kFirstPage, best.size()); ++i) gain += best[i] * discount(i + 1);
    return gain;
}

}  // namespace

Judgements read_judgements(std::istream& lines) {
    Judgements judgements;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        std::istringstream words(line);
        std::string query, iteration, document;
        int grade = 0;
        if (!(words >> query >> iteration >> document >> grade)) fail(number, "expected query 0 document grade");
        judgements[query][document] = grade;
    }
    return judgements;
}

Run read_run(std::istream& lines) {
    Run run;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        std::istringstream words(line);
        std::string query, q0, document, rank;
        double score = 0;
        if (!(words >> query >> q0 >> document >> rank >> score)) fail(number, "expected query Q0 document rank score");
        if (!run[query].emplace(document, score).second) fail(number, document + " is listed twice for " + query);
    }
    return run;
}

std::vector<std::string> sort_documents(const std::map<std::string, double>& scores) {
    std::vector<std::string> ranked;
    for (auto entry = scores.rbegin(); entry != scores.rend(); ++entry) ranked.push_back(entry->first);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const std::string& a, const std::string& b) { return scores.at(a) > scores.at(b); });
    return ranked;
}

Metrics measure_query(const std::vector<std::string>& ranked, const std::map<std::string, int>& grades) {
    const auto relevant = static_cast<double>(
        std::count_if(grades.begin(), grades.end(), [](const auto& judged) { return judged.second > 0; }));
    Metrics metrics;
    double gain = 0;
    std::size_t found = 0;
    for (std::size_t rank = 1; rank <= ranked.size(); ++rank) {
        const auto judged = grades.find(ranked[rank - 1]);
        if (judged == grades.end() || judged->second <= 0) continue;
        ++found;
        metrics.map += static_cast<double>(found) / static_cast<double>(rank);
        if (found == 1) metrics.mrr = 1 / static_cast<double>(rank);
        if (rank <= kFirstPages) metrics.recall100 += 1;
        if (rank > kFirstPage) continue;
        gain += judged->second * discount(rank);
        metrics.p10 += 1.0 / kFirstPage;
    }
    metrics.ndcg10 = gain / ideal_gain(grades);
    metrics.map /= relevant;
    metrics.recall100 /= relevant;
    return metrics;
}

Metrics measure_run(const Judgements& judgements, const Run& run) {
    static const std::map<std::string, double> nothing;
    Metrics sum;
    std::size_t queries = 0;
    for (const auto& [query, grades] : judgements) {
        if (std::none_of(grades.begin(), grades.end(), [](const auto& judged) { return judged.second > 0; })) continue;
        ++queries;
        const auto found = run.find(query);
        const Metrics metrics = measure_query(sort_documents(found == run.end() ? nothing : found->second), grades);
        sum.ndcg10 += metrics.ndcg10;
        sum.map += metrics.map;
        sum.p10 += metrics.p10;
        sum.recall100 += metrics.recall100;
        sum.mrr += metrics.mrr;
    }
    if (queries == 0) throw std::runtime_error("no query has a relevant document");
    const auto count = static_cast<double>(queries);
    return {sum.ndcg10 / count, sum.map / count, sum.p10 / count, sum.recall100 / count, sum.mrr / count};
}

}  // namespace findings::evaluation
