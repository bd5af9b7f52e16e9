#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "indexer/digest/render_digest.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json page_or_null(int page) { return page == 0 ? Json() : Json(page); }

Json to_json(const DigestStory& story) {
    return {{"id", story.id},
            {"source", story.source},
            {"title", story.title},
            {"date", text_or_null(story.date)},
            {"provider", text_or_null(story.provider)}};
}

Json to_json(const Proof& proof) {
    return {{"quote", proof.quote}, {"page", page_or_null(proof.page)}, {"declared", proof.declared}};
}

Json to_json(const GradeEntry& entry) {
    return {{"provider", entry.provider},
            {"grade", text_or_null(entry.grade)},
            {"previous", text_or_null(entry.previous)},
            {"previous_from", entry.previous.empty() ? Json() : Json(entry.previous_from_text ? "text" : "collection")},
            {"change", text_or_null(entry.change)},
            {"inspected", text_or_null(entry.inspected)},
            {"judgements", entry.judgements},
            {"story", to_json(entry.story)},
            {"proof", to_json(entry.proof)}};
}

Json to_json(const OutcomeEntry& entry) {
    return {{"actions", entry.actions}, {"story", to_json(entry.story)}, {"proof", to_json(entry.proof)}};
}

Json to_json(const FindingEntry& entry) {
    Json repeats = Json::array();
    for (const RepeatedFinding& repeat : entry.repeats)
        repeats.push_back({{"id", repeat.id},
                           {"extent", repeat.full ? "full" : "partial"},
                           {"source", repeat.computed ? "computed" : "printed"}});
    return {{"id", entry.id},
            {"form", entry.form},
            {"heading", text_or_null(entry.heading)},
            {"text", entry.text},
            {"page", page_or_null(entry.page)},
            {"repeats", std::move(repeats)},
            {"story", to_json(entry.story)}};
}

Json to_json(const SearchHitEntry& entry) {
    return {{"search", entry.search},
            {"story", to_json(entry.story)},
            {"sentence", text_or_null(entry.sentence)},
            {"page", page_or_null(entry.page)}};
}

Json to_json(const SearchErrorEntry& entry) {
    return {{"search", entry.search}, {"place", entry.place}, {"error", entry.error}};
}

Json to_json(const CheckEntry& entry) {
    return {{"reason", entry.reason},
            {"facet", entry.facet},
            {"value", text_or_null(entry.value)},
            {"story", to_json(entry.story)},
            {"proof", to_json(entry.proof)}};
}

Json to_json(const RevaluedEntry& entry) {
    Json changes = Json::array();
    for (const ValueChange& change : entry.changes)
        changes.push_back({{"facet", change.facet},
                           {"before", change.before},
                           {"after", change.after},
                           {"rule", text_or_null(change.rule)}});
    return {{"story", to_json(entry.story)}, {"changes", std::move(changes)}};
}

Json to_json(const Rejection& rejection) {
    return {{"source", rejection.source},
            {"line", rejection.line == 0 ? Json() : Json(rejection.line)},
            {"reason", rejection_row(rejection.reason).name},
            {"detail", rejection.detail},
            {"hint", rejection.hint}};
}

Json to_json(const SilentEntry& entry) {
    return {{"source", entry.source}, {"last_day", entry.last_day}, {"usual_days", entry.usual_days}};
}

Json to_json(const FallenEntry& entry) {
    return {{"story", to_json(entry.story)}, {"reason", entry.reason}, {"hint", entry.hint}};
}

template <typename Entry>
Json to_json(const Section<Entry>& section) {
    Json rows = Json::array();
    for (const Entry& entry : section.rows) rows.push_back(to_json(entry));
    return {{"count", section.count}, {"entries", std::move(rows)}};
}

std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string render_digest_json(const Digest& digest) {
    Json json{{"format_version", kDigestFormat},
              {"from", text_or_null(digest.from)},
              {"to", digest.to},
              {"from_built_at", text_or_null(digest.from_built_at)},
              {"to_built_at", digest.to_built_at},
              {"quiet", digest.is_quiet()},
              {"stories", digest.stories},
              {"new_stories", digest.new_stories},
              {"moved_stories", digest.moved_stories},
              {"still_rejected", digest.still_rejected}};
    json["new_grades"] = to_json(digest.new_grades);
    json["outcomes"] = to_json(digest.outcomes);
    json["findings"] = to_json(digest.findings);
    json["searches_run"] = digest.searches_run;
    json["searches_begun"] = digest.searches_begun;
    json["search_hits"] = to_json(digest.search_hits);
    json["search_errors"] = to_json(digest.search_errors);
    json["check_before_print"] = to_json(digest.check_before_print);
    json["archive_added"] = to_json(digest.archive_added);
    json["values_changed"] = to_json(digest.values_changed);
    json["stories_changed"] = to_json(digest.stories_changed);
    json["stories_gone"] = to_json(digest.stories_gone);
    json["rejected"] = to_json(digest.rejected);
    json["silent_sources"] = to_json(digest.silent_sources);
    json["fell_out"] = to_json(digest.fell_out);
    return dump_json_document(json);
}

std::string render_hit(const SearchHitEntry& hit) { return dump_json(to_json(hit)); }

SearchHitEntry parse_hit(const std::string& text) {
    SearchHitEntry hit;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return hit;
    hit.search = text_of(json, "search");
    hit.sentence = text_of(json, "sentence");
    if (const auto page = json.find("page"); page != json.end() && page->is_number()) hit.page = page->get<int>();
    if (const auto story = json.find("story"); story != json.end() && story->is_object())
        hit.story = {text_of(*story, "id"), text_of(*story, "source"), text_of(*story, "title"),
                     text_of(*story, "date"), text_of(*story, "provider")};
    return hit;
}

}  // namespace findings
