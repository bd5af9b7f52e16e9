#include "indexer/digest/find_new_hits.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/digest/render_digest.hpp"
#include "indexer/digest/story_news.hpp"
#include "indexer/generation/fingerprint.hpp"
#include "indexer/io/io_error.hpp"

namespace findings {
namespace {

using Json = nlohmann::json;

/// A story that some search may report.
struct NewStory {
    std::string id;
    StoryVersion version;
    std::uint32_t document = 0;
};

// The snippet of a hit as plain text: marks off, character references back.
std::string plain_text(std::string snippet) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kReplaced{{{"<mark>", ""},
                                                                                      {"</mark>", ""},
                                                                                      {"&lt;", "<"},
                                                                                      {"&gt;", ">"},
                                                                                      {"&quot;", "\""},
                                                                                      {"&#39;", "'"},
                                                                                      {"&amp;", "&"}}};
    for (const auto& [from, to] : kReplaced)
        for (std::size_t at = snippet.find(from); at != std::string::npos; at = snippet.find(from, at + to.size()))
            snippet.replace(at, from.size(), to);
    return snippet;
}

class HitFinder {
  public:
    HitFinder(const SearchRun& program, const OpenedGeneration& generation, const std::vector<StoryPrint>& stories,
              StateStore& state)
        : program_(program), generation_(generation), stories_(stories), state_(state) {}

    // What is new for the search that is furthest behind, in this generation.
    void list_new_stories(std::int64_t after_run) {
        auto row = stories_.begin();
        for (const StoryVersion& version : state_.list_versions_after(after_run)) {
            while (row != stories_.end() && row->id < version.id) ++row;
            if (row == stories_.end()) break;
            if (row->id != version.id || row->content != version.content) continue;
            const Article article = generation_.read(row->document, RecordPart::head);
            places_.emplace(article.id, new_stories_.size());
            new_stories_.push_back({article.id, version, row->document});
        }
    }

    /// Adds the hits; an error in words.
    std::string run(const SavedSearch& search, std::int64_t after_run, std::vector<SearchHit>& hits) {
        write_ids(after_run);
        return run_search_program(program_, search, [&](std::string_view line) {
            const Json json = Json::parse(line, nullptr, false);
            if (!json.is_object() || !json.contains("id") || !json["id"].is_string()) return;
            const auto place = places_.find(json["id"].get<std::string>());
            if (place == places_.end()) return;
            const NewStory& story = new_stories_[place->second];
            hits.push_back({search.name, story.version, render_hit(describe_hit(search, story, json))});
        });
    }

  private:
    void write_ids(std::int64_t after_run) const {
        std::ofstream file(program_.ids, std::ios::binary | std::ios::trunc);
        for (const NewStory& story : new_stories_)
            if (story.version.run > after_run) file << story.id << '\n';
        file.close();
        if (!file) throw make_io_error("write", program_.ids.string(), errno);
    }

    [[nodiscard]] SearchHitEntry describe_hit(const SavedSearch& search, const NewStory& story,
                                              const Json& json) const {
        SearchHitEntry hit{search.name, {}, {}, 0};
        const Article article = generation_.read(story.document);
        hit.story = describe_story(article);
        if (search.query.empty()) {
            // Nothing of the text was searched: what was asked is proved by the value's own sentence.
            const Proof proof = prove_filters(search, article);
            hit.sentence = proof.quote;
            hit.page = proof.page;
            return hit;
        }
        if (json.contains("snippet") && json["snippet"].is_string())
            hit.sentence = plain_text(json["snippet"].get<std::string>());
        if (json.contains("page") && json["page"].is_number()) hit.page = json["page"].get<int>();
        return hit;
    }

    static Proof prove_filters(const SavedSearch& search, const Article& article) {
        for (const Field facet : kFacets)
            for (const auto& [option, value] : search.filters)
                if (option == field_row(facet).name && article.slugs(facet).size() == 1)
                    return find_proof(article, facet, article.slugs(facet).front());
        return find_proof(article, Field::grade, "");
    }

    const SearchRun& program_;
    const OpenedGeneration& generation_;
    const std::vector<StoryPrint>& stories_;
    StateStore& state_;
    std::vector<NewStory> new_stories_;
    std::unordered_map<std::string, std::size_t> places_;  ///< id -> index in new_stories_
};

}  // namespace

std::vector<SearchErrorEntry> find_new_hits(const std::vector<SavedSearch>& searches, const SearchRun& program,
                                            const OpenedGeneration& generation, const std::vector<StoryPrint>& stories,
                                            std::int64_t run, StateStore& state) {
    std::vector<SearchErrorEntry> errors;
    std::vector<SearchHit> hits;
    std::vector<std::pair<std::string, SearchPosition>> positions;
    std::vector<std::int64_t> after(searches.size(), run);
    for (std::size_t i = 0; i < searches.size(); ++i)
        if (const auto known = state.find_search(searches[i].name); known && known->text == searches[i].text())
            after[i] = known->run;
    HitFinder finder(program, generation, stories, state);
    if (!after.empty()) finder.list_new_stories(*std::min_element(after.begin(), after.end()));
    for (std::size_t i = 0; i < searches.size(); ++i) {
        const SavedSearch& search = searches[i];
        const std::string error = search.error.empty() ? finder.run(search, after[i], hits) : search.error;
        if (error.empty())
            positions.emplace_back(search.name, SearchPosition{search.text(), run});
        else
            errors.push_back({search.name, search.place, error});
    }
    state.transact([&] {
        for (const auto& [name, position] : positions) state.set_search(name, position);
        for (const SearchHit& hit : hits) state.add_hit(hit, run);
    });
    return errors;
}

}  // namespace findings
