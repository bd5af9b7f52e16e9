#include "indexer/io/write_file.hpp"

#include <csignal>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// As if the disk were full: no file grows beyond `bytes`.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

std::string error_of(void (*write)(const std::filesystem::path&, std::string_view), const std::filesystem::path& path,
                     std::string_view text) {
    const std::string error = test::error_text(Status::io_error, [&] { write(path, text); });
    return error.substr(0, error.find(" | "));
}

}  // namespace

TEST_CASE("a file is replaced whole, its folder made, and nothing is left beside it") {
    const test::TempFolder folder;
    const auto path = folder.path() / "reports" / "run.json";
    replace_file(path, "first");
    CHECK(test::read_file(path) == "first");
    const std::string large(3 << 20, 'x');
    replace_file(path, large);
    CHECK(test::read_file(path) == large);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST_CASE("on a full disk the old text stands, no part of the new one stays, and the error says so") {
    const test::TempFolder folder;
    const auto path = folder.write("run.json", "old");
    const std::string text(100'000, 'x');
    // The first write is cut short at the limit, the second one fails.
    const FileSizeLimit limit(4096);
    CHECK(error_of(replace_file, path, text) == "cannot write " + path.string() + ".new: File too large");
    CHECK(test::read_file(path) == "old");
    CHECK_FALSE(std::filesystem::exists(path.string() + ".new"));
    const auto fresh = folder.path() / "fresh";
    CHECK(error_of(write_synced, fresh, text) == "cannot write " + fresh.string() + ": File too large");
    CHECK_FALSE(std::filesystem::exists(fresh));
}

TEST_CASE("what cannot be replaced leaves no new file, and what cannot be created is named") {
    const test::TempFolder folder;
    folder.write("taken/by/a/folder", "x");
    const auto taken = folder.path() / "taken";
    CHECK(error_of(replace_file, taken, "text") == "cannot replace " + taken.string() + ": Is a directory");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "taken.new"));
    const auto below_a_file = folder.path() / "taken" / "by" / "a" / "folder" / "run.json";
    CHECK(error_of(replace_file, below_a_file, "text") ==
          "cannot create " + below_a_file.parent_path().string() + ": Not a directory");
    const auto nowhere = folder.path() / "nowhere" / "file";
    CHECK(error_of(write_synced, nowhere, "text") ==
          "cannot create " + nowhere.string() + ": No such file or directory");
}

TEST_CASE("two folders change places, and one that is not there is named") {
    const test::TempFolder folder;
    folder.write("next/text", "new");
    folder.write("place/text", "old");
    const auto next = folder.path() / "next";
    const auto place = folder.path() / "place";
    exchange_folders(next, place, folder.path() / "aside");
    CHECK(test::read_file(place / "text") == "new");
    CHECK(test::read_file(next / "text") == "old");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "aside"));
    CHECK(test::error_text(Status::io_error, [&] {
              exchange_folders(folder.path() / "none", place, folder.path() / "aside");
          }).starts_with("cannot replace " + place.string() + ": No such file or directory"));
    CHECK(test::read_file(place / "text") == "new");
}
