#include "searcher/answer/count_beside.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/root_lists.hpp"
#include "common/index/vocabulary.hpp"
#include "searcher/answer/note_latest.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {
namespace {

// The three whose stories are not England's; "england" itself stands for national stories.
bool is_english(const std::string& region) {
    return region != "wales" && region != "scotland" && region != "northern-ireland";
}

std::vector<std::string> english_regions() {
    std::vector<std::string> slugs;
    for (const Term& term : vocabulary(Field::region))
        if (is_english(term.slug)) slugs.push_back(term.slug);
    return slugs;
}

SearchResult count(const SearchRequest& asked, std::vector<FieldFilter> filters, std::vector<Field> facets, bool latest,
                   SearchContext& context) {
    SearchRequest request;
    request.indexes = asked.indexes;
    request.generation = asked.generation;
    request.include_inferred = asked.include_inferred;
    request.filters = std::move(filters);
    request.latest = latest;
    if (latest) request.at = asked.at;
    request.limit = 0;
    request.facets = std::move(facets);
    request.facet_limit = kNoLimit;
    request.snippets = false;
    KeptAnswer answer;
    run_search(request, context, answer);
    return std::move(answer.result);
}

GradesBeside count_grades(const SearchRequest& asked, std::vector<FieldFilter> filters, SearchContext& context) {
    GradesBeside beside;
    beside.filters = filters;
    SearchResult counted = count(asked, std::move(filters), {Field::grade}, true, context);
    beside.grades = std::move(counted.facets.front());
    beside.later_grades = counted.later_grades;
    std::erase_if(beside.grades.values, [](const FacetCount& value) { return value.count == 0; });
    return beside;
}

/// Adds what was compared to an answer on its way.
class BesideSink : public HitSink {
  public:
    BesideSink(HitSink& inner, std::vector<GradesBeside> beside) : inner_(inner), beside_(std::move(beside)) {}
    void begin(const SearchResult& found) override { inner_.begin(with_beside(found)); }
    void add(const Hit& hit) override { inner_.add(hit); }
    void end(const SearchResult& found) override { inner_.end(with_beside(found)); }

  private:
    [[nodiscard]] SearchResult with_beside(const SearchResult& found) const {
        SearchResult result = found;
        result.beside = beside_;
        for (const GradesBeside& each : beside_)
            if (each.later_grades > 0)
                result.notes.push_back(
                    fmt::format("{}: {}", each.place, describe_later_grades(each.later_grades, false)));
        return result;
    }

    HitSink& inner_;
    std::vector<GradesBeside> beside_;
};

std::string find_one_provider(const SearchRequest& request, SearchContext& context) {
    std::vector<std::string> slugs;
    for (const ResolvedFilter& filter : resolve_filters(request.filters, context.vocabulary))
        if (filter.field == Field::provider && !filter.exclude) slugs = filter.slugs;
    if (slugs.size() != 1 || slugs.front() == "none")
        throw Error(Status::usage, "--beside compares one provider", "add --provider NAME");
    return slugs.front();
}

// The most frequent value of a facet.
std::string first_value(const FacetResult& facet) {
    const auto most = std::max_element(facet.values.begin(), facet.values.end(),
                                       [](const auto& a, const auto& b) { return a.count < b.count; });
    return most == facet.values.end() || most->count == 0 ? std::string() : most->slug;
}

// The bodies that `neighbours.csv` names of a provider, in its order; without a file, of nobody.
std::vector<std::string> list_neighbours(const std::string& provider, SearchContext& context) {
    std::vector<std::string> slugs;
    for (const OpenGeneration& generation : context.index.generations)
        for (const NeighboursRow& row : read_neighbours(generation.root)) {
            if (resolve_value(Field::provider, row.body, context.vocabulary) != provider) continue;
            for (const std::string& name : row.neighbours) {
                std::string slug = resolve_value(Field::provider, name, context.vocabulary);
                if (slug != provider && std::find(slugs.begin(), slugs.end(), slug) == slugs.end())
                    slugs.push_back(std::move(slug));
            }
        }
    return slugs;
}

std::optional<GradesBeside> count_neighbours(const SearchRequest& asked, const std::string& provider,
                                             const FieldFilter& of_type, SearchContext& context) {
    std::vector<std::string> known = list_neighbours(provider, context);
    if (known.empty()) return std::nullopt;
    const std::size_t named = known.size();
    std::erase_if(known, [&](const std::string& slug) { return !context.vocabulary.has_value(Field::provider, slug); });
    GradesBeside beside;
    if (!known.empty()) beside = count_grades(asked, {of_type, {Field::provider, known, false}}, context);
    beside.neighbours = true;
    beside.place = fmt::format("Statistical neighbours ({} of {} named are in the index)", known.size(), named);
    return beside;
}

// Asked for by name, a file that is not there is no empty answer.
void require_neighbours(const SearchContext& context) {
    for (const OpenGeneration& generation : context.index.generations)
        if (std::filesystem::exists(generation.root / kNeighboursName)) return;
    throw Error(Status::usage,
                fmt::format("--beside neighbours: there is no {} in {}", kNeighboursName,
                            context.index.generations.front().root.string()),
                "a header, then a row for each: body,neighbour");
}

}  // namespace

std::vector<GradesBeside> count_beside(const SearchRequest& asked, const std::string& provider,
                                       const std::vector<BesideScope>& scopes, SearchContext& context) {
    const FieldFilter own{Field::provider, {provider}, false};
    const SearchResult facts = count(asked, {own}, {Field::type, Field::region}, false, context);
    const std::string type = first_value(facts.facets[0]);
    const std::string region = first_value(facts.facets[1]);
    std::vector<GradesBeside> beside;
    if (type.empty()) return beside;
    const FieldFilter of_type{Field::type, {type}, false};
    beside.push_back(count_grades(asked, {own, of_type}, context));
    beside.back().place = context.labels.label(Field::provider, provider);
    for (const BesideScope scope : scopes) {
        if (scope == BesideScope::neighbours) {
            if (auto neighbours = count_neighbours(asked, provider, of_type, context))
                beside.push_back(std::move(*neighbours));
            continue;
        }
        const bool whole = scope == BesideScope::nation;
        // A national body's region is its nation; the other nations have no regions.
        if (region.empty() || (!whole && (region == "england" || !is_english(region)))) continue;
        const std::vector<std::string> places =
            whole && is_english(region) ? english_regions() : std::vector<std::string>{region};
        beside.push_back(count_grades(asked, {of_type, {Field::region, places, false}}, context));
        beside.back().place = whole && is_english(region) ? "England" : label_of(Field::region, region);
    }
    for (GradesBeside& each : beside) each.kind = label_of(Field::type, type);
    return beside;
}

std::size_t run_search_beside(const SearchRequest& request, SearchContext& context, HitSink& sink) {
    if (request.beside.empty()) return run_search(request, context, sink);
    if (std::find(request.beside.begin(), request.beside.end(), BesideScope::neighbours) != request.beside.end())
        require_neighbours(context);
    BesideSink beside(sink, count_beside(request, find_one_provider(request, context), request.beside, context));
    return run_search(request, context, beside);
}

}  // namespace findings
