#include "indexer/pipeline/reuse_generation.hpp"

#include <atomic>

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include "common/index/generation.hpp"
#include "indexer/generation/manifest.hpp"
#include "indexer/ingest/cache.hpp"
#include "indexer/io/hash_file.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/run_threads.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/records/owner_groups.hpp"
#include "indexer/register_files/table/map_file.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

void name_copy(const fs::path& generation, const GenerationInfo& info) {
    try {
        Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
        write_generation_info(database, info);
        database.commit();
    } catch (const Xapian::DatabaseError& error) {
        throw make_io_error("write", generation.string() + " (" + error.get_msg() + ")",
                            find_error_number(error.get_error_string()));
    }
}

}  // namespace

void hash_sources(std::vector<SourceFile>& files, std::size_t jobs, const StopToken& stop_token,
                  std::string_view ocr_setting) {
    const std::string ocr = describe_ocr(ocr_setting, find_ocr_data());
    std::atomic<std::size_t> next = 0;
    run_threads(
        jobs,
        [&](std::size_t) {
            for (std::size_t at = next++; at < files.size(); at = next++)
                files[at].content_key = make_cache_key(files[at].path, stop_token, ocr);
        },
        [&] { next = files.size(); });
}

std::string hash_inputs(const SourceScan& scan, const std::vector<fs::path>& programs) {
    std::string text;
    for (const fs::path& program : programs) text += hash_file(program) + '\n';
    for (const SourceFile& file : scan.files) {
        if (file.content_key.empty()) return {};
        text += fmt::format("{}\t{}\t{}\n", file.source, file.path.string(), file.content_key);
    }
    for (const Rejection& rejection : scan.rejections) text += rejection.source + '\n';
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::vector<fs::path> list_register_tables(const SourceScan& scan, const BuildOptions& options) {
    std::vector<fs::path> tables = options.providers;
    const auto add_mapping = [&](const fs::path& file) {
        std::error_code error;
        if (fs::path mapping = mapping_file(file); fs::exists(mapping, error)) tables.push_back(std::move(mapping));
    };
    for (const fs::path& file : options.providers) add_mapping(file);
    for (const SourceFile& file : scan.files)
        if (file.is_register) add_mapping(file.path);
    if (fs::path groups = groups_file(options.layout.root); !groups.empty()) tables.push_back(std::move(groups));
    return tables;
}

std::string inputs_of(const fs::path& generation) {
    try {
        return Xapian::Database(generation.string()).get_metadata(std::string(metadata::kInputs));
    } catch (const Xapian::Error&) {
        return {};
    }
}

bool copy_generation(const fs::path& old_generation, const fs::path& target, const GenerationInfo& info) {
    std::error_code error;
    fs::copy(old_generation, target, fs::copy_options::recursive, error);
    if (error) {
        const int number = error.value();
        throw make_io_error("copy to", target.string(), number);
    }
    if (check_manifest(target)) {
        fs::remove_all(target, error);
        return false;
    }
    name_copy(target, info);
    write_manifest(target);
    sync_folder(target);
    return true;
}

}  // namespace findings
