#include "indexer/exports/bulk_files.hpp"

#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {

BulkFiles::BulkFiles(std::filesystem::path folder, BulkForm form, std::size_t most_bytes)
    : folder_(std::move(folder)), form_(form), most_bytes_(most_bytes) {}

void BulkFiles::add(std::string_view document) {
    if (documents_ > 0 && text_.size() + form_.separator.size() + document.size() + form_.end.size() > most_bytes_)
        write();
    text_ += documents_ == 0 ? form_.begin : form_.separator;
    text_ += document;
    ++documents_;
}

void BulkFiles::finish() {
    if (documents_ > 0) write();
}

void BulkFiles::write() {
    text_ += form_.end;
    add_file(fmt::format("bulk-{:06}{}", ++written_, form_.ending), text_);
    files_.back().documents = documents_;
    text_.clear();
    documents_ = 0;
}

void BulkFiles::add_file(const std::string& name, std::string_view text) {
    try {
        write_synced(folder_ / name, text);
    } catch (const Error& error) {
        throw Error(error.status(), error.what(), "nothing is left of this export; free disk space and export again");
    }
    files_.push_back({name, text.size(), 0});
}

}  // namespace findings
