#include "indexer/generation/link_history.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/facets/grade/earlier_inspection.hpp"
#include "indexer/regimes/grade_scales.hpp"

namespace findings {
namespace {

/// A story that states no day of its visit tells of one that ended so long before it at most.
constexpr int kStoryDays = 90;

/// One inspection of one story.
struct Event {
    std::string key;  ///< provider and line
    std::string day;  ///< last day of the visit or empty
    std::string published;
    std::string grade;
    std::size_t story = 0;
    std::vector<Judgement> judgements;
    std::string recalled;  ///< when the story says the inspection before was

    /// The grade of an area, of the whole for ""; "" for none.
    [[nodiscard]] std::string_view grade_of(std::string_view area) const {
        if (area.empty()) return grade;
        for (const Judgement& judgement : judgements)
            if (judgement.area == area) return judgement.grade;
        return {};
    }
};

std::string days_before(std::string_view day, int days) {
    const auto parsed = parse_date(day);
    return parsed ? format_date(add_days(*parsed, -days)) : std::string();
}

/// The events of one provider and line, known days first in order, then those of stories without one.
class HistoryLinker {
  public:
    explicit HistoryLinker(const std::vector<Event>& events, std::size_t begin, std::size_t end)
        : events_(events), begin_(begin), end_(end) {}

    /// The newest event before the event's own inspection that graded the area, the whole for ""; nullptr for none.
    [[nodiscard]] const Event* find_earlier(const Event& event, std::string_view area) const {
        const std::string day = own_day(event);
        if (day.empty()) return nullptr;
        const Event* found = nullptr;
        for (std::size_t i = begin_; i < end_; ++i) {
            const Event& other = events_[i];
            if (other.day.empty() || other.day >= day || other.grade_of(area).empty()) continue;
            if (found == nullptr || other.day > found->day) found = &other;
        }
        // The inspection that the story itself compares with may be missing from the collection.
        return found != nullptr && may_be_recalled(found->day, event.recalled) ? found : nullptr;
    }

  private:
    [[nodiscard]] std::string own_day(const Event& event) const {
        if (!event.day.empty()) return event.day;
        if (event.published.empty()) return {};
        const std::string from = days_before(event.published, kStoryDays);
        std::string only;
        for (std::size_t i = begin_; i < end_; ++i) {
            const Event& other = events_[i];
            if (other.day.empty() || other.day < from || other.day > event.published) continue;
            if (!only.empty() && only != other.day) return {};
            only = other.day;
        }
        // Its inspection is not in the collection: everything older than it could be is earlier.
        return only.empty() ? from : only;
    }

    const std::vector<Event>& events_;
    std::size_t begin_;
    std::size_t end_;
};

Evidence make_computed(const EarlierGrade& earlier) {
    const std::string area = earlier.area.empty() ? "" : label_of(Field::judgement, earlier.area) + ": ";
    Evidence evidence;
    evidence.where = Where::declared;
    evidence.quote = fmt::format("{}: inspected {}, {}{}", earlier.id, earlier.inspected, area,
                                 label_of(Field::grade, earlier.grade));
    evidence.rule = "earlier-inspection";
    evidence.role = "computed";
    return evidence;
}

void add_change(Article& article, std::string_view change, const EarlierGrade& earlier) {
    std::string slug(change);
    std::string label = label_of(Field::change, change);
    if (!earlier.area.empty()) {
        slug += ':' + earlier.area;
        label = label_of(Field::judgement, earlier.area) + ": " + label;
    }
    article.values.emplace_back(Field::change, slug, label, make_computed(earlier));
}

void add_earlier(Article& article, Award& award, const EarlierGrade& earlier) {
    if (!earlier.area.empty()) {
        // In a round-up nothing says whose area it is.
        if (article.awards.size() > 1) return;
        for (const Judgement& judgement : award.judgements)
            if (judgement.area == earlier.area)
                add_change(article, change_between(earlier.grade, judgement.grade), earlier);
        return;
    }
    if (award.grade.empty() || !award.previous.empty() || !award.change.empty()) return;
    award.previous = earlier.grade;
    award.change = std::string(change_between(earlier.grade, award.grade));
    article.values.emplace_back(Field::was, award.previous, label_of(Field::grade, award.previous),
                                make_computed(earlier));
    if (!award.change.empty()) add_change(article, award.change, earlier);
}

}  // namespace

GradeHistory link_history(const std::vector<Story>& stories, const SpooledArticles& articles,
                          const std::function<std::vector<GradedInspection>(const SpooledArticle&)>& read) {
    std::vector<Event> events;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        const SpooledArticle& leader = articles[stories[i].leader];
        if (leader.inspections_bytes == 0) continue;
        for (GradedInspection& each : read(leader))
            events.push_back({each.provider + '\t' + each.line, std::move(each.inspected), std::move(each.published),
                              std::move(each.grade), i, std::move(each.judgements), std::move(each.recalled)});
    }
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return std::tie(a.key, a.day, a.story) < std::tie(b.key, b.day, b.story);
    });
    GradeHistory history;
    for (std::size_t begin = 0; begin < events.size();) {
        std::size_t end = begin + 1;
        while (end < events.size() && events[end].key == events[begin].key) ++end;
        const HistoryLinker linker(events, begin, end);
        for (std::size_t i = begin; i < end; ++i) {
            const Event& event = events[i];
            const auto link = [&](const std::string& area) {
                const std::string_view grade = event.grade_of(area);
                const Event* earlier = grade.empty() ? nullptr : linker.find_earlier(event, area);
                // A grade of another scale is no previous grade, and none before it is.
                if (earlier == nullptr || change_between(earlier->grade_of(area), grade).empty()) return;
                history[event.story].push_back({event.key.substr(0, event.key.find('\t')), area,
                                                std::string(earlier->grade_of(area)), earlier->day,
                                                articles[stories[earlier->story].leader].id});
            };
            link({});
            for (const Judgement& judgement : event.judgements) link(judgement.area);
        }
        begin = end;
    }
    return history;
}

void add_history(Article& article, const std::vector<EarlierGrade>& earlier) {
    for (const EarlierGrade& each : earlier)
        for (Award& award : article.awards)
            if (award.provider == each.provider && !award.inferred) add_earlier(article, award, each);
}

}  // namespace findings
