#include "indexer/digest/publish_digest.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/base/error.hpp"
#include "common/index/root_lists.hpp"
#include "common/text/text_file.hpp"
#include "indexer/digest/digest_files.hpp"
#include "indexer/digest/find_new_hits.hpp"
#include "indexer/digest/make_digest.hpp"
#include "indexer/digest/render_digest.hpp"
#include "indexer/digest/silent_sources.hpp"
#include "indexer/digest/state_store.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDayLetters = 10;  // of 2026-11-22T02:00:00Z
// How long a feed tells what is new, and of how many stories: whoever asks once a season misses nothing.
constexpr int kArrivalDays = 92;
constexpr std::size_t kMostArrivals = 5000;

std::string day_of(const std::string& time) { return time.substr(0, kDayLetters); }

// Reports may be deleted: then all that is rejected now counts as new.
std::vector<Rejection> load_rejected(const IndexLayout& layout, const std::string& generation) {
    try {
        return load_report(layout.reports(), generation).rejections;
    } catch (const Error&) {
        return {};
    }
}

void add_silent_sources(const StateStore& state, const std::string& from, const std::string& to, Digest& digest) {
    for (SilentEntry& entry : find_silent_sources(state.list_arrivals(), day_of(from), day_of(to)))
        digest.silent_sources.add(std::move(entry));
}

class DigestPublisher {
  public:
    explicit DigestPublisher(const DigestRun& run)
        : run_(run),
          state_(run.layout.state(), run.generation),
          after_(run.layout.generation(run.generation)),
          stories_(after_.list_stories()) {}

    std::vector<std::string> publish() {
        greet();
        mark_written_digests();
        open_before();
        Digest digest = compare();
        const std::int64_t this_run = remember();
        failpoint(Failpoint::remembered);
        list_arrivals();
        search(this_run, digest);
        failpoint(Failpoint::searched);
        if (before_) add_silent_sources(state_, before_->built_at(), run_.built_at, digest);
        save_digest(run_.layout, digest);
        failpoint(Failpoint::told);
        state_.transact([&] { state_.set_told(this_run); });
        return std::move(warnings_);
    }

  private:
    void greet() {
        if (!state_.notice().empty())
            warnings_.push_back(state_.notice());
        else if (state_.is_new() && !run_.before.empty())
            warnings_.push_back(fmt::format("{} was not there; first-seen dates and saved searches begin afresh",
                                            run_.layout.state().string()));
    }

    // Killed between the digest's last rename and its mark: it has been written all the same.
    void mark_written_digests() {
        for (const Publication& publication : state_.list_untold())
            if (has_digest(run_.layout, publication.generation))
                state_.transact([&] { state_.set_told(publication.run); });
    }

    void open_before() {
        std::vector<std::string> names;
        if (const auto told = state_.last_told()) names.push_back(told->generation);
        names.push_back(run_.before);
        for (const std::string& name : names) {
            std::error_code ignored;
            if (name.empty() || name == run_.generation || !fs::exists(run_.layout.generation(name), ignored)) continue;
            try {
                before_.emplace(run_.layout.generation(name));
                old_stories_ = before_->list_stories();
                return;
            } catch (const Error& error) {
                warnings_.push_back(fmt::format("the digest cannot compare with {}: {}", name, error.what()));
                before_.reset();
            }
        }
    }

    Digest compare() {
        if (!before_) return make_first_digest(after_);
        changes_ = compare_stories(*before_, old_stories_, after_, stories_);
        const std::vector<Rejection> rejected_before = load_rejected(run_.layout, before_->name());
        return make_digest({*before_, rejected_before}, {after_, run_.rejected}, changes_);
    }

    std::int64_t remember() {
        std::int64_t this_run = 0;
        state_.transact([&] {
            remember_base();
            this_run = state_.add_publication(run_.generation, run_.built_at);
            const std::vector<StoryPrint> fresh = state_.add_versions(stories_, this_run, [&](const StoryPrint& story) {
                return !changes_.nothing_new.contains(story.document);
            });
            // All is new in the first generation; that says nothing of a source's habits.
            const std::set<std::uint32_t> added(changes_.added.begin(), changes_.added.end());
            std::set<std::string> sources;
            for (const StoryPrint& story : fresh)
                if (added.contains(story.document))
                    sources.insert(name_source(after_.read(story.document, RecordPart::head)));
            for (const std::string& source : sources) state_.add_arrival(source, day_of(run_.built_at));
            state_.set_failures(run_.rejected, this_run);
        });
        old_stories_ = {};
        return this_run;
    }

    // A state that is new beside a generation that is not was lost, or the first run was killed before it began one.
    void remember_base() {
        if (!state_.is_new() || !before_) return;
        const std::int64_t base = state_.add_publication(before_->name(), before_->built_at());
        state_.add_versions(old_stories_, base, [](const StoryPrint&) { return false; });
        state_.set_told(base);
    }

    // For feeds, from the state alone: a run killed before this is made up for by the next one.
    void list_arrivals() const {
        std::vector<StoryArrival> rows;
        const auto today = parse_date(day_of(run_.built_at));
        const std::string first = today ? format_date(add_days(*today, -kArrivalDays)) : std::string();
        for (const auto& [id, when] : state_.list_first_seen(first, kMostArrivals)) {
            const auto story =
                std::lower_bound(stories_.begin(), stories_.end(), id,
                                 [](const StoryPrint& print, std::int64_t key) { return print.id < key; });
            // Rolled back, or gone since.
            if (story == stories_.end() || story->id != id) continue;
            rows.push_back({when, after_.read(story->document, RecordPart::head).id});
        }
        replace_file(run_.layout.root / kArrivalsName, print_arrivals(rows));
    }

    void search(std::int64_t this_run, Digest& digest) {
        std::vector<SavedSearch> searches = read_searches();
        if (run_.search_program.empty() && !searches.empty()) {
            warnings_.emplace_back("saved searches were not run: findings-search is not beside findings-index");
            searches.clear();
        }
        const SearchRun program{run_.search_program, run_.layout.root, run_.scratch / "new-ids",
                                run_.scratch / "search-messages", run_.stop_token};
        for (const SavedSearch& search : searches)
            if (const auto known = state_.find_search(search.name); !known || known->text != search.text())
                digest.searches_begun.insert(search.name);
        std::set<std::string> failed;
        for (SearchErrorEntry& error : find_new_hits(searches, program, after_, stories_, this_run, state_)) {
            failed.insert(error.search);
            warnings_.push_back(fmt::format("saved search [{}]: {}", error.search, error.error));
            digest.search_errors.add(std::move(error));
        }
        for (const SavedSearch& search : searches)
            if (!failed.contains(search.name)) digest.searches_run.push_back(search.name);
        // Those of a run that ended before its digest was written, too.
        for (const SearchHit& hit : state_.list_untold_hits()) digest.search_hits.add(parse_hit(hit.payload));
    }

    std::vector<SavedSearch> read_searches() {
        const TextFile file = read_text_file(run_.searches, FileKinds::regular);
        std::error_code ignored;
        const bool there = run_.searches_given || fs::exists(run_.searches, ignored);
        if (there && !file.failure.empty())
            warnings_.push_back(
                fmt::format("cannot read the saved searches in {}: {}", run_.searches.string(), file.failure));
        else if (there && file.text.empty())
            warnings_.push_back(fmt::format("{} is empty: no saved search is run", run_.searches.string()));
        return parse_saved_searches(file.text, run_.searches.string());
    }

    const DigestRun& run_;
    StateStore state_;
    OpenedGeneration after_;
    std::vector<StoryPrint> stories_;
    std::optional<OpenedGeneration> before_;
    std::vector<StoryPrint> old_stories_;
    StoryChanges changes_;
    std::vector<std::string> warnings_;
};

}  // namespace

std::vector<std::string> publish_digest(const DigestRun& run) { return DigestPublisher(run).publish(); }

Digest compare_generations(const IndexLayout& layout, const std::string& before, const std::string& after) {
    const OpenedGeneration old_generation(layout.generation(before));
    const OpenedGeneration new_generation(layout.generation(after));
    const std::vector<Rejection> old_rejected = load_rejected(layout, before);
    const std::vector<Rejection> new_rejected = load_rejected(layout, after);
    const StoryChanges changes =
        compare_stories(old_generation, old_generation.list_stories(), new_generation, new_generation.list_stories());
    Digest digest = make_digest({old_generation, old_rejected}, {new_generation, new_rejected}, changes);
    if (const auto state = StateStore::read(layout.state()))
        add_silent_sources(*state, old_generation.built_at(), new_generation.built_at(), digest);
    return digest;
}

}  // namespace findings
