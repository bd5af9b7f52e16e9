#include "indexer/readers/ocr/remembered_reader.hpp"

#include <map>

#include <doctest/doctest.h>

using namespace findings;

namespace {

struct CountingReader : PageReader {
    int pages = 0;
    std::string failure;
    PageReading read(const PagePicture& picture) override {
        ++pages;
        PageReading reading{{100, 100, 90, {}}, failure};
        reading.text.words.push_back({"w" + std::to_string(picture.width), 1, 2, 3, 4, false, true});
        return reading;
    }
};

struct Shelf {
    std::map<std::string, std::string> kept;
    PageMemory memory{[this](const std::string& key) -> std::optional<std::string> {
                          const auto found = kept.find(key);
                          if (found == kept.end()) return std::nullopt;
                          return found->second;
                      },
                      [this](const std::string& key, std::string_view reading) { kept[key] = reading; }};
};

}  // namespace

TEST_CASE("the same picture is read once, another one or another way again") {
    CountingReader reader;
    Shelf shelf;
    RememberedReader remembered(&reader, shelf.memory, "auto");
    const PagePicture picture{2, 1, 200, "ab"};
    const PageReading first = remembered.read(picture);
    CHECK(remembered.read(picture).text == first.text);
    CHECK(reader.pages == 1);
    remembered.read({2, 1, 200, "ac"});
    CHECK(reader.pages == 2);
    remembered.read({1, 2, 200, "ab"});
    CHECK(reader.pages == 3);
    RememberedReader other(&reader, shelf.memory, "cym");
    other.read(picture);
    CHECK(reader.pages == 4);
}

TEST_CASE("what is damaged or was not read is not taken from memory") {
    CountingReader reader;
    Shelf shelf;
    RememberedReader remembered(&reader, shelf.memory, "auto");
    const PagePicture picture{2, 1, 200, "ab"};
    remembered.read(picture);
    for (auto& [key, bytes] : shelf.kept) bytes = "damaged";
    remembered.read(picture);
    CHECK(reader.pages == 2);
    shelf.kept.clear();
    reader.failure = "it took too long";
    CHECK(remembered.read(picture).failure == "it took too long");
    CHECK(shelf.kept.empty());
}
