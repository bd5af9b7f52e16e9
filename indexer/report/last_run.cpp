#include "indexer/report/last_run.hpp"

#include <array>
#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<Status, std::string_view>, 8> kOutcomes{{
    {Status::ok, "published"},
    {Status::some_rejected, "published"},
    {Status::refused, "refused"},
    {Status::no_input, "no input"},
    {Status::cannot_create, "failed"},
    {Status::io_error, "failed"},
    {Status::interrupted, "interrupted"},
    {Status::bug, "failed"},
}};

void write_record(const LastRun& run, const RunReport& report, const fs::path& reports) {
    Json json{{"started_at", run.started_at},
              {"outcome", run.outcome},
              {"status", run.status},
              {"message", run.message},
              {"hint", run.hint}};
    json.update(Json::parse(format_report_json(report)));
    json["elapsed_s"] = run.elapsed_s;
    // Half a record would be worse than yesterday's.
    replace_file(reports / kLastRunName, dump_json_document(json));
}

}  // namespace

std::string_view name_outcome(Status status) {
    for (const auto& [known, name] : kOutcomes)
        if (known == status) return name;
    return "failed";
}

void save_last_run(const LastRun& run, const RunReport& report, const fs::path& reports) noexcept {
    try {
        write_record(run, report, reports);
    } catch (const std::exception&) {
        return;  // see the header
    }
}

std::optional<LastRun> load_last_run(const fs::path& reports) {
    std::ifstream file(reports / kLastRunName);
    const Json json = Json::parse(file, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    try {
        return LastRun{json.value("started_at", ""), json.value("outcome", ""), json.value("status", 0),
                       json.value("message", ""),    json.value("hint", ""),    json.value("elapsed_s", 0.0)};
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace findings
