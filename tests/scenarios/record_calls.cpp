// Preloaded into a build: writes down, in their order, the system calls that decide what survives a power cut. One line
// a call: its name and the path. RECORD_CALLS names the file.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

void record(const char* call, const std::string& path) {
    const char* file = std::getenv("RECORD_CALLS");
    if (file == nullptr) return;
    const int descriptor = ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return;
    const std::string line = std::string(call) + ' ' + path + '\n';
    if (::write(descriptor, line.data(), line.size()) < 0) std::perror("record_calls");
    ::close(descriptor);
}

std::string path_of(int descriptor) {
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size() - 1);
    return size > 0 ? std::string(path.data(), static_cast<std::size_t>(size)) : std::string();
}

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int fsync(int descriptor) {
    record("fsync", path_of(descriptor));
    return next<int (*)(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
    record("fsync", path_of(descriptor));
    return next<int (*)(int)>("fdatasync")(descriptor);
}

int rename(const char* from, const char* to) noexcept {
    record("rename", to);
    return next<int (*)(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path) noexcept {
    record("unlink", path);
    return next<int (*)(const char*)>("unlink")(path);
}

int remove(const char* path) noexcept {
    record("unlink", path);
    return next<int (*)(const char*)>("remove")(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    record("unlink", path[0] == '/' || folder == AT_FDCWD ? std::string(path) : path_of(folder) + '/' + path);
    return next<int (*)(int, const char*, int)>("unlinkat")(folder, path, flags);
}
}
