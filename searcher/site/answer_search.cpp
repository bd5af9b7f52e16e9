// "/": the search, as a page and for programs.
#include <array>
#include <chrono>
#include <sstream>

#include <fmt/format.h>

#include "searcher/answer/count_beside.hpp"
#include "searcher/page/public_view.hpp"
#include "searcher/query/resolve_values.hpp"
#include "searcher/render/describe_finding.hpp"
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

constexpr std::size_t kMostRows = 20000;

class Guard : public HitSink {
  public:
    Guard(std::unique_ptr<HitSink> inner, std::size_t most, bool is_public)
        : inner_(std::move(inner)), most_(most), is_public_(is_public) {}
    void begin(const SearchResult& result) override {
        if (result.shown > most_)
            throw Refusal{413,
                          fmt::format("this answer has {} {}, one answer holds {} at most", group_digits(result.shown),
                                      result.findings ? "findings" : "stories", group_digits(most_)),
                          "narrow the question, ask part by part with limit and offset, or use findings-search"};
        inner_->begin(result);
    }
    void add(const Hit& hit) override {
        if (!is_public_) return inner_->add(hit);
        Hit shown = hit;
        // No list prints whole texts, and hiding places in 40 kB takes 12 ms.
        shown.article.text.clear();
        shown.article.dropped.clear();
        hide_places(shown);
        inner_->add(shown);
    }
    void end(const SearchResult& result) override { inner_->end(result); }

  private:
    std::unique_ptr<HitSink> inner_;
    std::size_t most_;
    bool is_public_;
};

bool has_parameter(const Address& address, std::string_view name) {
    for (const auto& [known, value] : address.parameters)
        if (known == name) return true;
    return false;
}

std::string cite_result(const SearchResult& result, const PageContext& context, const AddressLinks& links) {
    return cite_address(fmt::format("{}: {}", describe_question(result), describe_total(result)), context, links);
}

// A page for "" and "atom".
OutputFormat output_format(const std::string& format) {
    if (format == "json") return OutputFormat::json;
    if (format == "csv") return OutputFormat::csv;
    return OutputFormat::html;
}

}  // namespace

std::unique_ptr<HitSink> guard_answer(std::unique_ptr<HitSink> inner, std::size_t most, bool is_public) {
    return std::make_unique<Guard>(std::move(inner), most, is_public);
}

SearchRequest read_request(const Asked& asked, const std::vector<std::string_view>& own) {
    return read_question(asked.address, output_format(asked.address.format), asked.pool.roots(), own).request;
}

HttpAnswer answer_request(const Asked& asked, SearchRequest request, PageContext& context) {
    const auto entered = std::chrono::steady_clock::now();
    const AddressLinks links(make_canonical(asked.address, resolve_filters(request.filters, context.vocabulary)),
                             asked.settings);
    const OutputFormat format = output_format(asked.address.format);
    if (asked.address.format == "atom")
        return answer_feed(asked, request, has_parameter(asked.address, "limit"), links, context);
    RenderStyle style;
    style.elapsed_ms = [entered] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - entered).count();
    };
    if (!request.table || format != OutputFormat::csv)
        style.citation = [&](const SearchResult& result) { return cite_result(result, context, links); };
    // The line to cite says of how many providers.
    request.count_providers = true;
    HttpAnswer answer;
    std::ostringstream out;
    if (format == OutputFormat::html) {
        style.links = &links;
        style.page_size = request.limit;
        if (!request.table && !has_parameter(asked.address, "facets"))
            request.facets = {kPageFacets.begin(), kPageFacets.end()};
    } else {
        answer.type = format == OutputFormat::json ? "application/json" : "text/csv; charset=utf-8";
    }
    if (format == OutputFormat::html) request.charts.clear();
    const std::unique_ptr<HitSink> sink =
        guard_answer(make_renderer(format, out, style), format == OutputFormat::csv ? kMostRows : kMostHits,
                     asked.settings.is_public);
    run_search_beside(request, context, *sink);
    answer.body = std::move(out).str();
    answer.etag = make_etag(context, asked.target);
    return answer;
}

HttpAnswer answer_search(const Asked& asked) {
    SearchRequest request = read_request(asked);
    GenerationPool::Loan context = borrow_generation(asked, request.generation, unit_of(request));
    return answer_request(asked, std::move(request), *context);
}

}  // namespace findings
