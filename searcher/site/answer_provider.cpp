// "/provider/SLUG".
#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "searcher/answer/count_beside.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/page/provider_page.hpp"
#include "searcher/page/public_view.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

// More stories than this of one provider are read with limit and offset on the search page.
constexpr std::size_t kMostStories = 500;

}  // namespace

HttpAnswer answer_provider(const Asked& asked) {
    for (const auto& [name, value] : asked.address.parameters)
        if (name != "generation") throw Refusal{400, fmt::format("a provider has no parameter {}", name), {}};
    const std::string& slug = asked.address.path.at(1);
    SearchRequest request = read_request(asked);
    GenerationPool::Loan context = borrow_generation(asked, request.generation);
    if (!context->vocabulary.has_value(Field::provider, slug))
        throw Refusal{404, fmt::format("no story is about a provider {}", slug), "providers are found by the search"};
    request.filters = {{Field::provider, {slug}, false}};
    if (!asked.address.format.empty()) return answer_request(asked, std::move(request), *context);

    request.sort = SortOrder::newest;
    request.limit = kMostStories;
    request.evidence = true;
    request.charts.clear();
    request.facets = {Field::type, Field::group, Field::region, Field::authority};
    KeptAnswer found;
    run_search(request, *context, found);
    std::reverse(found.hits.begin(), found.hits.end());
    const AddressLinks links(asked.address, asked.settings);
    ProviderPage page;
    page.slug = slug;
    page.label = context->labels.label(Field::provider, slug);
    page.result = std::move(found.result);
    page.hits = std::move(found.hits);
    if (asked.settings.is_public)
        for (Hit& hit : page.hits) hide_places(hit);
    page.beside =
        count_beside(request, slug, {BesideScope::region, BesideScope::nation, BesideScope::neighbours}, *context);
    page.origin = {context->index.name(), context->index.built_at(), cite_address(page.label, *context, links)};
    std::ostringstream out;
    write_provider_page(out, page, links);
    HttpAnswer answer;
    answer.body = std::move(out).str();
    answer.etag = make_etag(*context, asked.target);
    return answer;
}

}  // namespace findings
