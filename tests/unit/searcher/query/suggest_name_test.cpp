#include "searcher/query/suggest_name.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/text/edit_distance.hpp"

namespace findings {
namespace {

TEST_CASE("edits are inserting, deleting, replacing and swapping neighbours, counted up to a limit") {
    CHECK(edit_distance("good", "good", 2) == 0);
    CHECK(edit_distance("good", "god", 2) == 1);
    CHECK(edit_distance("good", "goood", 2) == 1);
    CHECK(edit_distance("good", "gold", 2) == 1);
    CHECK(edit_distance("good", "ogod", 2) == 1);
    CHECK(edit_distance("abcdef", "badcfe", 3) == 3);
    CHECK(edit_distance("good", "bad", 2) == 3);
    CHECK(edit_distance("", "ab", 5) == 2);
    CHECK(edit_distance("kitten", "sitting", 9) == 3);
}

// The definition, every cell of it.
std::size_t count_edits(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> cells(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            std::size_t& cell = cells[i][j];
            cell = std::max(i, j);
            if (i == 0 || j == 0) continue;
            const std::size_t replaced = cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cell = std::min({replaced, cells[i - 1][j] + 1, cells[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell = std::min(cell, cells[i - 2][j - 2] + 1);
        }
    return cells[a.size()][b.size()];
}

TEST_CASE("edits up to a limit are as many as without one") {
    std::mt19937 random(3);
    const auto word = [&] {
        std::string text(random() % 9, ' ');
        for (char& c : text) c = static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 5000; ++i) {
        const std::string a = word();
        const std::string b = word();
        for (const std::size_t limit : {0U, 1U, 2U, 3U, 20U}) {
            INFO(a << ' ' << b << ' ' << limit);
            CHECK(edit_distance(a, b, limit) == std::min(count_edits(a, b), limit + 1));
        }
    }
    CHECK(edit_distance("good", "bad", std::numeric_limits<std::size_t>::max()) == 3);
}

TEST_CASE("the nearest names come first; a beginning counts as near; nothing near gives nothing") {
    const std::vector<std::string> names{"outstanding", "good",     "requires-improvement",
                                         "inadequate",  "adequate", "met"};
    CHECK(suggest_names("gode", names) == std::vector<std::string>{"good"});
    CHECK(suggest_names("req", names) == std::vector<std::string>{"requires-improvement"});
    CHECK(suggest_names("INADEQUAT", names) == std::vector<std::string>{"inadequate"});
    CHECK(suggest_names("zzzz", names).empty());
    CHECK(suggest_names("", names).empty());
    CHECK(suggest_names("adequate", names, 1) == std::vector<std::string>{"adequate"});
}

TEST_CASE("the hint is a question") {
    const std::vector<std::string> names{"good", "gold", "goad"};
    CHECK(suggest_hint("goo", names) == "did you mean good, gold or goad?");
    CHECK(suggest_hint("gold", names) == "did you mean gold, good or goad?");
    CHECK(suggest_hint("x", {}).empty());
}

}  // namespace
}  // namespace findings
