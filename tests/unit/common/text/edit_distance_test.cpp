#include "common/text/edit_distance.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/options/nearest_name.hpp"

using namespace findings;

namespace {

/// The whole table of distances, without a limit.
std::size_t distance_by_hand(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> cells(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cells[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cells[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            cells[i][j] = std::min(
                {cells[i - 1][j] + 1, cells[i][j - 1] + 1, cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cells[i][j] = std::min(cells[i][j], cells[i - 2][j - 2] + 1);
        }
    return cells[a.size()][b.size()];
}

}  // namespace

TEST_CASE("a letter more, less, other, or two swapped is one edit") {
    CHECK(edit_distance("grade", "grade", 9) == 0);
    CHECK(edit_distance("grade", "grades", 9) == 1);
    CHECK(edit_distance("grade", "grad", 9) == 1);
    CHECK(edit_distance("grade", "grape", 9) == 1);
    CHECK(edit_distance("grade", "gradee", 9) == 1);
    CHECK(edit_distance("grade", "grdae", 9) == 1);
    CHECK(edit_distance("rgade", "grade", 9) == 1);
    CHECK(edit_distance("graed", "grade", 9) == 1);
    // Two letters apart are not neighbours.
    CHECK(edit_distance("abc", "cba", 9) == 2);
    CHECK(edit_distance("ca", "abc", 9) == 3);
    CHECK(edit_distance("", "", 0) == 0);
    CHECK(edit_distance("", "abc", 9) == 3);
    CHECK(edit_distance("abc", "", 9) == 3);
    CHECK(edit_distance("", "abc", 2) == 3);
}

TEST_CASE("beyond the limit the distance is one more than it") {
    CHECK(edit_distance("kent", "mersey", 0) == 1);
    CHECK(edit_distance("kent", "kant", 0) == 1);
    CHECK(edit_distance("kent", "kent", 0) == 0);
    CHECK(edit_distance("kent", "kin", 1) == 2);
    CHECK(edit_distance("kent", "kin", 2) == 2);
}

TEST_CASE("random words are as far apart as the whole table says, up to any limit") {
    std::mt19937 random(3);
    const auto draw = [&] {
        std::string word(random() % 9, 'a');
        for (char& c : word) c = static_cast<char>('a' + random() % 3);
        return word;
    };
    std::size_t wrong = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string a = draw();
        const std::string b = draw();
        const std::size_t whole = distance_by_hand(a, b);
        for (std::size_t limit = 0; limit < 10; ++limit)
            if (edit_distance(a, b, limit) != std::min(whole, limit + 1)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the nearest name is one edit away for each three letters typed, the first of equals") {
    const std::vector<std::string> names{"grade", "grace", "region", "theme"};
    CHECK(nearest_name("grade", names) == "grade");
    CHECK(nearest_name("grabe", names) == "grade");
    CHECK(nearest_name("grae", names) == "grade");
    CHECK(nearest_name("gra", names).empty());
    CHECK(nearest_name("regoin", names) == "region");
    CHECK(nearest_name("rgeoin", names) == "region");
    CHECK(nearest_name("rgeoni", names).empty());
    CHECK(nearest_name("ab", {"a"}) == "a");
    CHECK(nearest_name("a", {"bcd"}).empty());
    CHECK(nearest_name("", {"a"}) == "a");
    CHECK(nearest_name("", {"ab"}).empty());
    CHECK(nearest_name("abc", {"abd", "abc"}) == "abc");
    CHECK(nearest_name("abc", {}).empty());
}
