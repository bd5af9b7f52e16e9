#include "indexer/facets/theme/find_themes.hpp"

#include <doctest/doctest.h>

#include "indexer/language/lexicon.hpp"
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

TEST_CASE("a row that grades an area is no finding about a theme") {
    const auto article = make_article("", {"Behaviour and attitudes: inadequate"});
    const auto found = [&](std::vector<Span> judged) {
        return !find_themes(read_article(article), {.kind = "report", .judged = std::move(judged)}).empty();
    };
    CHECK(found({}));
    CHECK_FALSE(found({article.sentences.front()}));
}

TEST_CASE("a glossary of grades makes no finding") {
    CHECK(direction_of(make_article("", {"A local authority that is inadequate is one where children are not "
                                         "protected and are harmed."}),
                       "safeguarding") == "none");
    CHECK(direction_of(make_article("", {"Children are not protected and are harmed."}), "safeguarding") == "-");
}

TEST_CASE("a plain statement is told like the sentence before it in its paragraph") {
    CHECK(direction_of(make_article("", {"Recording is poor. Daily notes stop at Easter."}), "records") == "-");
    CHECK(direction_of(make_article("", {"Recording is excellent. Daily notes are kept."}), "records") == "+");
}

TEST_CASE("a plain statement is told like the grade, and a turn is told against it") {
    const auto told = [](double tone, const char* sentence) {
        const auto article = make_article("", {sentence});
        const auto found = find_themes(read_article(article), {.kind = "news", .tone = tone});
        return found.empty() ? 0 : int{found.front().strength} - int{found.front().weakness};
    };
    CHECK(told(1, "Social workers carry caseloads of sixteen.") == 1);
    CHECK(told(-1, "Social workers carry caseloads of sixteen.") == -1);
    CHECK(told(1, "But social workers carry caseloads of thirty.") == -1);
}

TEST_CASE("less of a trouble is praise, and less of anything else a fault") {
    CHECK(direction_of(make_article("", {"Caseloads have fallen to sixteen."}), "staffing") == "+");
    CHECK(direction_of(make_article("", {"Physical restraint has not been used since March."}), "behaviour") == "+");
    CHECK(direction_of(make_article("", {"School attendance has fallen to 82 per cent."}), "education") == "-");
}

TEST_CASE("not being protected from a trouble is a fault") {
    CHECK(direction_of(make_article("", {"Children were not protected from harm."}), "safeguarding") == "-");
    CHECK(direction_of(make_article("", {"Inspectors found no serious concerns about safeguarding practice."}),
                       "safeguarding") == "+");
}

TEST_CASE("a sentence about an earlier inspection is no finding of this one") {
    const auto article = make_article("", {"In 2021 inspectors found that restraint was used too often."});
    const ThemeContext context{.kind = "news", .past = {article.sentences.front()}};
    CHECK(find_themes(read_article(article), context).empty());
}

TEST_CASE("the names of services and the replies of providers are no findings") {
    CHECK(direction_of(make_article("", {"Staff of the youth justice service attend the meetings."}),
                       "youth-justice") == "none");
    CHECK(direction_of(make_article("", {"A spokesman said that its training was now good."}), "training") == "none");
}

TEST_CASE("a care home is not faulted for what only children's services do") {
    const auto article = make_article("", {"Relatives are not told when carers change."});
    CHECK(find_themes(read_article(article), {.kind = "news", .types = {"care-home"}}).empty());
    CHECK_FALSE(find_themes(read_article(article), {.kind = "news", .types = {"council-services"}}).empty());
}

TEST_CASE("a line that opens the pages on an area ends the section on what to improve") {
    const auto article = make_article(
        "Inspection of Anyshire", {"What needs to improve", "The timeliness of initial health assessments.",
                                   "The experiences and progress of children who need help and protection: outstanding",
                                   "Short breaks are varied and children who go missing are well supported."});
    CHECK(direction_of(article, "health") == "-");
    CHECK(direction_of(article, "missing") == "+");
}

TEST_CASE("what a story quotes in the first person is a reply, no finding") {
    const auto told = [](const char* sentence) {
        return !find_themes(read_article(make_article("", {"One.", "Two.", "Three.", sentence})), {.kind = "news"})
                    .empty();
    };
    CHECK_FALSE(told("She said: \"We are proud of our staff training.\""));
    CHECK(told("Inspectors said staff training was excellent."));
}

TEST_CASE("what a story of some length mentions once behind its lead is told in passing") {
    const auto has_complaints = [](std::size_t sentences, std::size_t at, ThemeContext context) {
        std::vector<std::string> paragraphs(sentences, "The visit took place in the first week of March last year.");
        paragraphs[at] = "Complaints from parents and complaints from neighbours of the school were handled badly.";
        CleanArticle article;
        for (const std::string& text : paragraphs) {
            if (!article.body.empty()) article.body += "\n\n";
            const Span span{article.body.size(), article.body.size() + text.size()};
            article.body += text;
            article.blocks.push_back({BlockRole::paragraph, 0, span});
            article.sentences.push_back(span);
        }
        for (const FoundTheme& theme : find_themes(read_article(article), context))
            if (theme_slug(theme.theme) == "complaints") return true;
        return false;
    };
    const std::vector<std::string_view> one{"school"};
    CHECK_FALSE(has_complaints(20, 12, {.kind = "news", .types = one}));
    CHECK(has_complaints(19, 12, {.kind = "news", .types = one}));
    CHECK(has_complaints(20, 1, {.kind = "news", .types = one}));
    CHECK(has_complaints(20, 12, {.kind = "report", .types = one}));
    CHECK(has_complaints(20, 12, {.kind = "news", .types = {"school", "school"}}));
}
