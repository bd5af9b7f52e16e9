#include "indexer/digest/silent_sources.hpp"

#include <algorithm>
#include <chrono>

#include "common/base/date.hpp"

namespace findings {
namespace {

constexpr std::size_t kHabitDays = 5;
constexpr long kIntervals = 3;
constexpr long kLeastDays = 7;

std::string format_day(long days) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
    return format_date({static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                        static_cast<int>(static_cast<unsigned>(day.day()))});
}

}  // namespace

std::string name_source(const Article& article) {
    if (const std::size_t scheme = article.url.find("://"); scheme != std::string::npos) {
        std::string host = article.url.substr(scheme + 3);
        host.resize(std::min(host.find_first_of("/?#"), host.size()));
        if (host.rfind("www.", 0) == 0) host.erase(0, 4);
        if (!host.empty()) return host;
    }
    const std::size_t slash = article.source.rfind('/');
    return slash == std::string::npos ? article.source : article.source.substr(0, slash);
}

std::vector<SilentEntry> find_silent_sources(const Arrivals& arrivals, const std::string& from_day,
                                             const std::string& to_day) {
    std::vector<SilentEntry> silent;
    const auto from = count_days(from_day);
    const auto to = count_days(to_day);
    if (!from || !to) return silent;
    for (const auto& [source, iso_days] : arrivals) {
        std::vector<long> days;
        for (const std::string& iso : iso_days)
            if (const auto day = count_days(iso); day && *day <= *to) days.push_back(*day);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        if (days.size() < kHabitDays) continue;
        std::vector<long> intervals;
        for (std::size_t i = 1; i < days.size(); ++i) intervals.push_back(days[i] - days[i - 1]);
        std::sort(intervals.begin(), intervals.end());
        const long usual = intervals[intervals.size() / 2];
        const long noticed = days.back() + std::max({kIntervals * usual, intervals.back(), kLeastDays}) + 1;
        if (*from < noticed && noticed <= *to)
            silent.push_back({source, format_day(days.back()), static_cast<std::size_t>(usual)});
    }
    return silent;
}

}  // namespace findings
