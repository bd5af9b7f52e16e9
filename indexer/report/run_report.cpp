#include "indexer/report/run_report.hpp"

#include <fstream>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "common/index/schema.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kReportFormat = 1;
constexpr std::size_t kMaxListed = 20;
constexpr std::size_t kDayLetters = 10;  // of 2026-11-22T02:00:00Z

Json to_json(const std::vector<Rejection>& rejections) {
    Json list = Json::array();
    for (const Rejection& rejection : rejections) {
        Json row{{"source", rejection.source},
                 {"reason", rejection_row(rejection.reason).name},
                 {"detail", rejection.detail},
                 {"hint", rejection.hint}};
        row["line"] = rejection.line == 0 ? Json(nullptr) : Json(rejection.line);
        if (!rejection.since.empty()) row["since"] = rejection.since;
        list.push_back(std::move(row));
    }
    return list;
}

RejectionReason reason_named(const std::string& name) {
    for (const RejectionRow& row : kRejections)
        if (row.name == name) return row.reason;
    return RejectionReason::unreadable;
}

std::vector<Rejection> read_rejections(const Json& rows) {
    std::vector<Rejection> rejections;
    for (const Json& row : rows) {
        Rejection rejection{row.value("source", ""), reason_named(row.value("reason", "")), row.value("detail", "")};
        rejection.hint = row.value("hint", "");
        if (const Json& line = row.at("line"); line.is_number()) rejection.line = line.get<std::size_t>();
        rejections.push_back(std::move(rejection));
    }
    return rejections;
}

/// The first twenty as lines of text, and how many there are besides.
std::string format_first_warnings(const RunReport& report) {
    std::string text;
    const std::size_t count = report.warnings.size() + report.late_warnings.size();
    std::size_t listed = 0;
    // Late ones first: they are few, and about the whole run.
    for (const auto* warnings : {&report.late_warnings, &report.warnings})
        for (const std::string& warning : *warnings) {
            if (listed == kMaxListed)
                return text + fmt::format("and {} more: reports/{}.json\n", count - listed, report.generation);
            text += fmt::format("warning: {}\n", warning);
            ++listed;
        }
    return text;
}

}  // namespace

void take_what_holds(const RunReport& before, RunReport& report) {
    report.files_rejected = before.files_rejected;
    report.articles = before.articles;
    report.stories = before.stories;
    report.withdrawn = before.withdrawn;
    report.records = before.records;
    report.coverage = before.coverage;
    report.peak_disk_bytes = before.peak_disk_bytes;  // tomorrow may be a night with changes
    report.rejections = before.rejections;
    report.poor_scans = before.poor_scans;
    report.warnings.insert(report.warnings.end(), before.warnings.begin(), before.warnings.end());
}

std::string format_report_json(const RunReport& report) {
    Json json{{"format_version", kReportFormat},
              {"generation", report.generation},
              {"published", report.published},
              {"files_seen", report.files_seen},
              {"files_read", report.files_read},
              {"files_from_cache", report.files_from_cache},
              {"files_rejected", report.files_rejected},
              {"articles", report.articles},
              {"stories", report.stories},
              {"records", report.records},
              {"rejected", to_json(report.rejections)}};
    if (!report.poor_scans.empty()) json["poor_scans"] = to_json(report.poor_scans);
    if (report.withdrawn > 0) json["withdrawn"] = report.withdrawn;
    json["unsupported"] = Json::object();
    for (const auto& [extension, count] : report.unsupported) json["unsupported"][extension] = count;
    json["coverage"] = Json::object();
    for (const auto& [facet, share] : report.coverage) json["coverage"][facet] = share;
    json["warnings"] = report.warnings;
    json["late_warnings"] = report.late_warnings;
    json["sources"] = Json::array();
    for (const SourceCount& source : report.sources)
        json["sources"].push_back({{"source", source.source},
                                   {"files", source.files},
                                   {"articles", source.articles},
                                   {"bytes", source.bytes}});
    json["elapsed_s"] = report.elapsed_s;
    json["peak_memory_bytes"] = report.peak_memory_bytes;
    json["index_bytes"] = report.index_bytes;
    json["peak_disk_bytes"] = report.peak_disk_bytes;
    return dump_json_document(json);
}

std::string format_failures_json(const std::vector<Rejection>& rejections) {
    return dump_json_document(to_json(rejections));
}

std::string format_failures_text(const std::vector<Rejection>& rejections) {
    std::string text;
    for (const Rejection& rejection : rejections) {
        const std::string place =
            rejection.line == 0 ? rejection.source : fmt::format("{}, record {}", rejection.source, rejection.line);
        const std::string since = rejection.since.empty()
                                      ? std::string()
                                      : fmt::format(" (since {})", rejection.since.substr(0, kDayLetters));
        text += fmt::format("{}: {}: {}{}\n    {}\n", place, rejection_row(rejection.reason).name, rejection.detail,
                            since, rejection.hint);
    }
    return text;
}

std::string summarise_report(const RunReport& report) {
    return fmt::format("{} {}: {} from {} searchable, {} rejected, {:.1f} s, {:.0f} MB",
                       report.published ? "published" : "not published", report.generation,
                       count_noun(report.stories, "story", "stories"), count_noun(report.files_seen, "file", "files"),
                       report.rejections.size(), report.elapsed_s, static_cast<double>(report.index_bytes) / 1e6);
}

std::string format_report_text(const RunReport& report) {
    std::string text = summarise_report(report) + '\n';
    if (report.articles > report.stories)
        text += fmt::format("{} folded into their stories\n",
                            count_noun(report.articles - report.stories, "copy", "copies"));
    if (report.records > 0) text += fmt::format("{} of registers\n", count_noun(report.records, "row", "rows"));
    std::string coverage;
    for (const Field facet : {Field::provider, Field::region, Field::grade, Field::theme})
        if (const auto share = report.coverage.find(std::string(field_row(facet).name)); share != report.coverage.end())
            coverage += fmt::format("{}{} {:.0f} %", coverage.empty() ? "" : ", ", share->first, share->second * 100);
    if (!coverage.empty()) text += fmt::format("known: {}\n", coverage);
    if (!report.unsupported.empty()) {
        text += "other types, not read:";
        for (const auto& [extension, count] : report.unsupported)
            text += fmt::format(" {} {}", count, extension.empty() ? "without extension" : extension);
        text += '\n';
    }
    if (!report.poor_scans.empty())
        text += fmt::format("{} hard to read: findings-index failures\n",
                            count_noun(report.poor_scans.size(), "scan", "scans"));
    text += format_first_warnings(report);
    return text + format_first_failures(report.rejections, "findings-index failures");
}

std::string format_first_failures(const std::vector<Rejection>& rejections, std::string_view rest) {
    std::vector<Rejection> shown = rejections;
    if (shown.size() > kMaxListed) shown.resize(kMaxListed);
    std::string text = format_failures_text(shown);
    if (shown.size() < rejections.size())
        text += fmt::format("and {} more: {}\n", rejections.size() - shown.size(), rest);
    return text;
}

void save_report(const RunReport& report, const std::filesystem::path& folder) {
    replace_file(folder / (report.generation + ".json"), format_report_json(report));
}

std::optional<RunReport> read_report(const std::filesystem::path& folder, const std::string& generation) try {
    std::ifstream file(folder / (generation + ".json"));
    const Json json = Json::parse(file);
    RunReport report;
    report.generation = generation;
    report.files_seen = json.value("files_seen", std::size_t{0});
    report.withdrawn = json.value("withdrawn", std::size_t{0});
    report.files_rejected = json.value("files_rejected", std::size_t{0});
    report.articles = json.value("articles", std::size_t{0});
    report.stories = json.value("stories", std::size_t{0});
    report.records = json.value("records", std::size_t{0});
    report.coverage = json.at("coverage").get<std::map<std::string, double>>();
    report.index_bytes = json.value("index_bytes", std::uint64_t{0});
    report.peak_disk_bytes = json.value("peak_disk_bytes", std::uint64_t{0});
    for (const Json& row : json.value("sources", Json::array()))
        report.sources.push_back({row.value("source", ""), row.value("files", std::size_t{0}),
                                  row.value("articles", std::size_t{0}), row.value("bytes", std::uint64_t{0})});
    report.rejections = read_rejections(json.at("rejected"));
    report.poor_scans = read_rejections(json.value("poor_scans", Json::array()));
    report.warnings = json.value("warnings", report.warnings);
    report.unsupported = json.value("unsupported", report.unsupported);
    return report;
} catch (const Json::exception&) {
    return std::nullopt;
}

RunReport load_report(const std::filesystem::path& folder, const std::string& generation) {
    std::optional<RunReport> report = read_report(folder, generation);
    if (!report)
        throw Error(Status::unavailable,
                    fmt::format("there is no report {}", (folder / (generation + ".json")).string()),
                    "the next build writes one");
    return std::move(*report);
}

}  // namespace findings
