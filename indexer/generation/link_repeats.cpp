#include "indexer/generation/link_repeats.hpp"

#include <algorithm>
#include <tuple>

#include "indexer/facets/finding/finding_subjects.hpp"

namespace findings {
namespace {

/// One inspection that one story tells of.
struct Event {
    std::string key;  ///< provider and line
    std::string day;
    std::size_t story = 0;
};

/// An entry of a list, made ready to be compared.
struct ListedFinding {
    std::size_t number = 0;  ///< in its article, from 0
    std::string id;
    bool other_body = false;
    bool printed = false;  ///< says itself that it repeats
    FindingSubjects subjects;
};

std::vector<ListedFinding> list_entries(const Article& article) {
    std::vector<ListedFinding> entries;
    for (std::size_t i = 0; i < article.findings.size(); ++i) {
        const Finding& finding = article.findings[i];
        if (finding.form == FindingForm::sentence) continue;
        const std::string text = finding_text(finding, article.text);
        entries.push_back({i, make_finding_id(article.id, i + 1, text), finding.other_body, says_repeated(text),
                           read_subjects(text)});
    }
    return entries;
}

StoryRepeats compare(const std::vector<ListedFinding>& earlier, const std::vector<ListedFinding>& later) {
    StoryRepeats found;
    for (const ListedFinding& entry : later)
        for (const ListedFinding& before : earlier) {
            if (entry.other_body != before.other_body) continue;
            const SameSubject same = compare_subjects(before.subjects, entry.subjects);
            if (same != SameSubject::no)
                found.repeats[entry.number].push_back({before.id, same == SameSubject::full, !entry.printed});
        }
    return found;
}

}  // namespace

FindingRepeats link_repeats(const std::vector<Story>& stories, const SpooledArticles& articles,
                            const std::function<std::vector<GradedInspection>(const SpooledArticle&)>& read_inspections,
                            const std::function<Article(const SpooledArticle&)>& read_article) {
    std::vector<Event> events;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        const SpooledArticle& leader = articles[stories[i].leader];
        if (leader.inspections_bytes == 0) continue;
        const std::vector<GradedInspection> inspections = read_inspections(leader);
        // A round-up has no list of one body.
        if (inspections.size() != 1 || inspections.front().inspected.empty()) continue;
        events.push_back(
            {inspections.front().provider + '\t' + inspections.front().line, inspections.front().inspected, i});
    }
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return std::tie(a.key, a.day, a.story) < std::tie(b.key, b.day, b.story);
    });
    FindingRepeats repeats;
    for (std::size_t begin = 0, end = 0; begin < events.size(); begin = end) {
        while (end < events.size() && events[end].key == events[begin].key) ++end;
        if (end - begin < 2) continue;
        // The newest report before, and the newest of those with an earlier day than the one at hand.
        struct Inspection {
            std::string day;
            std::string id;
            std::vector<ListedFinding> entries;
        };
        std::vector<Inspection> past;
        for (std::size_t i = begin; i < end; ++i) {
            const SpooledArticle& leader = articles[stories[events[i].story].leader];
            Article article = read_article(leader);
            article.id = leader.id;
            std::vector<ListedFinding> entries = list_entries(article);
            if (entries.empty()) continue;
            const auto before = std::find_if(past.rbegin(), past.rend(),
                                             [&](const Inspection& other) { return other.day < events[i].day; });
            if (before != past.rend()) {
                StoryRepeats found = compare(before->entries, entries);
                found.compared_with = before->id;
                repeats.emplace(events[i].story, std::move(found));
            }
            past.push_back({events[i].day, leader.id, std::move(entries)});
        }
    }
    return repeats;
}

void add_repeats(Article& article, const StoryRepeats& found) {
    for (std::size_t i = 0; i < article.findings.size(); ++i) {
        Finding& finding = article.findings[i];
        if (finding.form == FindingForm::sentence) continue;
        finding.compared_with = found.compared_with;
        if (const auto repeats = found.repeats.find(i); repeats != found.repeats.end())
            finding.repeats = repeats->second;
    }
}

}  // namespace findings
