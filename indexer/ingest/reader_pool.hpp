#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "indexer/io/stop_token.hpp"
#include "indexer/ocr/page_memory.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/protocol.hpp"
#include "indexer/readers/read_source.hpp"

namespace findings {

/// One worker process, restarted when a file kills it or overruns its time. One per thread; not thread-safe.
class ReaderWorker {
  public:
    /// `program`: path of findings-read (beside the running program unless told otherwise).
    /// `stop_token`: asked while a file is waited for.
    ReaderWorker(std::filesystem::path program, ReaderLimits limits, StopToken stop_token = {});
    ~ReaderWorker();
    ReaderWorker(const ReaderWorker&) = delete;
    ReaderWorker& operator=(const ReaderWorker&) = delete;

    /// Reads one file in the worker. A crash gives `corrupt`, a hang `timed-out`, too much memory `too-large`; a worker
    /// that someone else kills is tried once more, and then gives `unreadable`. Articles received before that are kept
    /// only if the file is JSON Lines.
    /// `encoded`, if given, gets the bytes of each article as the worker sent them, right before the sink gets it.
    /// `pages`, if given, is asked for pages that were read before and told what was read.
    /// Throws: Error{bug} when the worker program cannot be started at all, Error{io_error} when the system has no
    /// process, memory or descriptor for it, Error{interrupted}.
    void read(const std::filesystem::path& path, const ReadSink& sink,
              const std::function<void(std::string_view)>& encoded = {}, const PageMemory* pages = nullptr);

    /// What workers said they are not held back from on this machine, sorted; empty where they are confined.
    [[nodiscard]] const std::set<std::string>& unconfined() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// findings-read beside the running program. Throws Error{bug} with the path it looked for.
std::filesystem::path find_reader_program();

}  // namespace findings
