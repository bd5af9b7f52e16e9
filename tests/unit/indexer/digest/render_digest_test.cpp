#include "indexer/digest/render_digest.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace findings;

namespace {

Digest digest() {
    Digest digest;
    digest.from = "g1";
    digest.to = "g2";
    digest.from_built_at = "2026-11-21T02:00:00Z";
    digest.to_built_at = "2026-11-22T02:00:00Z";
    digest.stories = 1240;
    return digest;
}

}  // namespace

TEST_CASE("a quiet night is one line") {
    CHECK(render_digest_text(digest()) == "Findings, 2026-11-22: nothing new since 2026-11-21 (1240 stories)\n");
    Digest first = digest();
    first.from.clear();
    CHECK(render_digest_text(first) ==
          "Findings, 2026-11-22: 1240 stories; the first generation, news begins with the next\n");
    CHECK(nlohmann::json::parse(render_digest_json(digest())).at("quiet") == true);
}

TEST_CASE("text shows five entries of a section, JSON all") {
    Digest many = digest();
    for (int i = 0; i < 8; ++i) many.stories_gone.add({"id", "s" + std::to_string(i), "Title", "", "Kent"});
    const std::string text = render_digest_text(many);
    CHECK(text.find("\nStories gone (8)\n  Kent: Title (s0)\n") != std::string::npos);
    CHECK(text.find("(s4)\n  and 3 more\n") != std::string::npos);
    const auto json = nlohmann::json::parse(render_digest_json(many));
    CHECK(json.at("format_version") == 1);
    CHECK(json.at("stories_gone").at("count") == 8);
    CHECK(json.at("stories_gone").at("entries").size() == 8);
}

TEST_CASE("each search shows three hits, so that none hides another") {
    Digest many = digest();
    for (int i = 0; i < 8; ++i) many.search_hits.add({"chatty", {"id", "s", "Title", "", ""}, "", 0});
    many.search_hits.add({"rare", {"id", "s", "Rare title", "", ""}, "The sentence.", 4});
    const std::string text = render_digest_text(many);
    CHECK(text.find("Saved searches: new hits (9)") != std::string::npos);
    CHECK(text.find("  [chatty] and 5 more\n  [rare] Rare title (s)\n      “The sentence.” (page 4)\n") !=
          std::string::npos);
}

TEST_CASE("rows beyond the limit are counted, not kept") {
    Section<int> section;
    for (std::size_t i = 0; i < kMaxSectionRows + 3; ++i) section.add(0);
    CHECK(section.rows.size() == kMaxSectionRows);
    CHECK(section.count == kMaxSectionRows + 3);
}

TEST_CASE("titles and quotes drive no terminal and stay on their line") {
    Digest one = digest();
    one.stories_changed.add({"id", "s", "A\x1b[2J\ntitle\xc2\x9b", "2026-01-01", ""});
    const std::string text = render_digest_text(one);
    CHECK(text.find("  A [2J title (s, 2026-01-01)\n") != std::string::npos);
}

TEST_CASE("areas without an overall grade are told by their names") {
    Digest one = digest();
    GradeEntry entry;
    entry.provider = "Heronsgate";
    entry.judgements = {"inclusion:strong-standard", "safeguarding:met"};
    entry.judgement_labels = {"Inclusion: Strong standard", "Safe\x1bguarding: Met"};
    one.new_grades.add(entry);
    const std::string text = render_digest_text(one);
    CHECK(text.find("no overall grade. Inclusion: Strong standard; Safe guarding: Met\n") != std::string::npos);
    CHECK(text.find("strong-standard") == std::string::npos);
}

TEST_CASE("a long quote is cut at a word, never inside a letter") {
    Digest one = digest();
    GradeEntry entry;
    entry.provider = "Kent";
    entry.grade = "inadequate";
    for (int i = 0; i < 200; ++i) entry.proof.quote += "é";
    one.new_grades.add(entry);
    const std::string text = render_digest_text(one);
    CHECK(text.find("é …”") != std::string::npos);
    CHECK_NOTHROW(nlohmann::json(text).dump());
}

TEST_CASE("a hit survives the state") {
    const SearchHitEntry hit{"falls", {"id", "a/b.txt", "Title", "2026-01-02", "Kent"}, "A \"sentence\".", 3};
    const SearchHitEntry again = parse_hit(render_hit(hit));
    CHECK(again.search == "falls");
    CHECK(again.story.title == "Title");
    CHECK(again.story.provider == "Kent");
    CHECK(again.sentence == hit.sentence);
    CHECK(again.page == 3);
    CHECK(parse_hit("nonsense").search.empty());
}
