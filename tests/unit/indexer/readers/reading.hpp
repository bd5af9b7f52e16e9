#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/read_source.hpp"

namespace findings::test {

/// A folder of its own for one test, gone when the test ends.
class TempFolder {
  public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "findings-readers-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TempFolder() { std::filesystem::remove_all(path_); }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path write(std::string_view name, std::string_view bytes) const {
        const std::filesystem::path file = path_ / name;
        std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file;
    }

  private:
    std::filesystem::path path_;
};

inline ReadResult read_file(const std::filesystem::path& path, const ReaderLimits& limits = {}) {
    ReadResult result;
    const ReadSink sink{[&](RawArticle&& article) { result.articles.push_back(std::move(article)); },
                        [&](Rejection&& rejection) { result.rejections.push_back(std::move(rejection)); }};
    read_source(path, limits, sink);
    return result;
}

/// Writes the bytes under that name and reads them back.
inline ReadResult read_as(std::string_view name, std::string_view bytes, const ReaderLimits& limits = {}) {
    const TempFolder folder;
    return read_file(folder.write(name, bytes), limits);
}

/// Everything a reader gave, as one string: "paragraph: text" and "warning: text" lines, or "rejected name: detail".
inline std::string summarise(const ReadResult& result) {
    static constexpr std::string_view kRoles[] = {"paragraph", "heading", "item",       "row",
                                                  "caption",   "byline",  "navigation", "boilerplate"};
    std::string out;
    for (const RawArticle& article : result.articles) {
        for (const Block& block : article.blocks)
            out.append(kRoles[static_cast<std::size_t>(block.role)]).append(": ").append(block.text).append("\n");
        for (const std::string& warning : article.warnings) out.append("warning: ").append(warning).append("\n");
    }
    for (const Rejection& rejection : result.rejections)
        out.append("rejected ")
            .append(rejection_row(rejection.reason).name)
            .append(": ")
            .append(rejection.detail)
            .append("\n");
    return out;
}

/// The only rejection's printed reason, or "" when there is not exactly one.
inline std::string reason_of(const ReadResult& result) {
    if (result.rejections.size() != 1 || !result.articles.empty()) return {};
    return std::string(rejection_row(result.rejections[0].reason).name);
}

}  // namespace findings::test
