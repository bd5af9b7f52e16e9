#include "searcher/answer/run_search.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "common/base/date.hpp"
#include "common/index/terms.hpp"
#include "common/text/count_noun.hpp"
#include "searcher/answer/blame.hpp"
#include "searcher/answer/count_answer.hpp"
#include "searcher/answer/make_snippet.hpp"
#include "searcher/answer/note_absence.hpp"
#include "searcher/answer/note_latest.hpp"
#include "searcher/answer/scope_findings.hpp"
#include "searcher/answer/suggest_filter.hpp"
#include "searcher/answer/suggest_query.hpp"
#include "searcher/facets/latest_awards.hpp"
#include "searcher/index/every_document.hpp"
#include "searcher/index/read_hits.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/match/count_stories_of.hpp"
#include "searcher/match/explain_scores.hpp"
#include "searcher/match/match_stories.hpp"
#include "searcher/plan/explain_query.hpp"
#include "searcher/plan/filter_plan.hpp"
#include "searcher/plan/record_scope.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {
namespace {

void add_notes(const BuiltQuery& text, SearchResult& result) {
    result.notes.insert(result.notes.end(), text.notes.begin(), text.notes.end());
    if (result.undated_left_out > 0)
        result.notes.push_back(count_units(result.undated_left_out, result.findings) + " without a date left out");
}

void send_hits(const Matches& matches, const BuiltQuery& text, const SearchRequest& request, const SearchResult& result,
               SearchContext& context, HitSink& sink) {
    HitReader reader(context.index, request.snippets || request.evidence ? RecordPart::full : RecordPart::head);
    std::size_t rank = request.offset;
    for (const FoundStory& story : matches.hits) {
        Hit hit = reader.read(story.id);
        hit.rank = ++rank;
        hit.score = result.scored ? story.weight : 0;
        if (hit.finding) {
            hit.snippet = mark_text(hit.finding->text, text.marks, context.analyzer);
        } else if (request.snippets) {
            Snippet snippet = text.marks.empty()
                                  ? make_browse_snippet(hit.article, result.filters, request.snippet_bytes)
                                  : make_snippet(hit.article.text, text.marks, context.analyzer, request.snippet_bytes,
                                                 find_chosen_passages(hit.article, result.filters));
            hit.snippet = std::move(snippet.pieces);
            hit.page = find_page(hit.article.pages, snippet.begin);
        }
        sink.add(hit);
    }
}

// Fewer stories have the words of an argument as a phrase than have the words: the shell may have taken its quotes.
void note_phrases(const SearchRequest& request, const FilterPlan& plan, SearchContext& context, SearchResult& result) {
    if (result.total == 0) return;
    for (const std::string& text : request.phrases) {
        SearchRequest phrase = request;
        phrase.text = fmt::format("\"{}\"", text);
        const BuiltQuery built = build_text_query(parse_text(phrase, context), phrase, MatchMode::all, context);
        const std::size_t count = count_stories(built.query, plan, context.index);
        if (count == 0 || count >= result.total) continue;
        result.notes.push_back(fmt::format("{} {} these words as a phrase: '\"{}\"', the quotes within quotes",
                                           count_units(count, request.findings), count == 1 ? "has" : "have", text));
    }
}

/// What is known of a request before anything is counted.
struct Prepared {
    QueryTree tree;
    BuiltQuery text;
    const LatestInspections* latest = nullptr;  ///< of the context; null when not asked
    std::unique_ptr<UnitIndex> units;           ///< which inspection a document tells of, where those are counted
    FilterPlan plan;
    Matches matches;
};

// Nothing has all the words: with any of them there may be something, and it is said.
void fall_back_to_any(const SearchRequest& request, SearchContext& context, Prepared& search, SearchResult& result) {
    BuiltQuery any = build_text_query(search.tree, request, MatchMode::any, context);
    Matches more = match_stories(any.query, search.plan, request, result.sort, context.index, any.ranking);
    if (more.total == 0) return;
    search.text = std::move(any);
    search.matches = std::move(more);
    result.match = MatchMode::any;
    result.notes.push_back(fmt::format("no {} has all the words: showing {} with any of them",
                                       request.findings ? "finding" : "story", name_units(request.findings)));
}

void advise(const SearchRequest& request, SearchContext& context, const Prepared& search, SearchResult& result) {
    if (search.text.has_words)
        result.suggestion = suggest_query(search.tree, context.words, context.analyzer,
                                          text_build_options(request, request.match, context.index),
                                          apply_plan(every_document(), search.plan));
    for (std::string& note : name_unknown_values(result.filters, search.tree, context))
        result.notes.push_back(std::move(note));
    if (!request.blame && !request.explain) return;
    std::vector<std::string> lines =
        blame_parts(request, result.filters, search.text,
                    search.latest == nullptr ? LatestAwards() : search.latest->newest, context);
    // Asked to explain, the program says it there, whatever the format; else where the answer is read.
    std::vector<std::string>& place = request.explain ? result.explanation : result.blame;
    std::move(lines.begin(), lines.end(), std::back_inserter(place));
}

// The last two questions: pages ask the same one again and again, and whoever asks for every day has no memory for it.
const LatestInspections& find_latest(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                                     SearchContext& context) {
    constexpr std::size_t kMostKept = 2;
    const std::string at = request.at ? last_day_key(*request.at) : std::string();
    const std::string before = request.not_since ? first_day_key(*request.not_since) : std::string();
    const RecordScope among = find_record_scope(request, filters);
    const std::string name =
        fmt::format("latest {} {} {} {}", request.include_inferred, at, static_cast<int>(among), before);
    auto found = context.kept.find(name);
    if (found == context.kept.end()) {
        if (context.kept.size() >= kMostKept) context.kept.clear();
        found = context.kept
                    .emplace(name, find_latest_inspections(context.index, request.include_inferred, at, among, before))
                    .first;
    }
    return *std::any_cast<LatestInspections>(&found->second);
}

}  // namespace

std::size_t run_search(const SearchRequest& asked, SearchContext& context, HitSink& sink) try {
    SearchRequest request = asked;
    request.withdrawn = context.index.withdrawn;
    Prepared search;
    search.tree = parse_text(request, context);
    scope_findings(search.tree, request);
    SearchResult result;
    result.findings = request.findings;
    result.generation = context.index.name();
    result.built_at = context.index.built_at();
    const Xapian::Database& database = context.index.database;
    const std::string record_term = facet_term(Field::kind, kRecordKind);
    const Xapian::doccount records = context.index.stories.get_termfreq(record_term);
    result.stories_in_index = context.index.stories.get_doccount() - records - count_withdrawn(context.index);
    result.query_text = request.text;
    result.match = request.match;
    result.filters = resolve_filters(request.filters, context.vocabulary);
    result.given = request.given;
    result.offset = request.offset;
    // Without records nothing has to be kept out.
    request.include_records =
        request.include_records || database.get_termfreq(record_term) == 0 || asks_for_records(search.tree.root);
    if (request.latest) search.latest = &find_latest(request, result.filters, context);
    search.plan = plan_filters(request, result.filters, search.latest == nullptr ? nullptr : &search.latest->newest);
    search.plan.count = make_count_spec(request, context, search.units);
    search.text = build_text_query(search.tree, request, request.match, context);
    result.sort = request.sort.value_or(SortOrder::relevance);
    // Without words every weight is 0: relevance would be no order at all.
    if (!search.text.has_words && result.sort == SortOrder::relevance) result.sort = SortOrder::newest;
    result.scored = result.sort == SortOrder::relevance;
    search.matches =
        match_stories(search.text.query, search.plan, request, result.sort, context.index, search.text.ranking);
    const bool none = search.matches.total == 0;
    if (none && search.text.has_words && request.match == MatchMode::all && request.fall_back_to_any)
        fall_back_to_any(request, context, search, result);
    result.total = search.matches.total;
    result.shown = search.matches.hits.size();
    if (search.plan.days) result.undated_left_out = count_undated(search.text.query, search.plan, context.index);
    const FacetCounts& counts = search.matches.counts;
    if (request.findings && request.count_providers)
        result.stories = count_stories_of(search.text.query, search.plan, context.index);
    add_counts(counts, request, context, result);
    result.notes.insert(result.notes.begin(), request.notes.begin(), request.notes.end());
    add_notes(search.text, result);
    note_phrases(request, search.plan, context, result);
    if (search.latest != nullptr) note_latest(request, *search.latest, search.text.query, context.index, result);
    if (result.sort == SortOrder::random)
        result.notes.push_back("drawn at random with the seed " + std::to_string(request.seed));
    if (asks_for_absence(result.filters, search.tree.root))
        result.notes.push_back(fmt::format(
            "themes are found by their wording: that a {} lacks one does not prove that it says nothing about it",
            request.findings ? "finding" : "story"));
    if (request.suggest_filters && search.text.has_words)
        if (std::string note = suggest_filter(search.tree, result.filters, search.plan, context); !note.empty())
            result.notes.push_back(std::move(note));
    if (request.explain) {
        result.explanation = explain_query(search.tree, search.text, result.match, request.findings, context.analyzer);
        if (result.scored)
            for (std::string& line : explain_scores(search.text, search.matches.hits, request.offset, database))
                result.explanation.push_back(std::move(line));
    }
    if (none) advise(request, context, search, result);
    sink.begin(result);
    send_hits(search.matches, search.text, request, result, context, sink);
    sink.end(result);
    return result.total;
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

}  // namespace findings
