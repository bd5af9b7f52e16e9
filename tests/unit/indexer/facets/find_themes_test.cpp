#include "indexer/facets/find_themes.hpp"

#include <doctest/doctest.h>

#include "indexer/facets/lexicon.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

/// "+" or "-" or "+-" for a theme that was found, "" for one that was not.
std::string direction_of(const CleanArticle& article, std::string_view slug) {
    for (const FoundTheme& theme : find_themes(read_article(article), {.kind = "report"}))
        if (theme_slug(theme.theme) == slug)
            return std::string(theme.strength ? "+" : "") + (theme.weakness ? "-" : "");
    return "none";
}

}  // namespace

TEST_CASE("everything under a heading of improvement is a weakness") {
    const auto article =
        make_article("Inspection of Anyshire", {"Caseloads are well managed in most teams.", "What needs to improve",
                                                "Return home interviews for children who go missing from home."});
    CHECK(direction_of(article, "missing") == "-");
}

TEST_CASE("a negation turns praise into a fault") {
    CHECK(direction_of(make_article("", {"Placement stability is not effective."}), "placements") == "-");
    CHECK(direction_of(make_article("", {"Placement stability is highly effective."}), "placements") == "+");
}

TEST_CASE("figures of speech and verbs are no cues") {
    CHECK(direction_of(make_article("", {"Managers failed to send the plans to the court in a poor environment."}),
                       "send") == "none");
}
