#include "indexer/io/hash_file.hpp"

#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

TEST_CASE("the hash of a file is that of its bytes, whatever its name and however long it is") {
    const test::TempFolder folder;
    CHECK(hash_file(folder.write("empty", "")) == "99aa06d3014798d86001c324468d497f");
    const std::string first = hash_file(folder.write("a", "good"));
    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(hash_file(folder.write("b", "good")) == first);
    CHECK(hash_file(folder.write("c", "goof")) != first);
    // Longer than the buffer: every part counts, the last one too.
    std::string text(600'000, 'x');
    const std::string whole = hash_file(folder.write("long", text));
    text.back() = 'y';
    CHECK(hash_file(folder.write("long", text)) != whole);
    text.back() = 'x';
    text.front() = 'y';
    CHECK(hash_file(folder.write("long", text)) != whole);
}

TEST_CASE("what is no file is an error, also a pipe that nobody writes to") {
    const test::TempFolder folder;
    const auto path = folder.path() / "pipe";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const auto hash = [](const std::filesystem::path& file) {
        return test::error_text(Status::io_error, [&] { static_cast<void>(hash_file(file)); });
    };
    CHECK(hash(path).find("pipe is not a regular file") != std::string::npos);
    CHECK(hash(folder.path()).find("is not a regular file") != std::string::npos);
    CHECK(hash(folder.path() / "none").starts_with("cannot read "));
}

TEST_CASE("a request to stop ends the hashing of a file") {
    const test::TempFolder folder;
    const auto path = folder.write("a", std::string(600'000, 'x'));
    int asked = 0;
    CHECK_FALSE(test::error_text(Status::interrupted, [&] {
                    static_cast<void>(hash_file(path, [&] { return ++asked == 2; }));
                }).empty());
    CHECK(asked == 2);
}
