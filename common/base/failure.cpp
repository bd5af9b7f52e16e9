#include "common/base/failure.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <string>

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace findings {
namespace {

const char* prepared_program = nullptr;

void say(const char* text) {
    const ssize_t written = ::write(STDERR_FILENO, text, std::strlen(text));
    static_cast<void>(written);
}

}  // namespace

Error describe_failure(const std::exception& failure) {
    if (const auto* error = dynamic_cast<const Error*>(&failure)) return *error;
    if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr)
        return {Status::io_error, "there is not enough memory",
                "allow more (ulimit -v, the memory limit of the service), or use fewer --jobs"};
    if (const auto* error = dynamic_cast<const std::system_error*>(&failure))
        return {Status::io_error, std::string("the system refused: ") + error->what(),
                "it may lack threads, processes or memory (ulimit -u, ulimit -v); fewer --jobs need less"};
    return {Status::bug, std::string("a bug: ") + failure.what(), "please report it with the command you ran"};
}

void prepare_for_failures(const char* program) {
    prepared_program = program;
    // A file opened in the place of a closed standard stream would get what is meant for people. Writing to what stands
    // in for standard output fails as before.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            static_cast<void>(::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY));
    std::set_terminate(end_without_memory);
}

bool is_prepared_for_failures() { return prepared_program != nullptr; }

void end_without_memory() {
    say(is_prepared_for_failures() ? prepared_program : "findings");
    say(": ended by an error that could not be passed on; most likely there is no memory left\n"
        "  allow more memory (ulimit -v), or report it with the command you ran\n");
    ::_exit(static_cast<int>(Status::bug));
}

}  // namespace findings
