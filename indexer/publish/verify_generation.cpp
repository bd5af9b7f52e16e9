#include "indexer/publish/verify_generation.hpp"

#include <future>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/generation.hpp"
#include "common/index/record.hpp"
#include "common/index/schema.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/generation/mark_records.hpp"
#include "indexer/generation/write_facet_columns.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {

std::optional<std::string> check_tables(const std::filesystem::path& folder) {
    // Xapian's check opens for writing although it only reads. Where this user may not write, the hashes must do: they
    // are of files that passed the check before they were published.
    if (::access((folder / "docdata.glass").c_str(), W_OK) != 0) return std::nullopt;
    // Of the other table every record is looked up and read below. To check it here would inflate each of them twice.
    for (const std::filesystem::path& database : {folder, folder / kFindingsName}) {
        std::ostringstream details;
        const std::size_t errors = Xapian::Database::check((database / "postlist.glass").string(), 0, &details);
        if (errors > 0) return fmt::format("{}: Xapian's check found {} errors", database.string(), errors);
    }
    return std::nullopt;
}

// Each finding of each story has a document that says so, in their order, and there are no others.
std::optional<std::string> check_findings(const std::filesystem::path& folder, const std::vector<std::size_t>& counts) {
    const Xapian::Database database((folder / kFindingsName).string());
    auto place = database.valuestream_begin(kSlotStory);
    Xapian::docid id = 0;
    for (std::uint64_t story = 1; story <= counts.size(); ++story)
        for (std::uint64_t number = 1; number <= counts[story - 1]; ++number, ++place) {
            const auto differs = [&](const FindingPlace& found) {
                return found.story != story || found.number != number;
            };
            if (place == database.valuestream_end(kSlotStory) || place.get_docid() != ++id ||
                differs(unpack_finding_place(*place)))
                return fmt::format("{}: the findings differ from those of the stored articles", folder.string());
        }
    if (place != database.valuestream_end(kSlotStory) || database.get_lastdocid() != id)
        return fmt::format("{}: there are findings without an article", folder.string());
    return check_facet_columns(folder, true);
}

std::optional<std::string> check_contents(const std::filesystem::path& folder, const StopToken& stop_token) {
    const Xapian::Database database(folder.string());
    const std::string format = database.get_metadata(std::string(metadata::kFormat));
    if (format != std::to_string(kIndexFormat))
        return fmt::format("{} is of format {}, this program reads {}", folder.string(),
                           format.empty() ? "unknown" : format, kIndexFormat);
    std::vector<std::size_t> findings;
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
        throw_if_stopped(stop_token);
        const Article article = decode_record(database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data());
        findings.push_back(article.findings.size());
    }
    if (auto damage = check_facet_columns(folder)) return damage;
    return check_findings(folder, findings);
}

}  // namespace

std::optional<std::string> verify_generation(const std::filesystem::path& folder, const StopToken& stop_token) {
    if (auto damage = check_manifest(folder, stop_token)) return damage;
    try {
        // Neither waits for the other.
        auto tables = std::async(std::launch::async, [&] { return check_tables(folder); });
        auto damage = check_contents(folder, stop_token);
        auto table_damage = tables.get();
        return table_damage ? table_damage : damage;
    } catch (const Xapian::Error& error) {
        return fmt::format("{}: {}", folder.string(), error.get_description());
    } catch (const Error& error) {
        if (error.status() == Status::interrupted) throw;
        return fmt::format("{}: {}", folder.string(), error.what());
    }
}

std::size_t count_lost_stories(const std::filesystem::path& old_generation, const std::filesystem::path& new_generation,
                               std::size_t& old_stories) {
    old_stories = 0;
    try {
        const Xapian::Database before(old_generation.string());
        const Xapian::Database after(new_generation.string());
        const std::string prefix(field_row(Field::id).prefix);
        const std::vector<bool> records = mark_records(before);
        std::size_t lost = 0;
        for (auto term = before.allterms_begin(prefix); term != before.allterms_end(prefix); ++term) {
            const auto document = before.postlist_begin(*term);
            if (document != before.postlist_end(*term) && records[*document]) continue;
            ++old_stories;
            if (!after.term_exists(*term)) ++lost;
        }
        return lost;
    } catch (const Xapian::Error&) {
        // A damaged live generation must not keep a sound one from replacing it.
        return 0;
    }
}

}  // namespace findings
