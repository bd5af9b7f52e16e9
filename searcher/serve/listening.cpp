#include "searcher/serve/listening.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "searcher/serve/host_names.hpp"

namespace findings {
namespace {

constexpr int kFirstHandedSocket = 3;  // SD_LISTEN_FDS_START
constexpr int kBacklog = 128;

bool is_loopback(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
        return (ntohl(v4.sin_addr.s_addr) >> 24U) == 127;
    }
    if (address.ss_family == AF_INET6)
        return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
    return address.ss_family == AF_UNIX;
}

void describe_socket(Listening& listening) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    getsockname(listening.socket, reinterpret_cast<sockaddr*>(&address), &length);
    listening.loopback = is_loopback(address);
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (getnameinfo(reinterpret_cast<sockaddr*>(&address), length, host.data(), host.size(), port.data(), port.size(),
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return;
    const bool brackets = address.ss_family == AF_INET6;
    listening.address = fmt::format("{}{}{}:{}", brackets ? "[" : "", host.data(), brackets ? "]" : "", port.data());
}

}  // namespace

ListenAddress parse_listen(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    ListenAddress where;
    if (colon != std::string_view::npos) {
        where.host = text.substr(0, colon);
        where.port = text.substr(colon + 1);
    }
    const bool brackets = where.host.size() > 2 && where.host.front() == '[' && where.host.back() == ']';
    if (brackets) where.host = where.host.substr(1, where.host.size() - 2);
    const bool port = !where.port.empty() && is_port(where.port);
    if (where.host.empty() || !port || (!brackets && where.host.find(':') != std::string::npos))
        throw Error(Status::usage, fmt::format("--listen {}: expected ADDRESS:PORT", text),
                    "for example 127.0.0.1:8080 or [::1]:8080");
    return where;
}

Listening open_listening(const ListenAddress& where) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int code = getaddrinfo(where.host.c_str(), where.port.c_str(), &hints, &found); code != 0)
        throw Error(Status::usage, fmt::format("--listen {}: {}", where.host, gai_strerror(code)),
                    "name an address of this machine");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, &freeaddrinfo);
    Listening listening;
    listening.socket = socket(addresses->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int on = 1;
    const bool ready = listening.socket >= 0 &&
                       setsockopt(listening.socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
                       bind(listening.socket, addresses->ai_addr, addresses->ai_addrlen) == 0 &&
                       listen(listening.socket, kBacklog) == 0;
    if (!ready) {
        const int code = errno;
        if (listening.socket >= 0) close(listening.socket);
        throw Error(Status::io_error,
                    fmt::format("cannot listen on {}:{}: {}", where.host, where.port, std::strerror(code)),
                    "choose another --listen ADDRESS:PORT");
    }
    describe_socket(listening);
    return listening;
}

bool take_handed_socket(const std::string& listen_pid, const std::string& listen_fds, long process, Listening& taken) {
    if (listen_pid != std::to_string(process) || listen_fds.empty()) return false;
    if (listen_fds != "1")
        throw Error(Status::usage, fmt::format("systemd hands over {} sockets", listen_fds),
                    "the socket unit has one ListenStream=");
    taken.socket = kFirstHandedSocket;
    describe_socket(taken);
    return true;
}

}  // namespace findings
