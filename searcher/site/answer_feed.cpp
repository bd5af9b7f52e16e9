// "/.atom" and behind every other address: a saved question as a feed.
#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/root_lists.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/page/atom_feed.hpp"
#include "searcher/page/public_view.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

// Of what did not come lately, the newest by their own date.
constexpr std::size_t kFeedEntries = 50;

// Newest first, of all roots. A list that cannot be read makes a feed by date alone.
std::vector<StoryArrival> read_all_arrivals(const std::vector<std::filesystem::path>& roots) {
    std::vector<StoryArrival> all;
    for (const std::filesystem::path& root : roots) {
        try {
            std::vector<StoryArrival> rows = read_arrivals(root);
            all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        } catch (const Error&) {
            continue;
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const StoryArrival& a, const StoryArrival& b) { return a.when > b.when; });
    return all;
}

KeptAnswer find_newest(SearchRequest request, std::size_t limit, PageContext& context) {
    request.sort = SortOrder::newest;
    request.facets.clear();
    request.charts.clear();
    request.table.reset();
    request.limit = limit;
    KeptAnswer answer;
    run_search(request, context, answer);
    return answer;
}

}  // namespace

// A story of last year that was added last night is news to whoever reads the feed: what came lately stands first,
// whatever its date, and all of it, for a reader asks once a day at best.
HttpAnswer answer_feed(const Asked& asked, const SearchRequest& request, bool limited, const AddressLinks& links,
                       PageContext& context) {
    const std::vector<StoryArrival> arrivals = read_all_arrivals(asked.pool.roots());
    FirstSeen first_seen;
    for (const StoryArrival& arrival : arrivals) first_seen.emplace(arrival.id, arrival.when);
    const std::size_t most = limited ? request.limit : kMostHits;
    std::vector<Hit> hits;
    if (!request.ids && !arrivals.empty() && request.offset == 0 && most > 0) {
        SearchRequest lately = request;
        lately.ids.emplace();
        for (const auto& [id, when] : first_seen) lately.ids->push_back(id);
        hits = find_newest(std::move(lately), std::min(most, kMostHits), context).hits;
        std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
            return first_seen.at(a.article.id) > first_seen.at(b.article.id);
        });
    }
    KeptAnswer rest = find_newest(request, limited ? request.limit : kFeedEntries, context);
    std::set<std::string> told;
    for (const Hit& hit : hits) told.insert(hit.id());
    for (Hit& hit : rest.hits)
        if (hits.size() < most && told.insert(hit.id()).second) hits.push_back(std::move(hit));
    rest.result.shown = hits.size();
    HttpAnswer answer;
    answer.type = "application/atom+xml; charset=utf-8";
    // The list of arrivals is written a moment after its generation is live.
    const std::string newest = arrivals.empty() ? std::string() : arrivals.front().when;
    answer.etag = make_etag(context, fmt::format("{}\n{} {}", asked.target, arrivals.size(), newest));
    std::ostringstream out;
    const std::unique_ptr<HitSink> sink =
        guard_answer(make_atom_renderer(out, links, std::move(first_seen)), kMostHits, asked.settings.is_public);
    sink->begin(rest.result);
    for (const Hit& hit : hits) sink->add(hit);
    sink->end(rest.result);
    answer.body = std::move(out).str();
    return answer;
}

}  // namespace findings
