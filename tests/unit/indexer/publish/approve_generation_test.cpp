// What may speak against publishing, with generations made of a handful of articles.
#include "indexer/publish/approve_generation.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/generation/write_facet_columns.hpp"
#include "indexer/publish/check_coverage.hpp"
#include "indexer/publish/run_smoke_test.hpp"
#include "tests/unit/support/generation.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

Article make_article(int number, bool graded) {
    Article article;
    article.id = "id" + std::to_string(number);
    article.source = "s" + std::to_string(number) + ".txt";
    article.text = "Inspectors visited nursery number" + std::to_string(number) + ".\nChildren were content there.";
    if (graded)
        article.values.emplace_back(Field::grade, "good", "Good", Evidence{Where::declared, "good", "declared"});
    return article;
}

/// A generation of `stories` articles numbered from `first`, `graded` of which have a grade.
std::filesystem::path write(const std::filesystem::path& folder, int first, int stories, int graded) {
    std::vector<Article> articles;
    for (int i = 0; i < stories; ++i) articles.push_back(make_article(first + i, i < graded));
    return test::write_generation(folder, articles);
}

/// The same generation, but for one term that no story has any more.
std::filesystem::path write_without(const std::filesystem::path& folder, const Xapian::Database& whole,
                                    const std::string& term) {
    std::vector<Xapian::Document> documents(whole.get_doccount());
    for (auto other = whole.allterms_begin(); other != whole.allterms_end(); ++other)
        for (auto at = whole.postlist_begin(*other); *other != term && at != whole.postlist_end(*other); ++at)
            documents[*at - 1].add_term(*other, at.get_wdf());
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE);
    for (Xapian::docid id = 1; id <= documents.size(); ++id) {
        for (Xapian::valueno slot = 0; slot <= kSlotPositions; ++slot)
            documents[id - 1].add_value(slot, whole.get_document(id).get_value(slot));
        documents[id - 1].set_data(whole.get_document(id).get_data());
        database.add_document(documents[id - 1]);
    }
    database.set_metadata(std::string(metadata::kFormat), std::to_string(kIndexFormat));
    database.commit();
    database.close();
    test::write_findings_segment(folder / kFindingsName, {});
    write_facet_columns(folder);
    write_manifest(folder);
    return folder;
}

std::string refusal(const std::filesystem::path& built, const std::filesystem::path& live, bool force = false) {
    try {
        approve_generation(built, live, {20, force});
    } catch (const Error& error) {
        CHECK(error.status() == Status::refused);
        CHECK(error.hint().find("the index people search is as it was") != std::string::npos);
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a sound generation with what the live one has is approved") {
    const test::TempFolder folder;
    const auto live = write(folder.path() / "live", 0, 20, 10);
    CHECK(refusal(write(folder.path() / "new", 0, 30, 10), live) == "none");
    CHECK(refusal(folder.path() / "new", {}) == "none");
}

TEST_CASE("stories and values that would vanish are refused, unless that is meant") {
    const test::TempFolder folder;
    const auto live = write(folder.path() / "live", 0, 20, 10);
    const auto fewer = write(folder.path() / "fewer", 0, 15, 10);
    CHECK(refusal(fewer, live) == "5 of 20 stories (25 %) would vanish, more than --max-loss 20");
    CHECK(refusal(fewer, live, true) == "none");
    const auto ungraded = write(folder.path() / "ungraded", 0, 20, 4);
    CHECK(refusal(ungraded, live) ==
          "6 of 10 stories that had a grade (60 %) would have none, more than --max-loss 20");
    CHECK(refusal(ungraded, live, true) == "none");
}

TEST_CASE("few values prove nothing, and new stories without any are no loss") {
    const test::TempFolder folder;
    const auto live = write(folder.path() / "live", 0, 10, 6);
    CHECK_FALSE(find_coverage_loss(live, write(folder.path() / "four", 0, 10, 2), 20).has_value());
    CHECK(find_coverage_loss(live, write(folder.path() / "five", 0, 10, 1), 20).has_value());
    CHECK_FALSE(find_coverage_loss(live, write(folder.path() / "grown", 0, 100, 6), 20).has_value());
    CHECK_FALSE(find_coverage_loss(live, write(folder.path() / "others", 50, 10, 0), 20).has_value());
    CHECK_FALSE(find_coverage_loss(folder.path() / "nowhere", folder.path() / "others", 20).has_value());
}

TEST_CASE("a generation whose stories are not found by their words is refused, force or not") {
    const test::TempFolder folder;
    // Sound in every file, and nothing of it can be found.
    const Xapian::Database whole(write(folder.path() / "whole", 0, 5, 0).string());
    const auto built = write_without(folder.path() / "new", whole, "visited");
    CHECK(refusal(built, {}, true).find("do not find the story id0 (s0.txt) they were taken from") !=
          std::string::npos);
    const auto stemless = write_without(folder.path() / "stemless", whole, "Zvisit");
    CHECK(refusal(stemless, {}).find("do not find the story") != std::string::npos);
}

TEST_CASE("a damaged generation is refused, force or not, and a damaged live one keeps nothing from being published") {
    const test::TempFolder folder;
    const auto live = write(folder.path() / "live", 0, 20, 10);
    const auto built = write(folder.path() / "new", 0, 20, 10);
    std::ofstream(live / "iamglass", std::ios::trunc) << "x";
    CHECK(refusal(built, live) == "none");
    std::ofstream(built / "postlist.glass", std::ios::app) << "x";
    CHECK(refusal(built, {}, true).find("postlist.glass is not as it was written") != std::string::npos);
}

TEST_CASE("a loss of exactly --max-loss is let through, one story more is not") {
    const test::TempFolder folder;
    const auto live = write(folder.path() / "live", 0, 20, 20);
    CHECK(refusal(write(folder.path() / "four", 0, 16, 16), live) == "none");
    CHECK(refusal(write(folder.path() / "five", 0, 15, 15), live) ==
          "5 of 20 stories (25 %) would vanish, more than --max-loss 20");
    // Values likewise, of stories that are in both.
    const auto wide = write(folder.path() / "wide", 0, 40, 30);
    CHECK(refusal(write(folder.path() / "six", 0, 40, 24), wide) == "none");
    CHECK(refusal(write(folder.path() / "seven", 0, 40, 23), wide) ==
          "7 of 30 stories that had a grade (23 %) would have none, more than --max-loss 20");
}

TEST_CASE("an empty live generation has nothing to lose, and an empty new one is all lost") {
    const test::TempFolder folder;
    const auto empty = write(folder.path() / "empty", 0, 0, 0);
    const auto two = write(folder.path() / "two", 0, 2, 0);
    CHECK(refusal(two, empty) == "none");
    CHECK(refusal(empty, two) == "2 of 2 stories (100 %) would vanish, more than --max-loss 20");
    CHECK(refusal(empty, {}) == "none");
}
