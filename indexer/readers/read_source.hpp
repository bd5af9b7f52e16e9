#pragma once

#include <filesystem>

#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// Reads one file: recognises its content (gzip, then PDF, HTML, JSON, text), decodes it and cuts it into
/// blocks. Runs inside the worker process; limits on time and memory are the process's, `limits.text_bytes`
/// is kept here. Rejection.source is left empty. Never throws for a bad file.
void read_source(const std::filesystem::path& path, const ReaderLimits& limits, const ReadSink& sink);

/// The same of a file that is open already, as confined workers read it; it is closed. `path` gives its name alone.
void read_open_source(int fd, const std::filesystem::path& path, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
