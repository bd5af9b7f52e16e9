// "/provider/SLUG".
#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/page/provider_page.hpp"
#include "searcher/page/public_view.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

// More stories than this of one provider are read with limit and offset on the search page.
constexpr std::size_t kMostStories = 500;

std::vector<std::string> top_values(const SearchResult& result, Field field) {
    std::vector<std::string> slugs;
    for (const FacetResult& facet : result.facets)
        if (facet.facet == field)
            for (const FacetCount& value : facet.values) slugs.push_back(value.slug);
    return slugs;
}

bool is_english(const std::string& region) {
    return region != "wales" && region != "scotland" && region != "northern-ireland";
}

// The regions of England, "england" itself for national stories among them.
std::vector<std::string> english_regions() {
    std::vector<std::string> slugs;
    for (const Term& term : vocabulary(Field::region))
        if (is_english(term.slug)) slugs.push_back(term.slug);
    return slugs;
}

GradesBeside count_grades(const SearchRequest& asked, SearchContext& context, const std::string& type,
                          const std::vector<std::string>& regions, const std::string& place) {
    SearchRequest request = asked;
    request.filters = {{Field::type, {type}, false}, {Field::region, regions, false}};
    request.latest = true;
    request.limit = 0;
    request.facets = {Field::grade};
    request.facet_limit = kNoLimit;
    request.snippets = false;
    request.evidence = false;
    KeptAnswer answer;
    run_search(request, context, answer);
    GradesBeside beside;
    beside.place = place;
    beside.grades = answer.result.facets.front();
    std::erase_if(beside.grades.values, [](const FacetCount& value) { return value.count == 0; });
    Address address;
    address.parameters.emplace_back("type", type);
    for (const std::string& region : regions) address.parameters.emplace_back("region", region);
    address.parameters.emplace_back("latest", "1");
    if (!request.generation.empty()) address.parameters.emplace_back("generation", request.generation);
    beside.address = print_address(address);
    return beside;
}

void add_beside(const SearchRequest& request, SearchContext& context, ProviderPage& page) {
    const std::vector<std::string> types = top_values(page.result, Field::type);
    const std::vector<std::string> regions = top_values(page.result, Field::region);
    if (types.empty() || regions.empty()) return;
    page.kind = label_of(Field::type, types.front());
    const std::string& region = regions.front();
    if (region != "england")
        page.beside.push_back(count_grades(request, context, types.front(), {region}, label_of(Field::region, region)));
    if (is_english(region))
        page.beside.push_back(count_grades(request, context, types.front(), english_regions(), "England"));
}

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
    add_beside(request, *context, page);
    page.origin = {context->index.name(), context->index.built_at(), cite_address(page.label, *context, links)};
    std::ostringstream out;
    write_provider_page(out, page, links);
    HttpAnswer answer;
    answer.body = std::move(out).str();
    answer.etag = make_etag(*context, asked.target);
    return answer;
}

}  // namespace findings
