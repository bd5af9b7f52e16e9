#include "indexer/digest/digest_files.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "indexer/digest/render_digest.hpp"
#include "indexer/io_error.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

fs::path digest_path(const IndexLayout& layout, const std::string& generation, bool json) {
    return layout.reports() / (generation + (json ? ".digest.json" : ".digest.txt"));
}

void write_whole(const fs::path& path, const std::string& text) {
    const fs::path next = path.string() + ".new";
    const int descriptor = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) throw make_io_error("create", next.string(), errno);
    std::string_view rest = text;
    int error = 0;
    while (!rest.empty() && error == 0) {
        const ssize_t count = ::write(descriptor, rest.data(), rest.size());
        if (count >= 0)
            rest.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            error = errno;
    }
    if (error == 0 && ::fsync(descriptor) != 0) error = errno;
    ::close(descriptor);
    if (error != 0) throw make_io_error("write", next.string(), error);
    if (::rename(next.c_str(), path.c_str()) != 0) throw make_io_error("write", path.string(), errno);
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
    std::error_code error;
    fs::create_directories(layout.reports(), error);
    if (error) throw make_io_error("create", layout.reports().string(), error.value());
    write_whole(digest_path(layout, digest.to, false), render_digest_text(digest));
    write_whole(digest_path(layout, digest.to, true), render_digest_json(digest));
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
