#include "indexer/exports/engine_counts.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/support/error_text.hpp"

using namespace findings;
using Json = nlohmann::json;

namespace {

ExportCounts ask_for_grades() {
    ExportCounts wanted;
    wanted.of(ExportUnit::story).values["grade"];
    return wanted;
}

const Json kShards{{"total", 2}, {"successful", 2}, {"skipped", 0}, {"failed", 0}};

/// Answers as OpenSearch documents it: two stories, one bucket a page.
std::string answer_opensearch(const std::string& target, const std::string& body) {
    if (target == "/_count") return Json{{"count", 2}, {"_shards", kShards}}.dump();
    const Json aggregations = Json::parse(body)["aggs"];
    Json found;
    if (aggregations.contains("nested")) {
        found["nested"]["doc_count"] = aggregations["nested"]["nested"]["path"] == "findings" ? 5 : 3;
    } else {
        const Json& composite = aggregations["values"]["composite"];
        CHECK(composite["sources"][0]["value"]["terms"]["field"] == "grade");
        Json buckets = Json::array();
        Json after;
        if (!composite.contains("after")) {
            buckets.push_back({{"key", {{"value", "good"}}}, {"doc_count", 1}});
            after = {{"value", "good"}};
        } else if (composite["after"]["value"] == "good") {
            buckets.push_back({{"key", {{"value", "poor"}}}, {"doc_count", 2}});
            after = {{"value", "poor"}};
        }
        found["values"]["buckets"] = buckets;
        if (!after.is_null()) found["values"]["after_key"] = after;
    }
    return Json{{"took", 1}, {"timed_out", false}, {"_shards", kShards}, {"aggregations", found}}.dump();
}

std::string answer_solr(const std::string&, const std::string& body) {
    const Json question = Json::parse(body);
    Json answer{{"responseHeader", {{"status", 0}, {"QTime", 1}}},
                {"response", {{"numFound", 0}, {"start", 0}, {"docs", Json::array()}}},
                {"facets", {{"count", 0}}}};
    if (question["query"] == "unit:story") {
        answer["response"]["numFound"] = 2;
        answer["facets"] = {{"count", 2}};
        if (question.contains("facet")) {
            CHECK(question["facet"]["values"]["limit"] == -1);
            answer["facets"]["values"]["buckets"] = {{{"val", "good"}, {"count", 2}}};
        }
    }
    return answer.dump();
}

}  // namespace

TEST_CASE("OpenSearch: every page of a field's values is read, nested documents are counted in theirs") {
    const ExportCounts counts = count_in_engine(ExportEngine::opensearch, ask_for_grades(), answer_opensearch);
    CHECK(counts.of(ExportUnit::story).documents == 2);
    CHECK(counts.of(ExportUnit::finding).documents == 5);
    CHECK(counts.of(ExportUnit::award).documents == 3);
    CHECK(counts.of(ExportUnit::story).values.at("grade") ==
          std::map<std::string, std::size_t>{{"good", 1}, {"poor", 2}});
}

TEST_CASE("Solr: units are counted apart, a facet of nothing is no facet") {
    ExportCounts wanted = ask_for_grades();
    wanted.of(ExportUnit::award).values["grade"];
    const ExportCounts counts = count_in_engine(ExportEngine::solr, wanted, answer_solr);
    CHECK(counts.of(ExportUnit::story).documents == 2);
    CHECK(counts.of(ExportUnit::story).values.at("grade").at("good") == 2);
    CHECK(counts.of(ExportUnit::award).documents == 0);
    CHECK(counts.of(ExportUnit::award).values.at("grade").empty());
}

TEST_CASE("a failed shard, a partial answer, a page again and what is no answer are errors, never smaller numbers") {
    const auto ask = [](ExportEngine engine, auto change) {
        return test::error_text(Status::unavailable, [&] {
            count_in_engine(engine, ask_for_grades(), [&](const std::string& target, const std::string& body) {
                Json answer = Json::parse(engine == ExportEngine::solr ? answer_solr(target, body)
                                                                       : answer_opensearch(target, body));
                return change(answer);
            });
        });
    };
    CHECK(ask(ExportEngine::opensearch, [](Json& answer) {
              answer["_shards"]["failed"] = 1;
              return answer.dump();
          }).find("1 of 2 shards failed") != std::string::npos);
    CHECK(ask(ExportEngine::opensearch, [](Json& answer) {
              answer["timed_out"] = true;
              return answer.dump();
          }).find("timed out") != std::string::npos);
    CHECK(ask(ExportEngine::opensearch, [](Json& answer) {
              if (answer.contains("aggregations") && answer["aggregations"].contains("values"))
                  answer["aggregations"]["values"] = {{"after_key", {{"value", "good"}}},
                                                      {"buckets", {{{"key", {{"value", "good"}}}, {"doc_count", 1}}}}};
              return answer.dump();
          }).find("same page") != std::string::npos);
    CHECK(ask(ExportEngine::solr, [](Json& answer) {
              answer["responseHeader"]["partialResults"] = true;
              return answer.dump();
          }).find("partial") != std::string::npos);
    CHECK(ask(ExportEngine::solr, [](Json& answer) {
              if (answer["facets"]["count"] == 2) answer["facets"].erase("values");
              return answer.dump();
          }).find("a facet is missing") != std::string::npos);
    for (const ExportEngine engine : {ExportEngine::opensearch, ExportEngine::solr}) {
        CHECK_FALSE(ask(engine, [](Json&) { return std::string("<html>"); }).empty());
        CHECK_FALSE(ask(engine, [](Json&) { return std::string("{}"); }).empty());
    }
}
