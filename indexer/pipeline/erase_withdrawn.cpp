#include "indexer/pipeline/erase_withdrawn.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "common/index/withdrawn_ids.hpp"
#include "indexer/digest/digest_files.hpp"
#include "indexer/generation/assemble_generation.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/publish/verify_generation.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

using Documents = std::set<Xapian::docid>;

Documents find_withdrawn(const Xapian::Database& database, const std::vector<std::string>& ids) {
    Documents found;
    for (const std::string& id : ids) {
        const std::string term = exact_term(Field::id, id);
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) found.insert(*at);
    }
    return found;
}

GenerationInfo read_info(const Xapian::Database& database, const GenerationEntry& entry) {
    GenerationInfo info;
    info.name = entry.name;
    info.built_at = entry.built_at;
    info.sequence = entry.sequence;
    // `inputs` stays empty: a build from the same sources is not to copy what was made of more.
    info.recurring = database.get_metadata(std::string(metadata::kRecurring));
    const auto counts = nlohmann::json::parse(database.get_metadata(std::string(metadata::kCounts)), nullptr, false);
    if (counts.is_object()) info.withdrawn = counts.value("withdrawn", std::size_t{0});
    return info;
}

/// One generation written again from the records it keeps.
class Rewriting {
  public:
    Rewriting(const IndexLayout& layout, const std::vector<std::string>& ids, std::size_t jobs,
              const StopToken& stop_token)
        : layout_(layout), ids_(ids), jobs_(jobs), stop_token_(stop_token), folder_(layout.building() / "erasing") {}

    void run(const GenerationEntry& entry) {
        const Xapian::Database database(layout_.generation(entry.name).string());
        const Documents withdrawn = find_withdrawn(database, ids_);
        if (withdrawn.empty()) return;
        if (withdrawn.size() == database.get_doccount()) {
            if (!entry.live) delete_generation(layout_, entry.name);
            return;
        }
        start_afresh();
        GenerationInfo info = read_info(database, entry);
        info.withdrawn += withdrawn.size();
        assemble_generation(write(database, withdrawn), info, folder_, output(), stop_token_);
        write_manifest(output(), stop_token_, info.withdrawn);
        sync_folder(output());
        if (const auto damage = verify_generation(output(), stop_token_)) throw Error(Status::io_error, *damage);
        replace(entry.name);
    }

  private:
    [[nodiscard]] fs::path output() const { return folder_ / "generation"; }

    void start_afresh() const {
        std::error_code error;
        fs::remove_all(folder_, error);
        fs::create_directories(folder_, error);
        if (error) throw make_io_error("create", folder_.string(), error.value());
    }

    // As a build does from its spool: the records hold all that is indexed of a story, in the order of the documents.
    WrittenStories write(const Xapian::Database& database, const Documents& withdrawn) const {
        SpooledArticles articles;
        std::vector<Story> stories;
        {
            SpoolWriter spool(spool_path(folder_, 0), 0);
            for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
                throw_if_stopped(stop_token_);
                if (withdrawn.contains(id)) continue;
                const Xapian::Document document = database.get_document(id);
                Article article = decode_record(document.get_data());
                drop_withdrawn_repeats(ids_, article.findings);
                SpooledArticle& entry = articles.emplace_back();
                entry.id = article.id;
                const std::string gone = document.get_value(kSlotGone);
                entry.gone_from = gone.empty() ? 0 : static_cast<std::uint32_t>(std::stoul(gone));
                spool.append(encode_record(article), {}, {}, entry);
                stories.push_back({articles.size() - 1, {}});
            }
            spool.flush();
        }
        std::vector<SpoolReader> spools;
        spools.emplace_back(spool_path(folder_, 0));
        WriteOptions options;
        options.folder = folder_;
        options.jobs = jobs_;
        options.stop_token = stop_token_;
        WrittenStories written = write_segments(stories, articles, spools, options);
        fs::remove(spool_path(folder_, 0));
        return written;
    }

    // The old folder is where the new one was before, and goes with it.
    void replace(const std::string& name) const {
        // Readers ask again where for a moment there is neither.
        exchange_folders(output(), layout_.generation(name), folder_ / "old");
        sync_entries(layout_.generations());
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    const IndexLayout& layout_;
    const std::vector<std::string>& ids_;
    std::size_t jobs_;
    const StopToken& stop_token_;
    fs::path folder_;
};

bool names_one(const fs::path& file, const std::vector<std::string>& ids) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return text.find(nlohmann::json(id).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) !=
               std::string::npos;
    });
}

void erase_digests(const IndexLayout& layout, const std::vector<std::string>& ids) {
    constexpr std::string_view kEnding = ".digest.json";
    std::vector<std::string> generations;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(layout.reports(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(kEnding) && names_one(entry.path(), ids))
            generations.push_back(name.substr(0, name.size() - kEnding.size()));
    }
    for (const std::string& generation : generations) remove_digest(layout, generation);
}

}  // namespace

std::vector<std::string> erase_withdrawn(const IndexLayout& layout, const std::vector<std::string>& ids,
                                         std::size_t jobs, const StopToken& stop_token) {
    std::vector<std::string> warnings;
    if (ids.empty()) return warnings;
    erase_digests(layout, ids);
    Rewriting rewriting(layout, ids, jobs, stop_token);
    for (const GenerationEntry& entry : list_generations(layout)) {
        const auto warn = [&](std::string_view why) {
            warnings.push_back(
                fmt::format("what is withdrawn could not be erased from generation {}: {}", entry.name, why));
        };
        try {
            rewriting.run(entry);
        } catch (const Xapian::Error& error) {
            warn(error.get_description());
        } catch (const Error& error) {
            // A record that cannot be read; what the disk or a signal says ends the run.
            if (error.status() != Status::unavailable) throw;
            warn(error.what());
        }
    }
    return warnings;
}

std::vector<std::string> leave_out_withdrawn(const std::vector<std::string>& ids, const SpooledArticles& articles,
                                             const std::vector<SourceFile>& files, SelectedStories& selected) {
    const auto is_withdrawn = [&](std::size_t article) { return findings::is_withdrawn(ids, articles[article].id); };
    std::vector<std::string> keys;
    std::erase_if(selected.stories, [&](const Story& story) {
        if (!is_withdrawn(story.leader) && std::none_of(story.copies.begin(), story.copies.end(), is_withdrawn))
            return false;
        keys.push_back(files[articles[story.leader].file].content_key);
        for (const std::size_t copy : story.copies) keys.push_back(files[articles[copy].file].content_key);
        return true;
    });
    return keys;
}

}  // namespace findings
