#include "indexer/ingest/name_sources.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "common/text/code_points.hpp"

namespace findings {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_hex(char c) { return kHexDigits.find(c) != std::string_view::npos; }

// Folders before what they hold, as a walk finds them: '/' counts as the smallest byte.
bool comes_before(std::string_view a, std::string_view b) {
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
    if (*x == '/' || *y == '/') return *x == '/';
    return static_cast<unsigned char>(*x) < static_cast<unsigned char>(*y);
}

/// One more folder of `root` before a name; false when there is none left. After the last one comes the root folder
/// itself: an absolute path is like no other name.
bool put_folder_before(SourceFile& file, const std::filesystem::path& root, std::size_t depth) {
    if (file.source.front() == '/') return false;
    std::vector<std::string> folders;
    for (const std::filesystem::path& folder : root.relative_path())
        if (!folder.empty()) folders.push_back(printable_name(folder.native()));
    const std::string before = depth < folders.size() ? folders[folders.size() - 1 - depth] + '/' : "/";
    file.source.insert(0, before);
    file.above += before.size();
    return true;
}

}  // namespace

std::string printable_name(std::string_view name) {
    constexpr char kDelete = 0x7f;
    std::string text;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = at;
        const bool valid = next_code_point(name, at) >= 0;
        if (!valid) at = begin + 1;
        const std::string_view bytes = name.substr(begin, at - begin);
        const char c = bytes.front();
        const bool control = (c >= 0 && c < ' ') || c == kDelete;
        const bool like_ours = c == '\\' && name.size() > begin + 3 && name[begin + 1] == 'x' &&
                               is_hex(name[begin + 2]) && is_hex(name[begin + 3]);
        if (valid && !control && !like_ours)
            text += bytes;
        else
            text += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    }
    return text;
}

void name_sources(std::vector<SourceFile>& files, const std::vector<std::filesystem::path>& roots) {
    std::vector<std::size_t> order(files.size());
    std::vector<std::size_t> depth(files.size(), 0);
    std::iota(order.begin(), order.end(), 0U);
    for (bool changed = true; changed;) {
        changed = false;
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return comes_before(files[a].source, files[b].source); });
        for (std::size_t begin = 0; begin < order.size();) {
            std::size_t end = begin + 1;
            while (end < order.size() && files[order[end]].source == files[order[begin]].source) ++end;
            for (std::size_t i = begin; end - begin > 1 && i < end; ++i)
                changed = put_folder_before(files[order[i]], roots[order[i]], depth[order[i]]++) || changed;
            begin = end;
        }
    }
    std::vector<SourceFile> sorted;
    sorted.reserve(files.size());
    for (const std::size_t i : order) sorted.push_back(std::move(files[i]));
    files = std::move(sorted);
}

}  // namespace findings
