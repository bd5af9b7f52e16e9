// Every form of a query over several indexes whose words and values differ: what one index of all their stories finds,
// in its order, with its counts and scores.
#include <functional>
#include <iterator>
#include <list>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Article make_article(const std::string& id, const std::string& day, const std::string& title, const std::string& text) {
    Article article;
    article.id = id;
    article.source = id + ".txt";
    article.title = title;
    article.text = text;
    article.published = day;
    return article;
}

void add_award(Article& article, const std::string& provider, const std::string& grade, const std::string& previous,
               const std::string& change) {
    article.values.push_back(make_value(Field::provider, provider, provider + " home"));
    article.values.push_back(make_value(Field::grade, grade));
    article.awards.push_back({provider, "four-point", grade, previous, change, false, {}});
}

void add_values(Article& article, const std::vector<std::pair<Field, std::string>>& values) {
    for (const auto& [facet, slug] : values) article.values.push_back(make_value(facet, slug));
}

// No two parts share a word that matters, a spelling, a provider, a theme, a region or a year. The last story of the
// first part has every spelling of a hyphenated word.
std::vector<std::vector<Article>> make_parts() {
    std::vector<Article> first{
        make_article("a1", "2024-05-03", "Quokka fostering", "The re-inspection of the quokka home went well."),
        make_article("a2", "2024-05-02", "Quokka again", "A reinspection found the quokka safe. The DSL left."),
        make_article("a3", "2024-05-02", "Third", "The re inspection and the re-inspection, and a reinspection."),
        make_article("a4", "", "Undated note", "Quokka carers met quokka children; safeguarding was effective."),
    };
    add_award(first[0], "quokka", "good", "inadequate", "improved");
    add_award(first[1], "quokka", "inadequate", "good", "declined");
    add_award(first[2], "quoll", "good", "", "");
    add_values(first[0], {{Field::theme, "missing"}, {Field::region, "south-east"}, {Field::year, "2024"}});
    add_values(first[1], {{Field::theme, "missing"}, {Field::theme, "staffing"}, {Field::region, "south-east"}});
    std::vector<Article> second{
        make_article("b1", "2023-02-03", "Wombat school",
                     "The re inspection of the wombat school; a designated safeguarding lead."),
        make_article("b2", "2023-02-02", "Wombat twice",
                     "The wombat wombat team and its safeguarder stood near the river."),
        make_article("b3", "2024-05-02", "Same day", "A round-up: one wombat, one numbat. Self-harm fell."),
    };
    add_award(second[0], "wombat", "outstanding", "good", "improved");
    add_award(second[2], "numbat", "requires-improvement", "good", "declined");
    add_award(second[2], "wombat", "inadequate", "outstanding", "declined");
    add_values(second[0], {{Field::theme, "attendance"}, {Field::region, "london"}, {Field::year, "2023"}});
    add_values(second[2], {{Field::weakness, "self-harm"}, {Field::region, "london"}});
    std::vector<Article> third{
        make_article("c1", "2022-01-03", "Dingo police", "The dingo force was safe. Self harm rose; self-harming too."),
        make_article("c2", "2022-01-02", "Dingo report", "Nothing about the dingo team near the long river bank."),
    };
    add_values(third[0], {{Field::theme, "domestic-abuse"}, {Field::region, "wales"}, {Field::year, "2022"}});
    add_award(third[1], "dingo", "hmicfrs-adequate", "", "");
    return {first, second, third};
}

struct Form {
    std::string text;
    std::function<void(SearchRequest&)> set = [](SearchRequest&) {};
};

void choose(SearchRequest& request, Field field, const std::string& value, bool exclude = false) {
    request.filters.push_back({field, {value}, exclude});
}

std::vector<Form> list_forms() {
    std::vector<Form> forms;
    for (const char* text : {"",
                             "quokka",
                             "wombat",
                             "nowhere",
                             "quokka wombat",
                             "the",
                             "home school team",
                             "re-inspection",
                             "reinspection",
                             "re inspection",
                             "re-inspecting",
                             "self-harm",
                             "selfharm",
                             "self-harming fell",
                             "DSL",
                             "dsl left",
                             "designated safeguarding lead",
                             "designated safeguarding lead left",
                             "\"wombat school\"",
                             "\"re-inspection of the\"",
                             "\"reinspection\"",
                             "\"the quokka home\" OR \"the wombat school\"",
                             "\"team river\"~5",
                             "team NEAR/4 river",
                             "wombat NEAR river",
                             "safeguard* NEAR/9 river",
                             "quok*",
                             "wom*",
                             "safeg*",
                             "re-insp*",
                             "self-harm* OR quok*",
                             "quokka OR wombat",
                             "quokka OR dingo OR numbat",
                             "quokka AND home",
                             "wombat NOT school",
                             "-quokka",
                             "NOT (quokka OR wombat)",
                             "+wombat river",
                             "(quokka OR dingo) -team",
                             "re-inspection OR dingo",
                             "re-inspection -wombat",
                             "re-inspection quokka",
                             "+re-inspection DSL",
                             "title:wombat",
                             "title:\"wombat school\"",
                             "title:re-inspection",
                             "title:quok*",
                             "-title:dingo",
                             "provider:quokka",
                             "provider:\"dingo home\"",
                             "grade:good",
                             "grade:none",
                             "theme:missing OR theme:attendance",
                             "-theme:missing",
                             "region:wales",
                             "year:2023",
                             "was:good",
                             "change:declined",
                             "published:2023",
                             "date:2022..2023",
                             "published:..2023 dingo",
                             "id:b2",
                             "id:a1 OR id:c1",
                             "source:a1.txt",
                             "weakness:self-harm",
                             "quokka grade:inadequate",
                             "wombat region:london self-harm"})
        forms.push_back({text});
    forms.push_back({"quokka wombat dingo", [](auto& r) { r.match = MatchMode::any; }});
    forms.push_back({"re-inspection self-harm", [](auto& r) { r.match = MatchMode::any; }});
    forms.push_back({"designated safeguarding lead near river", [](auto& r) { r.match = MatchMode::any; }});
    forms.push_back({"quokka wombat", [](auto& r) { r.fall_back_to_any = true; }});
    forms.push_back({"quokka OR (wombat", [](auto& r) { r.plain = true; }});
    forms.push_back({"qoukka", [](auto& r) { r.blame = true; }});
    forms.push_back({"wombat dingo", [](auto& r) { r.blame = true; }});
    forms.push_back({"team", [](auto& r) { r.explain = true; }});
    forms.push_back({"", [](auto& r) { choose(r, Field::grade, "good"); }});
    forms.push_back({"", [](auto& r) {
                         choose(r, Field::provider, "wombat");
                         choose(r, Field::grade, "inadequate");
                     }});
    forms.push_back({"", [](auto& r) {
                         choose(r, Field::provider, "numbat");
                         choose(r, Field::grade, "inadequate");
                     }});
    forms.push_back({"", [](auto& r) { choose(r, Field::region, "none"); }});
    forms.push_back({"home", [](auto& r) { choose(r, Field::theme, "missing", true); }});
    forms.push_back({"", [](auto& r) {
                         choose(r, Field::theme, "missing");
                         choose(r, Field::theme, "staffing");
                         r.all_themes = true;
                     }});
    forms.push_back({"", [](auto& r) {
                         choose(r, Field::was, "good");
                         choose(r, Field::change, "declined");
                     }});
    forms.push_back({"wombat", [](auto& r) { r.worst = "requires-improvement"; }});
    forms.push_back({"", [](auto& r) { r.latest = true; }});
    forms.push_back({"", [](auto& r) {
                         r.latest = true;
                         choose(r, Field::grade, "good");
                     }});
    forms.push_back({"", [](auto& r) {
                         r.since = PartialDate{2023, 0, 0};
                         r.until = PartialDate{2024, 5, 2};
                     }});
    forms.push_back({"team", [](auto& r) { r.until = PartialDate{2022, 0, 0}; }});
    forms.push_back({"", [](auto& r) { r.ids = std::vector<std::string>{"a2", "c1", "nobody"}; }});
    forms.push_back({"", [](auto& r) { r.table = {Field::grade, Field::region}; }});
    forms.push_back({"wombat", [](auto& r) { r.table = {Field::provider, Field::grade}; }});
    forms.push_back({"", [](auto& r) { r.charts = {{Field::year, Field::grade}}; }});
    forms.push_back({"", [](auto& r) { r.limit = 0; }});
    forms.push_back({"", [](auto& r) {
                         r.limit = 2;
                         r.offset = 3;
                     }});
    forms.push_back({"the team", [](auto& r) {
                         r.limit = 1;
                         r.offset = 1;
                     }});
    for (const char* id : {"a1", "b1", "c2"}) forms.push_back({"", [id](auto& r) { r.similar_to = id; }});
    forms.push_back({"river", [](auto& r) { r.similar_to = "b2"; }});
    for (const SortOrder sort :
         {SortOrder::relevance, SortOrder::newest, SortOrder::oldest, SortOrder::grade, SortOrder::provider})
        for (const char* text : {"", "the", "re-inspection", "home OR school OR team"})
            forms.push_back({text, [sort](auto& r) { r.sort = sort; }});
    return forms;
}

std::string describe(const FacetResult& facet) {
    std::string text(field_row(facet.facet).name);
    for (const FacetCount& value : facet.values) text += fmt::format(" {}={}", value.slug, value.count);
    return text + fmt::format(" none={} of {}\n", facet.none, facet.total_values);
}

/// All of an answer but what names the generations.
std::string describe(const Answer& answer) {
    const SearchResult& result = answer.result;
    std::string text =
        fmt::format("{} stories, {} providers, {} undated left out, match {}\n", result.total, result.providers,
                    result.undated_left_out, result.match == MatchMode::all ? "all" : "any");
    for (const Hit& hit : answer.hits) {
        text += fmt::format("{} {} {:.6f}", hit.rank, hit.article.id, hit.score);
        for (const auto& piece : hit.snippet) text += piece.marked ? "[" + piece.text + "]" : piece.text;
        text += '\n';
    }
    for (const FacetResult& facet : result.facets) text += describe(facet);
    const auto add_table = [&](const TableResult& table) {
        for (const auto& row : table.cells) text += fmt::format("{}\n", fmt::join(row, " "));
    };
    if (result.table) add_table(*result.table);
    for (const TableResult& chart : result.charts) add_table(chart);
    for (const auto* lines : {&result.notes, &result.blame, &result.explanation})
        for (const std::string& line : *lines) text += line + '\n';
    return text + result.suggestion;
}

std::string answer_of(const Form& form, SearchContext& context) {
    SearchRequest request;
    request.text = form.text;
    request.fall_back_to_any = false;
    request.count_providers = true;
    request.suggest_filters = true;
    request.facets = {kFacets.begin(), kFacets.end()};
    request.limit = 100;
    form.set(request);
    Answer answer;
    run_search(request, context, answer);
    return describe(answer);
}

struct Indexes {
    Indexes() {
        std::vector<Article> articles;
        for (const std::vector<Article>& part : make_parts()) {
            write_index(parts.emplace_back().path(), part);
            articles.insert(articles.end(), part.begin(), part.end());
        }
        write_index(whole.path(), articles);
    }
    test::TempFolder whole;
    std::list<test::TempFolder> parts = {};
};

TEST_CASE("every form of a query finds over several indexes what it finds in one of all their stories") {
    const Indexes indexes;
    SearchContext whole(open_index({indexes.whole.path()}));
    for (const std::vector<std::size_t>& order : {std::vector<std::size_t>{0, 1, 2}, {2, 0, 1}, {1, 2, 0}}) {
        std::vector<std::filesystem::path> roots;
        for (const std::size_t part : order)
            roots.push_back(std::next(indexes.parts.begin(), static_cast<long>(part))->path());
        SearchContext several(open_index(roots));
        for (const Form& form : list_forms()) {
            CAPTURE(form.text);
            CHECK(answer_of(form, several) == answer_of(form, whole));
        }
    }
}

TEST_CASE("no query has an OP_MAX, which Xapian cannot run over several databases") {
    const Indexes indexes;
    SearchContext context(open_index({indexes.whole.path()}));
    for (const Form& form : list_forms()) {
        SearchRequest request;
        request.text = form.text;
        form.set(request);
        const QueryTree tree = parse_text(request, context);
        for (const MatchMode match : {MatchMode::all, MatchMode::any}) {
            CAPTURE(form.text);
            const std::string query = build_text_query(tree, request, match, context).query.get_description();
            CHECK(query.find(" MAX ") == std::string::npos);
        }
    }
}

}  // namespace
}  // namespace findings::testing
