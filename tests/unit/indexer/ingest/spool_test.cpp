#include "indexer/ingest/spool.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

TEST_CASE("records and their candidates come back from where they were put, through the buffer's limit") {
    const test::TempFolder folder;
    const auto path = spool_path(folder.path(), 7);
    CHECK(path.filename() == "spool-7");
    std::vector<SpooledArticle> entries;
    std::vector<std::pair<std::string, std::string>> written;
    {
        SpoolWriter spool(path, 7);
        const std::size_t buffer = 1U << 20U;
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, buffer - 2, buffer - 1, buffer, 3 * buffer}) {
            written.emplace_back(std::string(size, static_cast<char>('a' + written.size())),
                                 std::string(size % 7, 'c'));
            spool.append(written.back().first, written.back().second, std::string(size % 5, 'i'),
                         entries.emplace_back());
        }
        // What is buffered is not on the disk before it is flushed.
        spool.append("tail", "candidate", "", entries.emplace_back());
        written.emplace_back("tail", "candidate");
        const SpoolReader early(path);
        CHECK(test::error_text(Status::io_error, [&] {
                  static_cast<void>(early.read(entries.back()));
              }).find("cannot read " + path.string()) != std::string::npos);
        spool.flush();
        spool.flush();
        spool.append("more", "", "", entries.emplace_back());
        written.emplace_back("more", "");
        spool.flush();
    }
    SpoolReader first(path);
    const SpoolReader reader(std::move(first));
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < written.size(); ++i) {
        CHECK((reader.read(entries[i]) == written[i].first));
        CHECK((reader.read_candidate(entries[i]) == written[i].second));
        CHECK(entries[i].spool == 7);
        CHECK(entries[i].offset == end);
        const std::string inspections = reader.read_inspections(entries[i]);
        CHECK(inspections == std::string(i < 6 ? written[i].first.size() % 5 : 0, 'i'));
        end += written[i].first.size() + written[i].second.size() + inspections.size();
    }
    CHECK(std::filesystem::file_size(path) == end);
    CHECK(reader.read(end, 0).empty());
}

TEST_CASE("a spool is a file of its own, and one that is not there or cut short is an error") {
    const test::TempFolder folder;
    const auto path = spool_path(folder.path(), 0);
    CHECK(test::error_text(Status::io_error, [&] { const SpoolReader reader(path); }).starts_with("cannot open "));
    {
        SpoolWriter spool(path, 0);
        CHECK(test::error_text(Status::io_error, [&] {
                  const SpoolWriter again(path, 0);
              }).starts_with("cannot create "));
        SpooledArticle entry;
        spool.append("1234567890", "", "", entry);
        spool.flush();
    }
    const SpoolReader reader(path);
    CHECK(reader.read(8, 2) == "90");
    CHECK_FALSE(test::error_text(Status::io_error, [&] { static_cast<void>(reader.read(8, 3)); }).empty());
    CHECK_FALSE(test::error_text(Status::io_error, [&] { static_cast<void>(reader.read(10, 1)); }).empty());
}

TEST_CASE("a full disk is an error when the spool is flushed") {
    if (!std::filesystem::exists("/dev/full")) return;
    const test::TempFolder folder;
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    SpoolWriter spool(spool_path(folder.path(), 0), 0);
    // The writer keeps its file open: another one takes its place.
    for (int descriptor = 3; descriptor < 64; ++descriptor) {
        std::error_code ignored;
        if (std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), ignored) ==
            spool_path(folder.path(), 0))
            ::dup3(full, descriptor, O_CLOEXEC);
    }
    ::close(full);
    SpooledArticle entry;
    spool.append("x", "", "", entry);
    CHECK(test::error_text(Status::io_error, [&] { spool.flush(); }).starts_with("cannot write "));
}
