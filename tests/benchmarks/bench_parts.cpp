// The parts of indexing and answering, each alone, over the texts given (or the sample corpus): bytes a second.
// usage: FINDINGS_BENCH_TEXT=FILE bench-parts [--benchmark_filter=...]
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <benchmark/benchmark.h>

#include "common/text/analyzer.hpp"
#include "indexer/clean/clean_article.hpp"
#include "indexer/facets/extract_facets.hpp"
#include "searcher/answer/make_snippet.hpp"

namespace {

using namespace findings;

// One text made of paragraphs; `scale` times over, so that growth shows.
RawArticle make_raw(std::int64_t scale) {
    const char* path = std::getenv("FINDINGS_BENCH_TEXT");
    std::ifstream file(path == nullptr ? "tests/corpora/sample/reports/letters/westmorland-and-furness-2024.txt"
                                       : path);
    RawArticle raw;
    raw.title = "A report";
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) lines.push_back(line);
    for (std::int64_t round = 0; round < scale; ++round)
        for (const std::string& line : lines) raw.blocks.push_back({BlockRole::paragraph, 0, line});
    return raw;
}

void analyze(benchmark::State& state) {
    const CleanArticle article = clean_article(make_raw(state.range(0)), "report.txt");
    Analyzer analyzer;
    std::vector<Token> tokens;
    for (auto round : state) {
        tokens.clear();
        benchmark::DoNotOptimize(analyzer.tokenize(article.body, tokens));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(article.body.size() * state.iterations()));
}

void clean(benchmark::State& state) {
    const RawArticle raw = make_raw(state.range(0));
    std::size_t bytes = 0;
    for (auto round : state) {
        const CleanArticle article = clean_article(raw, "report.txt");
        bytes += article.body.size();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void extract(benchmark::State& state) {
    const CleanArticle article = clean_article(make_raw(state.range(0)), "report.txt");
    benchmark::DoNotOptimize(extract_facets(article));  // loads the tables of names, once a process
    for (auto round : state) benchmark::DoNotOptimize(extract_facets(article));
    state.SetBytesProcessed(static_cast<std::int64_t>(article.body.size() * state.iterations()));
    state.SetComplexityN(static_cast<std::int64_t>(article.body.size()));
}

void make_snippets(benchmark::State& state) {
    const CleanArticle article = clean_article(make_raw(state.range(0)), "report.txt");
    Analyzer analyzer;
    QueryMarks marks;
    marks.stems = {"safeguard", "inspector"};
    for (auto round : state) benchmark::DoNotOptimize(make_snippet(article.body, marks, analyzer));
    state.SetBytesProcessed(static_cast<std::int64_t>(article.body.size() * state.iterations()));
}

BENCHMARK(analyze)->Arg(1);
BENCHMARK(clean)->Arg(1);
BENCHMARK(extract)->RangeMultiplier(4)->Range(1, 64)->Complexity();
BENCHMARK(make_snippets)->Arg(1);

}  // namespace

BENCHMARK_MAIN();
