#include "indexer/ingest/scan_sources.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <system_error>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/text/fold.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kExtensions{".txt", ".md",   ".html",  ".htm",
                                                      ".pdf", ".json", ".jsonl", ".ndjson"};

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return extension;
}

// ".txt" of "story.txt" and of "story.txt.gz"; other types give what the user would call their extension.
std::string article_extension(const fs::path& name) {
    std::string extension = lower_extension(name);
    if (extension != ".gz") return extension;
    const std::string inner = lower_extension(name.stem());
    return std::find(kExtensions.begin(), kExtensions.end(), inner) == kExtensions.end() ? inner + extension : inner;
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.empty() && name.front() == '.';
}

// File names are bytes; JSON and CSV need text. Bytes that are no UTF-8 become '?', a line break a space.
std::string printable_name(std::string name) {
    const bool valid = is_valid_utf8(name);
    for (char& c : name)
        if (c == '\n' || c == '\r' || (!valid && static_cast<signed char>(c) < 0)) c = c < 0 ? '?' : ' ';
    return name;
}

// What is wrong with a SOURCE, in words; empty when nothing is.
std::string find_fault(const fs::path& source) {
    if (source == "-") return {};
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (status.type() == fs::file_type::not_found) return fmt::format("SOURCE {} is not there", source.string());
    if (error) return fmt::format("SOURCE {} cannot be reached: {}", source.string(), error.message());
    const int rights = fs::is_directory(status) ? R_OK | X_OK : R_OK;
    if (::access(source.c_str(), rights) != 0)
        return fmt::format("SOURCE {} may not be read: {}", source.string(), std::strerror(errno));
    return {};
}

// The folder that browsers and Word write beside a saved page, in the languages their users have. Source: "Save page,
// complete" of Chrome and Firefox, "Web page, complete" of Internet Explorer and Word.
constexpr std::array<std::string_view, 17> kFrameSuffixes{
    "_files", "-dateien", "_dateien", "-files",     "_fichiers", "-bestanden", "_archivos", "_ficheiros", "_arquivos",
    "-filer", "_pliki",   "_soubory", "_tiedostot", "_file",     "_elemei",    ".fld",      "_datoteke"};

/// True for NAME_files when NAME.html stands beside it: what is in it are the page's frames, scripts and pictures.
bool is_saved_page_folder(const fs::path& folder) {
    const std::string name = folder.filename().string();
    std::string lower = name;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    for (const std::string_view suffix : kFrameSuffixes) {
        if (!lower.ends_with(suffix) || lower.size() == suffix.size()) continue;
        const fs::path stem = folder.parent_path() / name.substr(0, name.size() - suffix.size());
        for (const char* extension : {".html", ".htm", ".HTML", ".HTM", ".xhtml", ".html.gz", ".htm.gz", ""}) {
            fs::path page = stem;
            page += extension;
            std::error_code error;
            if (fs::is_regular_file(page, error)) return true;
        }
    }
    return false;
}

class Walk {
  public:
    explicit Walk(SourceScan& scan) : scan_(scan) {}

    void add_source(const fs::path& given, std::size_t number) {
        given_ = number;
        std::error_code error;
        const fs::path source = fs::absolute(given, error).lexically_normal();
        const fs::file_status status = fs::status(source, error);
        root_ = fs::is_directory(status) ? source : source.parent_path();
        root_name_ = printable_name(source.has_filename() ? source.filename().string()
                                                          : source.parent_path().filename().string());
        if (!fs::is_directory(status)) {
            add_file(source, true);
            return;
        }
        walk(source);
    }

  private:
    void walk(const fs::path& folder) {
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            entries.push_back(*it);
        if (error) {
            reject(folder, fmt::format("the folder cannot be read: {}", error.message()));
            return;
        }
        // Directory order differs between file systems; ids and duplicates must not.
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            if (is_hidden(entry.path())) continue;
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                if (is_saved_page_folder(entry.path()))
                    count_left_out(entry.path());
                else if (!entry.is_symlink(ignored))
                    walk(entry.path());
            } else {
                add_file(entry.path(), false);
            }
        }
    }

    /// Frames and pictures of a saved page are no articles, but nothing goes uncounted.
    void count_left_out(const fs::path& folder) {
        std::error_code error;
        for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->is_regular_file(error)) ++scan_.unsupported["(parts of saved pages)"];
    }

    void add_file(const fs::path& path, bool named) {
        const std::string extension = article_extension(path.filename());
        if (std::find(kExtensions.begin(), kExtensions.end(), extension) == kExtensions.end()) {
            if (named)
                throw Error(Status::no_input, fmt::format("SOURCE {} is of a type that is not read", path.string()),
                            "readable are .txt .md .html .pdf .json .jsonl and .gz of them");
            ++scan_.unsupported[printable_name(extension)];
            return;
        }
        std::error_code error;
        const std::uint64_t size = fs::file_size(path, error);
        scan_.files.push_back({path, relative(path), root_name_, error ? 0 : size, {}, given_});
    }

    void reject(const fs::path& path, std::string detail) {
        Rejection rejection{relative(path), RejectionReason::unreadable, std::move(detail)};
        rejection.hint = rejection_row(RejectionReason::unreadable).hint;
        scan_.rejections.push_back(std::move(rejection));
    }

    [[nodiscard]] std::string relative(const fs::path& path) const {
        return printable_name(path.lexically_relative(root_).generic_string());
    }

    SourceScan& scan_;
    fs::path root_;
    std::string root_name_;
    std::size_t given_ = 0;
};

}  // namespace

void check_sources(const std::vector<fs::path>& sources) {
    std::vector<std::string> faults;
    for (const fs::path& source : sources)
        if (std::string fault = find_fault(source); !fault.empty()) faults.push_back(std::move(fault));
    if (!faults.empty())
        throw Error(Status::no_input, fmt::format("{}", fmt::join(faults, "; ")),
                    "check the path, that its disk is mounted, and that this user may read it");
}

SourceScan scan_sources(const std::vector<fs::path>& sources) {
    check_sources(sources);
    SourceScan scan;
    Walk walk(scan);
    for (std::size_t i = 0; i < sources.size(); ++i) walk.add_source(sources[i], i);
    return scan;
}

}  // namespace findings
