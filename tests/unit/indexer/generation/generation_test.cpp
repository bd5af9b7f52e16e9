// From stories in a spool to a generation on disk and back.
#include "common/index/generation.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/facet_columns.hpp"
#include "common/index/facet_pack.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/record.hpp"
#include "indexer/generation/generation_metadata.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/generation/merge_segments.hpp"
#include "indexer/generation/write_facet_columns.hpp"
#include "indexer/generation/write_segments.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/publish/verify_generation.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

Article article(int number) {
    Article result;
    result.id = "id" + std::to_string(number);
    result.source = "s" + std::to_string(number);
    // Long enough that thirty of them fill several segments.
    for (int i = 0; i < 10000; ++i) result.text += "word" + std::to_string((number * 7 + i) % 50) + ' ';
    result.values.emplace_back(Field::provider, "p" + std::to_string(number % 3), "P " + std::to_string(number % 3),
                               Evidence{Where::declared, "p", "declared"});
    Finding finding;
    for (int i = 0; i < number % 4; ++i) {
        finding.pieces = {{static_cast<std::size_t>(100 * i), static_cast<std::size_t>(100 * i + 60)}};
        finding.themes = {"staffing"};
        result.findings.push_back(finding);
    }
    return result;
}

/// Thirty stories spooled and written with some number of threads; the merged generation's path.
std::filesystem::path build(const std::filesystem::path& folder, std::size_t jobs, std::size_t& segments) {
    SpooledArticles articles;
    std::vector<Story> stories;
    {
        SpoolWriter spool(spool_path(folder, 0), 0);
        for (int i = 0; i < 30; ++i) {
            SpooledArticle entry;
            entry.id = article(i).id;
            spool.append(encode_record(article(i)), "", "", entry);
            articles.push_back(entry);
            stories.push_back({static_cast<std::size_t>(i), {}});
        }
        spool.flush();
    }
    std::vector<SpoolReader> spools;
    spools.emplace_back(spool_path(folder, 0));
    WrittenStories written = write_segments(stories, articles, spools, {folder, jobs, {}, {}, {}});
    segments = written.segments.size();
    written.segments.push_back(folder / "metadata");
    write_metadata_segment(written.segments.back(), {"20260101T000000Z-00000001", "2026-01-01T00:00:00Z", 7, {}, {}},
                           written);
    merge_segments(written.segments, folder / "generation");
    merge_segments(written.finding_segments, folder / "generation" / kFindingsName, {}, glass::MergedTags::deflated);
    write_facet_columns(folder / "generation");
    write_manifest(folder / "generation");
    return folder / "generation";
}

}  // namespace

TEST_CASE("segments merge in the order of the stories, whatever the threads did") {
    const test::TempFolder one;
    const test::TempFolder two;
    std::size_t segments = 0;
    const Xapian::Database a(build(one.path(), 1, segments).string());
    CHECK(segments > 1);
    const Xapian::Database b(build(two.path(), 4, segments).string());
    REQUIRE(a.get_doccount() == 30);
    REQUIRE(b.get_doccount() == 30);
    for (Xapian::docid id = 1; id <= 30; ++id) {
        CHECK(decode_record(a.get_document(id).get_data()).id == "id" + std::to_string(id - 1));
        CHECK(a.get_document(id).get_data() == b.get_document(id).get_data());
    }
    CHECK(std::equal(a.allterms_begin(), a.allterms_end(), b.allterms_begin()));
}

TEST_CASE("a generation carries its own metadata") {
    const test::TempFolder folder;
    std::size_t segments = 0;
    const Xapian::Database database(build(folder.path(), 2, segments).string());
    const auto get = [&](std::string_view key) { return database.get_metadata(std::string(key)); };
    CHECK(get(metadata::kFormat) == std::to_string(kIndexFormat));
    CHECK(get(metadata::kSequence) == "7");
    CHECK(get(metadata::kStopWords).find("the\n") != std::string::npos);
    CHECK(get(metadata::kCounts).find("\"stories\":30") != std::string::npos);
    CHECK(get(metadata::kCoverage).find("\"provider\":30") != std::string::npos);
    CHECK(get(std::string(metadata::kLabels) + "grade").find("inadequate\tInadequate\n") != std::string::npos);
    char key[64];
    std::snprintf(key, sizeof key, "findings.label.provider.%012llx", static_cast<unsigned long long>(value_id("p2")));
    CHECK(get(key) == "p2\tP 2");
}

TEST_CASE("every finding of every story is a document, in the order of the stories, whatever the threads did") {
    const test::TempFolder one;
    const test::TempFolder two;
    std::size_t segments = 0;
    const Xapian::Database a((build(one.path(), 1, segments) / kFindingsName).string());
    const Xapian::Database b((build(two.path(), 4, segments) / kFindingsName).string());
    Xapian::docid id = 0;
    for (std::uint32_t story = 1; story <= 30; ++story)
        for (std::size_t number = 1; number <= (story - 1) % 4; ++number) {
            const Xapian::Document document = a.get_document(++id);
            const FindingPlace place = unpack_finding_place(document.get_value(kSlotStory));
            CHECK(place.story == story);
            CHECK(place.number == number);
            CHECK(b.get_document(id).get_value(kSlotStory) == document.get_value(kSlotStory));
        }
    CHECK(a.get_doccount() == id);
    CHECK(a.get_termfreq("Qid1") == 1);
    CHECK(a.get_termfreq("XWKstaffing") == id);
    CHECK(std::equal(a.allterms_begin(), a.allterms_end(), b.allterms_begin()));
}

TEST_CASE("findings that are not those of the stored articles are damage, sound hashes or not") {
    const test::TempFolder folder;
    const test::TempFolder other;
    std::size_t segments = 0;
    const std::filesystem::path generation = build(folder.path(), 1, segments);
    CHECK_FALSE(verify_generation(generation).has_value());
    const auto write = [&](const std::vector<FindingPlace>& places) {
        std::filesystem::remove_all(generation / kFindingsName);
        {
            Xapian::WritableDatabase database((generation / kFindingsName).string(), Xapian::DB_CREATE);
            for (const FindingPlace& place : places) {
                Xapian::Document document;
                document.add_value(kSlotStory, pack_finding_place(place));
                database.add_document(document);
            }
            database.commit();
        }
        write_facet_columns(generation);
        write_manifest(generation);
        return verify_generation(generation).value_or("sound");
    };
    std::vector<FindingPlace> places;
    for (std::uint32_t story = 1; story <= 30; ++story)
        for (std::size_t number = 1; number <= (story - 1) % 4; ++number) places.push_back({story, number});
    CHECK(write(places) == "sound");
    std::swap(places[3], places[4]);
    CHECK(write(places).find("the findings differ from those of the stored articles") != std::string::npos);
    std::swap(places[3], places[4]);
    places.push_back({30, 2});
    CHECK(write(places).find("there are findings without an article") != std::string::npos);
    places.resize(places.size() - 2);
    CHECK(write(places).find("the findings differ from those of the stored articles") != std::string::npos);
}

TEST_CASE("one changed byte in any file of a generation is found") {
    const test::TempFolder folder;
    std::size_t segments = 0;
    const std::filesystem::path generation = build(folder.path(), 1, segments);
    CHECK_FALSE(verify_generation(generation).has_value());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(generation)) {
        if (entry.is_directory() || entry.file_size() == 0) continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto middle = static_cast<std::streamoff>(entry.file_size() / 2);
        file.seekg(middle);
        const int byte = file.get();
        file.seekp(middle);
        file.put(static_cast<char>(byte ^ 1));
        file.close();
        CHECK_MESSAGE(verify_generation(generation).has_value(), entry.path().string());
        std::fstream again(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        again.seekp(middle);
        again.put(static_cast<char>(byte));
    }
    CHECK_FALSE(verify_generation(generation).has_value());
    std::ofstream(generation / "extra") << "x";
    CHECK(verify_generation(generation).has_value());
}

TEST_CASE("damage with sound hashes, done before the manifest was written, is found by Xapian's own check") {
    const test::TempFolder folder;
    std::size_t segments = 0;
    const std::filesystem::path generation = build(folder.path(), 1, segments);
    const std::filesystem::path table = generation / "postlist.glass";
    const std::string sound = test::read_file(table);
    constexpr std::size_t kBlockBytes = 8192;
    for (std::size_t block = 0; block < sound.size(); block += kBlockBytes) {
        std::string damaged = sound;
        // How much of the block is free: nothing but the check looks at it.
        for (std::size_t at = block + 5; at < block + 9; ++at) damaged[at] = '\xff';
        std::ofstream(table, std::ios::binary | std::ios::trunc) << damaged;
        write_manifest(generation);
        CHECK(verify_generation(generation).has_value());
    }
    std::ofstream(table, std::ios::binary | std::ios::trunc) << sound;
    write_manifest(generation);
    CHECK_FALSE(verify_generation(generation).has_value());
}

TEST_CASE("a merge and a check of a generation end when the run is asked to stop, and that is no damage") {
    const test::TempFolder folder;
    std::size_t segments = 0;
    const std::filesystem::path generation = build(folder.path(), 1, segments);
    // Asked so often that a signal is noticed on the way, not at the end of the step.
    const auto stops_after = [](int times) { return [times]() mutable { return times-- == 0; }; };
    const auto status_of = [](const auto& step) {
        try {
            step();
        } catch (const Error& error) {
            return error.status();
        }
        return Status::ok;
    };
    CHECK(status_of([&] { merge_segments({generation}, folder.path() / "merged", stops_after(3)); }) ==
          Status::interrupted);
    CHECK(std::filesystem::exists(generation));
    CHECK(status_of([&] { write_manifest(generation, stops_after(2)); }) == Status::interrupted);
    CHECK(status_of([&] { verify_generation(generation, stops_after(2)); }) == Status::interrupted);
    CHECK(status_of([&] { verify_generation(generation, stops_after(20)); }) == Status::interrupted);
    CHECK_FALSE(verify_generation(generation, stops_after(1000)).has_value());
}

TEST_CASE("facet columns that say something else than the documents are found, sound hashes or not") {
    const test::TempFolder folder;
    std::size_t segments = 0;
    const std::filesystem::path generation = build(folder.path(), 1, segments);
    FacetColumnsMaker maker;
    const Xapian::Database database(generation.string());
    for (int i = 0; i < 30; ++i) {
        Article other = article(i);
        if (i == 17) other.values.clear();
        const std::string packed = pack_facets(other);
        maker.add(FacetView(packed), database.get_doclength(static_cast<Xapian::docid>(i + 1)));
    }
    std::ofstream(generation / kFacetColumnsName, std::ios::binary | std::ios::trunc) << maker.encode();
    write_manifest(generation);
    CHECK(verify_generation(generation) == generation.string() + ": the facet columns differ from the stored articles");
    std::filesystem::remove(generation / kFacetColumnsName);
    write_manifest(generation);
    CHECK(verify_generation(generation).value_or("").find("cannot open") != std::string::npos);
}

TEST_CASE("a published generation is live, and pruning spares it") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path() / "ix"};
    std::filesystem::create_directories(layout.root);
    CHECK(live_generation(layout).empty());
    std::size_t segments = 0;
    for (const char* name : {"one", "two", "three"}) {
        const test::TempFolder building;
        const auto built = build(building.path(), 1, segments);
        std::filesystem::create_directories(layout.generations());
        std::filesystem::copy(built, layout.root / "built", std::filesystem::copy_options::recursive);
        add_generation(layout, layout.root / "built", name);
    }
    make_live(layout, "one");
    CHECK(live_generation(layout) == "one");
    CHECK(Xapian::Database(layout.current().string()).get_doccount() == 30);
    prune_generations(layout, 1);
    CHECK(std::filesystem::exists(layout.generation("one")));
    std::ofstream(layout.current()) << "remote localhost:1\n";
    CHECK_THROWS(live_generation(layout));
}
