#include "indexer/exports/exported_story.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "common/index/position_pack.hpp"
#include "indexer/exports/opensearch_format.hpp"
#include "indexer/exports/solr_format.hpp"
#include "tests/unit/support/segment.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

Article make_report() {
    Article article;
    article.id = "r1";
    article.source = "kent/r1.txt";
    article.title = "Safeguarding re-inspection";
    article.text = "The caf\u00e9 \U0001F600 re-inspection.\nStaff live at 12 Elm Tree Road now.";
    article.dropped = "Cookies policy";
    article.published = "2023-03-17";
    Evidence evidence;
    evidence.rule = "declared";
    article.values.emplace_back(Field::kind, "report", "Report", evidence);
    article.values.emplace_back(Field::grade, "good", "Good", evidence);
    article.values.emplace_back(Field::theme, "staffing", "Staffing", evidence);
    article.awards.push_back({"example-home", "four-point", "good", "inadequate", "improved", false, {}});
    Finding finding;
    finding.form = FindingForm::recommendation;
    finding.pieces = {{article.text.find("Staff"), article.text.size()}};
    finding.themes = {"leadership"};
    finding.repeats = {{"gone#1-abcd", true, true}};
    article.findings.push_back(finding);
    return article;
}

Article make_home() {
    Article article = make_report();
    Evidence evidence;
    evidence.rule = "declared";
    article.values.emplace_back(Field::type, "childrens-home", "Children's home", evidence);
    return article;
}

/// A story as it is stored, and what is exported of it.
struct Exported {
    explicit Exported(const Article& article, std::vector<std::string> withdrawn = {}) {
        test::write_segment(folder.path() / "segment", {article});
        document = Xapian::Database((folder.path() / "segment").string()).get_document(1);
        StoryExporter exporter("g1", std::move(withdrawn));
        story = exporter.make(document, article);
        stems = exporter.stems();
    }
    [[nodiscard]] nlohmann::json opensearch() const {
        const std::string lines = make_opensearch_lines(story);
        return nlohmann::json::parse(lines.substr(lines.find('\n') + 1));
    }
    [[nodiscard]] nlohmann::json solr() const { return nlohmann::json::parse(make_solr_document(story)); }

    test::TempFolder folder;
    Xapian::Document document;
    ExportedStory story;
    std::map<std::string, std::string> stems;
};

using Positions = std::vector<std::uint32_t>;

std::map<std::string, Positions> list_positions(const ExportWords& words) {
    std::map<std::string, Positions> places;
    for (const Token& token : words.tokens) places[token.term].push_back(token.position);
    return places;
}

}  // namespace

TEST_CASE("exported words stand where the index has them") {
    const Exported exported(make_report());
    const std::string packed = exported.document.get_value(kSlotPositions);
    const auto places = list_positions(exported.story.words.at("words"));
    CHECK(places.contains("reinspection"));
    for (const auto& [word, found] : places) {
        Positions indexed;
        PositionView(packed).find(hash_word(word), indexed);
        CHECK_MESSAGE(found == indexed, word);
    }
}

TEST_CASE("every word has its stem") {
    const Exported exported(make_report());
    CHECK(exported.stems.at("safeguarding") == "safeguard");
    const auto& words = exported.story.words.at("words").tokens;
    const auto& stems = exported.story.words.at("stems").tokens;
    REQUIRE(words.size() == stems.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(stems[i].term == exported.stems.at(words[i].term));
        CHECK(stems[i].position == words[i].position);
    }
}

TEST_CASE("OpenSearch: a block is a value, joined forms stand apart") {
    const auto json = Exported(make_report()).opensearch();
    CHECK(json["words"] ==
          nlohmann::json{"safeguarding re inspection", "the cafe re inspection", "staff live at 12 elm tree road now"});
    CHECK(json["words_joined"] == nlohmann::json{"reinspection"});
    CHECK(json["title_words"] == nlohmann::json{"safeguarding re inspection"});
    CHECK(json["dropped_words"] == nlohmann::json{"cookies policy"});
}

TEST_CASE("Solr: positions as increments, offsets in UTF-16 units of the stored text") {
    const auto json = Exported(make_report()).solr();
    const auto words = nlohmann::json::parse(json["words"].get<std::string>());
    CHECK(words["v"] == "1");
    const std::string text = words["str"];
    CHECK(text == make_report().title + "\n" + make_report().text);
    std::vector<std::string> terms;
    std::size_t position = 0;
    std::size_t start = 0;
    for (const auto& token : words["tokens"]) {
        terms.push_back(token["t"]);
        position += token["i"].get<std::size_t>();
        CHECK(token["s"].get<std::size_t>() >= start);
        start = token["s"];
    }
    // The joined form stands at its first part, behind it.
    REQUIRE(terms.size() > 4);
    CHECK(terms[1] == "re");
    CHECK(terms[2] == "reinspection");
    CHECK(words["tokens"][2]["i"] == 0);
    // Title of 26 units and its line end; "The ", "café ", the emoji counts two.
    const auto at = std::find(terms.begin() + 4, terms.end(), "re") - terms.begin();
    CHECK(words["tokens"][static_cast<std::size_t>(at)]["s"] == 27 + 4 + 5 + 3);
    CHECK(position == 3 + 100 + 4 + 100 + 8);
}

TEST_CASE("the last word of a title and the first of the text are a gap apart in both") {
    const auto words = Exported(make_report()).story.words.at("words").tokens;
    CHECK(words[3].position == 3);
    CHECK(words[4].position == 104);
}

TEST_CASE("a children's home's address is in no text and no word, others keep theirs") {
    const Exported home(make_home());
    CHECK(home.opensearch().dump().find("elm") == std::string::npos);
    CHECK(home.opensearch().dump().find("Elm") == std::string::npos);
    CHECK(home.solr().dump().find("elm") == std::string::npos);
    CHECK(home.solr().dump().find("Elm") == std::string::npos);
    // A phrase does not close over the gap.
    CHECK(home.opensearch()["words"][2] == "staff live at * * * * now");
    CHECK(home.opensearch()["findings"][0]["words"][0] == "staff live at * * * * now");
    CHECK(Exported(make_report()).opensearch()["words"][2] == "staff live at 12 elm tree road now");
}

TEST_CASE("news keep words and headline, their text is not shown") {
    Article news = make_report();
    Evidence evidence;
    evidence.rule = "declared";
    news.values.front() = FacetValue(Field::kind, "news", "News", evidence);
    news.publisher = "Kent Online";
    const Exported exported(news);
    CHECK(exported.opensearch()["title"] == news.title);
    CHECK_FALSE(exported.opensearch().contains("text"));
    CHECK_FALSE(exported.opensearch()["findings"][0].contains("text"));
    CHECK(exported.opensearch()["text_public"] == false);
    CHECK_FALSE(exported.opensearch().contains("licence"));
    CHECK(exported.opensearch()["attribution"] == "Kent Online");
    const auto words = nlohmann::json::parse(exported.solr()["words"].get<std::string>());
    CHECK_FALSE(words.contains("str"));
    CHECK(words["tokens"].size() > 10);
    const auto title = nlohmann::json::parse(exported.solr()["title_words"].get<std::string>());
    CHECK(title["str"] == news.title);
    CHECK(Exported(make_report()).opensearch()["licence"] == "Open Government Licence v3.0");
}

TEST_CASE("what an award says together stands in one nested document") {
    const auto award = Exported(make_report()).opensearch()["awards"][0];
    CHECK(award["provider"] == "example-home");
    CHECK(award["provider_grade"] == "example-home/good");
    CHECK(award["previous"] == "inadequate");
    CHECK(award["inferred"] == false);
    const auto solr = Exported(make_report()).solr()["awards"][0];
    CHECK(solr["unit"] == "award");
    CHECK(solr["key"] == "award/r1/1");
    CHECK(solr["award_provider_grade"] == "example-home/good");
}

TEST_CASE("themes of a finding are its own, the rest is its story's") {
    const auto finding = Exported(make_report()).opensearch()["findings"][0];
    CHECK(finding["theme"] == nlohmann::json{"leadership"});
    CHECK(finding["grade"] == nlohmann::json{"good"});
    CHECK(finding["form"] == "recommendation");
    CHECK(finding["addressee"] == "provider");
}

TEST_CASE("what repeats a withdrawn article does not name it") {
    CHECK(Exported(make_report()).opensearch()["findings"][0]["repeated"] == "yes");
    const auto finding = Exported(make_report(), {"gone"}).opensearch()["findings"][0];
    CHECK(finding["repeated"] == "no");
    CHECK_FALSE(finding.contains("repeats"));
    StoryExporter exporter("g1", {"r1"});
    CHECK(exporter.is_withdrawn(make_report()));
    Article other = make_report();
    other.id = "r2";
    CHECK_FALSE(exporter.is_withdrawn(other));
    other.copies.push_back({"r1", "", "", "", "", ""});
    CHECK(exporter.is_withdrawn(other));
}

TEST_CASE("days are days, undated and ungraded stories have none and sort last") {
    const auto json = Exported(make_report()).opensearch();
    CHECK(json["published"] == "2023-03-17");
    CHECK_FALSE(json.contains("inspected"));
    CHECK(json["by_inspected"] == "2023-03-17");
    CHECK(json["order"] == 1);
    CHECK(Exported(make_report()).solr()["published"] == "2023-03-17T00:00:00Z");
    Article bare;
    bare.id = "x";
    bare.text = "No day and no grade.";
    const auto empty = Exported(bare).opensearch();
    for (const char* field : {"published", "date", "sort_grade", "sort_provider", "url", "publisher"})
        CHECK_MESSAGE(!empty.contains(field), field);
    CHECK(json.contains("sort_grade"));
}

TEST_CASE("an id of any length is one of OpenSearch's, and a long address no reason to lose the story") {
    Article article = make_report();
    article.id = std::string(2000, 'x');
    article.url = "https://example.org/" + std::string(40000, 'y') + "\u00e9";
    const Exported exported(article);
    const std::string lines = make_opensearch_lines(exported.story);
    const auto action = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
    CHECK(action["index"]["_id"].get<std::string>().size() <= 512);
    CHECK(exported.opensearch()["id"].get<std::string>().size() == 2000);
    CHECK(exported.opensearch()["url"].get<std::string>().size() <= 32766);
}

TEST_CASE("the descriptions name every field of a document") {
    const Exported exported(make_home());
    const auto mapping = nlohmann::json::parse(make_opensearch_index(0))["mappings"]["properties"];
    const std::string schema = make_solr_schema();
    const auto json = exported.opensearch();
    for (const auto& field : json.items()) {
        CHECK_MESSAGE(mapping.contains(field.key()), field.key());
        if (field.key() == "awards" || field.key() == "findings")
            for (const auto& inner : field.value()[0].items())
                CHECK_MESSAGE(mapping[field.key()]["properties"].contains(inner.key()), inner.key());
    }
    const auto has_field = [&](const std::string& name) {
        return schema.find("<field name=\"" + name + "\"") != std::string::npos;
    };
    const auto document = exported.solr();
    for (const auto& field : document.items()) {
        if (field.key() != "awards" && field.key() != "findings") {
            CHECK_MESSAGE(has_field(field.key()), field.key());
            continue;
        }
        for (const auto& inner : field.value()[0].items()) CHECK_MESSAGE(has_field(inner.key()), inner.key());
    }
    const auto limit = [](std::size_t most) {
        return nlohmann::json::parse(
                   make_opensearch_index(most))["settings"]["index"]["mapping"]["nested_objects"]["limit"]
            .get<std::size_t>();
    };
    CHECK(limit(5) == 10'000);
    CHECK(limit(10'001) == 10'001);
}
