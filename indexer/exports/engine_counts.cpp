#include "indexer/exports/engine_counts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "indexer/exports/opensearch_format.hpp"
#include "indexer/exports/solr_format.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;
using Counts = std::map<std::string, std::size_t>;

constexpr std::size_t kPage = 1000;

[[noreturn]] void fail(const std::string& reason) {
    throw Error(Status::unavailable, "the engine's answer: " + reason, "its counts cannot be told");
}

// Source: docs.opensearch.org, "Count", "Search", "Composite aggregation".
class OpensearchCounter {
  public:
    explicit OpensearchCounter(const AskEngine& ask) : ask_(ask) {}

    [[nodiscard]] std::size_t count_documents(ExportUnit unit) const {
        return unit == ExportUnit::story ? ask("/_count", {}).at("count").get<std::size_t>()
                                         : aggregate(unit, Json::object()).at("doc_count").get<std::size_t>();
    }

    [[nodiscard]] Counts count_values(ExportUnit unit, const std::string& field) const {
        const std::string path = opensearch_field_path(unit, field);
        Counts counts;
        for (Json after;;) {
            Json composite{{"size", kPage}, {"sources", Json::array({{{"value", {{"terms", {{"field", path}}}}}}})}};
            if (!after.is_null()) composite["after"] = after;
            const Json found = aggregate(unit, {{"values", {{"composite", std::move(composite)}}}}).at("values");
            const Json& buckets = found.at("buckets");
            for (const Json& bucket : buckets)
                counts[bucket.at("key").at("value").get<std::string>()] = bucket.at("doc_count").get<std::size_t>();
            if (buckets.empty() || !found.contains("after_key")) return counts;
            if (found["after_key"] == after) fail("the same page again");
            after = found["after_key"];
        }
    }

  private:
    [[nodiscard]] Json ask(const std::string& target, const Json& body) const {
        Json answer = Json::parse(ask_(target, body.is_null() ? std::string() : dump_json(body)));
        if (answer.value("timed_out", false)) fail("timed out");
        if (answer.at("_shards").at("failed").get<std::size_t>() > 0)
            fail(fmt::format("{} of {} shards failed", answer["_shards"]["failed"].get<std::size_t>(),
                             answer["_shards"].value("total", std::size_t{0})));
        return answer;
    }

    // Nothing of the documents themselves, and every shard's whole answer or none.
    [[nodiscard]] Json aggregate(ExportUnit unit, Json aggregations) const {
        if (unit != ExportUnit::story) {
            Json nested{{"nested", {{"path", nested_name(unit)}}}};
            if (!aggregations.empty()) nested["aggs"] = std::move(aggregations);
            aggregations = {{"nested", std::move(nested)}};
        }
        Json answer = ask("/_search?allow_partial_search_results=false",
                          {{"size", 0}, {"track_total_hits", true}, {"aggs", std::move(aggregations)}});
        Json& found = answer.at("aggregations");
        return unit == ExportUnit::story ? std::move(found) : std::move(found.at("nested"));
    }

    const AskEngine& ask_;
};

// Source: Solr Reference Guide, "JSON Request API", "JSON Facet API".
class SolrCounter {
  public:
    explicit SolrCounter(const AskEngine& ask) : ask_(ask) {}

    [[nodiscard]] std::size_t count_documents(ExportUnit unit) const {
        return ask(unit, {}).at("response").at("numFound").get<std::size_t>();
    }

    [[nodiscard]] Counts count_values(ExportUnit unit, const std::string& field) const {
        const Json answer =
            ask(unit, {{"values", {{"type", "terms"}, {"field", solr_field_name(unit, field)}, {"limit", -1}}}});
        Counts counts;
        // Where nothing matches, Solr leaves the facet out.
        const Json& facets = answer.at("facets");
        if (!facets.contains("values")) {
            if (facets.at("count").get<std::size_t>() > 0) fail("a facet is missing");
            return counts;
        }
        for (const Json& bucket : facets["values"].at("buckets"))
            counts[bucket.at("val").get<std::string>()] = bucket.at("count").get<std::size_t>();
        return counts;
    }

  private:
    [[nodiscard]] Json ask(ExportUnit unit, Json facet) const {
        Json body{{"query", fmt::format("unit:{}", unit_name(unit))}, {"limit", 0}};
        if (!facet.is_null()) body["facet"] = std::move(facet);
        Json answer = Json::parse(ask_("/select?wt=json&shards.tolerant=false", dump_json(body)));
        const Json& header = answer.at("responseHeader");
        if (header.value("partialResults", false)) fail("it is partial");
        if (const int status = header.value("status", 0); status != 0) fail(fmt::format("status {}", status));
        return answer;
    }

    const AskEngine& ask_;
};

template <typename Counter>
ExportCounts count_all(const Counter& counter, const ExportCounts& wanted) {
    ExportCounts counts;
    for (const ExportUnit unit : kExportUnits) {
        counts.of(unit).documents = counter.count_documents(unit);
        for (const auto& [field, ignored] : wanted.of(unit).values)
            counts.of(unit).values[field] = counter.count_values(unit, field);
    }
    return counts;
}

}  // namespace

ExportCounts count_in_engine(ExportEngine engine, const ExportCounts& wanted, const AskEngine& ask) {
    try {
        return engine == ExportEngine::opensearch ? count_all(OpensearchCounter(ask), wanted)
                                                  : count_all(SolrCounter(ask), wanted);
    } catch (const nlohmann::json::exception& error) {
        fail(error.what());
    }
}

}  // namespace findings
