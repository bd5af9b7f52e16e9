#include "indexer/exports/http_client.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostAnswerBytes = std::size_t{256} << 20U;

[[noreturn]] void fail(const std::string& reason) { throw Error(Status::unavailable, reason); }

/// A connected socket and the moment by which everything is over.
class Connection {
  public:
    Connection(const HttpPlace& place, Clock::time_point end) : end_(end) {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (const int error = ::getaddrinfo(place.host.c_str(), place.port.c_str(), &hints, &found); error != 0)
            fail(::gai_strerror(error));
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
        int error = ECONNREFUSED;
        for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
            error = connect_to(*at);
            if (error == 0) return;
        }
        fail(std::strerror(error));
    }
    ~Connection() { close(); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            wait(POLLOUT);
            const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count >= 0)
                bytes.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR && errno != EAGAIN)
                fail(std::strerror(errno));
        }
    }

    // Until the other side closes.
    std::string receive() {
        std::string answer;
        std::array<char, 65536> buffer{};
        for (;;) {
            wait(POLLIN);
            const ssize_t count = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
            if (count == 0) return answer;
            if (count < 0 && errno != EINTR && errno != EAGAIN) fail(std::strerror(errno));
            if (count > 0) answer.append(buffer.data(), static_cast<std::size_t>(count));
            if (answer.size() > kMostAnswerBytes) fail("the answer is too long");
        }
    }

  private:
    int connect_to(const addrinfo& address) {
        close();
        descriptor_ = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, address.ai_protocol);
        if (descriptor_ < 0) return errno;
        if (::connect(descriptor_, address.ai_addr, address.ai_addrlen) == 0) return 0;
        if (errno != EINPROGRESS) return errno;
        wait(POLLOUT);
        int error = 0;
        socklen_t size = sizeof error;
        return ::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
    }

    void wait(short events) const {
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()).count();
            if (left <= 0) fail("no answer in time");
            pollfd state{descriptor_, events, 0};
            const int ready = ::poll(&state, 1, static_cast<int>(std::min<long>(left, 60'000)));
            if (ready > 0) return;
            if (ready < 0 && errno != EINTR) fail(std::strerror(errno));
        }
    }

    void close() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

    int descriptor_ = -1;
    Clock::time_point end_;
};

bool equals_name(std::string_view a, std::string_view b) { return lower_case(a) == lower_case(b); }

std::optional<std::string_view> find_header(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos;) {
        at += 2;
        const std::size_t next = head.find("\r\n", at);
        const std::string_view line = head.substr(at, next == std::string_view::npos ? next : next - at);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && equals_name(line.substr(0, colon), name))
            return trim(line.substr(colon + 1), " \t");
        at = next;
    }
    return std::nullopt;
}

std::size_t parse_size(std::string_view digits, int base) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, base);
    if (error != std::errc() || end != digits.data() + digits.size()) fail("the answer's length cannot be read");
    return size;
}

// Source: RFC 9112, section 7.1.
std::string join_chunks(std::string_view rest) {
    std::string body;
    for (;;) {
        const std::size_t end = rest.find("\r\n");
        if (end == std::string_view::npos) fail("the answer ends too early");
        const std::string_view line = rest.substr(0, end);
        std::string_view digits = line.substr(0, line.find(';'));
        while (digits.ends_with(' ')) digits.remove_suffix(1);
        const std::size_t size = parse_size(digits, 16);
        rest.remove_prefix(end + 2);
        if (size == 0) return body;
        if (size > rest.size() || rest.size() - size < 2) fail("the answer ends too early");
        body += rest.substr(0, size);
        rest.remove_prefix(size + 2);
    }
}

}  // namespace

std::string HttpPlace::authority() const {
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    return name + ':' + port;
}

HttpPlace parse_http_place(std::string_view address) {
    constexpr std::string_view kScheme = "http://";
    const auto refuse = [&](const char* why) {
        throw Error(Status::usage, fmt::format("--check {}: {}", address, why),
                    "write http://HOST:PORT/INDEX for OpenSearch, http://HOST:PORT/solr/CORE for Solr");
    };
    if (address.starts_with("https://")) refuse("https is not spoken; ask through a proxy on this machine");
    if (!address.starts_with(kScheme)) refuse("no address");
    std::string_view rest = address.substr(kScheme.size());
    HttpPlace place;
    std::string_view authority = rest.substr(0, rest.find('/'));
    rest.remove_prefix(authority.size());
    while (rest.ends_with('/')) rest.remove_suffix(1);
    place.path = rest;
    if (authority.find('@') != std::string_view::npos) refuse("no passwords in addresses: plain HTTP would show them");
    if (std::any_of(rest.begin(), rest.end(), [](char c) { return c <= ' ' || c == '?' || c == '#' || c == '\x7f'; }))
        refuse("the path has a character that none has");
    if (place.path.empty()) refuse("the index or core is missing");
    if (authority.starts_with('[')) {
        const std::size_t end = authority.find(']');
        if (end == std::string_view::npos) refuse("the bracket is not closed");
        place.host = authority.substr(1, end - 1);
        authority.remove_prefix(end + 1);
    } else {
        place.host = authority.substr(0, authority.find(':'));
        authority.remove_prefix(place.host.size());
    }
    if (place.host.empty()) refuse("the host is missing");
    if (!authority.empty()) {
        place.port = authority.substr(1);
        unsigned port = 0;
        const char* end = place.port.data() + place.port.size();
        const auto read = std::from_chars(place.port.data(), end, port);
        if (authority.front() != ':' || read.ec != std::errc() || read.ptr != end || port == 0 || port > 65535)
            refuse("no port");
    }
    return place;
}

std::string read_http_answer(std::string_view answer) {
    const std::size_t end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.") || end == std::string_view::npos) fail("the answer is not HTTP");
    const std::string_view head = answer.substr(0, end);
    const std::string_view body = answer.substr(end + 4);
    const std::string_view status = head.substr(std::min(head.size(), std::size_t{9}), 3);
    if (status != "200") fail(fmt::format("answered {}: {}", status, body.substr(0, 200)));
    const auto encoding = find_header(head, "Transfer-Encoding");
    if (encoding && equals_name(*encoding, "chunked")) return join_chunks(body);
    const auto length = find_header(head, "Content-Length");
    if (!length) return std::string(body);
    const std::size_t size = parse_size(*length, 10);
    if (size > body.size()) fail("the answer ends too early");
    return std::string(body.substr(0, size));
}

std::string ask_engine(const HttpPlace& place, const std::string& target, const std::string& body,
                       std::chrono::seconds timeout) {
    const std::string address = fmt::format("http://{}{}{}", place.authority(), place.path, target);
    try {
        Connection connection(place, Clock::now() + timeout);
        // HTTP/1.0 would do, but some engines answer it with an error.
        std::string request =
            fmt::format("{} {}{} HTTP/1.1\r\nHost: {}\r\nAccept: application/json\r\nConnection: close\r\n",
                        body.empty() ? "GET" : "POST", place.path, target, place.authority());
        if (!body.empty())
            request += fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size());
        connection.send(request + "\r\n" + body);
        return read_http_answer(connection.receive());
    } catch (const Error& error) {
        throw Error(Status::unavailable, fmt::format("{}: {}", address, error.what()),
                    "is the engine up, and is that the name of its index or core?");
    }
}

}  // namespace findings
