#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/generation.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// One build, as asked.
struct BuildOptions {
    IndexLayout layout;
    std::vector<std::filesystem::path> sources;
    std::filesystem::path reader_program;
    ReaderLimits limits;
    std::size_t jobs = 1;
    std::size_t keep = 3;
    std::chrono::seconds wait{0};
    double max_loss_percent = 20;
    double max_failures_percent = 20;
    bool force = false;
    std::filesystem::path corrections;             ///< table of corrections; empty: the index root's, if it is there
    std::vector<std::filesystem::path> providers;  ///< tables of known providers, and registers
    bool full = false;                             ///< ignore the extraction cache
    std::filesystem::path searches;                ///< file of saved searches; empty: the index root's, if it is there
    std::filesystem::path search_program;          ///< findings-search; empty: saved searches are not run
    std::string command;                           ///< for the lock's message
    std::chrono::system_clock::time_point now;     ///< the only clock a build sees
    std::uint32_t random = 0;                      ///< the eight hex digits of the generation's name
    /// Step and how far it is, for people who watch. Called from several threads, never at once.
    std::function<void(std::string_view step, std::size_t done, std::size_t total)> progress;
    StopToken stop_token;
};

}  // namespace findings
