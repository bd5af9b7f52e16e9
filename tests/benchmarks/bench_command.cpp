// Whole commands: findings-search started once a query, from the call that starts it until it has ended.
// usage: bench-command PROGRAM INDEX QUERIES   (a query a line; milliseconds of wall time, one a line)
// A shell that takes the time with date(1) measures two more processes: 2 ms on a command of 6.
#include <array>
#include <chrono>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&silent, descriptor, "/dev/null", O_WRONLY, 0);
    std::string index_option = "--index";
    std::string format = "--format=json";
    std::string end_of_options = "--";
    std::ifstream file(argv[3]);
    for (std::string query; std::getline(file, query);) {
        const std::array<char*, 7> arguments{
            argv[1], index_option.data(), argv[2], format.data(), end_of_options.data(), query.data(), nullptr};
        const auto started = std::chrono::steady_clock::now();
        pid_t process = 0;
        if (posix_spawn(&process, argv[1], &silent, nullptr, arguments.data(), environ) != 0) return 1;
        int status = 0;
        waitpid(process, &status, 0);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
        fmt::print("{:.4f}\t{}\n", took.count(), query);
    }
    posix_spawn_file_actions_destroy(&silent);
}
