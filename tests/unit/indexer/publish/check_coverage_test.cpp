// Which loss of facet values counts: of watched facets, in stories of both generations, the worst.
#include "indexer/publish/check_coverage.hpp"

#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/generation.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// How many of ten stories have a value, first to last; every story has a theme as long as `themes` says.
struct Coverage {
    int provider = 10;
    int grade = 10;
    int region = 10;
    int theme = 10;
};

Article make_story(int number, const Coverage& coverage, const std::string& published) {
    Article article;
    article.id = "id" + std::to_string(number);
    article.source = article.id + ".txt";
    article.published = published;
    article.text = "Inspectors visited nursery number" + std::to_string(number) + ".";
    const auto add = [&](Field facet, int known, const char* slug) {
        if (number < known) article.values.emplace_back(facet, slug, slug, Evidence{Where::declared, slug, "declared"});
    };
    add(Field::provider, coverage.provider, "kent");
    add(Field::grade, coverage.grade, "good");
    add(Field::region, coverage.region, "london");
    add(Field::theme, coverage.theme, "staffing");
    return article;
}

std::filesystem::path write(const std::filesystem::path& folder, const Coverage& coverage,
                            const std::string& published = "2024-05-01",
                            const std::string& format = std::to_string(kIndexFormat)) {
    std::vector<Article> stories;
    for (int i = 0; i < 10; ++i) stories.push_back(make_story(i, coverage, published));
    return test::write_generation(folder, stories, format);
}

/// "facet before>after" of the loss between ten stories that have all and others; "none".
std::string loss(const Coverage& now, double max_percent = 20, const Coverage& before = {}) {
    const test::TempFolder folder;
    const auto found = find_coverage_loss(write(folder.path() / "old", before),
                                          write(folder.path() / "new", now, "2025-01-02"), max_percent);
    if (!found) return "none";
    return std::string(field_row(found->facet).name) + ' ' + std::to_string(found->before) + '>' +
           std::to_string(found->after);
}

}  // namespace

TEST_CASE("providers, grades and regions are watched, whatever the day of a story is now; themes come and go") {
    CHECK(loss({}) == "none");
    CHECK(loss({.provider = 2}) == "provider 10>2");
    CHECK(loss({.grade = 0}) == "grade 10>0");
    CHECK(loss({.region = 4}) == "region 10>4");
    CHECK(loss({.theme = 0}) == "none");
    // More than before is no loss.
    CHECK(loss({}, 20, {.provider = 0, .grade = 0, .region = 0}) == "none");
}

TEST_CASE("the worst fall is told, in percent of what was there and not in stories") {
    CHECK(loss({.provider = 5, .grade = 3, .region = 4}) == "grade 10>3");
    CHECK(loss({.provider = 3, .grade = 5, .region = 5}) == "provider 10>3");
    CHECK(loss({.provider = 4, .region = 0}, 20, {.region = 5}) == "region 5>0");
    CHECK(loss({.provider = 5, .grade = 5}) == "provider 10>5");
}

TEST_CASE("five values less are noticed, four are not, and the limit itself is let through") {
    CHECK(loss({.grade = 6}) == "none");
    CHECK(loss({.grade = 5}) == "grade 10>5");
    CHECK(loss({.grade = 5}, 50) == "none");
    CHECK(loss({.grade = 5}, 49.9) == "grade 10>5");
    CHECK(loss({.grade = 0}, 100) == "none");
}

TEST_CASE("only stories of both generations are compared, wherever they stand") {
    const test::TempFolder folder;
    std::vector<Article> before;
    std::vector<Article> after;
    for (int i = 0; i < 40; ++i) {
        // Of 0 to 29 before and 10 to 39 after, the twenty in both keep their grade but for the last six.
        if (i < 30) before.push_back(make_story(i, {0, 40, 0, 0}, ""));
        if (i >= 10) after.push_back(make_story(i, {0, 24, 0, 0}, ""));
    }
    std::reverse(after.begin(), after.end());
    const auto found = find_coverage_loss(test::write_generation(folder.path() / "old", before),
                                          test::write_generation(folder.path() / "new", after), 20);
    REQUIRE(found.has_value());
    CHECK(found->before == 20);
    CHECK(found->after == 14);
}

TEST_CASE("a generation of another format is not compared, a damaged old one has nothing to lose") {
    const test::TempFolder folder;
    const auto whole = write(folder.path() / "whole", {});
    const auto bare = write(folder.path() / "bare", {.grade = 0});
    CHECK(find_coverage_loss(whole, bare, 20).has_value());
    const auto older = write(folder.path() / "older", {}, "2024-05-01", "1");
    CHECK_FALSE(find_coverage_loss(older, bare, 20).has_value());
    CHECK_FALSE(find_coverage_loss(whole, write(folder.path() / "newer", {.grade = 0}, "", "99"), 20).has_value());
    std::ofstream(bare / "iamglass", std::ios::trunc) << "x";
    CHECK_FALSE(find_coverage_loss(bare, whole, 20).has_value());
    // A new one that cannot be read is refused.
    try {
        static_cast<void>(find_coverage_loss(whole, bare, 20));
        FAIL("a damaged new generation was compared");
    } catch (const Error& error) {
        CHECK(error.status() == Status::refused);
        CHECK(std::string(error.what()).find("bare cannot be read") != std::string::npos);
    }
}
