#include "searcher/serve/http_server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "searcher/serve/deadlines.hpp"

namespace findings {
namespace {

using Clock = Deadlines::Clock;

// The library answers what does not fit its memory itself, and bare: it must have more than a request may have.
constexpr std::size_t kSpareMemory = 256 * 1024;
constexpr std::chrono::milliseconds kWatchPause{100};

/// One request from its first line to the last byte of its answer.
struct Exchange {
    AccessRecord record;
    bool seen = false;     ///< its headers are there
    bool working = false;  ///< counted as an answer in progress
};

std::string client_address(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (info == nullptr || info->client_addr == nullptr) return {};
    const sockaddr* address = info->client_addr;
    // The kernel's address types are read through this one.
    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
    return text.data();
}

std::string header(MHD_Connection* connection, const char* name) {
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value == nullptr ? std::string() : std::string(value);
}

MHD_Result add_header_bytes(void* sum, MHD_ValueKind /*kind*/, const char* name, const char* value) {
    constexpr std::size_t kColonBlankAndLineEnd = 4;
    *static_cast<std::size_t*>(sum) +=
        std::string_view(name).size() + (value == nullptr ? 0 : std::string_view(value).size()) + kColonBlankAndLineEnd;
    return MHD_YES;
}

}  // namespace

struct HttpServer::State {
    ServerLimits limits;
    ServerHandlers handlers;
    int listening = -1;
    MHD_Daemon* daemon = nullptr;
    Deadlines deadlines{[](int socket) { shutdown(socket, SHUT_RDWR); }};
    std::atomic<bool> stopping{false};
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t in_progress = 0;
    std::thread watch;

    // A request after the first one on a connection has half the time for its first line, pause included, and half for
    // the rest: its first byte is seen only with the end of its line.
    static void on_connection(void* self, MHD_Connection* connection, void** context,
                              MHD_ConnectionNotificationCode what) {
        auto& state = *static_cast<State*>(self);
        if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
            state.deadlines.remove(connection);
            return;
        }
        *context = connection;
        const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        state.deadlines.open(connection, info == nullptr ? -1 : info->connect_fd,
                             Clock::now() + state.limits.request_time);
    }

    static void* on_first_line(void* self, const char* target, MHD_Connection* connection) {
        auto& state = *static_cast<State*>(self);
        auto exchange = std::make_unique<Exchange>();
        exchange->record.target = target;
        state.deadlines.begin_request(connection, Clock::now() + state.limits.request_time / 2);
        return exchange.release();  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): on_completed() takes it back
    }

    static void on_completed(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode) {
        auto& state = *static_cast<State*>(self);
        const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*context));
        *context = nullptr;
        state.deadlines.end_request(connection, Clock::now() + state.limits.request_time / 2);
        if (!exchange) return;
        if (exchange->record.status != 0 && state.handlers.log) state.handlers.log(exchange->record);
        if (!exchange->working) return;
        const std::lock_guard lock(state.mutex);
        --state.in_progress;
        state.changed.notify_all();
    }

    static MHD_Result on_request(void* self, MHD_Connection* connection, const char* /*url*/, const char* method,
                                 const char* version, const char* /*upload*/, std::size_t* upload_size,
                                 void** context) {
        auto& state = *static_cast<State*>(self);
        auto* exchange = static_cast<Exchange*>(*context);
        if (exchange == nullptr) return MHD_NO;
        if (!exchange->seen) {
            exchange->seen = true;
            state.begin(connection, *exchange, method, version);
            if (const auto refusal = state.refuse_early(connection, *exchange))
                return state.send(connection, *exchange, *refusal);
            return MHD_YES;
        }
        if (*upload_size > 0) {  // a small body of a method that has none
            *upload_size = 0;
            return MHD_YES;
        }
        return state.send(connection, *exchange, state.make_answer(connection, *exchange));
    }

    void begin(MHD_Connection* connection, Exchange& exchange, const char* method, const char* version) {
        exchange.record.client = client_address(connection);
        exchange.record.method = method;
        exchange.record.protocol = version;
        exchange.record.referer = header(connection, MHD_HTTP_HEADER_REFERER);
        exchange.record.agent = header(connection, MHD_HTTP_HEADER_USER_AGENT);
        exchange.working = true;
        const std::lock_guard lock(mutex);
        ++in_progress;
    }

    // What is too large is answered before it is read; the library closes the connection after it.
    std::unique_ptr<HttpAnswer> refuse_early(MHD_Connection* connection, const Exchange& exchange) const {
        std::size_t bytes = exchange.record.target.size() + exchange.record.method.size();
        MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header_bytes, &bytes);
        if (bytes > limits.request_bytes)
            return std::make_unique<HttpAnswer>(handlers.refuse(431, "the request is larger than 16 kB"));
        const std::string length = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
        const bool chunked = !header(connection, MHD_HTTP_HEADER_TRANSFER_ENCODING).empty();
        const bool number = std::all_of(length.begin(), length.end(), is_digit) && length.size() < 6;
        if (chunked || !number || (!length.empty() && std::stoul(length) > limits.request_bytes))
            return std::make_unique<HttpAnswer>(handlers.refuse(413, "the body is larger than 16 kB"));
        return nullptr;
    }

    HttpAnswer make_answer(MHD_Connection* connection, const Exchange& exchange) const {
        const std::string& method = exchange.record.method;
        if (method != MHD_HTTP_METHOD_GET && method != MHD_HTTP_METHOD_HEAD) {
            HttpAnswer answer = handlers.refuse(405, "pages are read with GET or HEAD");
            answer.headers.emplace_back(MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
            return answer;
        }
        HttpRequest request;
        request.target = exchange.record.target;
        request.host = header(connection, MHD_HTTP_HEADER_HOST);
        request.if_none_match = header(connection, MHD_HTTP_HEADER_IF_NONE_MATCH);
        return handlers.answer(request);
    }

    MHD_Result send(MHD_Connection* connection, Exchange& exchange, const HttpAnswer& answer) const {
        MHD_Response* response = nullptr;
        std::uint64_t size = answer.body.size();
        if (answer.file >= 0) {
            struct stat status {};
            size = fstat(answer.file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
            response = MHD_create_response_from_fd64(size, answer.file);
        } else {
            // The library copies; it never writes to what it copies from.
            response =
                MHD_create_response_from_buffer(size, const_cast<char*>(answer.body.data()), MHD_RESPMEM_MUST_COPY);
        }
        if (response == nullptr) return MHD_NO;
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.type.c_str());
        for (const auto& [name, value] : answer.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
        if (stopping) MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
        exchange.record.status = answer.status;
        exchange.record.bytes = exchange.record.method == MHD_HTTP_METHOD_HEAD ? 0 : size;
        const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
        MHD_destroy_response(response);
        return queued;
    }
};

HttpServer::HttpServer(int listening, const ServerLimits& limits, ServerHandlers handlers)
    : state_(std::make_unique<State>()) {
    state_->limits = limits;
    state_->handlers = std::move(handlers);
    state_->listening = listening;
    State* self = state_.get();
    // Path and parameters are taken from the line as sent (on_first_line): the library would cut it at a %00.
    const MHD_LogCallback ignore = [](void*, const char*, va_list) {};
    state_->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, &State::on_request, self,
        MHD_OPTION_EXTERNAL_LOGGER, ignore, nullptr, MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_THREAD_POOL_SIZE,
        std::max(2U, limits.threads), MHD_OPTION_CONNECTION_LIMIT, limits.max_connections,
        MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(limits.request_time.count()),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, kSpareMemory, MHD_OPTION_STRICT_FOR_CLIENT, -1, MHD_OPTION_URI_LOG_CALLBACK,
        &State::on_first_line, self, MHD_OPTION_NOTIFY_COMPLETED, &State::on_completed, self,
        MHD_OPTION_NOTIFY_CONNECTION, &State::on_connection, self, MHD_OPTION_END);
    if (state_->daemon == nullptr) {
        close(listening);
        throw Error(Status::io_error, "the server cannot be started", "check the limits of threads and open files");
    }
    state_->watch = std::thread([self] {
        std::unique_lock lock(self->mutex);
        while (
            !self->changed.wait_for(lock, kWatchPause, [self] { return self->stopping && self->in_progress == 0; })) {
            lock.unlock();
            self->deadlines.cut_late(Clock::now());
            lock.lock();
        }
    });
}

HttpServer::~HttpServer() { stop(); }

void HttpServer::stop() {
    if (state_->daemon == nullptr) return;
    const int listening = MHD_quiesce_daemon(state_->daemon);
    {
        std::unique_lock lock(state_->mutex);
        state_->stopping = true;
        state_->changed.wait_for(lock, state_->limits.request_time, [this] { return state_->in_progress == 0; });
        state_->changed.notify_all();
    }
    MHD_stop_daemon(state_->daemon);
    state_->daemon = nullptr;
    {
        const std::lock_guard lock(state_->mutex);
        state_->in_progress = 0;
        state_->changed.notify_all();
    }
    state_->watch.join();
    if (listening >= 0) close(listening);
}

}  // namespace findings
