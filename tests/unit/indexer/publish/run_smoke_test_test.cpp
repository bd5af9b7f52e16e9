// The smoke test asks as a reader would; here with databases in which some words or stories cannot be found.
#include "indexer/publish/run_smoke_test.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "common/text/analyzer.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

constexpr int kNone = -1;

Article make_story(int number, const std::string& text) {
    Article story;
    story.id = "id" + std::to_string(number);
    story.source = story.id + ".txt";
    story.text = text;
    return story;
}

/// Stories as a stub names them: found by each word and its stem, but for number `unfound`, whose words are not
/// indexed.
std::filesystem::path write(const test::TempFolder& folder, const std::string& name,
                            const std::vector<Article>& stories, int unfound = kNone) {
    Analyzer analyzer;
    Xapian::WritableDatabase database((folder.path() / name).string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (std::size_t i = 0; i < stories.size(); ++i) {
        Xapian::Document document;
        document.set_data(encode_record(stories[i]));
        document.add_boolean_term(exact_term(Field::id, stories[i].id));
        std::vector<Token> tokens;
        analyzer.tokenize(stories[i].text, tokens);
        for (const Token& token : tokens) {
            if (static_cast<int>(i) == unfound) break;
            document.add_term(token.term);
            document.add_term("Z" + analyzer.stem(token.term));
        }
        database.add_document(document);
    }
    database.commit();
    return folder.write(name + "-stub", "auto " + name + "\n");
}

std::vector<Article> make_stories(int count) {
    std::vector<Article> stories;
    for (int i = 0; i < count; ++i)
        stories.push_back(make_story(i, fmt::format("Inspectors visited nursery number{} again.", i)));
    return stories;
}

/// Whether each of `count` stories, made unfindable one at a time, is noticed; the numbers of those that are.
std::vector<int> asked_of(int count) {
    std::vector<int> asked;
    const test::TempFolder folder;
    const std::vector<Article> stories = make_stories(count);
    for (int i = 0; i < count; ++i)
        if (run_smoke_test(write(folder, std::to_string(i), stories, i), {})) asked.push_back(i);
    return asked;
}

}  // namespace

TEST_CASE("every story of a small generation is asked for, sixteen evenly spread ones of a larger") {
    CHECK(asked_of(1) == std::vector<int>{0});
    CHECK(asked_of(16).size() == 16);
    CHECK(asked_of(17).size() == 16);
    std::vector<int> every_third;
    for (int i = 0; i < 16; ++i) every_third.push_back(3 * i);
    CHECK(asked_of(48) == every_third);
}

TEST_CASE("an empty generation has no fault, and one that cannot be opened has") {
    const test::TempFolder folder;
    CHECK_FALSE(run_smoke_test(write(folder, "empty", {}), {}).has_value());
    const auto stub = folder.write("bad-stub", "auto nowhere\n");
    CHECK(run_smoke_test(stub, {}).value_or("").starts_with(stub.string() + ": "));
}

TEST_CASE("words of four letters and more that are no stop words are asked for, three of them spread over the text") {
    const test::TempFolder folder;
    const auto words = [&](const std::string& name, const std::string& text) {
        return run_smoke_test(write(folder, name, {make_story(0, text)}, 0), {}).value_or("none");
    };
    CHECK(words("short", "An old inn ran dry.") == "none");
    CHECK(words("stops", "They were there with them and this.") == "none");
    CHECK(words("four", "An old mill ran dry.") ==
          "the words mill do not find the story id0 (id0.txt) they were taken from");
    CHECK(words("three", "alpha bravo charlie") ==
          "the words alpha bravo charlie do not find the story id0 (id0.txt) they were taken from");
    CHECK(words("six", "alpha bravo\ncharlie delta\nfoxtrot golf") ==
          "the words bravo delta golf do not find the story id0 (id0.txt) they were taken from");
    CHECK(words("nine", "alpha bravo charlie delta foxtrot golf hotel india juliet").find(" bravo foxtrot india ") !=
          std::string::npos);
}

TEST_CASE("nothing behind the first two thousand words is asked for, and a line is read whole") {
    const test::TempFolder folder;
    std::string text;
    for (int i = 0; i < 2000; ++i) text += fmt::format("early{}\n", i);
    for (int i = 0; i < 2000; ++i) text += fmt::format("late{}\n", i);
    const std::string fault = run_smoke_test(write(folder, "long", {make_story(0, text)}, 0), {}).value_or("");
    CHECK(fault.find("the words early333 early1000 early1666 do not find") != std::string::npos);
}

TEST_CASE("stories of the live generation with the same text must still be found by their words") {
    const test::TempFolder folder;
    const std::vector<Article> before = make_stories(40);
    write(folder, "live", before);
    // In the new one twenty more stand in front, so that other places are asked.
    std::vector<Article> after;
    for (int i = 0; i < 24; ++i) after.push_back(make_story(100 + i, fmt::format("Other stories told here {}.", i)));
    after.insert(after.end(), before.begin(), before.end());
    CHECK_FALSE(run_smoke_test(write(folder, "sound", after), folder.path() / "live").has_value());
    // Of 40 in the live one number 5 is asked for; it is 29 of 64 in the new one, which alone asks for every fourth.
    const auto broken = write(folder, "broken", after, 29);
    CHECK_FALSE(run_smoke_test(broken, {}).has_value());
    CHECK(run_smoke_test(broken, folder.path() / "live").value_or("").find("the story id5 (id5.txt)") !=
          std::string::npos);
    // Another text need not have yesterday's words, and a story that is gone is counted elsewhere.
    std::vector<Article> changed = after;
    changed[29].text = "Something else altogether happened.";
    CHECK_FALSE(run_smoke_test(write(folder, "changed", changed), folder.path() / "live").has_value());
    std::vector<Article> fewer = after;
    fewer.erase(fewer.begin() + 29);
    CHECK_FALSE(run_smoke_test(write(folder, "fewer", fewer), folder.path() / "live").has_value());
    // A live one that cannot be read has nothing to ask.
    CHECK_FALSE(run_smoke_test(broken, folder.path() / "nowhere").has_value());
    folder.write("live/iamglass", "x");
    CHECK_FALSE(run_smoke_test(broken, folder.path() / "live").has_value());
}

TEST_CASE("a live generation whose records cannot be read has nothing to ask") {
    const test::TempFolder folder;
    write(folder, "live", make_stories(3));
    {
        Xapian::WritableDatabase database((folder.path() / "live").string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        Xapian::Document document = database.get_document(2);
        document.set_data("no record");
        database.replace_document(2, document);
        database.commit();
    }
    CHECK_FALSE(run_smoke_test(write(folder, "new", make_stories(3)), folder.path() / "live").has_value());
}
