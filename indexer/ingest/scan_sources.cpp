#include "indexer/ingest/scan_sources.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"
#include "indexer/article/file_types.hpp"
#include "indexer/ingest/name_sources.hpp"
#include "indexer/ingest/own_files.hpp"
#include "indexer/ingest/recognise_register.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) { return lower_case(path.extension().string()); }

// ".txt" of "story.txt" and of "story.txt.gz"; other types give what the user would call their extension.
std::string article_extension(const fs::path& name) {
    std::string extension = lower_extension(name);
    if (extension != ".gz") return extension;
    const std::string inner = lower_extension(name.stem());
    return find_file_type(inner) == nullptr ? inner + extension : inner;
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.empty() && name.front() == '.';
}

// Tables that steer a build, and what names the columns of a register: never articles.
bool is_setting_file(const fs::path& path) {
    const std::string name = lower_case(path.filename().string());
    constexpr std::array<std::string_view, 3> kSettings{"corrections.csv", "groups.csv", "neighbours.csv"};
    return is_one_of(kSettings, name);
}

// What is no file of bytes, in words; empty for files, folders and what is not there.
std::string_view name_special(fs::file_type type) {
    switch (type) {
        case fs::file_type::fifo:
            return "named pipe";
        case fs::file_type::socket:
            return "socket";
        case fs::file_type::block:
        case fs::file_type::character:
            return "device";
        default:
            return {};
    }
}

// What is wrong with a SOURCE, in words; empty when nothing is.
std::string find_fault(const fs::path& source) {
    if (source == "-") return {};
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (status.type() == fs::file_type::not_found) return fmt::format("SOURCE {} is not there", source.string());
    if (error) return fmt::format("SOURCE {} cannot be reached: {}", source.string(), error.message());
    if (const std::string_view special = name_special(status.type()); !special.empty())
        return fmt::format("SOURCE {} is a {}, and only files and folders are read (- is standard input)",
                           source.string(), special);
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
    const std::string lower = lower_case(name);
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

/// A SOURCE as it is walked.
struct Root {
    std::size_t given = 0;  ///< its place on the command line
    bool is_stdin = false;
    fs::path source;  ///< absolute, as given
    fs::path folder;  ///< the source, or the folder of a file
    fs::path real;    ///< the folder without links
};

Root find_root(const fs::path& given, std::size_t number, const fs::path& stdin_file) {
    Root root;
    root.given = number;
    root.is_stdin = given == "-";
    root.source = root.is_stdin ? stdin_file : fs::absolute(given).lexically_normal();
    if (!root.source.has_filename()) root.source = root.source.parent_path();
    root.folder = fs::is_directory(root.source) ? root.source : root.source.parent_path();
    root.real = fs::canonical(root.folder);
    return root;
}

/// One file before it is known which of its paths counts.
struct FoundFile {
    std::size_t root = 0;  ///< index into the walked ones
    bool by_link = false;
    dev_t device = 0;
    ino_t inode = 0;  ///< 0 when it cannot be told, and then it is like no other
    std::uint64_t size_bytes = 0;
    fs::path path;
    std::string source;                 ///< below its SOURCE
    std::optional<std::string> unread;  ///< the extension or kind that is not read
    bool is_register = false;
};

class Walk {
  public:
    Walk(const OwnPlaces& own, std::vector<Root> roots)
        : own_(own.index_root), read_pictures_(own.read_pictures), roots_(std::move(roots)) {}

    SourceScan run() {
        for (root_ = 0; root_ < roots_.size(); ++root_) add_source();
        keep_one_of_each();
        return std::move(scan_);
    }

  private:
    void add_source() {
        const Root& root = roots_[root_];
        if (root.is_stdin) return add_file(root.source, false);
        const fs::path real = fs::canonical(root.source);
        const IndexPlace place = own_.place_of_path(real);
        if (place == IndexPlace::inside)
            throw Error(Status::no_input,
                        fmt::format("SOURCE {} is part of an index, which holds no sources", root.source.string()),
                        "name the folder that the articles are in");
        if (fs::is_directory(real))
            walk(root.source, place);
        else
            add_named_file(root.source);
    }

    void walk(const fs::path& folder, IndexPlace place) {
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        bool may_be_root = false;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            entries.push_back(*it);
            const std::string name = it->path().filename().string();
            may_be_root = may_be_root || name == "lock" || name == "current";
        }
        if (error) return reject(folder, fmt::format("the folder cannot be read: {}", error.message()));
        if (place == IndexPlace::outside && may_be_root) place = own_.place_of(folder);
        // Directory order differs between file systems; what is reported must not.
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            if (is_hidden(entry.path())) continue;
            const IndexPlace inner = OwnFiles::place_of_entry(place, entry.path().filename().native());
            if (inner == IndexPlace::inside) continue;
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                if (is_saved_page_folder(entry.path()))
                    leave_out(entry.path());
                else if (!entry.is_symlink(ignored))
                    walk(entry.path(), inner);
            } else if (!entry.is_symlink(ignored) || !leads_into_index(entry.path())) {
                add_file(entry.path(), entry.is_symlink(ignored));
            }
        }
    }

    /// Frames and pictures of a saved page are no articles, but nothing goes uncounted.
    void leave_out(const fs::path& folder) {
        std::error_code error;
        for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            if (!it->is_regular_file(error)) continue;
            add_file(it->path(), it->is_symlink(error));
            found_.back().unread = "(parts of saved pages)";
        }
    }

    [[nodiscard]] bool leads_into_index(const fs::path& link) const {
        std::error_code error;
        const fs::path real = fs::canonical(link, error);
        return !error && own_.place_of_path(real) == IndexPlace::inside;
    }

    void add_named_file(const fs::path& path) {
        add_file(path, fs::is_symlink(path));
        if (found_.back().unread)
            throw Error(Status::no_input, fmt::format("SOURCE {} is of a type that is not read", path.string()),
                        std::string(kReadableTypes));
    }

    void add_file(const fs::path& path, bool by_link) {
        FoundFile file;
        file.root = root_;
        file.by_link = by_link;
        file.path = path;
        file.source = relative(path);
        struct stat info {};
        // What cannot be asked is left to the reader, which says why.
        const bool known = ::stat(path.c_str(), &info) == 0;
        if (known) {
            file.device = info.st_dev;
            file.inode = info.st_ino;
            file.size_bytes = static_cast<std::uint64_t>(info.st_size);
        }
        const std::string extension = article_extension(path.filename());
        std::error_code ignored;
        if (known && !S_ISREG(info.st_mode))
            file.unread = std::string(name_special(fs::status(path, ignored).type()));
        else if (is_setting_file(path))
            file.unread = "(settings)";
        else if (is_register_file(path))
            file.is_register = true;
        else if (const FileType* type = find_file_type(extension);
                 type == nullptr || (type->type == ContentType::image && !read_pictures_))
            file.unread = printable_name(extension);
        found_.push_back(std::move(file));
    }

    void reject(const fs::path& path, std::string detail) {
        const fs::path real = roots_[root_].real / path.lexically_relative(roots_[root_].folder);
        if (!rejected_.insert(real.string()).second) return;
        Rejection rejection{relative(path), RejectionReason::unreadable, std::move(detail)};
        rejection.hint = rejection_row(RejectionReason::unreadable).hint;
        scan_.rejections.push_back(std::move(rejection));
    }

    [[nodiscard]] std::string relative(const fs::path& path) const {
        return printable_name(path.lexically_relative(roots_[root_].folder).generic_string());
    }

    // Of the same file the path counts that stands first here: the outermost SOURCE's, then the file before a link to
    // it. Two names of a file in one SOURCE (hard links) stay two, for both are what the user keeps there.
    void keep_one_of_each() {
        std::vector<std::size_t> order(found_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto key = [this](std::size_t i) {
            const FoundFile& file = found_[i];
            return std::tie(file.device, file.inode, file.root, file.by_link, file.path.native());
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        constexpr auto kNone = static_cast<std::size_t>(-1);
        std::vector<fs::path> folders;
        const FoundFile* first = nullptr;
        std::size_t kept = kNone;  // the file that `first` became
        for (const std::size_t i : order) {
            FoundFile& file = found_[i];
            const bool same =
                first != nullptr && file.inode != 0 && file.inode == first->inode && file.device == first->device;
            if (same && file.root != first->root) {
                if (kept != kNone) scan_.files[kept].also_given.push_back(roots_[file.root].given);
                continue;
            }
            if (same && file.by_link) continue;
            if (!same) {
                first = &file;
                kept = kNone;
            }
            if (file.unread) {
                ++scan_.unsupported[*file.unread];
                continue;
            }
            if (kept == kNone) kept = scan_.files.size();
            folders.push_back(roots_[file.root].folder);
            scan_.files.push_back({file.path,
                                   file.source,
                                   0,
                                   file.size_bytes,
                                   {},
                                   roots_[file.root].given,
                                   {},
                                   file.is_register,
                                   roots_[file.root].is_stdin});
        }
        name_sources(scan_.files, folders);
    }

    OwnFiles own_;
    bool read_pictures_;
    std::vector<Root> roots_;
    std::size_t root_ = 0;  ///< the one that is walked
    std::vector<FoundFile> found_;
    std::set<std::string> rejected_;  ///< folders, by their paths without links
    SourceScan scan_;
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

SourceScan scan_sources(const std::vector<fs::path>& sources, const OwnPlaces& own) {
    check_sources(sources);
    std::vector<Root> roots;
    for (std::size_t i = 0; i < sources.size(); ++i) roots.push_back(find_root(sources[i], i, own.stdin_file));
    // A folder before those in it, however they were given.
    std::sort(roots.begin(), roots.end(), [](const Root& a, const Root& b) {
        return std::tie(a.real.native(), a.source.native()) < std::tie(b.real.native(), b.source.native());
    });
    return Walk(own, std::move(roots)).run();
}

}  // namespace findings
