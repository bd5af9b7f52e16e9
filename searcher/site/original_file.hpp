#pragma once

#include <filesystem>
#include <string>

#include "common/index/article.hpp"

namespace findings {

/// An open source file.
struct OriginalFile {
    int descriptor = -1;       ///< -1: there is none
    std::string type;          ///< never one that a browser would run: a saved page is sent as plain text
    std::string name;          ///< the file's own name
    bool inline_view = false;  ///< shown by the browser, not saved
};

/// Opens the file of `folder` that an article was read from: by its path when that lies in the folder, else by its
/// source. No link is followed below the folder, nothing but a regular file is opened, and no file that may hold
/// several articles (JSON, tables, mailboxes): some of them may be withdrawn.
OriginalFile open_original(const std::filesystem::path& folder, const Article& article);

}  // namespace findings
