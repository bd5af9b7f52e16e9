#include "searcher/render/pager.hpp"

#include <array>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace findings {

Pager::Pager(bool wanted) {
    if (!wanted || ::isatty(STDOUT_FILENO) == 0) return;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    std::array<char, 5> name{"less"};
    std::array<char, 5> options{"-FRX"};
    const std::array<char*, 3> arguments{name.data(), options.data(), nullptr};
    pid_t child = -1;
    if (::posix_spawnp(&child, name.data(), &actions, nullptr, arguments.data(), environ) == 0) {
        child_ = child;
        descriptor_ = ends[1];
    } else {
        ::close(ends[1]);
    }
    ::close(ends[0]);
    ::posix_spawn_file_actions_destroy(&actions);
}

Pager::~Pager() {
    if (child_ < 0) return;
    ::close(descriptor_);
    int status = 0;
    ::waitpid(child_, &status, 0);
}

}  // namespace findings
