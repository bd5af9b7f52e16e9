#include "searcher/site/original_file.hpp"

#include <array>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

struct ServedType {
    std::string_view extension;
    std::string_view type;
    bool inline_view;
};
constexpr std::string_view kPlain = "text/plain; charset=utf-8";
constexpr std::string_view kBytes = "application/octet-stream";
constexpr std::array kServed{
    ServedType{".pdf", "application/pdf", true},
    ServedType{".txt", kPlain, true},
    ServedType{".md", kPlain, true},
    ServedType{".html", kPlain, true},
    ServedType{".htm", kPlain, true},
    ServedType{".docx", kBytes, false},
    ServedType{".odt", kBytes, false},
    ServedType{".rtf", kBytes, false},
    ServedType{".doc", kBytes, false},
    ServedType{".pptx", kBytes, false},
    ServedType{".odp", kBytes, false},
    ServedType{".epub", kBytes, false},
    ServedType{".png", "image/png", true},
    ServedType{".jpg", "image/jpeg", true},
    ServedType{".jpeg", "image/jpeg", true},
};

// The path below the folder, or empty when it leads elsewhere.
fs::path path_below(const fs::path& folder, const Article& article) {
    const fs::path whole = fs::path(article.path).lexically_normal();
    fs::path below = article.path.empty() ? fs::path() : whole.lexically_relative(folder.lexically_normal());
    if (below.empty() || *below.begin() == "..") below = fs::path(article.source).lexically_normal();
    if (below.empty() || below.is_absolute() || *below.begin() == ".." || *below.begin() == ".") return {};
    return below;
}

// One part after the other, none of them a link: the folder may hold links that lead out of it.
int open_below(const fs::path& folder, const fs::path& below) {
    int at = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (auto part = below.begin(); part != below.end() && at >= 0; ++part) {
        const bool last = std::next(part) == below.end();
        // O_NONBLOCK: opening a named pipe would wait for a writer.
        const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (last ? O_NONBLOCK : O_DIRECTORY);
        const int next = openat(at, part->c_str(), flags);
        close(at);
        at = next;
    }
    return at;
}

}  // namespace

OriginalFile open_original(const fs::path& folder, const Article& article) {
    OriginalFile file;
    if (folder.empty()) return file;
    std::error_code ignored;
    const fs::path real = fs::canonical(folder, ignored);
    if (ignored) return file;
    const fs::path below = path_below(real, article);
    const std::string extension = lower_case(below.extension().string());
    for (const ServedType& served : kServed) {
        if (served.extension != extension) continue;
        file.descriptor = open_below(real, below);
        struct stat status {};
        if (file.descriptor >= 0 && (fstat(file.descriptor, &status) != 0 || !S_ISREG(status.st_mode)))
            close(std::exchange(file.descriptor, -1));
        file.type = served.type;
        file.name = below.filename().string();
        file.inline_view = served.inline_view;
    }
    return file;
}

}  // namespace findings
