#include "searcher/serve/serve_command.hpp"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include "searcher/serve/host_names.hpp"
#include "searcher/serve/http_server.hpp"
#include "searcher/serve/listening.hpp"
#include "searcher/site/generation_pool.hpp"
#include "searcher/site/site.hpp"

namespace findings {
namespace {

// An index that is not built yet is waited for, its pages say so; a root that does not exist is a mistake.
void check_roots(const ServeOptions& options, GenerationPool& pool, std::ostream& messages) {
    for (const std::filesystem::path& root : options.indexes) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(root, ignored))
            throw Error(Status::unavailable, fmt::format("no index in {}", root.string()),
                        fmt::format("run `findings-index build --index {} SOURCE`, or name another with --index",
                                    root.string()));
    }
    try {
        pool.borrow();
    } catch (const Error& error) {
        messages << fmt::format("findings-serve: {}: every page says so until there is one\n", error.what());
    }
}

void say_where(const Listening& listening, const ServeOptions& options, std::ostream& messages) {
    messages << fmt::format("findings-serve: http://{}/\n", listening.address);
    if (!listening.loopback) {
        messages << fmt::format(
            "findings-serve: {} can be reached from other machines: whoever reaches it reads everything in the index, "
            "unencrypted and without a password\n",
            listening.address);
        messages << "  put a web server with TLS in front of it, see docs/reading-room.md\n";
        if (options.contact.empty()) messages << "  --contact is not set: readers cannot report a mistake\n";
        if (options.source_url.empty())
            messages << "  --source-url is not set: the licence asks you to offer readers the source of this build\n";
    }
    messages.flush();
}

Listening listen_where_told(const ServeOptions& options, const Environment& environment) {
    Listening listening;
    if (take_handed_socket(environment.listen_pid, environment.listen_fds, getpid(), listening)) return listening;
    return open_listening(parse_listen(options.listen));
}

}  // namespace

Status run_serve(const ServeOptions& options, const Environment& environment, const ServeOutput& output) {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);

    ServerLimits limits;
    limits.threads = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
    limits.max_connections = options.max_connections;
    GenerationPool pool(options.indexes, limits.threads + 2);
    check_roots(options, pool, output.messages);
    const Listening listening = listen_where_told(options, environment);

    // The address it was told to listen at is a name it is asked under.
    std::vector<std::string> hosts = options.hosts;
    hosts.push_back(host_name(listening.address));
    const Site site({!listening.loopback, options.originals, options.contact, options.source_url}, pool);
    std::mutex log_mutex;
    ServerHandlers handlers;
    handlers.answer = [&](const HttpRequest& request) {
        if (!is_our_host(request.host, hosts))
            return request.host.empty() ? site.refuse(400, "the request names no host")
                                        : site.refuse(421, "this server does not answer under that name",
                                                      "the operator names it with --host");
        HttpRequest named = request;
        named.public_name = !is_loopback_name(host_name(request.host));
        return site.answer(named);
    };
    handlers.refuse = [&](int status, const std::string& message) { return site.refuse(status, message); };
    if (!options.quiet)
        handlers.log = [&](AccessRecord record) {
            record.at = output.now();
            const std::string line = format_access(record);
            const std::lock_guard lock(log_mutex);
            output.log << line << std::endl;  // a line at a time: whoever follows the log sees it at once
        };
    HttpServer server(listening.socket, limits, std::move(handlers));
    say_where(listening, options, output.messages);
    int signal = 0;
    sigwait(&ending, &signal);
    output.messages << "findings-serve: ending after the answers in progress\n";
    output.messages.flush();
    server.stop();
    return Status::ok;
}

}  // namespace findings
