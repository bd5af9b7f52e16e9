#include "indexer/digest/run_search_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/stop_token.hpp"

extern char** environ;

namespace findings {
namespace {

constexpr std::size_t kReadBytes = 1U << 16U;
constexpr int kPollMilliseconds = 100;  // how long a request to stop may wait

std::vector<std::string> make_arguments(const SearchRun& run, const SavedSearch& search) {
    // A configuration file is for people at a terminal: a default in it must not change what a saved search means.
    std::vector<std::string> arguments{run.program.string(),
                                       "--config=/dev/null",
                                       "--index=" + run.index.string(),
                                       "--ids=" + run.ids.string(),
                                       "--format=jsonl",
                                       "--limit=all",
                                       "--sort=newest",
                                       "--quiet"};
    for (const auto& [option, value] : search.filters) arguments.push_back(fmt::format("--{}={}", option, value));
    arguments.emplace_back("--");
    if (!search.query.empty()) arguments.push_back(search.query);
    return arguments;
}

/// A child process whose standard output is read here.
class Child {
  public:
    Child(const SearchRun& run, std::vector<std::string> arguments) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw make_io_error("run", run.program.string(), errno);
        std::vector<char*> argv;
        argv.reserve(arguments.size() + 1);
        for (std::string& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, run.messages.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                           0644);
        const int error = ::posix_spawn(&pid_, run.program.c_str(), &actions, nullptr, argv.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        output_ = ends[0];
        if (error == 0) return;
        ::close(output_);
        throw make_io_error("run", run.program.string(), error);
    }
    // Left early by an exception: whatever the child waits for, it must not be waited for.
    ~Child() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void read_lines(const std::function<void(std::string_view)>& add_line, const StopToken& stop_token) const {
        std::string text;
        for (;;) {
            throw_if_stopped(stop_token);
            pollfd ready{output_, POLLIN, 0};
            if (::poll(&ready, 1, kPollMilliseconds) <= 0) continue;  // a signal is a reason to ask again
            const std::size_t have = text.size();
            text.resize(have + kReadBytes);
            const ssize_t count = ::read(output_, text.data() + have, kReadBytes);
            text.resize(have + static_cast<std::size_t>(count > 0 ? count : 0));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return;
            std::size_t begin = 0;
            for (std::size_t end = text.find('\n', have); end != std::string::npos; end = text.find('\n', begin)) {
                add_line(std::string_view(text).substr(begin, end - begin));
                begin = end + 1;
            }
            text.erase(0, begin);
        }
    }

    /// The wait status.
    int wait() {
        ::close(output_);
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return status;
    }

  private:
    pid_t pid_ = -1;
    int output_ = -1;
};

// Without the program's name before it.
std::string read_messages(const std::filesystem::path& path) {
    constexpr std::string_view kProgram = "findings-search: ";
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::string message = text.str();
    while (!message.empty() && message.back() == '\n') message.pop_back();
    if (message.rfind(kProgram, 0) == 0) message.erase(0, kProgram.size());
    return message;
}

}  // namespace

std::filesystem::path find_search_program() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    std::filesystem::path program = self.parent_path() / "findings-search";
    return error || ::access(program.c_str(), X_OK) != 0 ? std::filesystem::path() : program;
}

std::string run_search_program(const SearchRun& run, const SavedSearch& search,
                               const std::function<void(std::string_view)>& add_line) {
    Child child(run, make_arguments(run, search));
    child.read_lines(add_line, run.stop_token);
    const int status = child.wait();
    if (WIFEXITED(status) && WEXITSTATUS(status) <= static_cast<int>(Status::no_hits)) return {};
    if (WIFSIGNALED(status)) return fmt::format("findings-search was ended by signal {}", WTERMSIG(status));
    const std::string message = read_messages(run.messages);
    return message.empty() ? fmt::format("findings-search ended with status {}", WEXITSTATUS(status)) : message;
}

}  // namespace findings
