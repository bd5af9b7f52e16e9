#include "searcher/plan/similar_query.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "searcher/plan/field_query.hpp"

namespace findings {
namespace {

// Between the 20 and 40 terms that feedback studies settle on; more only add common words.
constexpr std::size_t kTerms = 30;
constexpr double kTitleWeight = 2;

bool is_number(const std::string& term) {
    return std::all_of(term.begin(), term.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

BuiltQuery build_similar_query(const Article& article, SearchContext& context) {
    std::unordered_map<std::string, double> frequencies;
    const auto count = [&](const std::string& text, double weight) {
        std::vector<Token> tokens;
        context.analyzer.tokenize(text, tokens);
        for (const Token& token : tokens)
            if (!token.joined && !context.analyzer.is_stop_word(token.term) && !is_number(token.term))
                frequencies[context.analyzer.stem(token.term)] += weight;
    };
    count(article.title, kTitleWeight);
    count(article.text, 1);
    const Xapian::Database& database = context.index.database;
    const double stories = database.get_doccount();
    std::vector<std::pair<double, std::string>> terms;
    for (const auto& [stem, frequency] : frequencies) {
        const double found = database.get_termfreq(std::string(kStemPrefix) + stem);
        // In this story alone: it leads nowhere.
        if (found < 2) continue;
        terms.emplace_back((1 + std::log(frequency)) * std::log(stories / found + 1), stem);
    }
    const std::size_t kept = std::min(kTerms, terms.size());
    std::partial_sort(
        terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(),
        [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    BuiltQuery built;
    built.has_words = true;
    std::vector<Xapian::Query> queries;
    for (std::size_t i = 0; i < kept; ++i) {
        queries.emplace_back(std::string(kStemPrefix) + terms[i].second);
        built.weighed.push_back({terms[i].second, queries.back()});
        built.marks.stems.insert(terms[i].second);
    }
    built.query =
        Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()),
                      make_id_query(article.id));
    return built;
}

}  // namespace findings
