#include "indexer/digest/digest_files.hpp"

#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "indexer/digest/render_digest.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

fs::path digest_path(const IndexLayout& layout, const std::string& generation, bool json) {
    return layout.reports() / (generation + (json ? ".digest.json" : ".digest.txt"));
}

std::optional<std::string> read_whole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

void save_digest(const IndexLayout& layout, const Digest& digest) {
    replace_file(digest_path(layout, digest.to, false), render_digest_text(digest));
    replace_file(digest_path(layout, digest.to, true), render_digest_json(digest));
}

bool has_digest(const IndexLayout& layout, const std::string& generation) {
    std::error_code ignored;
    return fs::exists(digest_path(layout, generation, true), ignored);
}

std::optional<std::string> load_digest(const IndexLayout& layout, const std::string& before, const std::string& after,
                                       bool json) {
    auto stored = read_whole(digest_path(layout, after, true));
    if (!stored) return std::nullopt;
    const auto parsed = nlohmann::json::parse(*stored, nullptr, false);
    if (!parsed.is_object() || parsed.value("format_version", 0) != kDigestFormat) return std::nullopt;
    if (const auto from = parsed.find("from"); from == parsed.end() || !from->is_string() || *from != before)
        return std::nullopt;
    return json ? stored : read_whole(digest_path(layout, after, false));
}

void remove_digest(const IndexLayout& layout, const std::string& generation) {
    std::error_code ignored;
    for (const bool json : {false, true}) fs::remove(digest_path(layout, generation, json), ignored);
}

}  // namespace findings
