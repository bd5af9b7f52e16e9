// The command `status`: the live generation, how old it is, and how the last build ended.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <ostream>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/publish/lock.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/report/last_run.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

// A few minutes between two machines' clocks are nothing; more, and a date in the future would silence --max-age for
// as long as it lies ahead.
constexpr double kClockSlackHours = 0.1;

double age_hours(const std::string& built_at) {
    std::tm time{};
    if (::strptime(built_at.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time) == nullptr) return 0;
    return std::difftime(std::time(nullptr), ::timegm(&time)) / 3600;
}

// The record says `running` until the build that wrote it has ended: without a holder of the lock it was killed.
std::optional<LastRun> find_last_run(const IndexLayout& layout) {
    std::optional<LastRun> run = load_last_run(layout.reports());
    if (run && run->outcome == "running" && !is_locked(layout.lock())) {
        run->outcome = "killed";
        run->message = "ended without a word: killed, or the machine went down";
        run->hint = "build again: what it left is removed then";
    }
    return run;
}

std::string describe(const LastRun& run) {
    if (run.status == 0 || run.status == static_cast<int>(Status::some_rejected))
        return fmt::format("last run {}: {}", run.started_at,
                           run.outcome == "running" ? "still running: " + run.message : run.message);
    return fmt::format("last run {}: {} ({}): {}", run.started_at, run.outcome, run.status, run.message);
}

Json to_json(const std::optional<LastRun>& run) {
    if (!run) return nullptr;
    return {{"started_at", run->started_at}, {"outcome", run->outcome}, {"status", run->status},
            {"message", run->message},       {"hint", run->hint},       {"elapsed_s", run->elapsed_s}};
}

GenerationEntry find_live(const IndexLayout& layout, const std::optional<LastRun>& run) {
    const std::string why = run ? "; " + describe(*run) : "";
    const std::string live = find_live_generation(layout, why);
    const std::vector<GenerationEntry> entries = list_generations(layout);
    const auto entry = std::find_if(entries.begin(), entries.end(), [](const auto& row) { return row.live; });
    if (entry == entries.end() || entry->sequence == 0)
        throw Error(Status::unavailable, fmt::format("the live generation {} cannot be read{}", live, why),
                    "run findings-index rollback, or build again");
    return *entry;
}

// Reports may be deleted; the generation itself says how many stories it has.
Json describe_as_json(const GenerationEntry& live, const std::optional<RunReport>& report, double age, bool too_old) {
    return {{"generation", live.name},
            {"sequence", live.sequence},
            {"built_at", live.built_at},
            {"live", true},
            {"age_hours", age},
            {"too_old", too_old},
            {"stories", live.stories},
            {"articles", report ? Json(report->articles) : Json(nullptr)},
            {"rejected", report ? Json(report->rejections.size()) : Json(nullptr)},
            {"coverage", report ? Json(report->coverage) : Json(nullptr)}};
}

std::string describe_as_text(const GenerationEntry& live, const std::optional<RunReport>& report, double age) {
    const std::string when = age < -kClockSlackHours
                                 ? fmt::format("{:.1f} hours in the future: is the clock right?", -age)
                                 : fmt::format("{:.1f} hours ago", age);
    const std::string rejected =
        report ? fmt::format("{} files or records rejected", report->rejections.size()) : "its report is gone";
    return fmt::format("{}, built {} ({}): {}, {}\n", live.name, live.built_at, when,
                       count_noun(live.stories, "story", "stories"), rejected);
}

}  // namespace

Status run_status(const IndexOptions& options, std::ostream& out) {
    const IndexLayout& layout = options.build.layout;
    const std::optional<LastRun> last = find_last_run(layout);
    const GenerationEntry live = find_live(layout, last);
    const std::optional<RunReport> report = read_report(layout.reports(), live.name);
    const double age = age_hours(live.built_at);
    const bool too_old = options.max_age_hours > 0 && (age > options.max_age_hours || age < -kClockSlackHours);
    if (options.json) {
        Json json = describe_as_json(live, report, age, too_old);
        json["last_run"] = to_json(last);
        out << dump_json_document(json);
    } else if (!options.quiet) {
        out << describe_as_text(live, report, age);
        if (last) out << describe(*last) << '\n';
        if (report)
            for (const auto& [facet, share] : report->coverage)
                out << fmt::format("  {:<12} {:3.0f} %\n", facet, share * 100);
    }
    return too_old ? Status::no_hits : Status::ok;
}

}  // namespace findings
