#include "indexer/digest/state_store.hpp"

#include <fstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

const auto kAll = [](const StoryPrint&) { return true; };

std::vector<std::uint32_t> documents(const std::vector<StoryPrint>& stories) {
    std::vector<std::uint32_t> found;
    for (const StoryPrint& story : stories) found.push_back(story.document);
    return found;
}

}  // namespace

TEST_CASE("a version of a story is new once") {
    const test::TempFolder folder;
    StateStore state(folder.path() / "state.sqlite", "x");
    CHECK(state.is_new());
    const auto one = state.add_publication("g1", "2026-01-01T02:00:00Z");
    CHECK(documents(state.add_versions({{-5, 1, 0, 1}, {3, 1, 0, 2}}, one, kAll)) == std::vector<std::uint32_t>{1, 2});
    const auto two = state.add_publication("g2", "2026-01-02T02:00:00Z");
    // The text of -5 changed, 3 stayed, 4 came; then -5 has its old text again.
    CHECK(documents(state.add_versions({{-5, 2, 0, 7}, {3, 1, 0, 8}, {4, 1, 0, 9}}, two, [](const StoryPrint& story) {
              return story.id == 4;
          })) == std::vector<std::uint32_t>{7, 9});
    const auto three = state.add_publication("g3", "2026-01-03T02:00:00Z");
    CHECK(state.add_versions({{-5, 1, 0, 1}, {4, 1, 0, 2}}, three, kAll).empty());
    REQUIRE(state.list_versions_after(one).size() == 1);
    CHECK(state.list_versions_after(one).front().id == 4);
    CHECK(state.first_seen(-5) == "2026-01-01T02:00:00Z");
    CHECK(state.first_seen(4) == "2026-01-02T02:00:00Z");
    CHECK(state.first_seen(99).empty());
}

TEST_CASE("a search reports a version once, and another text makes it another search") {
    const test::TempFolder folder;
    StateStore state(folder.path() / "state.sqlite", "x");
    const auto run = state.add_publication("g1", "t");
    CHECK_FALSE(state.find_search("a"));
    state.set_search("a", {"care", run});
    CHECK(state.add_hit({"a", {1, 1, 0}, "told"}, run));
    CHECK_FALSE(state.add_hit({"a", {1, 1, 0}, "told again"}, run));
    CHECK(state.add_hit({"a", {1, 2, 0}, "another version"}, run));
    CHECK(state.list_untold_hits().size() == 2);
    CHECK(state.list_untold_hits().front().payload == "told");
    state.set_told(run);
    CHECK(state.list_untold_hits().empty());
    CHECK(state.last_told()->generation == "g1");
    CHECK(state.list_untold().empty());
    state.set_search("a", {"care", run + 1});
    CHECK_FALSE(state.add_hit({"a", {1, 1, 0}, ""}, run));
    state.set_search("a", {"other words", run + 1});
    CHECK(state.add_hit({"a", {1, 1, 0}, ""}, run));
}

TEST_CASE("failures are remembered while they last") {
    const test::TempFolder folder;
    StateStore state(folder.path() / "state.sqlite", "x");
    const Rejection bad{"a.pdf", RejectionReason::encrypted, "locked"};
    state.set_failures({bad}, state.add_publication("g1", "monday"));
    state.set_failures({bad, {"b.pdf", RejectionReason::empty, ""}}, state.add_publication("g2", "tuesday"));
    CHECK(state.failing_since(bad) == "monday");
    CHECK(state.failing_since({"b.pdf", RejectionReason::empty, ""}) == "tuesday");
    CHECK(state.failing_since({"a.pdf", RejectionReason::empty, ""}).empty());
    state.set_failures({}, state.add_publication("g3", "wednesday"));
    CHECK(state.failing_since(bad).empty());
}

TEST_CASE("a transaction is all or nothing") {
    const test::TempFolder folder;
    StateStore state(folder.path() / "state.sqlite", "x");
    CHECK_THROWS(state.transact([&] {
        state.add_publication("g1", "t");
        throw std::runtime_error("killed");
    }));
    CHECK(state.list_untold().empty());
}

TEST_CASE("a damaged state is kept aside, a missing one is not mentioned") {
    const test::TempFolder folder;
    const auto path = folder.path() / "state.sqlite";
    CHECK(StateStore::read(path) == nullptr);
    CHECK_FALSE(std::filesystem::exists(path));
    folder.write("state.sqlite", "this is no database, and long enough to be taken for the head of one");
    CHECK(StateStore::read(path) == nullptr);
    {
        StateStore state(path, "20260101");
        CHECK(state.is_new());
        CHECK(state.notice().find("kept as state.sqlite.damaged-20260101") != std::string::npos);
        CHECK(std::filesystem::exists(path.string() + ".damaged-20260101"));
        state.add_publication("g1", "t");
    }
    StateStore again(path, "x");
    CHECK(again.notice().empty());
    CHECK_FALSE(again.is_new());
    CHECK(StateStore::read(path) != nullptr);
}

TEST_CASE("arrivals are days, each counted once") {
    const test::TempFolder folder;
    StateStore state(folder.path() / "state.sqlite", "x");
    state.add_arrival("kent", "2026-01-02");
    state.add_arrival("kent", "2026-01-02");
    state.add_arrival("kent", "2026-01-01");
    CHECK(state.list_arrivals() == Arrivals{{"kent", {"2026-01-01", "2026-01-02"}}});
}
