#include "indexer/publish/verify_generation.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/unit/support/generation.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

constexpr Xapian::docid kNoneDamaged = 4;

std::vector<Article> make_stories(int first, int count) {
    std::vector<Article> stories;
    for (int i = first; i < first + count; ++i) {
        Article story;
        story.id = "id" + std::to_string(i);
        story.text = "Inspectors visited nursery number" + std::to_string(i) + ".";
        stories.push_back(story);
    }
    return stories;
}

}  // namespace

TEST_CASE("a generation of another format is named as such, one without a format too") {
    const test::TempFolder folder;
    CHECK_FALSE(verify_generation(test::write_generation(folder.path() / "sound", make_stories(0, 3))).has_value());
    const std::string ours = std::to_string(kIndexFormat);
    const auto old = test::write_generation(folder.path() / "old", make_stories(0, 3), "1");
    CHECK(verify_generation(old) == old.string() + " is of format 1, this program reads " + ours);
    const auto none = test::write_generation(folder.path() / "none", make_stories(0, 3), "");
    CHECK(verify_generation(none) == none.string() + " is of format unknown, this program reads " + ours);
}

TEST_CASE("the first and the last record are read, sound hashes or not") {
    for (const Xapian::docid damaged : {1U, 2U, 3U, kNoneDamaged}) {
        const test::TempFolder folder;
        const Xapian::Database whole(test::write_generation(folder.path() / "whole", make_stories(0, 3)).string());
        const auto generation = folder.path() / "ix";
        Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
        for (Xapian::docid id = 1; id <= 3; ++id) {
            Xapian::Document document;
            document.add_value(kSlotFacets, whole.get_document(id).get_value(kSlotFacets));
            document.set_data(id == damaged ? "no record" : whole.get_document(id).get_data());
            database.add_document(document);
        }
        database.set_metadata(std::string(metadata::kFormat), std::to_string(kIndexFormat));
        database.commit();
        database.close();
        test::write_findings_segment(generation / kFindingsName, {});
        write_facet_columns(generation);
        write_manifest(generation);
        const auto damage = verify_generation(generation);
        REQUIRE(damage.has_value() == (damaged != kNoneDamaged));
        if (damage) CHECK(damage->starts_with(generation.string() + ": "));
    }
}

TEST_CASE("what is no database at all is damage that is told, not an end of the program") {
    const test::TempFolder folder;
    folder.write("ix/iamglass", "x");
    write_manifest(folder.path() / "ix");
    CHECK(verify_generation(folder.path() / "ix").value_or("").starts_with((folder.path() / "ix").string() + ": "));
    CHECK(verify_generation(folder.path() / "nowhere") == (folder.path() / "nowhere").string() + " has no manifest");
}

TEST_CASE("a generation that is changed, cut short, or has lost or gained a file is named with that file") {
    const test::TempFolder folder;
    const auto generation = test::write_generation(folder.path() / "ix", make_stories(0, 3));
    const std::string sound = test::read_file(generation / "facets");
    std::filesystem::remove(generation / "facets");
    CHECK(check_manifest(generation) == generation.string() + ": facets is not as it was written");
    std::ofstream(generation / "facets", std::ios::binary) << sound.substr(0, sound.size() - 1);
    CHECK(check_manifest(generation) == generation.string() + ": facets is not as it was written");
    std::ofstream(generation / "facets", std::ios::binary | std::ios::trunc) << sound;
    CHECK_FALSE(check_manifest(generation).has_value());
    // Behind all others, so that none of them differs.
    std::ofstream(generation / "zz") << "x";
    CHECK(check_manifest(generation) == generation.string() + " holds more files than were written");
}

TEST_CASE("stories that are gone are counted among those that were there") {
    const test::TempFolder folder;
    const auto before = test::write_generation(folder.path() / "before", make_stories(0, 12));
    const auto after = test::write_generation(folder.path() / "after", make_stories(5, 20));
    std::size_t stories = 99;
    CHECK(count_lost_stories(before, after, stories) == 5);
    CHECK(stories == 12);
    CHECK(count_lost_stories(before, before, stories) == 0);
    CHECK(stories == 12);
    CHECK(count_lost_stories(folder.path() / "nowhere", after, stories) == 0);
    CHECK(stories == 0);
}
