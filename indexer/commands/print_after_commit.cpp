// What commands that change the index do around the change, so that the exit status tells of the index.
#include <csignal>
#include <exception>
#include <ostream>

#include <fmt/format.h>

#include "indexer/commands/run_command.hpp"

namespace findings {

void print_after_commit(std::ostream& out, std::ostream& messages, std::string_view done,
                        const std::function<std::string()>& make_text) {
    std::string failure = "cannot write to standard output";
    try {
        out << make_text() << std::flush;
        if (out) return;
    } catch (const std::exception& error) {
        failure = error.what();
    }
    out.clear();
    messages << fmt::format("findings-index: warning: {}, but {}\n", done, failure) << std::flush;
}

void close_to_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, SIG_IGN);
}

}  // namespace findings
