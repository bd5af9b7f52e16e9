#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "common/text/code_points.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/digest/render_digest.hpp"

namespace findings {
namespace {

constexpr std::size_t kShown = 5;
constexpr std::size_t kShownOfSearch = 3;
constexpr std::size_t kQuoteBytes = 180;

// Titles and quotes are strangers' text: no control character reaches a terminal, and a line stays a line.
std::string printable(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // C1 controls are 0xc2 0x80 to 0xc2 0x9f in UTF-8.
        const bool c1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        if (c1) ++i;
        const bool blank = c1 || byte <= ' ' || byte == 0x7f;
        if (!blank)
            clean.push_back(text[i]);
        else if (!clean.empty() && clean.back() != ' ')
            clean.push_back(' ');
    }
    while (!clean.empty() && clean.back() == ' ') clean.pop_back();
    return clean;
}

std::string shorten(std::string text) {
    if (text.size() <= kQuoteBytes) return text;
    std::size_t cut = text.rfind(' ', kQuoteBytes);
    if (cut == std::string::npos || cut == 0) cut = bytes_within(text, kQuoteBytes);
    return text.substr(0, cut) + " …";
}

std::string join(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

// "Story title (kent/future.txt, 2026-10-14)"
std::string name(const DigestStory& story) {
    const std::string title = story.title.empty() ? "(no title)" : shorten(printable(story.title));
    return fmt::format("{} ({}{}{})", title, printable(story.source), story.date.empty() ? "" : ", ", story.date);
}

std::string quote(const Proof& proof) {
    if (proof.quote.empty()) return {};
    return fmt::format("      {}“{}”{}\n", proof.declared ? "declared: " : "", shorten(printable(proof.quote)),
                       proof.page == 0 ? "" : fmt::format(" (page {})", proof.page));
}

std::string describe_step(const GradeEntry& entry) {
    std::string step;
    if (!entry.previous.empty()) {
        const std::string label = label_of(Field::was, entry.previous);
        step = entry.previous_from_text ? ", was " + label : fmt::format(", before {} (computed)", label);
        if (entry.change == "declined") step += ": a fall";
        if (entry.change == "improved") step += ": a rise";
        if (entry.change == "unchanged") step += ": unchanged";
    } else if (entry.change == "first") {
        step = ", first inspection";
    }
    return step;
}

std::string join_judgements(const GradeEntry& entry) {
    std::vector<std::string> labels;
    for (const std::string& label : entry.judgement_labels) labels.push_back(printable(label));
    return fmt::format("{}", fmt::join(labels, "; "));
}

std::string render(const GradeEntry& entry) {
    std::string grade = entry.grade.empty() ? "no overall grade. " + join_judgements(entry)
                                            : label_of(Field::grade, entry.grade) + describe_step(entry);
    if (!entry.inspected.empty()) grade += ", inspected " + entry.inspected;
    return fmt::format("  {}: {}\n      {}\n", printable(entry.provider), grade, name(entry.story)) +
           quote(entry.proof);
}

std::string render(const OutcomeEntry& entry) {
    std::vector<std::string> actions;
    for (const std::string& action : entry.actions) actions.push_back(label_of(Field::action, action));
    return fmt::format("  {}: {}\n      {}\n",
                       entry.story.provider.empty() ? "Unknown provider" : printable(entry.story.provider),
                       join(actions), name(entry.story)) +
           quote(entry.proof);
}

// What the program works out is never printed as what the report says.
std::string render(const FindingEntry& entry) {
    std::string text = fmt::format("  {}{}{}{}: {}\n", printable(entry.story.provider),
                                   entry.story.provider.empty() ? "" : ": ", printable(entry.heading),
                                   entry.heading.empty() ? name(entry.story) : "", label_of(Field::form, entry.form)) +
                       quote({entry.text, entry.page, false});
    for (const RepeatedFinding& repeat : entry.repeats)
        text += fmt::format("      {}{}: {}\n", repeat.computed ? "similar point" : "told before",
                            repeat.full ? "" : " (in part)", printable(repeat.id));
    return text;
}

std::string render(const SearchHitEntry& entry) {
    return fmt::format("  [{}] {}\n", printable(entry.search), name(entry.story)) +
           quote({entry.sentence, entry.page, false});
}

std::string render(const SearchErrorEntry& entry) {
    std::string text = fmt::format("  [{}] {}\n", printable(entry.search), entry.place);
    // The mark below the place of the mistake needs its lines as they are.
    for (std::string_view rest = entry.error; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string line(rest.substr(0, end));
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
        text += "      " + line + '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

std::string render(const CheckEntry& entry) {
    const std::string what = entry.reason == "inferred"      ? "not printed, only described"
                             : entry.reason == "undated"     ? "no date found"
                             : entry.reason == "contradicts" ? "another grade is known of that day's inspection"
                                                             : "an unsure reading";
    const FieldRow* row = find_field(entry.facet);
    const std::string value = row == nullptr ? entry.value : label_of(row->field, entry.value);
    return fmt::format("  {} {}, {}: {}\n", entry.facet, value, what, name(entry.story)) + quote(entry.proof);
}

std::string render(const DigestStory& entry) {
    return fmt::format("  {}{}{}\n", printable(entry.provider), entry.provider.empty() ? "" : ": ", name(entry));
}

std::string render(const RevaluedEntry& entry) {
    std::string text = fmt::format("  {}\n", name(entry.story));
    for (const ValueChange& change : entry.changes) {
        const std::string before = change.before.empty() ? "none" : printable(join(change.before));
        const std::string after = change.after.empty() ? "none" : printable(join(change.after));
        text += fmt::format("      {}: {} -> {}{}\n", change.facet, before, after,
                            change.rule.empty() ? "" : fmt::format(" ({})", change.rule));
    }
    return text;
}

std::string render(const Rejection& rejection) {
    const std::string record = rejection.line == 0 ? "" : fmt::format(", record {}", rejection.line);
    return fmt::format("  {}{}: {}: {}\n      {}\n", printable(rejection.source), record,
                       rejection_row(rejection.reason).name, printable(rejection.detail), printable(rejection.hint));
}

std::string render(const SilentEntry& entry) {
    return fmt::format("  {}: nothing new since {}, before that every {}\n", printable(entry.source), entry.last_day,
                       entry.usual_days <= 1 ? "day" : fmt::format("{} days", entry.usual_days));
}

std::string render(const FallenEntry& entry) {
    return fmt::format("  {}\n      {}: {}\n", name(entry.story), entry.reason, printable(entry.hint));
}

template <typename Entry>
void add_section(std::string_view heading, const Section<Entry>& section, std::string& text) {
    if (section.count == 0) return;
    text += fmt::format("\n{} ({})\n", heading, section.count);
    for (std::size_t i = 0; i < std::min(kShown, section.rows.size()); ++i) text += render(section.rows[i]);
    if (section.count > kShown) text += fmt::format("  and {} more\n", section.count - kShown);
}

// A search that finds much must not push the others off the screen.
void add_search_hits(const Section<SearchHitEntry>& hits, std::string& text) {
    if (hits.count == 0) return;
    text += fmt::format("\nSaved searches: new hits ({})\n", hits.count);
    std::vector<std::string> order;
    std::map<std::string, std::vector<const SearchHitEntry*>> by_search;
    for (const SearchHitEntry& hit : hits.rows) {
        auto& group = by_search[hit.search];
        if (group.empty()) order.push_back(hit.search);
        group.push_back(&hit);
    }
    for (const std::string& search : order) {
        const auto& group = by_search[search];
        for (std::size_t i = 0; i < std::min(kShownOfSearch, group.size()); ++i) text += render(*group[i]);
        if (group.size() > kShownOfSearch)
            text += fmt::format("  [{}] and {} more\n", printable(search), group.size() - kShownOfSearch);
    }
}

// "care (1 new), essex (nothing new)": a search that is not named here was not run.
std::string list_searches(const Digest& digest) {
    std::string list;
    for (const std::string& search : digest.searches_run) {
        const auto hits = std::count_if(digest.search_hits.rows.begin(), digest.search_hits.rows.end(),
                                        [&](const SearchHitEntry& hit) { return hit.search == search; });
        const std::string none =
            digest.searches_begun.contains(search) ? "first run, tells what comes from now on" : "nothing new";
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", printable(search),
                            hits == 0 ? none : fmt::format("{} new", hits));
    }
    return list;
}

}  // namespace

std::string render_digest_text(const Digest& digest) {
    const std::string head = "Findings, " + digest.to_built_at.substr(0, 10);
    const std::string all = count_noun(digest.stories, "story", "stories");
    if (digest.from.empty() && digest.is_quiet())
        return fmt::format("{}: {}; the first generation, news begins with the next\n", head, all);
    const std::string searches = list_searches(digest);
    if (digest.is_quiet())
        return fmt::format("{}: nothing new since {} ({}){}{}\n", head, digest.from_built_at.substr(0, 10), all,
                           searches.empty() ? "" : "; saved searches run: ", searches);
    std::string text = fmt::format("{}: {} new, {} changed, {} gone; {} in all\n", head,
                                   count_noun(digest.new_stories, "story", "stories"), digest.stories_changed.count,
                                   digest.stories_gone.count + digest.fell_out.count, all);
    if (digest.moved_stories > 0)
        text += fmt::format("{} moved: the same text under another id\n",
                            count_noun(digest.moved_stories, "story", "stories"));
    add_section("New grades", digest.new_grades, text);
    add_section("No grade, but an outcome", digest.outcomes, text);
    add_section("Priority actions and repeated findings", digest.findings, text);
    add_search_hits(digest.search_hits, text);
    add_section("Saved searches that could not be run", digest.search_errors, text);
    add_section("Check before print", digest.check_before_print, text);
    add_section("Archive added: older inspections, new here", digest.archive_added, text);
    add_section("Our values changed, the text did not", digest.values_changed, text);
    add_section("Stories changed", digest.stories_changed, text);
    add_section("Stories gone", digest.stories_gone, text);
    add_section("Fell out of the collection: the file is there, the story is not", digest.fell_out, text);
    add_section("Rejected files", digest.rejected, text);
    if (digest.still_rejected > 0 && digest.rejected.count > 0)
        text += fmt::format("  and {} as before: findings-index failures\n", digest.still_rejected);
    add_section("Sources that fell silent", digest.silent_sources, text);
    if (!searches.empty()) text += fmt::format("\nSaved searches run: {}\n", searches);
    return text;
}

}  // namespace findings
