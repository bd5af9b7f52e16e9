#include "searcher/render/describe_hit.hpp"

#include <doctest/doctest.h>

namespace findings::testing {
namespace {

Hit make_graded_hit(std::string role) {
    Hit hit;
    Evidence proof;
    proof.rule = "earlier-inspection";
    proof.role = std::move(role);
    hit.article.values = {{Field::grade, "inadequate", "Inadequate", proof}, {Field::was, "good", "Good", proof}};
    hit.article.awards = {{"kent", "four-point", "inadequate", "good", "declined", false, {}}};
    return hit;
}

}  // namespace

TEST_CASE("a grade before that another article says is called computed; one that the text says is not") {
    CHECK(describe_hit(make_graded_hit("computed")).find("Inadequate (was Good, computed)") != std::string::npos);
    CHECK(describe_hit(make_graded_hit("previous")).find("Inadequate (was Good)") != std::string::npos);
}

TEST_CASE("only the value that is the award's own makes its grade before computed") {
    Hit hit = make_graded_hit("computed");
    hit.article.awards[0].previous = "outstanding";
    CHECK(name_previous(hit.article, hit.article.awards[0]) == "Outstanding");
    // A grade given under the role is no grade before.
    CHECK_FALSE(hit.article.has_computed("inadequate"));
}

}  // namespace findings::testing
