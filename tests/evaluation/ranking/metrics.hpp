#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace findings::evaluation {

/// Judgements of one collection: for each query, the judged documents with their grades, 0 not relevant.
using Judgements = std::map<std::string, std::map<std::string, int>>;

/// A run: for each query, the documents found with their scores.
using Run = std::map<std::string, std::map<std::string, double>>;

/// The measures, each 0 to 1.
struct Metrics {
    double ndcg10 = 0;     ///< nDCG@10: gain is the grade, discount log2(rank + 1), ideal over all that is judged
    double map = 0;        ///< mean average precision over the whole run
    double p10 = 0;        ///< relevant ones among the first ten, of ten
    double recall100 = 0;  ///< share of the relevant ones among the first hundred
    double mrr = 0;        ///< 1 / rank of the first relevant one
};

/// Lines "query iteration document grade". Throws: std::runtime_error with the line.
Judgements read_judgements(std::istream& lines);

/// Lines "query Q0 document rank score tag"; the rank is not read. Throws: std::runtime_error with the line, also when
/// a document is listed twice for a query.
Run read_run(std::istream& lines);

/// The documents as trec_eval sorts them: best score first, of equal scores the greatest document first.
std::vector<std::string> sort_documents(const std::map<std::string, double>& scores);

/// The measures of one query. Requires: a grade above 0 among the judgements.
Metrics measure_query(const std::vector<std::string>& ranked, const std::map<std::string, int>& grades);

/// The mean over every query that has a relevant document, whether the run has it or not; queries nobody judged are
/// left out. Source: trec_eval -c. Throws: std::runtime_error when there is no such query.
Metrics measure_run(const Judgements& judgements, const Run& run);

}  // namespace findings::evaluation
