// Whole nights, with generations of a few invented stories and times of our choice.
#include "indexer/digest/publish_digest.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "indexer/digest/digest_files.hpp"
#include "tests/unit/indexer/digest/invented_story.hpp"
#include "tests/unit/support/segment.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
using test::InventedStory;

namespace {

/// An index root whose nights are publications at noon of a day.
class Nights {
  public:
    Nights() : layout_{folder_.path()} {
        std::filesystem::create_directories(layout_.generations());
        std::filesystem::create_directories(layout_.reports());
    }

    /// Publishes the stories that stand in `stories` and returns the digest's text.
    std::string publish(const std::string& day) {
        write_generation(day);
        warnings = publish_digest({layout_, day, before_, day + "T12:00:00Z", rejected, {}, false, {}, folder_.path()});
        before_ = day;
        return test::read_file(layout_.reports() / (day + ".digest.txt"));
    }

    std::vector<Article> stories;
    std::vector<Rejection> rejected;
    std::vector<std::string> warnings;
    [[nodiscard]] const IndexLayout& layout() const { return layout_; }

  private:
    void write_generation(const std::string& name) {
        std::filesystem::remove_all(layout_.generation(name));
        test::write_segment(layout_.generation(name), stories);
        Xapian::WritableDatabase database(layout_.generation(name).string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
        database.set_metadata(std::string(metadata::kFormat), std::to_string(kIndexFormat));
        database.set_metadata(std::string(metadata::kBuiltAt), name + "T12:00:00Z");
        database.commit();
    }

    test::TempFolder folder_;
    IndexLayout layout_;
    std::string before_;
};

Article story(const std::string& id, const std::string& provider, const std::string& grade, const std::string& day) {
    return InventedStory{.id = id, .provider = provider, .grade = grade, .inspected = day, .text = "About " + id + '.'}
        .make();
}

bool has(const std::string& text, std::string_view part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the first night begins, the second tells, the third is quiet") {
    Nights nights;
    nights.stories = {story("a", "kent", "good", "2022-03-01")};
    CHECK(nights.publish("2026-01-01") ==
          "Findings, 2026-01-01: 1 story; the first generation, news begins with the next\n");
    CHECK(nights.warnings.empty());
    nights.stories.push_back(story("b", "kent", "inadequate", "2024-05-10"));
    CHECK(has(nights.publish("2026-01-02"),
              "The kent: Inadequate, before Good (computed): a fall, inspected 2024-05-10"));
    CHECK(nights.publish("2026-01-03") == "Findings, 2026-01-03: nothing new since 2026-01-02 (2 stories)\n");
}

TEST_CASE("what a run could not tell, the next one tells") {
    Nights nights;
    nights.stories = {story("a", "kent", "good", "2022-03-01")};
    nights.publish("2026-01-01");
    nights.stories.push_back(story("b", "kent", "inadequate", "2024-05-10"));
    std::filesystem::rename(nights.layout().reports(), nights.layout().root / "aside");
    std::ofstream(nights.layout().reports()) << "a file where the folder should be";
    CHECK_THROWS_AS(nights.publish("2026-01-02"), findings::Error);
    std::filesystem::remove(nights.layout().reports());
    std::filesystem::rename(nights.layout().root / "aside", nights.layout().reports());
    CHECK(has(nights.publish("2026-01-03"), "The kent: Inadequate"));
    CHECK(has(nights.publish("2026-01-04"), "nothing new since 2026-01-03"));
}

TEST_CASE("when the generation told last is gone, the one that was live is compared with") {
    Nights nights;
    nights.stories = {story("a", "kent", "good", "2022-03-01")};
    nights.publish("2026-01-01");
    nights.publish("2026-01-02");
    std::filesystem::remove(nights.layout().state());
    nights.stories.push_back(story("b", "slough", "good", "2022-05-01"));
    CHECK(has(nights.publish("2026-01-03"), "1 story new"));
    REQUIRE(nights.warnings.size() == 1);
    CHECK(has(nights.warnings.front(), "state.sqlite was not there"));
}

TEST_CASE("a source that brought stories each day and then none is told once") {
    Nights nights;
    nights.stories = {story("first", "kent", "good", "2022-03-01")};
    nights.publish("2026-01-01");
    for (const char* day : {"2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06"}) {
        nights.stories.push_back(story(day, "kent", "", "2022-03-01"));
        nights.stories.back().source = "online/" + std::string(day) + ".html";
        CHECK(has(nights.publish(day), "1 story new"));
    }
    CHECK(has(nights.publish("2026-01-12"), "nothing new"));
    CHECK(has(nights.publish("2026-01-20"),
              "Sources that fell silent (1)\n  online: nothing new since 2026-01-06, before that every day\n"));
    CHECK(has(nights.publish("2026-01-21"), "nothing new"));
}

TEST_CASE("a story under another id, or folded into another, is not new") {
    Nights nights;
    nights.stories = {story("a", "kent", "good", "2022-03-01"), story("b", "hull", "good", "2022-03-02")};
    nights.publish("2026-01-01");
    nights.stories[0].id = "a2";
    Copy copy;
    copy.id = "b";
    nights.stories[1].id = "c";
    nights.stories[1].copies.push_back(copy);
    const std::string text = nights.publish("2026-01-02");
    CHECK(has(text, "0 stories new, 0 changed, 0 gone"));
    CHECK(has(text, "1 story moved: the same text under another id"));
    CHECK(has(nights.publish("2026-01-03"), "nothing new"));
}

TEST_CASE("the same input gives the same digest") {
    const auto json = [] {
        Nights nights;
        nights.stories = {story("a", "kent", "good", "2022-03-01"), story("x", "york", "good", "2022-03-01")};
        nights.publish("2026-01-01");
        nights.stories = {story("b", "kent", "inadequate", "2024-05-10"), story("c", "hull", "good", "2024-05-10")};
        nights.rejected = {{"bad.pdf", RejectionReason::encrypted, "locked", 0, "remove the password"}};
        nights.publish("2026-01-02");
        return load_digest(nights.layout(), "2026-01-01", "2026-01-02", true).value();
    };
    CHECK(json() == json());
    Nights nights;
    CHECK_FALSE(load_digest(nights.layout(), "2026-01-01", "2026-01-02", true));
}
