#include "indexer/readers/confine.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef FINDINGS_SECCOMP
#include <seccomp.h>
#endif

namespace findings {
namespace {

/// Rights over files that each version of Landlock knows. Source: Linux's uapi/linux/landlock.h.
constexpr std::uint64_t kRightsOfFirst = (1ULL << 13U) - 1;
constexpr std::array<std::uint64_t, 3> kRightsAdded{1ULL << 13U,   // 2: to move between folders
                                                    1ULL << 14U,   // 3: to truncate
                                                    1ULL << 15U};  // 5: to ask devices
constexpr std::array<int, 3> kAddedBy{2, 3, 5};

// Conversion tables of the C library are loaded when a mail needs them.
constexpr const char* kLibraries = "/usr/lib";

/// The last two limits a reader needs: no file grows, and a few descriptors do.
void limit_files() {
    const rlimit none{0, 0};
    // What a library writes to standard error may end up in a file: that fails then, and ends nothing.
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &none);
    const rlimit few{64, 64};
    ::setrlimit(RLIMIT_NOFILE, &few);
}

/// Landlock has no functions in the C library.
void allow_reading(int rules, const char* folder) {
    landlock_path_beneath_attr below{};
    below.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    below.parent_fd = ::open(folder, O_PATH | O_CLOEXEC);
    if (below.parent_fd < 0) return;
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
    ::close(below.parent_fd);
}

bool confine_files(const std::filesystem::path& folder) {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return false;
    std::uint64_t rights = kRightsOfFirst;
    for (std::size_t i = 0; i < kRightsAdded.size(); ++i)
        if (version >= kAddedBy[i]) rights |= kRightsAdded[i];
    landlock_ruleset_attr ruleset{};
    ruleset.handled_access_fs = rights;
    const auto rules =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, sizeof ruleset.handled_access_fs, 0));
    if (rules < 0) return false;
    allow_reading(rules, kLibraries);
    if (!folder.empty()) allow_reading(rules, folder.c_str());
    const bool confined = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return confined;
}

#ifdef FINDINGS_SECCOMP
constexpr std::array kRefused{
    // The network.
    SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4),
    SCMP_SYS(socketpair),
    // Other programs and processes.
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(kill),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(pidfd_getfd),
    // Names and contents of files.
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat),
    SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(chmod), SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(creat),
    // Ways around this list.
    SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(unshare), SCMP_SYS(setns),
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(keyctl), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(userfaultfd)};

bool confine_calls() {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr) return false;
    bool complete = true;
    const auto refuse = [&](int call, int error, unsigned count, const scmp_arg_cmp* arguments) {
        // A call that this machine does not have needs no rule.
        const int code =
            seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, count, arguments);
        complete = complete && (code == 0 || code == -EDOM || code == -EINVAL);
    };
    for (const int call : kRefused) refuse(call, EPERM, 0, nullptr);
    // A thread is made by the same call as a process; the newer call keeps its flags where no filter sees them, and the
    // C library takes the older one when it is not there.
    const scmp_arg_cmp process{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    refuse(SCMP_SYS(clone), EPERM, 1, &process);
    refuse(SCMP_SYS(clone3), ENOSYS, 0, nullptr);
    refuse(SCMP_SYS(openat2), ENOSYS, 0, nullptr);
    for (const int flag : {O_WRONLY, O_RDWR, O_CREAT}) {
        const auto bits = static_cast<scmp_datum_t>(flag);
        const scmp_arg_cmp of_openat{2, SCMP_CMP_MASKED_EQ, bits, bits};
        refuse(SCMP_SYS(openat), EACCES, 1, &of_openat);
        const scmp_arg_cmp of_open{1, SCMP_CMP_MASKED_EQ, bits, bits};
        refuse(SCMP_SYS(open), EACCES, 1, &of_open);
    }
    const bool loaded = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return loaded && complete;
}
#else
bool confine_calls() { return false; }
#endif

}  // namespace

std::vector<std::string> confine_process(const std::filesystem::path& folder) {
    limit_files();
    std::vector<std::string> lacking;
    // Without it an ordinary user may set no filter.
    const bool may_filter = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (!may_filter || !confine_files(folder)) lacking.emplace_back("it can read other files (no Landlock)");
    if (!may_filter || !confine_calls())
        lacking.emplace_back("it can reach the network and start processes (no seccomp)");
    return lacking;
}

}  // namespace findings
