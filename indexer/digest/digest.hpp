#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/finding.hpp"
#include "indexer/article/rejection.hpp"

namespace findings {

/// A story as a digest names it.
struct DigestStory {
    std::string id;
    std::string source;
    std::string title;
    std::string date;      ///< ISO or empty
    std::string provider;  ///< labels, joined by ", "; empty when unknown
};

/// The sentence that proves something, and where it stands.
struct Proof {
    std::string quote;
    int page = 0;           ///< 0 where there are no pages
    bool declared = false;  ///< not a sentence of the text: the source or a correction says so
};

/// A grade of a provider's inspection, newer than any known before.
struct GradeEntry {
    DigestStory story;
    std::string provider;                       ///< label
    std::string grade;                          ///< slug; empty when only areas were graded
    std::string previous;                       ///< slug or empty
    std::string change;                         ///< improved, declined, unchanged, first or empty
    std::string inspected;                      ///< ISO or empty
    std::vector<std::string> judgements;        ///< area:grade, slugs
    std::vector<std::string> judgement_labels;  ///< the same for people: "Leadership: Good"
    bool previous_from_text = false;            ///< the text says so; else it is what the collection held
    Proof proof;
};

/// A visit without a grade that required or led to something.
struct OutcomeEntry {
    DigestStory story;
    std::vector<std::string> actions;  ///< slugs
    Proof proof;
};

/// A finding that a body must act on first, or that was made of it before.
struct FindingEntry {
    DigestStory story;
    std::string id;    ///< of the finding
    std::string form;  ///< slug
    std::string heading;
    std::string text;
    int page = 0;  ///< 0 where there are no pages
    std::vector<RepeatedFinding> repeats;
};

/// A new hit of a saved search.
struct SearchHitEntry {
    std::string search;
    DigestStory story;
    std::string sentence;
    int page = 0;
};

/// A saved search that could not be run.
struct SearchErrorEntry {
    std::string search;
    std::string place;  ///< file:line
    std::string error;  ///< what findings-search said: the place marked, the nearest name
};

/// A value that nobody should print unchecked.
struct CheckEntry {
    DigestStory story;
    std::string reason;  ///< inferred, undated or unsure
    std::string facet;
    std::string value;
    Proof proof;
};

/// One facet of a story whose text did not change.
struct ValueChange {
    std::string facet;
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::string rule;  ///< that gives the new value; empty when it was taken away
};

/// A story whose values changed though its text did not: other rules, or a correction.
struct RevaluedEntry {
    DigestStory story;
    std::vector<ValueChange> changes;
};

/// A story that is gone although its file is there.
struct FallenEntry {
    DigestStory story;
    std::string reason;  ///< of the rejection
    std::string hint;
};

/// A source that used to bring new stories and no longer does.
struct SilentEntry {
    std::string source;          ///< host of the addresses, else folder
    std::string last_day;        ///< ISO: when it last brought one
    std::size_t usual_days = 0;  ///< between two new ones
};

/// Entries of one kind. Rows beyond kMaxSectionRows are counted and not kept: on the night after an upgrade every story
/// of a million may have other values, and nobody reads the ten thousandth.
inline constexpr std::size_t kMaxSectionRows = 10'000;
template <typename Entry>
struct Section {
    std::vector<Entry> rows;
    std::size_t count = 0;

    void add(Entry entry) {
        ++count;
        if (rows.size() < kMaxSectionRows) rows.push_back(std::move(entry));
    }
};

/// What changed between two generations, as a newsroom reads it. Plain data.
struct Digest {
    std::string from;  ///< generation; empty: nothing to compare with
    std::string to;
    std::string from_built_at;
    std::string to_built_at;
    std::size_t stories = 0;  ///< of the new generation
    std::size_t new_stories = 0;
    std::size_t moved_stories = 0;          ///< the same text under another id
    std::size_t still_rejected = 0;         ///< files rejected before too
    std::vector<std::string> searches_run;  ///< names of the saved searches that were run, in the order of their file
    std::set<std::string> searches_begun;   ///< those that are new or changed: they tell from the next publication on
    Section<GradeEntry> new_grades;
    Section<OutcomeEntry> outcomes;
    Section<FindingEntry> findings;  ///< priority actions, and what repeats earlier findings
    Section<SearchHitEntry> search_hits;
    Section<SearchErrorEntry> search_errors;
    Section<CheckEntry> check_before_print;
    Section<DigestStory> archive_added;
    Section<RevaluedEntry> values_changed;
    Section<DigestStory> stories_changed;
    Section<DigestStory> stories_gone;
    Section<Rejection> rejected;  ///< not rejected before
    Section<SilentEntry> silent_sources;
    Section<FallenEntry> fell_out;

    /// Nothing to tell.
    [[nodiscard]] bool is_quiet() const;
};

}  // namespace findings
