// Queries in one process over an open index: the best ten with three facets counted exactly.
// usage: bench-search INDEX QUERIES.tsv   (milliseconds of processor time, one a line)
#include <ctime>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"

namespace {

/// Looks at what FTS5 is asked for: the titles of the hits and the counts.
class CountingSink : public findings::HitSink {
  public:
    void begin(const findings::SearchResult& result) override {
        for (const auto& facet : result.facets) rows += facet.values.size();
    }
    void add(const findings::Hit& hit) override { rows += hit.article.title.empty() ? 0 : 1; }
    void end(const findings::SearchResult&) override {}
    std::size_t rows = 0;
};

// Of one thread that reads what is cached: wall time on an idle machine, and nearly the same on a busy one.
double cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    using findings::Field;
    findings::SearchRequest request;
    request.indexes = {argv[1]};
    request.facets = {Field::grade, Field::region, Field::provider};
    request.fall_back_to_any = false;
    request.snippets = false;
    request.facet_limit = findings::kNoLimit;
    findings::SearchContext context(findings::open_index(request.indexes));
    std::ifstream file(argv[2]);
    for (std::string line; std::getline(file, line);) {
        request.text = line.substr(line.find('\t') + 1);
        CountingSink sink;
        const double started = cpu_ms();
        try {
            findings::run_search(request, context, sink);
        } catch (const findings::Error& error) {
            fmt::print(stderr, "{}: {}\n", line, error.what());
        }
        const double took = cpu_ms() - started;
        fmt::print("{:.4f}\t{}\t{}\n", took, sink.rows, line);
    }
}
