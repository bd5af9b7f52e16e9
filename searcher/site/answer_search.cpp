// "/": the search, as a page and for programs.
#include <array>
#include <chrono>
#include <sstream>

#include <fmt/format.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/query/resolve_values.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/site/answers.hpp"
#include "searcher/site/question.hpp"

namespace findings {
namespace {

// What an officer narrows by first. The command line prints fewer: a terminal has less room.
constexpr std::array kPageFacets{Field::grade,    Field::region,   Field::authority, Field::type,
                                 Field::provider, Field::weakness, Field::kind,      Field::year};

// Making an excerpt of a story takes about 0.1 ms: a thousand of them are an answer, a hundred thousand an attack.
constexpr std::size_t kMostHits = 1000;
constexpr std::size_t kMostRows = 20000;

/// Refuses an answer before its hits are read when there are too many of them.
class AtMost : public HitSink {
  public:
    AtMost(std::unique_ptr<HitSink> inner, std::size_t most) : inner_(std::move(inner)), most_(most) {}
    void begin(const SearchResult& result) override {
        if (result.shown > most_)
            throw Refusal{413,
                          fmt::format("this answer has {} stories, one answer holds {} at most",
                                      group_digits(result.shown), group_digits(most_)),
                          "narrow the question, ask part by part with limit and offset, or use findings-search"};
        inner_->begin(result);
    }
    void add(const Hit& hit) override { inner_->add(hit); }
    void end(const SearchResult& result) override { inner_->end(result); }

  private:
    std::unique_ptr<HitSink> inner_;
    std::size_t most_;
};

OutputFormat output_format(const std::string& format) {
    if (format == "json") return OutputFormat::json;
    if (format == "csv") return OutputFormat::csv;
    return OutputFormat::html;
}

bool has_parameter(const Address& address, std::string_view name) {
    for (const auto& [known, value] : address.parameters)
        if (known == name) return true;
    return false;
}

}  // namespace

HttpAnswer answer_search(const Asked& asked) {
    const auto entered = std::chrono::steady_clock::now();
    const OutputFormat format = output_format(asked.address.format);
    SearchRequest request = read_question(asked.address, format, asked.pool.roots()).request;
    GenerationPool::Loan context = borrow_generation(asked, request.generation);
    const AddressLinks links(make_canonical(asked.address, resolve_filters(request.filters, context->vocabulary)),
                             asked.settings);
    RenderStyle style;
    style.elapsed_ms = [entered] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - entered).count();
    };
    HttpAnswer answer;
    std::size_t most = kMostHits;
    if (format == OutputFormat::html) {
        style.links = &links;
        style.page_size = request.limit;
        style.citation = [&](const SearchResult& result) {
            return cite_address(
                fmt::format("{}: {} from {}", describe_question(result), count_of(result.total, "story", "stories"),
                            count_of(result.providers, "provider", "providers")),
                *context, links);
        };
        request.charts.clear();
        if (!has_parameter(asked.address, "facets")) request.facets = {kPageFacets.begin(), kPageFacets.end()};
    } else if (format == OutputFormat::json) {
        answer.type = "application/json";
    } else {
        answer.type = "text/csv; charset=utf-8";
        most = kMostRows;
    }
    std::ostringstream out;
    AtMost sink(make_renderer(format, out, style), most);
    run_search(request, *context, sink);
    answer.body = std::move(out).str();
    answer.etag = make_etag(context->index.name(), asked.target);
    return answer;
}

}  // namespace findings
