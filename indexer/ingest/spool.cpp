#include "indexer/ingest/spool.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "indexer/io/io_error.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {
constexpr std::size_t kBufferBytes = 1U << 20U;
}

std::filesystem::path spool_path(const std::filesystem::path& folder, std::uint32_t number) {
    return folder / fmt::format("spool-{}", number);
}

SpoolWriter::SpoolWriter(std::filesystem::path path, std::uint32_t number)
    : path_(std::move(path)),
      number_(number),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw make_io_error("create", path_.string(), errno);
}

SpoolWriter::~SpoolWriter() { ::close(descriptor_); }

void SpoolWriter::append(std::string_view record, std::string_view candidate, std::string_view inspections,
                         SpooledArticle& entry) {
    entry.offset = written_ + buffer_.size();
    entry.bytes = static_cast<std::uint32_t>(record.size());
    entry.candidate_bytes = static_cast<std::uint32_t>(candidate.size());
    entry.spool = static_cast<std::uint16_t>(number_);
    buffer_.append(record);
    entry.inspections_bytes = static_cast<std::uint32_t>(inspections.size());
    buffer_.append(candidate);
    buffer_.append(inspections);
    if (buffer_.size() >= kBufferBytes) flush();
}

void SpoolWriter::flush() {
    if (const int error = write_all(descriptor_, buffer_); error != 0)
        throw make_io_error("write", path_.string(), error);
    written_ += buffer_.size();
    buffer_.clear();
}

SpoolReader::SpoolReader(const std::filesystem::path& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw make_io_error("open", path_.string(), errno);
}

SpoolReader::~SpoolReader() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

SpoolReader::SpoolReader(SpoolReader&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

std::string SpoolReader::read(std::uint64_t offset, std::size_t bytes) const {
    std::string record(bytes, '\0');
    std::size_t done = 0;
    while (done < record.size()) {
        const ssize_t got =
            ::pread(descriptor_, record.data() + done, record.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw make_io_error("read", path_.string(), got == 0 ? EIO : errno);
        done += static_cast<std::size_t>(got);
    }
    return record;
}

}  // namespace findings
